import Law

/// How far one state's law reaches what the other punishes.
public enum CoverageStatus: String, Hashable, Sendable, Encodable, CaseIterable {
    case covered
    case partlyCovered = "partly-covered"
    case notCovered = "not-covered"
    /// It turns on law that is not encoded.
    case unknown
}

/// The layers in which a comparison is made; the first that fails is the one that matters (DESIGN-AMENDMENTS 16).
public enum CompareLayer: String, Hashable, Sendable, Encodable, CaseIterable {
    /// The elements, with every presumption on and the evaluations of the other state granted.
    case core
    /// The elements hold; it turns on a term that courts evaluate.
    case appraisal
    /// Defences, attempt and participation.
    case margins
}

/// How two definitions stand to each other.
public enum DefinitionRelation: String, Hashable, Sendable, Encodable, CaseIterable {
    case equivalent, narrower, wider, overlapping, disjoint
}

/// A comparison of one state's definitions with the other state's law (DESIGN §7).
public struct Comparison: Hashable, Sendable, Encodable {
    public let schema = "dualcrim/comparison/1"
    public let from: String
    public let to: String
    public let asOf: String
    public let offences: [OffenceComparison]
    public let categories: [CategoryComparison]

    enum CodingKeys: String, CodingKey {
        case schema, from, to, offences, categories
        case asOf = "as-of"
    }
}

public struct OffenceComparison: Hashable, Sendable, Encodable {
    public struct Layers: Hashable, Sendable, Encodable {
        public let core: CoverageStatus
        public let appraisal: CoverageStatus
        public let margins: CoverageStatus
    }

    public struct Gap: Hashable, Sendable, Encodable {
        public let layer: CompareLayer
        public let region: RegionDescription
    }

    /// An offence of the other state that reaches part of it.
    public struct Counterpart: Hashable, Sendable, Encodable {
        public let id: String
        public let provision: String
        /// How the compared offence stands to this one.
        public let relation: DefinitionRelation
        public let imprisonment: String?
        public let limitation: String?
    }

    public let id: String
    public let title: String
    public let provision: String
    /// The harmonised categories that its acts fall into.
    public let categories: [String]
    /// The first layer that is not covered decides; `unknown` where open law does.
    public let coverage: CoverageStatus
    public let layers: Layers
    /// Those of the first layer that is not covered; where that is the core, then also what is punished only if courts find so.
    public let gaps: [Gap]
    /// False where the first layer has rarer combinations besides the gaps listed.
    public let gapsComplete: Bool
    /// A smallest case that is punished here and not there.
    public let witness: [FactDescription]
    public let coveredBy: [Counterpart]
    /// Evaluations on which coverage turns.
    public let terms: [String]
    /// Law of the other state that is not encoded and could reach it.
    public let open: [String]
    /// Coverage by offences with at least this maximum: `any`, `12`, `more-than-12`, `36` (months).
    public let coveredAt: [String: CoverageStatus]
    public let imprisonment: String?
    public let limitation: String?
    public let review: String

    enum CodingKeys: String, CodingKey {
        case id, title, provision, categories, coverage, layers, gaps, witness, terms, open, imprisonment, limitation, review
        case gapsComplete = "gaps-complete"
        case coveredBy = "covered-by"
        case coveredAt = "covered-at"
    }
}

/// One harmonised category: the union of the state's offences in it against the other state's law.
public struct CategoryComparison: Hashable, Sendable, Encodable {
    public let id: String
    public let title: String
    /// Nil where the state punishes nothing in the category that is encoded.
    public let coverage: CoverageStatus?
    /// How many offences of the state fall into it.
    public let offences: Int
    /// How the definitions of the category, all together, stand to those of the other state, evaluations granted in each
    /// direction; nil where one of the two punishes nothing that is encoded or it turns on law that is not.
    public let relation: DefinitionRelation?
}
