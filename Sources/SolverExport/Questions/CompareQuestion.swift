import DualCriminality
import Law

/// One answer of a comparison, and the question that proves or refutes it.
public struct CompareQuestion: Sendable {
    public let question: SolverQuestion
    /// What the engine says of the offence in this layer.
    public let claimed: CoverageStatus
    let kinds: [[CompareCheck]]

    /// What the solver's answers say of the offence, all acts together; nil where it left something undecided.
    public func found(_ answers: [SolverAnswer]) -> CoverageStatus? {
        guard answers.count == kinds.reduce(0, { $0 + $1.count }), !answers.contains(.unknown) else { return nil }
        var rest = answers[...]
        var acts: [CoverageStatus] = []
        for kinds in kinds {
            let own = Dictionary(zip(kinds, rest), uniquingKeysWith: { first, _ in first })
            rest = rest.dropFirst(kinds.count)
            if let status = CompareCheck.status(own) { acts.append(status) }
        }
        return CompareCheck.together(acts)
    }

    /// Whether the solver agrees with the engine, act by act and on the whole; nil where it left something undecided.
    public func agrees(_ answers: [SolverAnswer]) -> Bool? {
        switch (question.agrees(answers), found(answers)) {
        case (false?, _): return false
        case (nil, _), (_, nil): return nil
        case (true?, let found?): return found == claimed
        }
    }
}

/// What is asked of the cases that the compared offence punishes for certain, with one act.
enum CompareCheck: Hashable, Sendable {
    /// Is there one?
    case punished
    /// Is there one that the other state does not punish for certain?
    case notSurely
    /// Is there one that the other state may punish?
    case reached
    /// Is there one that the other state cannot punish, even if all its open law did?
    case gap

    /// The checks that prove a status, with the answers that do.
    static func proving(_ status: CoverageStatus, occurs: Bool?) -> [(CompareCheck, SolverAnswer?)] {
        switch status {
        // Where nothing can occur, nothing is left uncovered; whether anything can matters to the whole.
        case .covered: return [(.notSurely, .unsat), (.punished, occurs.map { $0 ? .sat : .unsat })]
        case .notCovered: return [(.notSurely, .sat), (.reached, .unsat)]
        case .unknown: return [(.notSurely, .sat), (.reached, .sat), (.gap, .unsat)]
        case .partlyCovered: return [(.notSurely, .sat), (.reached, .sat), (.gap, .sat)]
        }
    }

    /// What answers say of one act; nil where the offence cannot be committed with it.
    static func status(_ answers: [CompareCheck: SolverAnswer]) -> CoverageStatus? {
        if answers[.punished] == .unsat { return nil }
        if answers[.notSurely] == .unsat { return .covered }
        if answers[.reached] == .unsat { return .notCovered }
        return answers[.gap] == .unsat ? .unknown : .partlyCovered
    }

    /// All acts together. Nothing to cover is covered; open law beside one kind of answer leaves it open; everything else
    /// that is mixed is covered in part.
    static func together(_ acts: [CoverageStatus]) -> CoverageStatus {
        let kinds = Set(acts)
        guard let one = kinds.first else { return .covered }
        if kinds.count == 1 { return one }
        return kinds == [.covered, .unknown] || kinds == [.notCovered, .unknown] ? .unknown : .partlyCovered
    }
}

/// Writes the question for one offence and one layer.
struct CompareQuestionBuilder {
    let from: Jurisdiction
    let to: Jurisdiction
    let date: LegalDate
    let offence: OffenceComparison
    let layer: CompareLayer

    private var claimed: CoverageStatus { offence.layers[layer] }
    private var mine: String { "punished in \(from.code): \(offence.id)" }
    private var theirs: ActNames { ActNames(to.code.text) }

    func question(_ acts: [PunishedWithAct], _ sheets: Sheets, _ split: ActSplit) -> CompareQuestion {
        var parts: [SolverQuestion.Part] = []
        var kinds: [[CompareCheck]] = []
        for act in acts {
            guard let sheet = sheets.context(act.act, presumed: layer != .margins) else { continue }
            // An act that the engine does not know of the offence: then nothing of it may be possible.
            let answer = split[OffenceID(offence.id), act.act]
            let checks = answer.map { CompareCheck.proving($0.layers[layer], occurs: occurs($0)) } ?? [(.punished, .unsat)]
            parts.append(part(layer == .margins ? act.margins : act.core, sheet, checks))
            kinds.append(checks.map(\.0))
        }
        let name = "\(from.code)-\(to.code)-\(offence.id)-\(layer.rawValue)"
        return CompareQuestion(
            question: SolverQuestion(name: name, title: title, parts: parts), claimed: claimed, kinds: kinds)
    }

    private func occurs(_ answer: ActAnswer) -> Bool? {
        // What can occur in the core can occur in the margins; the engine says no more of these.
        if layer == .margins { return answer.occursInCore ? true : nil }
        return answer.occursInCore
    }

    private var title: [String] {
        [
            "Is what \(from.name) punishes as `\(offence.id)` (\(offence.provision): \(offence.title)) punished in \(to.name)?",
            "The law of \(date.iso); layer `\(layer.rawValue)`: \(layer.words)",
            "dualcrim says: \(claimed.rawValue)",
        ]
    }

    private func part(
        _ cases: Formula, _ sheet: ActContext, _ checks: [(CompareCheck, SolverAnswer?)]
    ) -> SolverQuestion.Part {
        let theirs = layer == .appraisal ? sheet.alleged : sheet.granted
        let kinds = checks.map(\.0)
        var definitions = [Definition(mine, comment: offence.provision, cases)]
        if kinds.contains(.notSurely) { definitions += theirs.surely }
        if kinds.contains(.reached) || kinds.contains(.gap) { definitions += theirs.atMost }
        return SolverQuestion.Part(
            comments: sheet.comments, assertions: sheet.assertions, definitions: definitions,
            checks: checks.map { check($0.0, $0.1) })
    }

    private func check(_ kind: CompareCheck, _ expected: SolverAnswer?) -> SolverQuestion.Check {
        let comment: String
        var asserted = [(name: mine, holds: true)]
        switch kind {
        case .punished: comment = "can it occur at all?"
        case .notSurely:
            comment = "is there a case that \(to.name) does not punish for certain?"
            asserted.append((theirs.surely, false))
        case .reached:
            comment = "is there a case that \(to.name) punishes, or may punish by open law?"
            asserted.append((theirs.atMost, true))
        case .gap:
            comment = "is there a case that \(to.name) does not punish, even if all its open law did?"
            asserted.append((theirs.atMost, false))
        }
        return SolverQuestion.Check(comment: comment, asserted: asserted, expected: expected)
    }
}

extension CompareLayer {
    fileprivate var words: String {
        switch self {
        case .core: return "completed, every presumption on, evaluations of the other state granted"
        case .appraisal: return "completed, every presumption on, evaluations as the case has them"
        case .margins: return "completed or attempted, nothing presumed, evaluations of the other state granted"
        }
    }
}

extension OffenceComparison.Layers {
    subscript(layer: CompareLayer) -> CoverageStatus {
        switch layer {
        case .core: return core
        case .appraisal: return appraisal
        case .margins: return margins
        }
    }
}
