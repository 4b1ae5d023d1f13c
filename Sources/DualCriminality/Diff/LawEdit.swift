import Law

/// One difference between two versions of a state's law.
///
/// A definition that many offences use is one edit, and so is a rule of the general part.
public struct LawEdit: Hashable, Sendable, Encodable {
    public enum Kind: String, Hashable, Sendable, Encodable, CaseIterable { case added, removed, changed }

    public enum Subject: String, Hashable, Sendable, Encodable, CaseIterable {
        /// The state itself: only one of the laws encodes it.
        case state
        case offence, definition
        case generalPart = "general-part"
        case coverage
        /// Law outside the encoding.
        case openLaw = "open-law"
    }

    /// What about the subject is different.
    public enum Aspect: String, Hashable, Sendable, Encodable, CaseIterable {
        case elements, exception, attempt, penalty, limitation, jurisdiction, provision, rule
        case inForce = "in-force"
    }

    public struct Change: Hashable, Sendable, Encodable {
        public let aspect: Aspect
        /// In the words of the vocabulary: "the child is under 14 → under 16".
        public let text: String
    }

    /// Stable for the same pair of laws: `BB/offence/possess`.
    public let id: String
    public let state: String
    public let stateName: String
    public let subject: Subject
    public let kind: Kind
    /// The offence's id, the definition's name, the rule or the category.
    public let name: String
    public let title: String
    /// With the short title of its source; empty where the subject has none.
    public let provision: String
    public let changes: [Change]
    /// How many of the changed answers have this edit in their cause.
    public internal(set) var causes = 0

    enum CodingKeys: String, CodingKey {
        case id, state, subject, kind, name, title, provision, changes, causes
        case stateName = "state-name"
    }
}

/// An edit with what it does to a law.
struct StateEdit: Sendable {
    let edit: LawEdit
    let patch: LawPatch
}

/// One replacement in a state's law.
enum LawPatch: Sendable {
    case offence(OffenceID, OffenceOnDay?)
    /// Nil leaves the definition where offences still name it.
    case definition(String, StateSnapshot.Definition?)
    case generalPart(GeneralRule, GeneralPart)
    case coverage(String, Coverage?)
    case openLaw(removed: OutsideLaw?, added: OutsideLaw?)
    /// Changes nothing that is compared.
    case none
}
