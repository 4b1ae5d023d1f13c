/// Which kind of rule takes conduct out of an offence (DESIGN-AMENDMENTS 15).
public enum ExceptionKind: String, Hashable, Sendable, CaseIterable {
    case exclusion, justification, excuse, defence, repentance, discretion, procedural

    /// Discretion and procedure never take anything away from the definition.
    public var subtracts: Bool { self != .discretion && self != .procedural }
}

public enum Burden: String, Hashable, Sendable, CaseIterable { case prosecution, accused }

/// A rule that takes conduct out of an offence, or lets an authority refrain.
public struct OffenceException: Hashable, Sendable {
    public let name: String
    public let kind: ExceptionKind
    public let burden: Burden?
    public let provision: String
    public let when: Condition
    public init(name: String, kind: ExceptionKind, burden: Burden?, provision: String, when: Condition) {
        self.name = name
        self.kind = kind
        self.burden = burden
        self.provision = provision
        self.when = when
    }
}

/// Whether the attempt of one offence is punishable.
public enum AttemptRule: String, Hashable, Sendable, CaseIterable {
    /// The general part decides.
    case general
    case yes, no
    /// The offence is complete with the attempt ("unternimmt").
    case included
    /// Only where it fails because the person addressed is no child.
    case onlyErrorAboutChild = "only-error-about-child"
    /// Punishable with the penalty of the completed offence.
    case samePenalty = "same-penalty"
}

/// A purely jurisdictional element, apart from the definition.
public struct Hook: Hashable, Sendable {
    public let when: Condition
    public let provision: String
    public init(when: Condition, provision: String) {
        self.when = when
        self.provision = provision
    }
}

/// What applied before the earliest encoded version.
public enum EarlierLaw: String, Hashable, Sendable, CaseIterable {
    case notEncoded = "not-encoded"
    case noOffence = "no-offence"
}

/// The content of an offence during one interval.
public struct OffenceVersion: Hashable, Sendable {
    public let inForce: DateInterval
    public let when: Condition
    public let hook: Hook?
    public let exceptions: [OffenceException]
    public let attempt: AttemptRule
    public let penalty: [PenaltyLine]
    public let limitation: Limitation?
    public let provision: String
    public let review: Review
    /// False where the date from which the version applied is not in the sources.
    public let inForceIsRead: Bool

    public init(
        inForce: DateInterval, when: Condition, hook: Hook?, exceptions: [OffenceException], attempt: AttemptRule,
        penalty: [PenaltyLine], limitation: Limitation?, provision: String, review: Review, inForceIsRead: Bool
    ) {
        self.inForce = inForce
        self.when = when
        self.hook = hook
        self.exceptions = exceptions
        self.attempt = attempt
        self.penalty = penalty
        self.limitation = limitation
        self.provision = provision
        self.review = review
        self.inForceIsRead = inForceIsRead
    }
}

/// One limb of an offence, with every version of it.
public struct Offence: Hashable, Sendable {
    public let id: OffenceID
    /// By language: `de`, `en`.
    public let titles: [String: String]
    public let source: Source
    public let before: EarlierLaw
    /// By their intervals, oldest first; intervals do not overlap.
    public let versions: [OffenceVersion]
    public let silent: [String]
    public let note: String?

    public init(
        id: OffenceID, titles: [String: String], source: Source, before: EarlierLaw, versions: [OffenceVersion], silent: [String], note: String?
    ) {
        self.id = id
        self.titles = titles
        self.source = source
        self.before = before
        self.versions = versions
        self.silent = silent
        self.note = note
    }

    public var title: String { titles["en"] ?? titles.sorted { $0.key < $1.key }.first?.value ?? id.text }

    public func version(on date: LegalDate) -> OffenceVersion? { versions.first { $0.inForce.contains(date) } }

    /// The first day on which an encoded version applied; nil where the beginning is open.
    public var firstDay: LegalDate? { versions.first?.inForce.from }
    public var latest: OffenceVersion? { versions.last }
    /// How well the latest version was checked.
    public var review: Review { latest?.review ?? .draft }
}
