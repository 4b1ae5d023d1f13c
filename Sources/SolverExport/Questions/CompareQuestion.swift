import DualCriminality
import Law

/// One answer of a comparison, and the question that proves or refutes it.
public struct CompareQuestion: Sendable {
    public let question: SolverQuestion
    /// What the engine says of the offence in this layer.
    public let claimed: CoverageStatus
    /// What may be claimed where the offence punishes nothing for certain in this layer.
    let claimedOfNothing: Set<CoverageStatus>
    let kinds: [[CompareCheck]]

    /// What the solver's answers say of the offence.
    public enum Finding: Hashable, Sendable {
        /// All acts together.
        case coverage(CoverageStatus)
        /// The offence punishes nothing for certain in this layer, with any act.
        case nothing

        public var words: String {
            switch self {
            case .coverage(let status): return status.rawValue
            case .nothing: return "nothing to cover"
            }
        }
    }

    /// What the solver's answers say; nil where it left something undecided.
    public func found(_ answers: [SolverAnswer]) -> Finding? {
        guard answers.count == kinds.reduce(0, { $0 + $1.count }), !answers.contains(.unknown) else { return nil }
        var rest = answers[...]
        var acts: [CoverageStatus] = []
        for kinds in kinds {
            let own = Dictionary(zip(kinds, rest), uniquingKeysWith: { first, _ in first })
            rest = rest.dropFirst(kinds.count)
            if let status = CompareCheck.status(own) { acts.append(status) }
        }
        return CompareCheck.together(acts).map { .coverage($0) } ?? .nothing
    }

    /// Whether the solver agrees with the engine, act by act and on the whole; nil where it left something undecided.
    public func agrees(_ answers: [SolverAnswer]) -> Bool? {
        switch (question.agrees(answers), found(answers)) {
        case (false?, _): return false
        case (nil, _), (_, nil): return nil
        case (true?, .coverage(let found)?): return found == claimed
        case (true?, .nothing?): return claimedOfNothing.contains(claimed)
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
    ///
    /// - Parameter status: nil where nothing can occur.
    static func proving(_ status: CoverageStatus?) -> [(CompareCheck, SolverAnswer?)] {
        switch status {
        case nil: return [(.punished, .unsat)]
        case .covered: return [(.notSurely, .unsat), (.punished, .sat)]
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

    /// All acts together; nil where there is nothing to cover. Open law beside one kind of answer leaves it open; everything else
    /// that is mixed is covered in part.
    static func together(_ acts: [CoverageStatus]) -> CoverageStatus? {
        let kinds = Set(acts)
        guard let one = kinds.first else { return nil }
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

    func question(_ acts: [PunishedWithAct], _ sheets: Sheets, _ answers: ActAnswers) -> CompareQuestion {
        var parts: [SolverQuestion.Part] = []
        var kinds: [[CompareCheck]] = []
        for act in acts {
            guard let sheet = sheets.context(act, presumed: layer != .margins) else { continue }
            // Of an act that the engine does not know of the offence nothing may be possible either.
            let checks = CompareCheck.proving(answers[OffenceID(offence.id), act.act]?[layer])
            parts.append(part(layer == .margins ? act.margins : act.core, sheet, checks))
            kinds.append(checks.map(\.0))
        }
        let name = "\(from.code)-\(to.code)-\(offence.id)-\(layer.rawValue)"
        return CompareQuestion(
            question: SolverQuestion(name: name, title: title, parts: parts), claimed: claimed,
            claimedOfNothing: claimedOfNothing, kinds: kinds)
    }

    /// An offence without a core is as its margins are; one without any case is covered, one that open law decides unknown.
    private var claimedOfNothing: Set<CoverageStatus> { layer == .margins ? [.covered, .unknown] : [offence.layers.margins] }

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
