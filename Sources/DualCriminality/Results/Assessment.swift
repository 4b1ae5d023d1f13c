import Law

/// The assessment of one request (DESIGN §7).
public struct Assessment: Hashable, Sendable, Encodable {
    public let schema = "dualcrim/assessment/1"
    public let request: RequestSummary
    public let verdict: Verdict
    /// Counts differ: part of the request stands better than the verdict says.
    public let partial: Bool
    public let counts: [CountAssessment]
    /// The legal bases between the two states, the best first; the requested state's own law is `domestic`.
    public let bases: [BasisAssessment]
    /// The basis that `counts` and the verdict rest on; nil where there is none.
    public let decidingBasis: String?
    /// The grounds that stand differently on the bases that nothing displaces.
    public let basisDifferences: [BasisDifference]
    public let findings: [Finding]
    /// Extradition only.
    public let surrender: Surrender?
    public let documents: [DocumentRecord]
    public let law: LawRecord

    enum CodingKeys: String, CodingKey {
        case schema, request, verdict, partial, counts, bases, findings, surrender, documents, law
        case decidingBasis = "deciding-basis"
        case basisDifferences = "basis-differences"
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

    public struct MeasureVerdict: Hashable, Sendable, Encodable {
        public let measure: String
        public let verdict: Verdict
    }

    /// The name that findings give as their `basis`: the id of an instrument, or `domestic`.
    public let instrument: String
    public let title: String
    public let verdict: Verdict
    public let counts: [Count]
    /// The measures of assistance that were asked for, each with its verdict.
    public let measures: [MeasureVerdict]
    /// The basis that takes its place, with the provision; such a basis does not decide the verdict.
    public let displacedBy: String?
    /// Why it is not certain that the basis applies.
    public let uncertain: String?
    public let remarks: [String]

    enum CodingKeys: String, CodingKey {
        case instrument, title, verdict, counts, measures, uncertain, remarks
        case displacedBy = "displaced-by"
    }
}

/// A ground that stands differently on the bases that could serve.
public struct BasisDifference: Hashable, Sendable, Encodable {
    public struct Outcome: Hashable, Sendable, Encodable {
        public let basis: String
        public let outcome: Finding.Outcome
    }

    public let ground: String
    public let count: String?
    public let measure: String?
    /// In the order of the bases.
    public let outcomes: [Outcome]
}

/// What surrender would mean on the best legal basis (speciality, accessory extradition).
public struct Surrender: Hashable, Sendable, Encodable {
    public let basis: String
    /// The counts for which the person could be surrendered, on what is known.
    public let counts: [String]
    /// The counts that may not be prosecuted after surrender without consent.
    public let notProsecutable: [String]
    public let speciality: String?
    /// The surrendering state can consent to more.
    public let consent: Bool?
    /// After so many days in which the person could have left, the protection ends.
    public let graceDays: Int?

    enum CodingKeys: String, CodingKey {
        case basis, counts, speciality, consent
        case notProsecutable = "not-prosecutable"
        case graceDays = "grace-days"
    }
}

/// What must accompany the request on a legal basis.
public struct DocumentRecord: Hashable, Sendable, Encodable {
    public let basis: String
    public let text: String
    public let provision: String
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
        /// The key of the request, or the assurance, that is meant.
        public let id: String?
        public let provision: String?
        public let text: String

        init(kind: Kind, id: String? = nil, provision: String? = nil, text: String) {
            self.kind = kind
            self.id = id
            self.provision = provision
            self.text = text
        }
    }

    /// What each text makes of the ground: `mandatory`, `optional`, `excluded`, `condition`, `silent` or `unknown`.
    public struct EffectFrom: Hashable, Sendable, Encodable {
        /// Nil where no treaty is the basis.
        public let treaty: String?
        public let national: String
    }

    public let ground: String
    public let count: String?
    public let item: String?
    /// The measure of assistance, where the ground distinguishes measures.
    public let measure: String?
    public let outcome: Outcome
    /// `mandatory`, `optional`, `condition`, `none` or `unknown`.
    public let effect: String
    public let effectFrom: EffectFrom?
    public let basis: String
    public let provision: String
    public let because: [String]
    public let establish: Alternatives?
    public let cure: [Cure]
    /// The ids of facts that were presumed.
    public let assumed: [String]
    public let review: String

    enum CodingKeys: String, CodingKey {
        case ground, count, item, measure, outcome, effect, basis, provision, because, establish, cure, assumed, review
        case effectFrom = "effect-from"
    }

    init(
        ground: String, count: String?, item: String?, measure: String? = nil, outcome: Outcome, effect: String,
        effectFrom: EffectFrom? = nil, basis: String, provision: String, because: [String], establish: Alternatives?,
        cure: [Cure], assumed: [String] = [], review: String
    ) {
        self.ground = ground
        self.count = count
        self.item = item
        self.measure = measure
        self.outcome = outcome
        self.effect = effect
        self.effectFrom = effectFrom
        self.basis = basis
        self.provision = provision
        self.because = because
        self.establish = establish
        self.cure = cure
        self.assumed = assumed
        self.review = review
    }
}

extension Finding {
    func adding(_ more: Cure) -> Finding { with(item: item, cure: cure + [more]) }

    /// The finding of a count's only item.
    var withoutItem: Finding { with(item: nil, cure: cure) }

    private func with(item: String?, cure: [Cure]) -> Finding {
        Finding(
            ground: ground, count: count, item: item, measure: measure, outcome: outcome, effect: effect,
            effectFrom: effectFrom, basis: basis, provision: provision, because: because, establish: establish, cure: cure,
            assumed: assumed, review: review)
    }
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
