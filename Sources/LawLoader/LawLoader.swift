import Law
import YAMLTree

/// What loading gave: the value, nil after any error, and every diagnostic of every file that was read.
public struct Loaded<Value: Sendable>: Sendable {
    public let value: Value?
    public let diagnostics: [Diagnostic]

    public init(value: Value?, diagnostics: [Diagnostic]) {
        self.value = value
        self.diagnostics = diagnostics
    }

    public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

/// Reads encodings and requests into values of `Law`.
///
/// A file with an error gives no value at all: nothing is half-loaded. All errors of a file are reported together.
public struct LawLoader: Sendable {
    public let source: any LawSource
    /// What every state, instrument and request needs is read once.
    private let vocabularyOnce = Once<Loaded<Vocabulary>>()
    private let catalogueOnce = Once<Loaded<GroundCatalogue>>()
    private let partiesOnce = Once<Loaded<PartyTable>>()

    public init(source: any LawSource) { self.source = source }

    public static let vocabularyPath = "Rules/vocabulary.yaml"
    public static let partiesPath = "Rules/parties.yaml"

    public static func path(_ code: JurisdictionCode, _ file: String) -> String { "Jurisdictions/\(code)/\(file).yaml" }

    /// The codes of the states that have a folder, sorted.
    public var jurisdictions: [JurisdictionCode] { source.jurisdictions.map { JurisdictionCode($0) } }

    public func vocabulary() throws -> Loaded<Vocabulary> {
        try vocabularyOnce.value {
            try load(LawLoader.vocabularyPath) { root, sink in VocabularyReading(sink: sink).read(root) }
        }
    }

    /// The files of the catalogue of grounds: the project's own, then those that were added.
    public var groundPaths: [String] {
        source.paths.filter { $0 == "Rules/grounds.yaml" } + source.paths.filter { $0.hasPrefix("Rules/grounds/") }.sorted()
    }

    /// The grounds, and the facts that they turn on.
    public func grounds() throws -> Loaded<GroundCatalogue> {
        try catalogueOnce.value {
            guard !groundPaths.isEmpty else {
                return Loaded(value: nil, diagnostics: [missing(source.displayPath("Rules/grounds.yaml"))])
            }
            var parts: [(root: YAMLNode, sink: Sink)] = []
            var sinks: [Sink] = []
            for path in groundPaths {
                guard let bytes = try source.bytes(of: path) else { continue }
                let file = source.displayPath(path)
                let tree = YAMLTree.parse(bytes, file: file)
                let sink = Sink(file: file)
                sink.append(tree.diagnostics)
                sinks.append(sink)
                if let root = tree.root { parts.append((root, sink)) }
            }
            let value = GroundsReading(parts: parts).read()
            return Loaded(
                value: sinks.contains(where: \.hasErrors) ? nil : value,
                diagnostics: sinks.flatMap { $0.diagnostics.sorted() })
        }
    }

    /// The ids of the instruments, sorted.
    public var instruments: [InstrumentID] { names(in: "instruments").map { InstrumentID($0) } }

    public static func path(_ instrument: InstrumentID) -> String { "Rules/instruments/\(instrument).yaml" }

    public func instrument(_ id: InstrumentID, vocabulary: Vocabulary) throws -> Loaded<Instrument> {
        let catalogue = try grounds()
        guard let grounds = catalogue.value else { return Loaded(value: nil, diagnostics: catalogue.diagnostics) }
        return try load(LawLoader.path(id)) { root, sink in
            InstrumentReading(id: id, catalogue: grounds, categories: vocabulary.categories.map(\.id), sink: sink).read(root)
        }
    }

    /// Which state is bound by which instrument; nobody by any where there is no table.
    public func parties() throws -> Loaded<PartyTable> {
        try partiesOnce.value {
            guard source.paths.contains(LawLoader.partiesPath) else { return Loaded(value: .empty, diagnostics: []) }
            return try load(LawLoader.partiesPath) { root, sink in PartiesReading(sink: sink).read(root) }
        }
    }

