import ConditionAlgebra
import Law

/// One state's law, compiled for comparison: what it punishes and what it may punish, act by act and layer by layer.
struct CompiledDefinitions: Sendable {
    let view: LawView
    /// For each offence of the view, the acts with which it can be committed, by their place among the contexts.
    let acts: [[Int]]
    /// For each offence, the settings in which its core is asked about, one for each act.
    var cores: [[Int]] = []
    /// For each offence, the places of the harmonised categories into which its acts fall, ascending.
    let categories: [[Int]]
    /// By the place of the setting.
    var presumed: [ActLaw] = []
    /// By the place of the context.
    let bare: [ActLaw]
}

/// One state's law under one act in one layer.
struct ActLaw: Sendable {
    /// The offences that can be met, in the order of the view.
    let offences: [ActDefinition]
    /// Law that is not encoded and could reach the act.
    let open: [(text: String, reach: Reach)]
    /// The variables on which any of it depends.
    let support: Set<Int>
    /// The same for all laws that ask the same of a case, whatever their offences are called.
    var number = 0

    struct Reach: Hashable, Sendable {
        let alleged: Node
        /// With evaluations granted: some evaluation makes it true.
        let granted: Node
    }

    /// All that a question about a case asks of this law, whatever its offences are called.
    struct Content: Hashable {
        let open: [Reach]
        let offences: [ActDefinition.Content]
    }

    var content: Content { Content(open: open.map(\.reach), offences: offences.map(\.content)) }
}

extension CompiledDefinitions {
    /// Every node that it holds.
    var nodes: [Node] { (presumed + bare).flatMap { $0.nodes } }

    func moved(_ move: (Node) -> Node) -> CompiledDefinitions {
        var result = CompiledDefinitions(
            view: view, acts: acts, categories: categories, bare: bare.map { $0.moved(move) })
        result.cores = cores
        result.presumed = presumed.map { $0.moved(move) }
        return result
    }
}

extension ActLaw {
    fileprivate var nodes: [Node] {
        open.flatMap { [$0.reach.alleged, $0.reach.granted] }
            + offences.flatMap { definition in
                let content = definition.content
                return [
                    definition.cases, content.atMost.alleged, content.atMost.granted, content.surely.alleged,
                    content.surely.granted, content.completed,
                ] + content.reached
            }
    }

    fileprivate func moved(_ move: (Node) -> Node) -> ActLaw {
        func moved(_ reach: Reach) -> Reach { Reach(alleged: move(reach.alleged), granted: move(reach.granted)) }
        let offences = offences.map { definition in
            let content = definition.content
            return ActDefinition(
                place: definition.place, cases: move(definition.cases), support: definition.support,
                content: .init(
                    atMost: moved(content.atMost), surely: moved(content.surely), completed: move(content.completed),
                    reached: content.reached.map(move)),
                isTooLarge: definition.isTooLarge)
        }
        return ActLaw(
            offences: offences, open: open.map { ($0.text, moved($0.reach)) }, support: support, number: number)
    }
}

/// One offence under one act in one layer, without the open questions of its state.
struct ActDefinition: Sendable {
    /// The place of the offence in the view.
    let place: Int
    /// The possible cases that it punishes for certain: what a comparison asks about.
    let cases: Node
    /// The variables on which that depends, what can occur left aside.
    let support: Set<Int>
    let content: Content
    /// The offence passed the limit: nothing is claimed about it.
    var isTooLarge = false

    /// What a question about another state's offence asks of this one.
    struct Content: Hashable, Sendable {
        /// Completed or attempted, if open law says yes.
        let atMost: ActLaw.Reach
        /// Completed or attempted, whatever open law says.
        let surely: ActLaw.Reach
        /// The possible cases in which the offence is completed, whatever open law says.
        let completed: Node
        /// Where a penalty line applies whose maximum reaches the threshold, by the order of `ReportedThreshold`; empty
        /// in the margins, which do not ask.
        let reached: [Node]
    }

    /// May punish everything and punishes nothing for certain.
    static func tooLarge(_ place: Int) -> ActDefinition {
        let content = Content(
            atMost: .init(alleged: .always, granted: .always), surely: .init(alleged: .never, granted: .never),
            completed: .never, reached: [Node](repeating: .never, count: ReportedThreshold.allCases.count))
        return ActDefinition(place: place, cases: .always, support: [], content: content, isTooLarge: true)
    }
}

