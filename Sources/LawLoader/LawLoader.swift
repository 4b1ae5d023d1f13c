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

    public init(source: any LawSource) { self.source = source }

    public static let vocabularyPath = "Rules/vocabulary.yaml"

    public static func path(_ code: JurisdictionCode, _ file: String) -> String { "Jurisdictions/\(code)/\(file).yaml" }

    /// The codes of the states that have a folder, sorted.
    public var jurisdictions: [JurisdictionCode] { source.jurisdictions.map { JurisdictionCode($0) } }

    public func vocabulary() throws -> Loaded<Vocabulary> {
        try load(LawLoader.vocabularyPath) { root, sink in VocabularyReading(sink: sink).read(root) }
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
            let loaded = try load(cooperationPath) { root, sink in CooperationReading(code: code, sink: sink).read(root) }
            diagnostics += loaded.diagnostics
            cooperation = loaded.value
            cooperationFailed = loaded.value == nil
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
    public var benchmarks: [String] {
        source.paths.compactMap { path in
            let parts = path.split(separator: "/")
            guard parts.count == 3, parts[0] == "Rules", parts[1] == "benchmarks" else { return nil }
            return parts[2].split(separator: ".").first.map(String.init)
        }.sorted()
    }

    /// The model definitions of one instrument.
    public func benchmark(_ id: String, vocabulary: Vocabulary) throws -> Loaded<Benchmark> {
        try load("Rules/benchmarks/\(id).yaml") { root, sink in
            BenchmarkReading(vocabulary: vocabulary, id: id, sink: sink).read(root)
        }
    }

    /// A request from its text.
    public static func request(_ bytes: [UInt8], file: String, vocabulary: Vocabulary) -> Loaded<Request> {
        parse(bytes, file: file) { root, sink in RequestReading(vocabulary: vocabulary, sink: sink).read(root) }
    }

    private func load<Value: Sendable>(_ path: String, _ read: (YAMLNode, Sink) -> Value?) throws -> Loaded<Value> {
        let shown = source.displayPath(path)
        guard let bytes = try source.bytes(of: path) else {
            let missing = Diagnostic(
                severity: .error, code: "law/missing-file", file: shown,
                position: SourcePosition(line: 1, column: 1, offset: 0), length: 0, message: "the file is missing",
                hint: nil)
            return Loaded(value: nil, diagnostics: [missing])
        }
        return LawLoader.parse(bytes, file: shown, read)
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
