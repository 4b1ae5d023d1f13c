import ConditionAlgebra
import Law

/// The diagrams of one pair of states, and the questions that a comparison asks of them.
///
/// Everything is asked act by act and under the presumptions of the layer, so that no union over all acts is built.
struct CompareEngine {
    let own: LawView
    let other: LawView
    let wording: Wording
    private var decider: Decider
    private let appraisals: [Int]
    private let questions: [Int]
    /// For each offence of the compared view and of the other, the acts with which it can be committed.
    private var ownActs: [ValueMask] = []
    private(set) var theirActs: [ValueMask] = []

    init(own: LawView, other: LawView) throws {
        self.own = own
        self.other = other
        wording = Wording(vocabulary: own.vocabulary)
        var conditions: [(owner: String, condition: Condition)] = own.vocabularyConditions
        for view in [own, other] { conditions += view.conditions.map { (view.jurisdiction.code.text, $0) } }
        conditions += own.vocabulary.categories.map { ("", $0.guardCondition) }
        let space = try FactSpace(vocabulary: own.vocabulary, conditions: conditions)
        decider = try Decider(ConditionCompiler(facts: space))
        appraisals = own.vocabulary.elements.filter { $0.kind == .appraisal }.map(\.index.number)
        questions = Array(space.questionVariables)
        // Each in a copy, so that the store of the engine stays small.
        let fresh = self
        func acts(_ view: LawView) throws -> [ValueMask] {
            try view.offences.map { offence in
                var scratch = fresh
                return try scratch.acts(of: offence, view)
            }
        }
        ownActs = try acts(own)
        theirActs = try acts(other)
    }

    /// The harmonised categories into which the acts of an offence fall.
    mutating func categories(of place: Int) throws -> [String] {
        guard let act = own.vocabulary.index(of: "act") else { return [] }
        let region = Region([act.number: ownActs[place]])
        return try own.vocabulary.categories.filter { category in
            let node = try decider.compiler.compile(category.guardCondition, owner: "", aimed: { _ in nil })
            return decider.compiler.diagrams.isPossible(node, in: region)
        }.map(\.id)
    }

    mutating func compile(_ condition: Condition, _ view: LawView) throws(DiagramTooLarge) -> Node {
        try decider.compiler.compile(condition, owner: view.jurisdiction.code.text, aimed: view.aimed)
    }

    // MARK: - One offence

    mutating func compare(_ place: Int, categories: [String], gapLimit: Int) throws -> OffenceComparison {
        let offence = own.offences[place]
        let acts = ownActs[place].map { ValueMask($0) }
        var core: [LayerAnswer] = []
        var margins: [LayerAnswer] = []
        for act in acts {
            core.append(try answer(offence, act: act, presumed: true))
            margins.append(try answer(offence, act: act, presumed: false))
        }
        let granted = CoverageStatus.ofParts(core.compactMap(\.granted)) ?? .covered
        let alleged = CoverageStatus.ofParts(core.compactMap(\.alleged)) ?? .covered
        let marginal = CoverageStatus.ofParts(margins.compactMap(\.granted)) ?? .covered
        let layer: CompareLayer = granted != .covered ? .core : alleged != .covered ? .appraisal : .margins
        let answers = layer == .margins ? margins : core
        let found = try regions(answers, layer: layer, limit: gapLimit)
        var witness: [FactDescription] = []
        for answer in answers where witness.isEmpty { witness = try self.witness(answer, layer) }
        var coveredAt: [String: CoverageStatus] = [:]
        for threshold in ReportedThreshold.allCases {
            coveredAt[threshold.rawValue] = CoverageStatus.ofParts(core.compactMap { $0.coveredAt[threshold] })
        }
        return OffenceComparison(
            id: offence.offence.id.text, title: offence.offence.title,
            provision: cite(offence.offence.source.short, offence.version.provision), categories: categories,
            coverage: granted, layers: .init(core: granted, appraisal: alleged, margins: marginal),
            gaps: found.regions.map { OffenceComparison.Gap(layer: layer, region: $0) }, gapsComplete: found.complete,
            witness: witness, coveredBy: counterparts(offence, acts, core.map(\.commons)), terms: try terms(core),
            open: granted == .unknown ? try openLaw(core) : [], coveredAt: coveredAt,
            imprisonment: PenaltyRange.words(offence.version),
            limitation: OffenceFacts.limitation(offence.version, own.jurisdiction.generalPart),
            review: offence.version.review.rawValue)
    }

