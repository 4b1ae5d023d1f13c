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
        let parties = try parties()
        let encoded = Set(loader.instruments)
        var instruments: [Instrument] = []
        var benchmarks: [String: Benchmark] = [:]
        for id in sharedInstruments(one, other, parties) where encoded.contains(id) {
            let instrument = try instrument(id, vocabulary: vocabulary)
            instruments.append(instrument)
            if let name = instrument.benchmark, benchmarks[name] == nil {
                benchmarks[name] = try benchmark(name, vocabulary: vocabulary)
            }
        }
        return CooperationRules(
            catalogue: try grounds(), instruments: instruments, parties: parties, benchmarks: benchmarks)
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
