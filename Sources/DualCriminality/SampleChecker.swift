import ConditionAlgebra
import Law

/// A sample whose answer is not what its author read in the text.
public struct SampleFailure: Hashable, Sendable {
    public let sample: Sample
    /// What the encoding answers; nil where the facts are impossible or the offence was not in force.
    public let answer: PunishabilityStatus?
    /// What explains it, one sentence each.
    public let reasons: [String]
}

/// Runs the samples of `cases.yaml` against the encoding of their state.
public struct SampleChecker: Sendable {
    public let vocabulary: Vocabulary
    public let jurisdiction: Jurisdiction

    public init(vocabulary: Vocabulary, jurisdiction: Jurisdiction) {
        self.vocabulary = vocabulary
        self.jurisdiction = jurisdiction
    }

    /// The failures, in the order of the samples. Samples of one date share one compilation.
    public func failures(in samples: [Sample]) throws -> [SampleFailure] {
        // Without a date a sample asks the newest version of each offence.
        guard let latest = jurisdiction.offences.compactMap({ $0.latest?.inForce.from }).max() else { return [] }
        let dates = Set(samples.map { $0.date ?? latest })
        var failures: [(place: Int, failure: SampleFailure)] = []
        for date in dates.sorted() {
            let view = LawView(jurisdiction, on: date, side: .requested, vocabulary: vocabulary)
            let compiled = try StateQuestion(view: view)
            for (place, sample) in samples.enumerated() where (sample.date ?? latest) == date {
                // A copy for each sample, so that what one sample needs does not pile up for the next.
                var question = compiled
                if let failure = try check(sample, &question, date) { failures.append((place, failure)) }
            }
        }
        return failures.sorted { $0.place < $1.place }.map(\.failure)
    }

    private func check(_ sample: Sample, _ question: inout StateQuestion, _ date: LegalDate) throws -> SampleFailure? {
        let contradictions = try question.decider.contradictions(in: sample.facts)
        guard contradictions.isEmpty else {
            return SampleFailure(sample: sample, answer: nil, reasons: contradictions)
        }
        let (facts, _) = try question.decider.presuming(sample.facts)
        let cases = try question.decider.cases(facts)
        let node: Node
        if let id = sample.offence {
            guard let offence = question.compiled.offences.first(where: { $0.offence.offence.id == id }) else {
                return SampleFailure(
                    sample: sample, answer: nil, reasons: ["`\(id)` was not in force on \(date.iso)"])
            }
            node = offence.whole
        } else {
            node = try question.decider.union(question.compiled, in: cases)
        }
        let answer = try question.decider.status(node, in: cases)
        guard answer.rawValue != sample.expected else { return nil }
        return SampleFailure(
            sample: sample, answer: answer, reasons: try question.explain(node, facts: facts, answer: answer))
    }
}

/// One view, compiled into a fact space of its own.
struct StateQuestion: Sendable {
    var decider: Decider
    let compiled: CompiledView

    init(view: LawView) throws {
        let vocabulary = view.vocabularyConditions
        let conditions = view.conditions.map { (owner: view.jurisdiction.code.text, condition: $0) } + vocabulary
        let space = try FactSpace(vocabulary: view.vocabulary, conditions: conditions)
        var compiler = ConditionCompiler(facts: space)
        compiled = try CompiledView(view, &compiler)
        decider = try Decider(compiler)
    }

    /// Which facts would have to be different, or are still open.
    mutating func explain(
        _ node: Node, facts: Facts, answer: PunishabilityStatus
    ) throws -> [String] {
        let vocabulary = decider.compiler.facts.vocabulary
        let wording = Wording(vocabulary: vocabulary)
        let space = decider.compiler.facts
        if answer == .notMet {
            let weights = [Int](repeating: 1, count: space.space.count)
            let possible = try decider.compiler.diagrams.and(node, decider.constraints)
            guard let change = decider.compiler.diagrams.nearestChange(
                possible, known: space.region(facts), weights: weights)
            else { return ["no change of facts would make it punishable"] }
            return change.changes.filter { $0.variable < space.elementCount }.map {
                let element = ElementIndex($0.variable)
                return "`\(vocabulary[element].id)` would have to be \(wording.values(element, space.values($0.values, of: element)))"
            }
        }
        let residual = try decider.compiler.diagrams.restrict(node, to: space.region(facts))
        return decider.compiler.diagrams.support(residual).compactMap { variable in
            if let question = space.question(of: variable) { return "open: \(question.text)" }
            let element = ElementIndex(variable)
            if let stated = facts.values[element], space.mask(stated, of: element).count == 1 { return nil }
            return "`\(vocabulary[element].id)` is open"
        }
    }
}
