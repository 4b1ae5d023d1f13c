import ConditionAlgebra
import Law

/// Proposes repairs for the provisions of a benchmark in which a state's law falls short.
///
/// What is claimed and what is not stands in Docs/decisions/repairs.md.
struct RepairFinder {
    /// The most edits in one repair.
    let bound: Int
    /// The most repairs for a provision, the new offence aside.
    var limit = 6
    /// How many of the sets that were found are measured for what else they punish.
    private let mostMeasured = 40
    private let mostRegions = 6
    private let mostBoxes = 24
    private let vocabulary: Vocabulary
    private let state: Jurisdiction
    private let date: LegalDate
    private let current: LawView
    private let models: LawView
    private let decider: Decider
    private let wording: Wording
    private var newly: [Bool: NewlyPunished] = [:]

    /// - Throws: `FactSpaceError` where benchmark and law together cut an element too finely.
    init(vocabulary: Vocabulary, benchmark: Benchmark, state: Jurisdiction, date: LegalDate, bound: Int = 3) throws {
        self.bound = bound
        self.vocabulary = vocabulary
        self.state = state
        self.date = date
        current = LawView(state, on: date, side: .requested, vocabulary: vocabulary)
        let model = benchmark.asJurisdiction(leavingOut: { _ in .never })
        models = LawView(model, on: date, side: .requested, vocabulary: vocabulary)
        wording = Wording(vocabulary: vocabulary)
        // A new offence brings the open law of the model into the state.
        let created = state.with(offences: model.offences.map { $0.asNewOffence(where: .always) })
        let views = [current, models, LawView(created, on: date, side: .requested, vocabulary: vocabulary)]
        var conditions: [(owner: String, condition: Condition)] = current.vocabularyConditions
        for view in views { conditions += view.conditions.map { (view.jurisdiction.code.text, $0) } }
        let facts = try FactSpace(vocabulary: vocabulary, conditions: conditions)
        decider = try Decider(ConditionCompiler(facts: facts, budget: 400_000))
    }

    struct Result {
        var repairs: [Repair] = []
        var report: RepairSearchReport?
    }

    /// - Parameter layers: how far the provision is covered, as compared.
    mutating func repairs(place: Int, layers: OffenceComparison.Layers) throws -> Result {
        let layer: CompareLayer
        switch layers {
        case _ where layers.core != .covered: layer = .core
        case _ where layers.appraisal != .covered: layer = .appraisal
        case _ where layers.margins != .covered: layer = .margins
        default: return Result()
        }
        do {
            return try repairs(place: place, layer: layer)
        } catch is DiagramTooLarge {
            return Result(report: report(0, false, "the question is too large, so no repair is claimed"))
        }
    }

    private mutating func repairs(place: Int, layer: CompareLayer) throws -> Result {
        var question = try RepairQuestion(decider, state: current, model: models, place: place, layer: layer)
        guard question.hasGap else {
            guard layer == .core else { return Result() }
            return Result(
                report: report(0, true, "whether it falls short turns on open law, which must be read first; no repair is claimed"))
        }
        let boxes = try question.boxes(limit: mostBoxes)
        question.keep()
        var proposer = EditProposer(
            facts: question.facts, state: state, date: date, bound: bound, grantsAppraisals: question.grantsAppraisals,
            related: question.related, boxes: boxes)
        for box in boxes { proposer.propose(for: box) }
        if layer == .margins { proposer.proposeForms(for: boxes) }
        let edits = try question.simplified(proposer.edits)
        let found = try search(edits, &question, place)
        var result = Result(
            report: report(
                edits.count, found.isComplete && !proposer.isFull,
                found.isAllNew ? "no offence of the state comes near enough for \(bound) edits" : nil))
        result.repairs = try ranked(found.sets, &question, place)
        if let baseline = try repair([newOffence(place, where: .always)], &question, place) {
            result.repairs.append(baseline)
        }
        return result
    }

    // MARK: - Searching

    /// A set of edits that closes the gap.
    private struct Candidate {
        let edits: [AmendmentEdit]
        let changed: [NewlyPunished.Changed]
        /// The law with all candidates as switches, in which the aims of offences are found.
        let view: LawView

        /// How much there is to write; of equal repairs the plainer comes first.
        var words: Int {
            edits.reduce(0) { sum, edit in
                switch edit.change {
                case .widen, .narrow, .punishAttempt, .punishInstigatorsAndAccomplices: return sum
                case .drop, .stopLeavingOut, .choose, .settle: return sum + 1
                case .add(let literals): return sum + 1 + literals.count
                case .create: return sum + 10
                }
            }
        }
    }

    private struct Found {
        var sets: [Candidate] = []
        var isComplete = true
        /// Only a new offence for everything would help.
        var isAllNew = false
    }

    /// Where no offence of the state can be edited to reach a case, a new offence for its act stands beside the edits.
    private func search(_ edits: [AmendmentEdit], _ question: inout RepairQuestion, _ place: Int) throws -> Found {
        let act = vocabulary.index(of: "act")
        let gapActs = question.acts.filter { $0.gap != .never }.reduce(ValueMask()) { $0.union($1.mask) }
        var newActs = ValueMask()
        while true {
            var all = edits
            if let act, !newActs.isEmpty {
                all.append(newOffence(place, where: .has(act, question.facts.values(newActs, of: act))))
            }
            let law = AmendableLaw(state, on: date, edits: all, vocabulary: vocabulary)
            let outcome = try RepairSearch(bound: bound).run(law, &question)
            guard let point = outcome.unreachable else {
                let sets = outcome.sets.map { set in
                    Candidate(
                        edits: set.members.map { all[$0] }, changed: law.changed(by: set, isPresumed: question.isPresumed),
                        view: law.view)
                }
                return Found(sets: sets, isComplete: outcome.isComplete)
            }
            guard let act, !newActs.contains(point[act.number]) else { return Found(isAllNew: true) }
            newActs.insert(point[act.number])
            if gapActs.isSubset(of: newActs) { return Found(isAllNew: true) }
        }
    }

