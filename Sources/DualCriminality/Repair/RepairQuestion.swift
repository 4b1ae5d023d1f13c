import ConditionAlgebra
import Law

/// The question of one provision of a benchmark against the law of a state, in the layer in which it falls short: the
/// same question that a comparison asks, kept so that it can be asked again under edits.
struct RepairQuestion {
    /// What the provision asks for with one act.
    struct Act {
        let mask: ValueMask
        /// What is taken as known.
        let known: Region
        /// What the provision punishes for certain.
        let cases: Node
        /// What the state does not punish for certain.
        let notSurely: Node
        /// What it does not punish even if all open law did: this is to be repaired.
        let gap: Node
    }

    let layer: CompareLayer
    private(set) var decider: Decider
    let state: LawView
    let model: OffenceView
    private(set) var acts: [Act] = []
    /// The offences of the state that may punish something of what the provision asks for.
    private(set) var related: Set<OffenceID> = []
    private let appraisals: [Int]
    private let questions: [Int]
    private var kept: Decider?

    /// - Parameter decider: over a space that knows every condition of the state and of the model.
    init(_ decider: Decider, state: LawView, model: LawView, place: Int, layer: CompareLayer) throws {
        self.decider = decider
        self.layer = layer
        self.state = state
        self.model = model.offences[place]
        let facts = decider.compiler.facts
        appraisals = facts.appraisalVariables
        questions = Array(facts.questionVariables)
        let act = facts.vocabulary.index(of: "act")
        let values: [ValueMask] = act.map { index in facts.space.full(index.number).map { ValueMask($0) } } ?? [ValueMask()]
        for value in values {
            if let found = try ask(value, act, owner: model.jurisdiction.code.text, aimed: model.aimed) { acts.append(found) }
        }
    }

    /// What the repair is about: nothing where no part of the provision is a gap for certain.
    var hasGap: Bool { acts.contains { $0.gap != .never } }
    var grantsAppraisals: Bool { layer != .appraisal }
    var isPresumed: Bool { layer != .margins }
    var facts: FactSpace { decider.compiler.facts }
    var diagrams: Diagrams { decider.compiler.diagrams }

    private mutating func ask(
        _ value: ValueMask, _ act: ElementIndex?, owner: String, aimed: ConditionCompiler.Aimed
    ) throws -> Act? {
        var known = Facts()
        if let act { known.values[act] = facts.values(value, of: act) }
        if let act, model.parts.whole.possibleActs(act, facts).isDisjoint(with: value) { return nil }
        if isPresumed { known = try decider.presuming(known).facts }
        let region = facts.region(known)
        decider.compiler.assume(region)
        let possible = try decider.cases(known)
        let punished = isPresumed ? model.parts.completed : Condition.any([model.parts.completed, model.parts.attempted])
        let owned = try decider.compiler.compile(punished, owner: owner, aimed: aimed)
        let cases = try decider.compiler.diagrams.and(possible, decider.compiler.diagrams.forall(owned, over: questions))
        guard cases != .never else { return nil }
        var notSurely = cases
        var gap = cases
        for open in state.unencoded { gap = try decider.compiler.diagrams.subtract(gap, atMost(compile(open.when, state))) }
        for offence in state.offences {
            let node = try compile(offence.parts.whole, state)
            if try decider.compiler.diagrams.and(node, cases) != .never { related.insert(offence.offence.id) }
            gap = try decider.compiler.diagrams.subtract(gap, atMost(node))
            notSurely = try decider.compiler.diagrams.subtract(notSurely, surely(node))
        }
        return Act(mask: value, known: region, cases: cases, notSurely: notSurely, gap: gap)
    }

    mutating func compile(_ condition: Condition, _ view: LawView) throws(DiagramTooLarge) -> Node {
        try decider.compiler.compile(condition, owner: view.jurisdiction.code.text, aimed: view.aimed)
    }

    private mutating func surely(_ node: Node) throws(DiagramTooLarge) -> Node {
        let certain = try decider.compiler.diagrams.forall(node, over: questions)
        return grantsAppraisals ? try decider.compiler.diagrams.exists(certain, over: appraisals) : certain
    }