    /// What one layer gives for one act: what is left of the compared offence after the other state's offences have been
    /// taken away one by one (DESIGN-AMENDMENTS 19), so that no union is built.
    struct LayerAnswer {
        /// The possible cases that the compared offence punishes.
        var cases: Node
        /// What the other state does not punish for certain, evaluations granted.
        var notSurely: Node
        /// What it does not punish even if all open law did, evaluations granted: the gap.
        var notAtMost: Node
        /// The same without granting evaluations.
        var notSurelyAlleged: Node
        var notAtMostAlleged: Node
        /// The question passed the node budget; nothing is claimed.
        var isTooLarge = false
        /// Per offence of the other state; only with presumptions on.
        var commons: [Common] = []
        var coveredAt: [ReportedThreshold: CoverageStatus] = [:]

        init(cases: Node) {
            self.cases = cases
            notSurely = cases
            notAtMost = cases
            notSurelyAlleged = cases
            notAtMostAlleged = cases
        }

        var granted: CoverageStatus? { status(notSurely, notAtMost) }
        var alleged: CoverageStatus? { status(notSurelyAlleged, notAtMostAlleged) }

        private func status(_ notSurely: Node, _ notAtMost: Node) -> CoverageStatus? {
            if isTooLarge { return .unknown }
            if cases == .never { return nil }
            if notSurely == .never { return .covered }
            if notAtMost == cases { return .notCovered }
            // Without a part that is a gap for certain it is the open law that decides.
            return notAtMost == .never ? .unknown : .partlyCovered
        }
    }

    private mutating func answer(_ offence: OffenceView, act: ValueMask, presumed: Bool) throws -> LayerAnswer {
        do {
            return try decide(offence, act: act, presumed: presumed)
        } catch is DiagramTooLarge {
            var result = LayerAnswer(cases: .always)
            result.isTooLarge = true
            return result
        }
    }

    private mutating func decide(_ offence: OffenceView, act: ValueMask, presumed: Bool) throws -> LayerAnswer {
        var facts = Facts()
        if let index = own.vocabulary.index(of: "act") {
            facts.values[index] = decider.compiler.facts.values(act, of: index)
        }
        if presumed { facts = try decider.presuming(facts).facts }
        decider.compiler.assume(decider.compiler.facts.region(facts))
        defer { decider.compiler.assume(.everything) }
        let possible = try decider.cases(facts)
        let punished = presumed ? offence.parts.completed : Condition.any([offence.parts.completed, offence.parts.attempted])
        // What the compared state leaves open is not claimed to be punished there.
        let owned = try decider.compiler.diagrams.forall(compile(punished, own), over: questions)
        var result = LayerAnswer(cases: try decider.compiler.diagrams.and(possible, owned))
        guard result.cases != .never else { return result }
        for open in other.unencoded { try take(compile(open.when, other), isOpen: true, from: &result) }
        var reached: [ReportedThreshold: Node] = [:]
        for (place, theirs) in other.offences.enumerated() where !theirActs[place].isDisjoint(with: act) {
            try take(compile(theirs.parts.whole, other), isOpen: false, from: &result)
            guard presumed else { continue }
            let node = try decider.compiler.diagrams.and(
                possible, decider.compiler.diagrams.forall(compile(theirs.parts.completed, other), over: questions))
            let common = try decider.compiler.diagrams.and(node, result.cases)
            guard common != .never else { continue }
            result.commons.append(
                Common(
                    offence: place, share: decider.compiler.diagrams.fraction(common, in: .everything),
                    holdsAllOfMine: common == result.cases, holdsAllOfTheirs: common == node))
            let granted = try decider.compiler.diagrams.exists(common, over: appraisals)
            for (applies, line) in theirs.parts.lines {
                let part = try decider.compiler.diagrams.and(granted, compile(applies, other))
                for threshold in ReportedThreshold.allCases where threshold.isReached(by: line) {
                    reached[threshold] = try decider.compiler.diagrams.subtract(reached[threshold] ?? result.cases, part)
                }
            }
        }
        if presumed {
            for threshold in ReportedThreshold.allCases {
                let rest = reached[threshold] ?? result.cases
                result.coveredAt[threshold] = rest == .never ? .covered : rest == result.cases ? .notCovered : .partlyCovered
            }
        }
        return result
    }

    /// Takes one part of the other state's law away from what is left.
    private mutating func take(_ node: Node, isOpen: Bool, from answer: inout LayerAnswer) throws(DiagramTooLarge) {
        let atMost = try decider.compiler.diagrams.exists(node, over: questions)
        answer.notAtMostAlleged = try decider.compiler.diagrams.subtract(answer.notAtMostAlleged, atMost)
        answer.notAtMost = try decider.compiler.diagrams.subtract(
            answer.notAtMost, decider.compiler.diagrams.exists(atMost, over: appraisals))
        if isOpen { return }
        let surely = try decider.compiler.diagrams.forall(node, over: questions)
        answer.notSurelyAlleged = try decider.compiler.diagrams.subtract(answer.notSurelyAlleged, surely)
        answer.notSurely = try decider.compiler.diagrams.subtract(
            answer.notSurely, decider.compiler.diagrams.exists(surely, over: appraisals))
    }