    /// Profile, offences and cooperation law of one state.
    public func jurisdiction(_ code: JurisdictionCode, vocabulary: Vocabulary) throws -> Loaded<Jurisdiction> {
        let profile = try load(LawLoader.path(code, "profile")) { root, sink in
            ProfileReading(vocabulary: vocabulary, code: code, sink: sink).read(root)
        }
        // Without a profile the offences are still read, with an empty general part, so that their errors show too.
        let general = profile.value?.generalPart ?? GeneralPart(
            defaultFault: nil, attempt: nil, crime: nil, participation: nil, ageOfResponsibility: nil, ceiling: .life,
            limitation: nil)
        let offences = try load(LawLoader.path(code, "offences")) { root, sink in
            OffenceReading(vocabulary: vocabulary, code: code, generalPart: general, sink: sink).read(root)
        }
        var diagnostics = profile.diagnostics + offences.diagnostics
        var cooperation: Cooperation?
        var cooperationFailed = false
        let cooperationPath = LawLoader.path(code, "cooperation")
        if source.paths.contains(cooperationPath) {
            // Definitions can be compared without any grounds; then cooperation law may name none.
            let catalogue = groundPaths.isEmpty ? Loaded(value: .empty, diagnostics: []) : try grounds()
            if let grounds = catalogue.value {
                let loaded = try load(cooperationPath) { root, sink in
                    CooperationReading(
                        code: code, catalogue: grounds, categories: vocabulary.categories.map(\.id), sink: sink
                    ).read(root)
                }
                diagnostics += loaded.diagnostics
                cooperation = loaded.value
            } else {
                diagnostics += catalogue.errors
            }
            cooperationFailed = cooperation == nil
        }
        guard let profile = profile.value, let offences = offences.value, !cooperationFailed else {
            return Loaded(value: nil, diagnostics: diagnostics)
        }
        let value = Jurisdiction(
            code: code, names: profile.names, parent: profile.parent, generalPart: profile.generalPart,
            coverage: profile.coverage, outsideLaw: profile.outsideLaw, sources: profile.sources + offences.sources,
            definitions: offences.definitions, offences: offences.offences, cooperation: cooperation)
        return Loaded(value: value, diagnostics: diagnostics)
    }

    /// The samples of a state; none where the state has no `cases.yaml`.
    public func samples(of jurisdiction: Jurisdiction, vocabulary: Vocabulary) throws -> Loaded<[Sample]> {
        let path = LawLoader.path(jurisdiction.code, "cases")
        guard source.paths.contains(path) else { return Loaded(value: [], diagnostics: []) }
        return try load(path) { root, sink in
            CaseReading(
                vocabulary: vocabulary, code: jurisdiction.code, offences: Set(jurisdiction.offences.map(\.id)),
                sink: sink
            ).read(root)
        }
    }

    /// The ids of the benchmarks, sorted.
    public var benchmarks: [String] { names(in: "benchmarks") }

    /// The names of the files in a folder of `Rules`, sorted.
    private func names(in folder: String) -> [String] {
        source.paths.compactMap { path in
            let parts = path.split(separator: "/")
            guard parts.count == 3, parts[0] == "Rules", parts[1] == folder else { return nil }
            return parts[2].split(separator: ".").first.map(String.init)
        }.sorted()
    }

    /// The model definitions of one instrument.
    public func benchmark(_ id: String, vocabulary: Vocabulary) throws -> Loaded<Benchmark> {
        try load("Rules/benchmarks/\(id).yaml") { root, sink in
            BenchmarkReading(vocabulary: vocabulary, id: id, sink: sink).read(root)
        }
    }

    /// A request from its text. Facts about the case are those of the catalogue of grounds; with an empty catalogue
    /// there are none.
    public static func request(
        _ bytes: [UInt8], file: String, vocabulary: Vocabulary, grounds: GroundCatalogue = .empty
    ) -> Loaded<Request> {
        parse(bytes, file: file) { root, sink in
            RequestReading(vocabulary: vocabulary, catalogue: grounds, sink: sink).read(root)
        }
    }

    private func load<Value: Sendable>(_ path: String, _ read: (YAMLNode, Sink) -> Value?) throws -> Loaded<Value> {
        let shown = source.displayPath(path)
        guard let bytes = try source.bytes(of: path) else {
            return Loaded(value: nil, diagnostics: [missing(shown)])
        }
        return LawLoader.parse(bytes, file: shown, read)
    }

    private func missing(_ file: String) -> Diagnostic {
        Diagnostic(
            severity: .error, code: "law/missing-file", file: file, position: SourcePosition(line: 1, column: 1, offset: 0),
            length: 0, message: "the file is missing", hint: nil)
    }

    private static func parse<Value: Sendable>(
        _ bytes: [UInt8], file: String, _ read: (YAMLNode, Sink) -> Value?
    ) -> Loaded<Value> {
        let tree = YAMLTree.parse(bytes, file: file)
        let sink = Sink(file: file)
        sink.append(tree.diagnostics)
        let value = tree.root.flatMap { read($0, sink) }
        return Loaded(value: sink.hasErrors ? nil : value, diagnostics: sink.diagnostics.sorted())
    }
}
