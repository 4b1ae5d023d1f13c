import Law

/// The assessment of one request (DESIGN §7).
public struct Assessment: Hashable, Sendable, Encodable {
    public let schema = "dualcrim/assessment/1"
    public let request: RequestSummary
    public let verdict: Verdict
    /// Counts differ: part of the request stands better than the verdict says.
    public let partial: Bool
    public let counts: [CountAssessment]
    /// The legal bases that were tried; without a treaty, the requested state's own law (`domestic`) alone.
    public let bases: [BasisAssessment]
    public let findings: [Finding]
    /// The grounds to which the verdict is limited.
    public let scope = ["dual-criminality", "penalty-threshold", "sentence-threshold"]
    /// The grounds that this assessment did not look at.
    public let notAssessed: [String]
    public let law: LawRecord

    enum CodingKeys: String, CodingKey {
        case schema, request, verdict, partial, counts, bases, findings, scope, law
        case notAssessed = "not-assessed"
    }
}

/// How the request stands on one legal basis (DESIGN-AMENDMENTS 11).
public struct BasisAssessment: Hashable, Sendable, Encodable {
    public struct Count: Hashable, Sendable, Encodable {
        public let id: String
        public let dualCriminality: PunishabilityStatus
        public let verdict: Verdict

        enum CodingKeys: String, CodingKey {
            case id, verdict
            case dualCriminality = "dual-criminality"
        }
    }

    /// The name that findings give as their `basis`.
    public let instrument: String
    public let verdict: Verdict
    public let counts: [Count]

    /// The requested state's own cooperation law.
    init(domestic counts: [CountAssessment]) {
        instrument = "domestic"
        verdict = Verdict.worst(counts.map(\.verdict))
        self.counts = counts.map { Count(id: $0.id, dualCriminality: $0.dualCriminality, verdict: $0.verdict) }
    }
}

public enum Verdict: String, Hashable, Sendable, Encodable, CaseIterable {
    case clear, obstructed, conditional
    case notAssessable = "not-assessable"

    /// The exit code of `dualcrim check` (DESIGN §6).
    public var exitCode: Int32 {
        switch self {
        case .clear: return 0
        case .obstructed: return 1
        case .conditional: return 2
        case .notAssessable: return 3
        }
    }

    /// For counts and items: a certain bar is worse than open law, which is worse than open facts.
    var rank: Int {
        switch self {
        case .clear: return 0
        case .conditional: return 1
        case .notAssessable: return 2
        case .obstructed: return 3
        }
    }

    static func worst(_ verdicts: [Verdict]) -> Verdict { verdicts.max { $0.rank < $1.rank } ?? .clear }
    static func best(_ verdicts: [Verdict]) -> Verdict { verdicts.min { $0.rank < $1.rank } ?? .clear }
}

public struct RequestSummary: Hashable, Sendable, Encodable {
    public let kind: String
    public let requesting: String
    public let requested: String
    public let requestingName: String
    public let requestedName: String
    public let date: String
    public let purpose: String
    public let measures: [String]

    enum CodingKeys: String, CodingKey {
        case kind, requesting, requested, date, purpose, measures
        case requestingName = "requesting-name"
        case requestedName = "requested-name"
    }
}

public struct CountAssessment: Hashable, Sendable, Encodable {
    public let id: String
    public let committed: Period
    public let dualCriminality: PunishabilityStatus
    public let verdict: Verdict
    /// The side answers of the item that decides.
    public let requesting: SideAnswer
    public let requested: SideAnswer
    /// Every item; empty where the count has only one.
    public let items: [ItemAssessment]
    /// Items that fall away while the count stands (CJEU C-168/21).
    public let severable: [String]
    /// What was alleged, in words.
    public let alleged: [FactDescription]
    /// Charged offences of the requesting state that the facts do not meet there.
    public let chargedNotMet: [String]

    public struct Period: Hashable, Sendable, Encodable {
        public let from: String
        public let to: String
    }

    enum CodingKeys: String, CodingKey {
        case id, committed, verdict, requesting, requested, items, severable, alleged
        case dualCriminality = "dual-criminality"
        case chargedNotMet = "charged-not-met"
    }
}

public struct ItemAssessment: Hashable, Sendable, Encodable {
    public let id: String
    public let dualCriminality: PunishabilityStatus
    public let verdict: Verdict
    public let requesting: SideAnswer
    public let requested: SideAnswer
    public let alleged: [FactDescription]
    /// The status of each alternative, where facts are alleged in the alternative.
    public let alternatives: [PunishabilityStatus]

    enum CodingKeys: String, CodingKey {
        case id, verdict, requesting, requested, alleged, alternatives
        case dualCriminality = "dual-criminality"
    }
}

/// One ground on which the request may fail, or on which it was found to stand.
public struct Finding: Hashable, Sendable, Encodable {
    public enum Outcome: String, Hashable, Sendable, Encodable {
        case bars, clear, unknown
        case mayBar = "may-bar"
    }

    public struct Cure: Hashable, Sendable, Encodable {
        public enum Kind: String, Hashable, Sendable, Encodable { case fact, count, basis, measure, assurance, transfer, review }
        public let kind: Kind
        public let text: String
    }

    public let ground: String
    public let count: String?
    public let item: String?
    public let outcome: Outcome
    public let effect: String
    public let basis: String
    public let provision: String
    public let because: [String]
    public let establish: Alternatives?
    public let cure: [Cure]
    public let review: String
}

/// Which law the assessment rests on.
public struct LawRecord: Hashable, Sendable, Encodable {
    /// SHA-256 over the files that were read.
    public let digest: String
    public let lowestReview: String
    public let oldestSource: String?
    public let sources: [SourceRecord]

    public struct SourceRecord: Hashable, Sendable, Encodable {
        public let jurisdiction: String
        public let title: String
        public let asOf: String
        /// The source is a year or more older than the day of the request.
        public let stale: Bool

        enum CodingKeys: String, CodingKey {
            case jurisdiction, title, stale
            case asOf = "as-of"
        }
    }

    enum CodingKeys: String, CodingKey {
        case digest, sources
        case lowestReview = "lowest-review"
        case oldestSource = "oldest-source"
    }
}