    /// The acts with which an offence can be committed, completed or attempted.
    private mutating func acts(of offence: OffenceView, _ view: LawView) throws -> ValueMask {
        guard let act = own.vocabulary.index(of: "act") else { return ValueMask() }
        let node = try compile(.any([offence.parts.completed, offence.parts.attempted]), view)
        let possible = try decider.compiler.diagrams.and(node, decider.constraints)
        var mask = ValueMask()
        for value in decider.compiler.facts.space.full(act.number)
        where decider.compiler.diagrams.isPossible(possible, in: Region([act.number: ValueMask(value)])) {
            mask.insert(value)
        }
        return mask
    }

    // MARK: - Gaps

    private func gap(_ answer: LayerAnswer, _ layer: CompareLayer) -> Node {
        if answer.isTooLarge { return .never }
        return layer == .appraisal ? answer.notAtMostAlleged : answer.notAtMost
    }

    /// The gaps of all acts; regions that differ only in the act become one.
    private mutating func regions(
        _ answers: [LayerAnswer], layer: CompareLayer, limit: Int
    ) throws -> (regions: [RegionDescription], complete: Bool) {
        let space = decider.compiler.facts
        let act = own.vocabulary.index(of: "act")?.number ?? 0
        var found: [(rest: [Region.Literal], acts: ValueMask)] = []
        var complete = true
        for answer in answers {
            let lower = gap(answer, layer)
            guard lower != .never else { continue }
            let upper = try decider.compiler.diagrams.or(lower, decider.compiler.diagrams.not(answer.cases))
            let cover = try decider.compiler.diagrams.cover(lower: lower, upper: upper, limit: limit)
            if !cover.isComplete { complete = false }
            let own = decider.compiler.diagrams.witness(answer.cases)?[act]
            for region in cover.regions {
                let shrunk = decider.compiler.diagrams.shrink(region, within: lower)
                let rest = shrunk.literals.filter { $0.variable != act && $0.variable < space.elementCount }
                let acts = shrunk[act] ?? own.map { ValueMask($0) } ?? ValueMask()
                if let place = found.firstIndex(where: { $0.rest == rest }) {
                    found[place].acts.formUnion(acts)
                } else {
                    found.append((rest, acts))
                }
            }
        }
        let allActs = found.reduce(ValueMask()) { $0.union($1.acts) }
        let sorted = found.enumerated().sorted { ($0.element.rest.count, $0.offset) < ($1.element.rest.count, $1.offset) }
        let shown = sorted.prefix(limit).map { entry -> RegionDescription in
            var literals = entry.element.rest.map {
                (ElementIndex($0.variable), space.values($0.values, of: ElementIndex($0.variable)))
            }
            // The act is said only where the gap is not the same for all of them, or nothing else is said.
            if entry.element.acts != allActs || literals.isEmpty {
                literals.insert((ElementIndex(act), space.values(entry.element.acts, of: ElementIndex(act))), at: 0)
            }
            return RegionDescription(literals, wording: wording)
        }
        return (shown, complete && found.count <= limit)
    }

    /// A smallest case in the gap: the facts on the shortest path, presumptions aside.
    private mutating func witness(_ answer: LayerAnswer, _ layer: CompareLayer) throws -> [FactDescription] {
        let lower = gap(answer, layer)
        guard let point = decider.compiler.diagrams.witness(lower) else { return [] }
        let space = decider.compiler.facts
        return point.keys.sorted().filter { $0 < space.elementCount }.compactMap { variable in
            let element = ElementIndex(variable)
            let set = space.values(ValueMask(point[variable] ?? 0), of: element)
            if let presumed = own.vocabulary[element].presume, space.mask(presumed, of: element) == space.mask(set, of: element) {
                return nil
            }
            return FactDescription(element, set, wording: wording)
        }
    }

    private mutating func terms(_ answers: [LayerAnswer]) throws -> [String] {
        var found: Set<Int> = []
        for answer in answers {
            let turning = try decider.compiler.diagrams.subtract(answer.notSurelyAlleged, answer.notSurely)
            found.formUnion(decider.compiler.diagrams.support(turning))
        }
        return found.sorted().filter { appraisals.contains($0) }.map { wording.literal(ElementIndex($0), .yes) }
    }

    private mutating func openLaw(_ answers: [LayerAnswer]) throws -> [String] {
        var texts: [String] = []
        for answer in answers where answer.granted == .unknown && !answer.isTooLarge {
            for law in other.unencoded {
                let node = try compile(law.when, other)
                if try decider.compiler.diagrams.and(node, answer.cases) != .never { texts.append(law.text) }
            }
        }
        return texts.unique
    }
}
