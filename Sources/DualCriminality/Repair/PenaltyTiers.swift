import ConditionAlgebra
import Law

/// Compares the least maximum penalties that an instrument asks for with those of a state, tier by tier.
///
/// Presumptions are taken and evaluations granted, as in the core of every comparison. A case belongs to the first tier
/// whose condition holds; where that is open, it is asked for at least the lowest term that may apply.
struct PenaltyTiers {
    let state: LawView
    let models: LawView
    private let decider: Decider
    private let appraisals: [Int]
    private let questions: [Int]
    private let wording: Wording

    /// - Throws: `FactSpaceError` where benchmark and law together cut an element too finely.
    init(vocabulary: Vocabulary, benchmark: Benchmark, state: Jurisdiction, date: LegalDate) throws {
        self.state = LawView(state, on: date, side: .requested, vocabulary: vocabulary)
        models = LawView(
            benchmark.asJurisdiction(leavingOut: { _ in .never }), on: date, side: .requested, vocabulary: vocabulary)
        wording = Wording(vocabulary: vocabulary)
        var conditions: [(owner: String, condition: Condition)] = self.state.vocabularyConditions
        for view in [self.state, models] { conditions += view.conditions.map { (view.jurisdiction.code.text, $0) } }
        conditions += benchmark.provisions.flatMap { $0.leastMaximum.map { (benchmark.id, $0.when) } }
        let facts = try FactSpace(vocabulary: vocabulary, conditions: conditions)
        decider = try Decider(ConditionCompiler(facts: facts))
        appraisals = facts.appraisalVariables
        questions = Array(facts.questionVariables)
    }

    /// One entry for each term that the provision names, the lowest first.
    func compare(_ provision: BenchmarkProvision, place: Int) throws -> [PenaltyComparison] {
        var terms: [Term] = []
        for tier in provision.leastMaximum where !terms.contains(tier.term) { terms.append(tier.term) }
        return try terms.sorted().map { term in
            var decider = decider
            do {
                return try compare(provision, models.offences[place], term, &decider)
            } catch is DiagramTooLarge {
                return PenaltyComparison(
                    leastMaximum: term.words, coverage: .unknown, shortfall: [], shortfallComplete: false, lower: [],
                    open: [])
            }
        }
    }

    /// What one term comes to, act by act.
    private struct Tally {
        var statuses: [CoverageStatus] = []
        var regions: [(rest: [Region.Literal], acts: ValueMask)] = []
        var isComplete = true
        /// The offences of the state that punish part of the shortfall.
        var lower: [Int] = []
        /// The instrument leaves open who falls under the term.
        var isOpen = false
    }

    private static let mostRegions = 6

    private func compare(
        _ provision: BenchmarkProvision, _ model: OffenceView, _ term: Term, _ decider: inout Decider
    ) throws -> PenaltyComparison {
        let facts = decider.compiler.facts
        let act = facts.vocabulary.index(of: "act")
        // Who falls under a tier that asks for at least this, by the first condition that holds.
        var asked: [Condition] = []
        var before: [Condition] = []
        for tier in provision.leastMaximum {
            if tier.term >= term { asked.append(.all([tier.when, .not(.any(before))])) }
            before.append(tier.when)
        }
        var tally = Tally()
        let acts = act.map { model.parts.completed.possibleActs($0, facts) } ?? ValueMask(0)
        for value in acts { try count(value, act, model, .any(asked), term, &decider, &tally) }
        let described = tally.regions.prefix(PenaltyTiers.mostRegions).map { entry -> RegionDescription in
            var literals = entry.rest.map {
                (ElementIndex($0.variable), facts.values($0.values, of: ElementIndex($0.variable)))
            }
            if let act { literals.insert((act, facts.values(entry.acts, of: act)), at: 0) }
            return RegionDescription(literals, wording: wording)
        }
        var open: [String] = []
        if tally.isOpen {
            for tier in provision.leastMaximum where tier.term >= term {
                tier.when.forEach { part in
                    if case .open(let law) = part { open.append(law.text) }
                }
            }
        }
        return PenaltyComparison(
            leastMaximum: term.words, coverage: CoverageStatus.ofParts(tally.statuses) ?? (tally.isOpen ? .unknown : nil),
            shortfall: described, shortfallComplete: tally.isComplete && tally.regions.count <= PenaltyTiers.mostRegions,
            lower: tally.lower.unique.sorted().map { lower(state.offences[$0], than: term) }, open: open.unique)
    }

