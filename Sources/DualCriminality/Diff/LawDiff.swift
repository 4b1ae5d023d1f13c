import Law

/// What changes between states when one version of the law takes the place of another.
public struct LawDiff: Hashable, Sendable, Encodable {
    /// One of the two laws.
    public struct Side: Hashable, Sendable, Encodable {
        /// As the user named it.
        public let law: String
        public let asOf: String
        public init(law: String, asOf: String) {
            self.law = law
            self.asOf = asOf
        }
        enum CodingKeys: String, CodingKey {
            case law
            case asOf = "as-of"
        }
    }

    public let schema = "dualcrim/diff/1"
    public let before: Side
    public let after: Side
    public let edits: [LawEdit]
    /// By pair of states, then by offence.
    public let changes: [AnswerChange]
    /// Every ordered pair of which at least one state has edits.
    public let pairs: Int
    /// The answers that an edit could reach, and that were therefore computed under both laws.
    public let compared: Int
    /// What besides a reader must know.
    public let notes: [String]
}

/// The answer about one offence of a state against the law of another, before and after.
public struct AnswerChange: Hashable, Sendable, Encodable {
    public enum Kind: String, Hashable, Sendable, Encodable, CaseIterable {
        case added, removed, changed
    }

    /// Which way the other state's reach went.
    public enum Effect: String, Hashable, Sendable, Encodable, CaseIterable {
        case reachesMore = "reaches-more"
        case reachesLess = "reaches-less"
        case other
    }

    /// What a comparison says of the offence, as far as a change of it counts.
    public struct Answer: Hashable, Sendable, Encodable {
        public let coverage: CoverageStatus
        public let layers: OffenceComparison.Layers
        public let gaps: [OffenceComparison.Gap]
        public let gapsComplete: Bool
        public let coveredAt: [String: CoverageStatus]
        public let coveredBy: [String]
        public let open: [String]

        enum CodingKeys: String, CodingKey {
            case coverage, layers, gaps, open
            case gapsComplete = "gaps-complete"
            case coveredAt = "covered-at"
            case coveredBy = "covered-by"
        }

        init(_ comparison: OffenceComparison) {
            coverage = comparison.coverage
            layers = comparison.layers
            gaps = comparison.gaps
            gapsComplete = comparison.gapsComplete
            coveredAt = comparison.coveredAt
            coveredBy = comparison.coveredBy.map(\.provision)
            open = comparison.open
        }
    }

    public let from: String
    public let to: String
    public let fromName: String
    public let toName: String
    public let id: String
    public let title: String
    public let provision: String
    public let categories: [String]
    public let kind: Kind
    public let effect: Effect
    /// Which parts of the answer differ: `coverage`, `core`, `appraisal`, `margins`, `gaps`, `covered-at`.
    public let differs: [String]
    public let before: Answer?
    public let after: Answer?
    public let cause: Cause

    enum CodingKeys: String, CodingKey {
        case from, to, id, title, provision, categories, kind, effect, differs, before, after, cause
        case fromName = "from-name"
        case toName = "to-name"
    }
}

/// Which edits make an answer the new one.
public struct Cause: Hashable, Sendable, Encodable {
    public enum Kind: String, Hashable, Sendable, Encodable, CaseIterable {
        /// One edit alone makes the new answer, and no other does.
        case one
        /// Each of several edits alone makes it.
        case each
        /// Only several edits together; the sets listed are smallest.
        case set
        /// Only several edits together; none of those listed can be left out, but a smaller set may exist.
        case together
    }

    public let kind: Kind
    /// The ids of the edits; each set alone makes the new answer.
    public let edits: [[String]]
    /// Edits that alone change the answer, but not to the new one.
    public let partly: [String]
    /// False where the search for further sets was cut short.
    public let complete: Bool
}

extension AnswerChange.Answer {
    /// The names of the parts that differ; empty where the answers are the same.
    func differences(to other: AnswerChange.Answer) -> [String] {
        var parts: [String] = []
        if coverage != other.coverage { parts.append("coverage") }
        if layers.core != other.layers.core { parts.append("core") }
        if layers.appraisal != other.layers.appraisal { parts.append("appraisal") }
        if layers.margins != other.layers.margins { parts.append("margins") }
        // As sets: in which order gaps are listed is no change.
        if Set(gaps) != Set(other.gaps) || gapsComplete != other.gapsComplete { parts.append("gaps") }
        if coveredAt != other.coveredAt { parts.append("covered-at") }
        return parts
    }

    func isSame(as other: AnswerChange.Answer) -> Bool { differences(to: other).isEmpty }

    /// How far the law of the other state reaches, layer by layer; unknown has no rank.
    private var ranks: [Int?] {
        ([coverage, layers.core, layers.appraisal, layers.margins] + coveredAt.sorted { $0.key < $1.key }.map(\.value)).map {
            switch $0 {
            case .covered: return 2
            case .partlyCovered: return 1
            case .notCovered: return 0
            case .unknown: return nil
            }
        }
    }

    func effect(against other: AnswerChange.Answer) -> AnswerChange.Effect {
        guard ranks.count == other.ranks.count else { return .other }
        var more = false
        var less = false
        for (one, two) in zip(ranks, other.ranks) where one != two {
            guard let one, let two else { return .other }
            if two > one { more = true } else { less = true }
        }
        return more == less ? .other : more ? .reachesMore : .reachesLess
    }
}

extension LawDiff {
    /// The same with one more note.
    public func noting(_ note: String) -> LawDiff {
        LawDiff(
            before: before, after: after, edits: edits, changes: changes, pairs: pairs, compared: compared,
            notes: [note] + notes)
    }
}

extension Vocabulary {
    /// Whether two vocabularies mean the same in every part that a comparison uses.
    public func isSame(as other: Vocabulary) -> Bool {
        self == other && applicability == other.applicability && unpresumed == other.unpresumed && victim == other.victim
            && belief == other.belief && aims.elementsEqual(other.aims) { $0.aim == $1.aim && $0.acts == $1.acts }
    }
}