/// Compiles states one after the other over one space.
struct DefinitionCompiler {
    private(set) var decider: Decider
    let contexts: [ActContext]
    /// Of the core: one for each context, then those of offences that ask for what is presumed absent.
    private(set) var settings: [ActContext.Setting] = []
    private var ownSettings: [SettingKey: Int] = [:]
    private let views: [LawView]
    private let appraisals: [Int]
    private let questions: [Int]
    private var numbers: [ActLaw.Content: Int] = [:]
    /// What compiling one offence under one act may take; real law takes a few thousand steps.
    static let stepLimit = 2_000_000

    init(views: [LawView], vocabulary: Vocabulary) throws {
        var conditions: [(owner: String, condition: Condition)] = views.first?.vocabularyConditions ?? []
        for view in views { conditions += view.conditions.map { (view.jurisdiction.code.text, $0) } }
        conditions += vocabulary.categories.map { ("", $0.guardCondition) }
        let space = try FactSpace(vocabulary: vocabulary, conditions: conditions, statesShareVariables: true)
        // The store holds many states; what bounds a question is its steps.
        decider = try Decider(ConditionCompiler(facts: space, budget: .max))
        contexts = try ActContext.all(&decider)
        self.views = views
        appraisals = space.appraisalVariables
        questions = Array(space.questionVariables)
    }

    /// Compiles all views.
    mutating func compile() throws -> [CompiledDefinitions] {
        let texts = views.map { view in view.offences.map { OffenceText(offence: $0, isOpen: $0.asksQuestions) } }
        settings = try contexts.enumerated().map { try $0.element.setting($0.offset, &decider) }
        var compiled: [CompiledDefinitions] = []
        for (view, texts) in zip(views, texts) {
            var definitions = try bare(view, texts)
            definitions.presumed = try settings[..<contexts.count].map { try law(view, texts, $0, isPresumed: true) }
            definitions.cores = try view.offences.indices.map { try cores(of: $0, definitions) }
            compiled.append(definitions)
        }
        // Settings that offences of any state asked for are compiled for all, since each is asked about the others'.
        let own = settings[contexts.count...]
        for (place, texts) in texts.enumerated() {
            compiled[place].presumed += try own.map { try law(views[place], texts, $0, isPresumed: true) }
        }
        return compiled
    }

    private mutating func bare(_ view: LawView, _ texts: [OffenceText]) throws -> CompiledDefinitions {
        let bare = try contexts.map { try law(view, texts, $0.bare, isPresumed: false) }
        var acts = [[Int]](repeating: [], count: view.offences.count)
        for (place, law) in bare.enumerated() {
            for definition in law.offences { acts[definition.place].append(place) }
        }
        let categories = acts.map { acts in
            acts.reduce(into: Set<Int>()) { $0.formUnion(contexts[$1].categories) }.sorted()
        }
        return CompiledDefinitions(view: view, acts: acts, categories: categories, bare: bare)
    }

    /// The settings of one offence: that of each act, without the presumptions that leave nothing of the offence.
    private mutating func cores(of offence: Int, _ definitions: CompiledDefinitions) throws -> [Int] {
        try definitions.acts[offence].map { act in
            func find(_ law: ActLaw) -> ActDefinition? { law.offences.first { $0.place == offence } }
            if let found = find(definitions.presumed[act]), found.isTooLarge || found.cases != .never { return act }
            guard let bare = find(definitions.bare[act]), bare.content.completed != .never else { return act }
            let dropped = try contexts[act].contradicted(by: bare.content.completed, &decider)
            let key = SettingKey(context: act, dropped: dropped)
            if let known = ownSettings[key] { return known }
            settings.append(try contexts[act].setting(act, without: dropped, &decider))
            ownSettings[key] = settings.count - 1
            return settings.count - 1
        }
    }

    private struct SettingKey: Hashable {
        let context: Int
        let dropped: [ElementIndex]
    }

    private struct OffenceText {
        let offence: OffenceView
        let isOpen: Bool
    }