    private mutating func atMost(_ node: Node) throws(DiagramTooLarge) -> Node {
        let most = try decider.compiler.diagrams.exists(node, over: questions)
        return grantsAppraisals ? try decider.compiler.diagrams.exists(most, over: appraisals) : most
    }

    /// The possible cases that agree with the facts.
    mutating func cases(_ known: Facts) throws(DiagramTooLarge) -> Node { try decider.cases(known) }

    /// A condition of the state as it stands, whatever is known.
    mutating func compileFreely(_ condition: Condition) throws(DiagramTooLarge) -> Node {
        decider.compiler.assume(.everything)
        return try compile(condition, state)
    }

    /// Where a condition holds for certain, and where at most.
    mutating func bounds(of node: Node) throws(DiagramTooLarge) -> (surely: Node, atMost: Node) {
        (try surely(node), try atMost(node))
    }

    // MARK: - Under edits

    /// A case of the gap that these texts still do not punish; nil where they punish all of it.
    ///
    /// - Parameter punished: what is punished beside the law as it stands.
    mutating func uncovered(_ punished: [Condition], _ view: LawView) throws -> [Int]? {
        restart()
        for act in acts where act.gap != .never {
            decider.compiler.assume(act.known)
            var rest = act.gap
            for condition in punished where rest != .never {
                rest = try decider.compiler.diagrams.subtract(rest, surely(compile(condition, view)))
            }
            if let point = point(in: rest) { return point }
        }
        return nil
    }

    /// How far the law of `amended` covers the provision in this layer; nil where it does not punish all of the gap, or
    /// not all that was punished before.
    mutating func coverage(under amended: LawView) throws -> CoverageStatus? {
        restart()
        var status = CoverageStatus.covered
        for act in acts {
            decider.compiler.assume(act.known)
            var rest = act.cases
            for offence in amended.offences where rest != .never {
                rest = try decider.compiler.diagrams.subtract(rest, surely(compile(offence.parts.whole, amended)))
            }
            if rest == .never { continue }
            let open = try decider.compiler.diagrams.subtract(act.notSurely, act.gap)
            if try decider.compiler.diagrams.subtract(rest, open) != .never { return nil }
            status = .unknown
        }
        return status
    }

    /// A complete case in a condition, with presumptions where they fit.
    func point(in condition: Node) -> [Int]? {
        var preferred = Region.everything
        for element in facts.vocabulary.elements {
            if let presumed = element.presume { preferred[element.index.number] = facts.mask(presumed, of: element.index) }
        }
        guard let found = diagrams.witness(condition, preferring: preferred) else { return nil }
        return facts.space.sizes.indices.map { found[$0] ?? preferred[$0]?.first ?? 0 }
    }

    /// Forgets what earlier questions built, once that is much; nodes of the gap stay.
    private mutating func restart() {
        if decider.compiler.diagrams.count > keptNodes + 60_000, let kept { decider = kept }
    }

    private var keptNodes: Int { kept?.compiler.diagrams.count ?? 0 }

    /// Keeps what is there now as the point to which later questions return.
    mutating func keep() { kept = decider }

    // MARK: - Describing

    /// The gaps as regions, act by act, each with the values that every element can have inside it.
    mutating func boxes(limit: Int) throws -> [GapBox] {
        var found: [GapBox] = []
        for act in acts where act.gap != .never {
            let upper = try decider.compiler.diagrams.or(act.gap, decider.compiler.diagrams.not(act.cases))
            let cover = try decider.compiler.diagrams.cover(lower: act.gap, upper: upper, limit: limit)
            for region in cover.regions {
                var all = region
                for variable in 0..<facts.elementCount where all[variable] == nil { all[variable] = facts.space.full(variable) }
                let inside = diagrams.shrink(all, within: act.gap)
                found.append(GapBox(act: act.mask, values: (0..<facts.elementCount).map { inside[$0] ?? ValueMask() }))
            }
        }
        return found
    }
}

/// A region of the gap: for every element, the values that it can have there.
struct GapBox: Hashable {
    let act: ValueMask
    let values: [ValueMask]
}
