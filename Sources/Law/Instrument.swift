/// The identifier of an instrument: the name of its file in `Rules/instruments`.
public struct InstrumentID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public static func < (left: InstrumentID, right: InstrumentID) -> Bool { left.text < right.text }
    public var description: String { text }
}

/// A treaty or a scheme of a union of states.
public struct Instrument: Hashable, Sendable {
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        case yes, no
        /// Only where the two states share no other treaty.
        case whereNoOtherTreaty = "where-no-other-treaty"
    }

    /// Where both apply, this instrument displaces those.
    public struct Precedence: Hashable, Sendable {
        /// Nil for every other instrument.
        public let over: Set<InstrumentID>?
        public let authority: Authority
        public init(over: Set<InstrumentID>?, authority: Authority) {
            self.over = over
            self.authority = authority
        }
    }

    public let id: InstrumentID
    /// By language.
    public let titles: [String: String]
    public let short: String
    public let kinds: Set<Request.Kind>
    /// Whether it can be the legal basis, for each kind of request that it is about.
    public let bases: [Request.Kind: Basis]
    /// The instruments over which this protocol is laid.
    public let supplements: [InstrumentID]
    /// Only the grounds that the instrument names may be used.
    public let isExhaustive: Bool
    /// Cooperation is subject to the conditions of the requested state's law, so that law does not give way.
    public let isSubjectToNationalLaw: Bool
    /// The benchmark whose definitions make conduct fall within the instrument; nil where it is general.
    public let benchmark: String?
    public let inForce: DateInterval
    public let sources: [Source]
    public let precedence: [Precedence]
    public let terms: CooperationTerms
    public let reservations: [Reservation]
    /// Its offences count as included in other extradition treaties between the parties.
    public let deemedExtraditable: Authority?
    public let notes: [String]

    public init(
        id: InstrumentID, titles: [String: String], short: String, kinds: Set<Request.Kind>, bases: [Request.Kind: Basis],
        supplements: [InstrumentID], isExhaustive: Bool, isSubjectToNationalLaw: Bool = false, benchmark: String?, inForce: DateInterval, sources: [Source],
        precedence: [Precedence], terms: CooperationTerms, reservations: [Reservation], deemedExtraditable: Authority?,
        notes: [String]
    ) {
        self.id = id
        self.titles = titles
        self.short = short
        self.kinds = kinds
        self.bases = bases
        self.supplements = supplements
        self.isExhaustive = isExhaustive
        self.isSubjectToNationalLaw = isSubjectToNationalLaw
        self.benchmark = benchmark
        self.inForce = inForce
        self.sources = sources
        self.precedence = precedence
        self.terms = terms
        self.reservations = reservations
        self.deemedExtraditable = deemedExtraditable
        self.notes = notes
    }

    public var title: String { titles["en"] ?? id.text }
}

/// A reservation or declaration of a party that changes an outcome.
public struct Reservation: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable { case reservation, declaration }
    /// When the party is which side of a request.
    public enum Side: String, Hashable, Sendable, CaseIterable { case requested, requesting, both }

    public let party: JurisdictionCode
    public let kind: Kind
    public let inForce: DateInterval
    public let applies: Side
    /// Where it was read.
    public let readIn: String
    /// The kinds of request for which the instrument is no legal basis for this party.
    public let noBasis: Set<Request.Kind>
    public let terms: CooperationTerms
    public let authority: Authority

    public init(
        party: JurisdictionCode, kind: Kind, inForce: DateInterval, applies: Side, readIn: String, noBasis: Set<Request.Kind>,
        terms: CooperationTerms, authority: Authority
    ) {
        self.party = party
        self.kind = kind
        self.inForce = inForce
        self.applies = applies
        self.readIn = readIn
        self.noBasis = noBasis
        self.terms = terms
        self.authority = authority
    }
}

/// Which state is bound by which instrument, from `Rules/parties.yaml`.
public struct PartyTable: Hashable, Sendable {
    public struct Status: Hashable, Sendable {
        /// False where the state is certainly no party.
        public let isParty: Bool
        /// The day on which it entered into force for the state; nil where that is not known.
        public let from: LegalDate?
        public let until: LegalDate?
        /// The day of the source that says that the state is no party.
        public let asOf: LegalDate?
        /// In an agreement between two sides (the European Union and another state), the side; it binds only across.
        public let side: String?
        public let review: Review
        public let note: String?
        public init(
            isParty: Bool, from: LegalDate?, until: LegalDate?, asOf: LegalDate? = nil, side: String? = nil, review: Review,
            note: String?
        ) {
            self.isParty = isParty
            self.from = from
            self.until = until
            self.asOf = asOf
            self.side = side
            self.review = review
            self.note = note
        }
    }

    public struct Entry: Hashable, Sendable {
        /// False where no text was at hand: only that the instrument exists is known.
        public let isEncoded: Bool
        /// The title and kinds of an instrument that is not encoded.
        public let title: String?
        public let kinds: Set<Request.Kind>
        /// A state that is not listed is certainly no party.
        public let isComplete: Bool
        /// A protocol to other instruments: where the table is not complete, it may bind a state that is not listed.
        public let isProtocol: Bool
        public let states: [JurisdictionCode: Status]
        public init(
            isEncoded: Bool, title: String?, kinds: Set<Request.Kind>, isComplete: Bool, isProtocol: Bool = false,
            states: [JurisdictionCode: Status]
        ) {
            self.isEncoded = isEncoded
            self.title = title
            self.kinds = kinds
            self.isComplete = isComplete
            self.isProtocol = isProtocol
            self.states = states
        }
    }

    /// Whether an instrument binds a state on a day.
    public enum Bond: Hashable, Sendable {
        case bound(Status)
        /// A party, but since when is not known; or no party some time ago.
        case unknown
        /// The table does not name the state, and does not claim to be complete.
        case notListed
        case notBound
    }

    public let instruments: [InstrumentID: Entry]
    public init(instruments: [InstrumentID: Entry]) { self.instruments = instruments }
    public static let empty = PartyTable(instruments: [:])

    /// Whether the instrument can bind these two states to each other: not where both are on one side of it.
    public func connects(_ one: JurisdictionCode, _ other: JurisdictionCode, _ instrument: InstrumentID) -> Bool {
        guard let states = instruments[instrument]?.states, let first = states[one]?.side, let second = states[other]?.side
        else { return true }
        return first != second
    }

    public func bond(of state: JurisdictionCode, to instrument: InstrumentID, on day: LegalDate) -> Bond {
        guard let entry = instruments[instrument] else { return .notBound }
        guard let status = entry.states[state] else { return entry.isComplete ? .notBound : .notListed }
        guard status.isParty else {
            // Whoever was no party when the table was read may have joined since.
            if let asOf = status.asOf, asOf < day { return .notListed }
            return .notBound
        }
        if let until = status.until, until < day { return .notBound }
        guard let from = status.from else { return .unknown }
        return from <= day ? .bound(status) : .notBound
    }
}