    private func newOffence(_ place: Int, where condition: Condition) -> AmendmentEdit {
        AmendmentEdit(holder: .newOffence, change: .create(models.offences[place].offence, where: condition))
    }

    // MARK: - Ranking

    private mutating func ranked(
        _ sets: [Candidate], _ question: inout RepairQuestion, _ place: Int
    ) throws -> [Repair] {
        var measured: [(candidate: Candidate, share: Double)] = []
        let first = sets.enumerated().sorted { left, right in
            (left.element.edits.count, left.element.changed.count, left.offset)
                < (right.element.edits.count, right.element.changed.count, right.offset)
        }.map(\.element)
        var best: [Double] = []
        for candidate in first.prefix(mostMeasured) {
            let enough = best.count < limit * 2 ? nil : best[limit * 2 - 1]
            let found = try measure(
                candidate.changed, candidate.view, isPresumed: question.isPresumed, limit: nil, most: enough)
            if found.losesSomething { continue }
            measured.append((candidate, found.share))
            best.append(found.share)
            best.sort()
        }
        let order = measured.enumerated().sorted { left, right in
            let (one, two) = (left.element, right.element)
            return (one.share, one.candidate.changed.count, one.candidate.edits.count, one.candidate.words, left.offset)
                < (two.share, two.candidate.changed.count, two.candidate.edits.count, two.candidate.words, right.offset)
        }.map(\.element.candidate)
        var result: [Repair] = []
        var places: Set<Set<EditPlace>> = []
        for entry in order where result.count < limit {
            // Of several ways to edit the same parts, the one that changes least.
            guard places.insert(Set(entry.edits.map { EditPlace($0) })).inserted else { continue }
            if let repair = try repair(entry.edits, &question, place),
                !result.contains(where: { $0.hasSameEffect(as: repair) })
            {
                result.append(repair)
            }
        }
        return result
    }

    private mutating func measure(
        _ changed: [NewlyPunished.Changed], _ view: LawView, isPresumed: Bool, limit: Int?, most: Double? = nil
    ) throws -> NewlyPunished.Found {
        var meter = newly.removeValue(forKey: isPresumed)
            ?? NewlyPunished(decider, before: current, models: models, isPresumed: isPresumed)
        defer { newly[isPresumed] = meter }
        return try meter.run(changed, in: view, limit: limit, most: most)
    }

    /// Nil where the edits, made in a copy of the law, do not do what is claimed.
    private mutating func repair(
        _ edits: [AmendmentEdit], _ question: inout RepairQuestion, _ place: Int
    ) throws -> Repair? {
        let after = LawView(state.applying(edits, on: date), on: date, side: .requested, vocabulary: vocabulary)
        guard let coverage = try question.coverage(under: after) else { return nil }
        let old = Dictionary(current.offences.map { ($0.offence.id, $0.parts) }, uniquingKeysWith: { first, _ in first })
        let changed = after.offences.filter { old[$0.offence.id] != $0.parts }.map { offence in
            NewlyPunished.Changed(
                id: offence.offence.id, punishes: question.isPresumed ? offence.parts.completed : offence.parts.whole)
        }
        let found = try measure(changed, after, isPresumed: question.isPresumed, limit: mostRegions)
        if found.losesSomething { return nil }
        let model = models.offences[place]
        let words = RepairWording(
            state: state, date: date, wording: wording,
            model: cite(model.offence.source.short, model.version.provision))
        return Repair(
            edits: edits.map(words.describe), layer: question.layer, coverage: coverage, touches: changed.count,
            newlyPunished: found.gaps.map { OffenceComparison.Gap(layer: question.layer, region: $0) },
            newlyPunishedComplete: found.isComplete, verified: true, amendment: edits)
    }

    private func report(_ candidates: Int, _ complete: Bool, _ note: String?) -> RepairSearchReport {
        RepairSearchReport(bound: bound, candidates: candidates, complete: complete, note: note)
    }
}

extension RepairQuestion {
    /// Cases to add, without what follows from the rest of them.
    mutating func simplified(_ edits: [AmendmentEdit]) throws -> [AmendmentEdit] {
        var result: [AmendmentEdit] = []
        for edit in edits {
            guard case .add(var literals) = edit.change else {
                result.append(edit)
                continue
            }
            for literal in literals.reversed() where literals.count > 1 {
                let fewer = literals.filter { $0 != literal }
                if try possible(fewer) == possible(literals) { literals = fewer }
            }
            // What takes more words than this to describe is a new offence in the clothes of an old one.
            guard literals.count <= 4 else { continue }
            let simple = AmendmentEdit(holder: edit.holder, path: edit.path, change: .add(literals))
            if !result.contains(simple) { result.append(simple) }
        }
        return result
    }

    private mutating func possible(_ literals: [AmendmentEdit.Literal]) throws -> Node {
        var facts = Facts()
        for literal in literals { facts.values[literal.element] = literal.values }
        return try cases(facts)
    }
}
