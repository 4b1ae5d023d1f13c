import ConditionAlgebra
import Law

/// What a state would punish under edits that it does not punish today, outside everything that an instrument asks for.
struct NewlyPunished {
    let vocabulary: Vocabulary
    let before: LawView
    let models: LawView
    /// Whether presumptions are taken; off for edits of defences, attempt and participation.
    let isPresumed: Bool
    private let fresh: Decider
    private let questions: [Int]
    private var settings: [Int: Setting] = [:]

    private struct Setting {
        let region: Region
        let possible: Node
        /// What each offence punishes today, among the possible cases.
        let old: [Node]
        /// The same for certain.
        let oldSurely: [Node]
        /// What each provision of the instrument asks for at most.
        let asked: [Node]
        /// Grows with what is asked, and starts again once it is large.
        var decider: Decider
        let start: Decider
    }

    /// The regions of one set of edits.
    struct Found {
        /// The share of all cases, all counting alike; only for ranking.
        var share = 0.0
        var gaps: [RegionDescription] = []
        var isComplete = true
        /// Something that was punished no longer is.
        var losesSomething = false
    }

    init(_ decider: Decider, before: LawView, models: LawView, isPresumed: Bool) {
        fresh = decider
        vocabulary = before.vocabulary
        self.before = before
        self.models = models
        self.isPresumed = isPresumed
        questions = Array(decider.compiler.facts.questionVariables)
    }

    /// An offence whose text changes, or a new one.
    struct Changed {
        let id: OffenceID
        /// What it punishes under the edits, as far as the question goes.
        let punishes: Condition
    }

    /// - Parameter view: where what the changed offences aim at is found.
    /// - Parameter limit: the most regions to describe; nil only measures.
    /// - Parameter most: a share at which measuring may stop, since others are better.
    mutating func run(_ offences: [Changed], in view: LawView, limit: Int?, most: Double? = nil) throws -> Found {
        let changed = Set(offences.map(\.id))
        var found = Found()
        let act = vocabulary.index(of: "act")
        var acts = act == nil ? ValueMask(0) : ValueMask()
        if let act {
            for offence in before.offences where changed.contains(offence.offence.id) {
                acts.formUnion(offence.parts.whole.possibleActs(act, fresh.compiler.facts))
            }
            for offence in offences { acts.formUnion(offence.punishes.possibleActs(act, fresh.compiler.facts)) }
        }
        var parts: [(rest: [Region.Literal], acts: ValueMask)] = []
        for value in acts {
            var setting = try self.setting(value, act)
            // Taken out, so that it is changed in place and not copied.
            settings[value] = nil
            defer {
                if setting.decider.compiler.diagrams.count > setting.start.compiler.diagrams.count + 40_000 {
                    setting.decider = setting.start
                }
                settings[value] = setting
            }
            try run(offences, changed, in: view, value, &setting, limit, &parts, &found)
            if let most, found.share > most { break }
        }
        if let limit { finish(parts, act, limit, &found) }
        return found
    }

    private func run(
        _ offences: [Changed], _ changed: Set<OffenceID>, in view: LawView, _ value: Int, _ setting: inout Setting,
        _ limit: Int?, _ parts: inout [(rest: [Region.Literal], acts: ValueMask)], _ found: inout Found
    ) throws {
        setting.decider.compiler.assume(setting.region)
        // Where nothing of the changed offences can be committed with the act, nothing changes.
        var new = Node.never
        for offence in offences {
            let node = try setting.decider.compiler.compile(
                offence.punishes, owner: view.jurisdiction.code.text, aimed: view.aimed)
            new = try setting.decider.compiler.diagrams.or(new, setting.decider.compiler.diagrams.and(setting.possible, node))
        }
        let punished = new
        // What was punished for certain depends on no open question; so neither does whether it still is.
        var lost = Node.never
        for place in setting.old.indices where changed.contains(before.offences[place].offence.id) {
            let gone = try setting.decider.compiler.diagrams.subtract(setting.oldSurely[place], new)
            lost = try setting.decider.compiler.diagrams.or(lost, gone)
        }
        for place in setting.old.indices
        where lost != .never && setting.old[place] != .never && !changed.contains(before.offences[place].offence.id) {
            lost = try setting.decider.compiler.diagrams.subtract(lost, setting.oldSurely[place])
        }
        if lost != .never { found.losesSomething = true }
        for part in setting.old where new != .never {
            new = try setting.decider.compiler.diagrams.subtract(new, part)
        }
        new = try setting.decider.compiler.diagrams.exists(new, over: questions)
        for part in setting.asked where new != .never {
            new = try setting.decider.compiler.diagrams.subtract(new, part)
        }
        guard new != .never else { return }
        found.share += setting.decider.compiler.diagrams.fraction(new, in: .everything)
        guard let limit else { return }
        let edited = try setting.decider.compiler.diagrams.exists(punished, over: questions)
        try describe(new, edited, value, limit, &setting.decider, &parts, &found)
    }

