/// The model definitions of an instrument: what its parties must make an offence.
public struct Benchmark: Hashable, Sendable {
    public let id: String
    public let titles: [String: String]
    public let sources: [Source]
    public let provisions: [BenchmarkProvision]

    public init(id: String, titles: [String: String], sources: [Source], provisions: [BenchmarkProvision]) {
        self.id = id
        self.titles = titles
        self.sources = sources
        self.provisions = provisions
    }

    public var title: String { titles["en"] ?? id }
}

/// One limb of a model definition.
public struct BenchmarkProvision: Hashable, Sendable {
    public let id: OffenceID
    public let titles: [String: String]
    public let provision: String
    public let source: Source
    public let review: Review
    public let when: Condition
    public let exceptions: [OffenceException]
    public let reservable: Reservable
    /// The least maximum penalty that the instrument asks for, tier by tier; empty where it asks for none.
    public let leastMaximum: [(when: Condition, term: Term)]
    public let silent: [String]
    public let note: String?

    public init(
        id: OffenceID, titles: [String: String], provision: String, source: Source, review: Review, when: Condition,
        exceptions: [OffenceException], reservable: Reservable, leastMaximum: [(when: Condition, term: Term)],
        silent: [String], note: String?
    ) {
        self.id = id
        self.titles = titles
        self.provision = provision
        self.source = source
        self.review = review
        self.when = when
        self.exceptions = exceptions
        self.reservable = reservable
        self.leastMaximum = leastMaximum
        self.silent = silent
        self.note = note
    }

    public static func == (left: BenchmarkProvision, right: BenchmarkProvision) -> Bool {
        left.id == right.id && left.when == right.when && left.exceptions == right.exceptions
            && left.reservable == right.reservable
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(when)
    }
}

/// What a party may leave out of a provision.
public enum Reservable: Hashable, Sendable {
    case nothing
    case everything
    case parts([Part])

    public struct Part: Hashable, Sendable {
        public let provision: String
        public let what: String
        public let when: Condition
        public init(provision: String, what: String, when: Condition) {
            self.provision = provision
            self.what = what
            self.when = when
        }
    }
}
