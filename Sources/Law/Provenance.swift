/// How well an encoding was checked; ordered from weakest to strongest.
public enum Review: String, Hashable, Comparable, Sendable, CaseIterable {
    case draft
    case sourceChecked = "source-checked"
    case practitionerReviewed = "practitioner-reviewed"

    private var rank: Int {
        switch self {
        case .draft: return 0
        case .sourceChecked: return 1
        case .practitionerReviewed: return 2
        }
    }

    public static func < (left: Review, right: Review) -> Bool { left.rank < right.rank }
}

/// A text that was read.
public struct Source: Hashable, Sendable {
    public let id: String
    public let title: String
    /// How provisions cite it: `StGB`.
    public let short: String
    public let language: String?
    /// The date of the version that was read.
    public let consolidated: LegalDate
    /// An ELI or official identifier, where there is one.
    public let identifier: String?
    public let note: String?

    public init(
        id: String, title: String, short: String, language: String?, consolidated: LegalDate, identifier: String?,
        note: String?
    ) {
        self.id = id
        self.title = title
        self.short = short
        self.language = language
        self.consolidated = consolidated
        self.identifier = identifier
        self.note = note
    }
}

/// A rule's place in the law and how well it was checked.
public struct Authority: Hashable, Sendable {
    public let provision: String
    public let source: String?
    public let review: Review
    public let note: String?
    public init(provision: String, source: String? = nil, review: Review, note: String? = nil) {
        self.provision = provision
        self.source = source
        self.review = review
        self.note = note
    }
}