    private mutating func law(
        _ view: LawView, _ offences: [OffenceText], _ setting: ActContext.Setting, isPresumed: Bool
    ) throws -> ActLaw {
        // Also forgets compiled definitions: two versions of one state's law may be compared.
        decider.compiler.assume(setting.facts)
        defer { decider.compiler.assume(.everything) }
        let compile = ConditionInView(owner: view.jurisdiction.code.text, aimed: view.aimed, settled: setting.settled)
        var open: [(text: String, reach: ActLaw.Reach)] = []
        for law in view.unencoded {
            decider.compiler.diagrams.beginQuestion(steps: DefinitionCompiler.stepLimit)
            let reach = try some(compile(law.when, &decider.compiler), isOpen: true)
            if reach.alleged != .never { open.append((law.text, reach)) }
        }
        var definitions: [ActDefinition] = []
        for (place, text) in offences.enumerated() {
            decider.compiler.diagrams.beginQuestion(steps: DefinitionCompiler.stepLimit)
            do {
                if let found = try definition(place, text, compile, setting, isPresumed: isPresumed) { definitions.append(found) }
            } catch is DiagramTooLarge {
                definitions.append(.tooLarge(place))
            }
        }
        var law = ActLaw(offences: definitions, open: open, support: support(definitions, open))
        law.number = numbers[law.content] ?? numbers.count
        numbers[law.content] = law.number
        return law
    }

    private mutating func definition(
        _ place: Int, _ text: OffenceText, _ compile: ConditionInView, _ setting: ActContext.Setting, isPresumed: Bool
    ) throws -> ActDefinition? {
        let parts = text.offence.parts
        let completed = try compile(parts.completed, &decider.compiler)
        let attempted = try compile(parts.attempted, &decider.compiler)
        let punished = try decider.compiler.diagrams.or(completed, attempted)
        let possible = try decider.compiler.diagrams.and(punished, setting.possible)
        guard possible != .never else { return nil }
        let surely = try certain(punished, isOpen: text.isOpen)
        let surelyCompleted = try decider.compiler.diagrams.and(setting.possible, certain(completed, isOpen: text.isOpen))
        let cases = isPresumed ? surelyCompleted : try decider.compiler.diagrams.and(setting.possible, surely)
        var reached: [Node] = []
        if isPresumed {
            reached = [Node](repeating: .never, count: ReportedThreshold.allCases.count)
            for (applies, line) in parts.lines {
                let applying = try certain(compile(applies, &decider.compiler), isOpen: text.isOpen)
                for (place, threshold) in ReportedThreshold.allCases.enumerated() where threshold.isReached(by: line) {
                    reached[place] = try decider.compiler.diagrams.or(reached[place], applying)
                }
            }
        }
        return ActDefinition(
            place: place, cases: cases,
            support: Set(decider.compiler.diagrams.support(isPresumed ? try certain(completed, isOpen: text.isOpen) : surely)),
            content: .init(
                atMost: try some(punished, isOpen: text.isOpen), surely: try granting(surely),
                completed: surelyCompleted, reached: reached))
    }

    private func support(_ definitions: [ActDefinition], _ open: [(text: String, reach: ActLaw.Reach)]) -> Set<Int> {
        var support: Set<Int> = []
        for node in open.map(\.reach.alleged) + definitions.flatMap({ [$0.content.atMost.alleged, $0.content.surely.alleged] }) {
            support.formUnion(decider.compiler.diagrams.support(node))
        }
        return support
    }

    private mutating func certain(_ node: Node, isOpen: Bool) throws -> Node {
        isOpen ? try decider.compiler.diagrams.forall(node, over: questions) : node
    }

    private mutating func some(_ node: Node, isOpen: Bool) throws -> ActLaw.Reach {
        try granting(isOpen ? decider.compiler.diagrams.exists(node, over: questions) : node)
    }

    private mutating func granting(_ node: Node) throws -> ActLaw.Reach {
        ActLaw.Reach(alleged: node, granted: try decider.compiler.diagrams.exists(node, over: appraisals))
    }
}

/// Compiles conditions of one state under one setting.
private struct ConditionInView {
    let owner: String
    let aimed: ConditionCompiler.Aimed
    let settled: Region

    func callAsFunction(_ condition: Condition, _ compiler: inout ConditionCompiler) throws(DiagramTooLarge) -> Node {
        let node = try compiler.compile(condition, owner: owner, aimed: aimed)
        // An aim speaks of another act, so its diagram tests what is settled for this one.
        return try compiler.diagrams.restrict(node, to: settled)
    }
}

extension OffenceView {
    /// Whether the offence, or one it aims at, leaves a question of law open.
    fileprivate var asksQuestions: Bool {
        ([parts.whole] + parts.lines.map(\.applies)).contains { condition in
            var found = false
            condition.forEach { part in
                switch part {
                case .open, .readings, .aimsAt: found = true
                default: break
                }
            }
            return found
        }
    }
}