    /// The highest maximum of an offence that stays below the term.
    private func lower(_ offence: OffenceView, than term: Term) -> PenaltyComparison.Lower {
        let ranges = offence.parts.lines.compactMap(\.line.imprisonment).filter { $0.maximum < term }
        return PenaltyComparison.Lower(
            offence: offence.offence.id.text, provision: cite(offence.offence.source.short, offence.version.provision),
            imprisonment: ranges.max { $0.maximum < $1.maximum }?.words)
    }

    private func count(
        _ value: Int, _ act: ElementIndex?, _ model: OffenceView, _ asked: Condition, _ term: Term,
        _ decider: inout Decider, _ tally: inout Tally
    ) throws {
        let facts = decider.compiler.facts
        var known = Facts()
        if let act { known.values[act] = facts.values(ValueMask(value), of: act) }
        known = try decider.presuming(known).facts
        decider.compiler.assume(facts.region(known))
        defer { decider.compiler.assume(.everything) }
        let possible = try decider.cases(known)
        func owned(_ condition: Condition) throws -> Node {
            let node = try decider.compiler.compile(condition, owner: models.jurisdiction.code.text, aimed: models.aimed)
            return try decider.compiler.diagrams.and(possible, decider.compiler.diagrams.forall(node, over: questions))
        }
        let cases = try owned(.all([model.parts.completed, asked]))
        if cases == .never, try owned(model.parts.completed) != .never { tally.isOpen = true }
        guard cases != .never else { return }
        func granted(_ condition: Condition, sure: Bool) throws -> Node {
            let node = try decider.compiler.compile(condition, owner: state.jurisdiction.code.text, aimed: state.aimed)
            let settled = sure
                ? try decider.compiler.diagrams.forall(node, over: questions)
                : try decider.compiler.diagrams.exists(node, over: questions)
            return try decider.compiler.diagrams.and(cases, decider.compiler.diagrams.exists(settled, over: appraisals))
        }
        var punished = Node.never
        var surely = Node.never
        var atMost = Node.never
        var wholes: [Node] = []
        for offence in state.offences {
            let whole = try granted(offence.parts.completed, sure: true)
            wholes.append(whole)
            punished = try decider.compiler.diagrams.or(punished, whole)
            let reaching = offence.parts.lines.filter { $0.line.imprisonment.map { $0.maximum >= term } ?? false }
            if reaching.isEmpty { continue }
            let condition = Condition.all([offence.parts.completed, .any(reaching.map(\.applies))])
            surely = try decider.compiler.diagrams.or(surely, granted(condition, sure: true))
            atMost = try decider.compiler.diagrams.or(atMost, granted(condition, sure: false))
        }
        guard punished != .never else { return }
        let short = try decider.compiler.diagrams.subtract(punished, atMost)
        if try decider.compiler.diagrams.subtract(punished, surely) == .never {
            tally.statuses.append(.covered)
        } else if short == .never {
            tally.statuses.append(.unknown)
        } else {
            tally.statuses.append(short == punished ? .notCovered : .partlyCovered)
            for (place, whole) in wholes.enumerated()
            where try decider.compiler.diagrams.and(whole, short) != .never { tally.lower.append(place) }
            try describe(short, in: punished, value, act, &decider, &tally)
        }
    }

    private func describe(
        _ short: Node, in punished: Node, _ value: Int, _ act: ElementIndex?, _ decider: inout Decider, _ tally: inout Tally
    ) throws {
        let upper = try decider.compiler.diagrams.or(short, decider.compiler.diagrams.not(punished))
        let cover = try decider.compiler.diagrams.cover(lower: short, upper: upper, limit: PenaltyTiers.mostRegions)
        if !cover.isComplete { tally.isComplete = false }
        for region in cover.regions {
            let rest = decider.compiler.diagrams.shrink(region, within: short).literals.filter {
                $0.variable != act?.number && $0.variable < decider.compiler.facts.elementCount
            }
            if let place = tally.regions.firstIndex(where: { $0.rest == rest }) {
                tally.regions[place].acts.insert(value)
            } else {
                tally.regions.append((rest, ValueMask(value)))
            }
        }
    }
}
