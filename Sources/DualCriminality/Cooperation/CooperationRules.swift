import Law
import LawLoader

/// What a request needs beside the law of the two states: the catalogue of grounds, the instruments that could be a legal
/// basis between them, who is bound by which, and the definitions of those instruments.
public struct CooperationRules: Sendable {
    public let catalogue: GroundCatalogue
    public let instruments: [Instrument]
    public let parties: PartyTable
    /// By the id of the benchmark.
    public let benchmarks: [String: Benchmark]

    public init(
        catalogue: GroundCatalogue, instruments: [Instrument] = [], parties: PartyTable = .empty,
        benchmarks: [String: Benchmark] = [:]
    ) {
        self.catalogue = catalogue
        self.instruments = instruments
        self.parties = parties
        self.benchmarks = benchmarks
    }
}

extension LawLibrary {
    /// - Throws: `LawError.broken` with every diagnostic.
    public func grounds() throws -> GroundCatalogue { try whole(loader.grounds()) }

    /// - Throws: `LawError.broken` with every diagnostic.
    public func parties() throws -> PartyTable { try whole(loader.parties()) }

    public var instruments: [InstrumentID] { loader.instruments }

    /// - Throws: `LawError.broken` with every diagnostic.
    public func instrument(_ id: InstrumentID, vocabulary: Vocabulary) throws -> Instrument {
        try whole(loader.instrument(id, vocabulary: vocabulary))
    }

    /// The rules for requests between two states. Only the instruments that both are, or may be, parties to are read, with
    /// the protocols to them.
    ///
    /// - Throws: `LawError.broken` with every diagnostic.
    public func rules(
        between one: JurisdictionCode, and other: JurisdictionCode, vocabulary: Vocabulary
    ) throws -> CooperationRules {
        let rules = try rulesWithoutDefinitions(between: one, and: other, vocabulary: vocabulary)
        return try definitions(of: rules.instruments, in: rules, vocabulary: vocabulary)
    }

    func rulesWithoutDefinitions(
        between one: JurisdictionCode, and other: JurisdictionCode, vocabulary: Vocabulary
    ) throws -> CooperationRules {
        let parties = try parties()
        let encoded = Set(loader.instruments)
        let shared = sharedInstruments(one, other, parties).filter { encoded.contains($0) }
        return CooperationRules(
            catalogue: try grounds(), instruments: try shared.map { try instrument($0, vocabulary: vocabulary) },
            parties: parties)
    }

    /// The rules with the definitions of these instruments.
    func definitions(
        of instruments: [Instrument], in rules: CooperationRules, vocabulary: Vocabulary
    ) throws -> CooperationRules {
        var benchmarks: [String: Benchmark] = [:]
        for name in Set(instruments.compactMap(\.benchmark)).sorted() {
            benchmarks[name] = try benchmark(name, vocabulary: vocabulary)
        }
        return CooperationRules(
            catalogue: rules.catalogue, instruments: rules.instruments, parties: rules.parties, benchmarks: benchmarks)
    }

    /// Those that both states share, and protocols whose parties the table does not fully name: they may apply too.
    private func sharedInstruments(
        _ one: JurisdictionCode, _ other: JurisdictionCode, _ parties: PartyTable
    ) -> [InstrumentID] {
        parties.instruments.filter { entry in
            entry.value.isEncoded && [one, other].allSatisfy { state in
                guard let status = entry.value.states[state] else {
                    return entry.value.mayBindUnlisted
                }
                return status.isParty
            }
        }.keys.sorted()
    }

    private func whole<Value>(_ loaded: Loaded<Value>) throws -> Value {
        guard let value = loaded.value else { throw LawError.broken(loaded.errors) }
        return value
    }
}

extension PartyTable.Entry {
    /// A protocol whose table is not complete: a state that is not listed may be bound.
    var mayBindUnlisted: Bool { !isComplete && isProtocol }
}
