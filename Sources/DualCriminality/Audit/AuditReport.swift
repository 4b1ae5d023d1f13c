import Law

/// What is encoded of a state, how well, and what its law says without effect.
public struct AuditReport: Hashable, Sendable, Encodable {
    public struct Category: Hashable, Sendable, Encodable {
        public let id: String
        public let title: String
        /// `encoded`, `no-offence` or `not-encoded`, as the profile says.
        public let coverage: String
        public let generalLawSearched: Bool
        public let note: String?
        /// The offences in force whose acts fall into it.
        public let offences: Int
        /// How many of them a second reader checked against the text.
        public let sourceChecked: Int

        enum CodingKeys: String, CodingKey {
            case id, title, coverage, note, offences
            case generalLawSearched = "general-law-searched"
            case sourceChecked = "source-checked"
        }
    }

    public struct SourceUse: Hashable, Sendable, Encodable {
        public let title: String
        public let short: String
        public let asOf: String
        /// How many encoded offences rest on it.
        public let offences: Int

        enum CodingKeys: String, CodingKey {
            case title, short, offences
            case asOf = "as-of"
        }
    }

    public let schema = "dualcrim/audit/1"
    public let state: String
    public let name: String
    public let asOf: String
    /// Encoded offences, and how many of them are in force on the day.
    public let offences: Int
    public let inForce: Int
    /// Of those in force, by review state.
    public let reviews: [String: Int]
    /// Of those in force, how many begin on a date that is not in the sources.
    public let commencementUnverified: Int
    public let categories: [Category]
    public let sources: [SourceUse]
    public let oldestSource: String?
    /// Law that could also punish and is not encoded.
    public let openLaw: [String]
    public let findings: [AuditFinding]

    enum CodingKeys: String, CodingKey {
        case schema, state, name, offences, reviews, categories, sources, findings
        case asOf = "as-of"
        case inForce = "in-force"
        case commencementUnverified = "commencement-unverified"
        case oldestSource = "oldest-source"
        case openLaw = "open-law"
    }
}

/// Something about a state's law that its reader may want to know; not an error.
public struct AuditFinding: Hashable, Sendable, Encodable {
    public enum Kind: String, Hashable, Sendable, Encodable, CaseIterable {
        case neverApplies = "never-applies"
        case exceptionNeverBites = "exception-never-bites"
        case redundantAlternative = "redundant-alternative"
        /// Every case of the offence is a case of another one.
        case inside
        /// Two offences have exactly the same cases.
        case sameCases = "same-cases"
        /// The profile says one thing about a category, the offences another.
        case coverage
        /// A question passed the node budget; nothing is claimed.
        case tooLarge = "too-large"
    }

    /// How the maximum penalty stands to that of the other offence, in the cases of the first.
    public enum Penalty: String, Hashable, Sendable, Encodable, CaseIterable { case lower, same, higher }

    public let kind: Kind
    /// The offence's id; nil for findings about a category.
    public let offence: String?
    public let provision: String
    /// The other offence.
    public let other: String?
    public let otherProvision: String?
    public let penalty: Penalty?
    public let text: String

    enum CodingKeys: String, CodingKey {
        case kind, offence, provision, other, penalty, text
        case otherProvision = "other-provision"
    }

    init(
        _ kind: Kind, _ offence: OffenceView?, text: String, other: OffenceView? = nil, penalty: Penalty? = nil
    ) {
        self.kind = kind
        self.offence = offence?.offence.id.text
        provision = offence.map(\.cited) ?? ""
        self.other = other?.offence.id.text
        otherProvision = other.map(\.cited)
        self.penalty = penalty
        self.text = text
    }
}

extension OffenceView {
    /// "StGB § 184b(3)".
    var cited: String { cite(offence.source.short, version.provision) }
}