    private func compile(_ offence: OffenceView, _ view: LawView, _ decider: inout Decider) throws -> Node {
        try decider.compiler.compile(
            isPresumed ? offence.parts.completed : offence.parts.whole, owner: view.jurisdiction.code.text, aimed: view.aimed)
    }

    private mutating func setting(_ value: Int, _ act: ElementIndex?) throws -> Setting {
        if let known = settings[value] { return known }
        var decider = fresh
        var facts = Facts()
        if let act { facts.values[act] = decider.compiler.facts.values(ValueMask(value), of: act) }
        if isPresumed { facts = try decider.presuming(facts).facts }
        let region = decider.compiler.facts.region(facts)
        decider.compiler.assume(region)
        let possible = try decider.cases(facts)
        var old: [Node] = []
        for offence in before.offences {
            old.append(try decider.compiler.diagrams.and(possible, compile(offence, before, &decider)))
        }
        let oldSurely = try old.map { node in try decider.compiler.diagrams.forall(node, over: questions) }
        var asked: [Node] = []
        for model in models.offences {
            let node = try decider.compiler.compile(
                isPresumed ? model.parts.completed : .any([model.parts.completed, model.parts.attempted]),
                owner: models.jurisdiction.code.text, aimed: models.aimed)
            let most = try decider.compiler.diagrams.exists(node, over: questions)
            if most != .never { asked.append(most) }
        }
        let setting = Setting(
            region: region, possible: possible, old: old, oldSurely: oldSurely, asked: asked, decider: decider, start: decider)
        settings[value] = setting
        return setting
    }

    /// Regions of the new cases among all that the edited offences punish.
    private func describe(
        _ new: Node, _ edited: Node, _ value: Int, _ limit: Int, _ decider: inout Decider,
        _ parts: inout [(rest: [Region.Literal], acts: ValueMask)], _ found: inout Found
    ) throws {
        let act = vocabulary.index(of: "act")?.number ?? -1
        // What the edited offences ask for anyway is not said again.
        let upper = try decider.compiler.diagrams.or(new, decider.compiler.diagrams.not(edited))
        let cover = try decider.compiler.diagrams.cover(lower: new, upper: upper, limit: limit)
        if !cover.isComplete { found.isComplete = false }
        for region in cover.regions {
            let rest = decider.compiler.diagrams.shrink(region, within: new).literals.filter {
                $0.variable != act && $0.variable < decider.compiler.facts.elementCount
            }
            if let place = parts.firstIndex(where: { $0.rest == rest }) {
                parts[place].acts.insert(value)
            } else {
                parts.append((rest, ValueMask(value)))
            }
        }
    }

    private func finish(
        _ parts: [(rest: [Region.Literal], acts: ValueMask)], _ act: ElementIndex?, _ limit: Int, _ found: inout Found
    ) {
        let facts = fresh.compiler.facts
        let wording = Wording(vocabulary: vocabulary)
        let allActs = parts.reduce(ValueMask()) { $0.union($1.acts) }
        let sorted = parts.enumerated().sorted { ($0.element.rest.count, $0.offset) < ($1.element.rest.count, $1.offset) }
        found.gaps = sorted.prefix(limit).map { entry in
            var literals = entry.element.rest.map {
                (ElementIndex($0.variable), facts.values($0.values, of: ElementIndex($0.variable)))
            }
            // The act is said only where it is not the same for all of them, or nothing else is said.
            if let act, entry.element.acts != allActs || literals.isEmpty {
                literals.insert((act, facts.values(entry.element.acts, of: act)), at: 0)
            }
            return RegionDescription(literals, wording: wording)
        }
        if parts.count > limit { found.isComplete = false }
    }
}
