import Law
import LawLoader
import Testing
import YAMLTree

/// Law held in memory.
struct MemoryLawSource: LawSource {
    var files: [String: String]

    var paths: [String] { files.keys.sorted() }
    func bytes(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
}

/// The files that a fixture can be about.
enum LawFile: String, Sendable, CaseIterable {
    case vocabulary, grounds, instrument, parties, profile, offences, cooperation, cases, request

    var path: String {
        switch self {
        case .vocabulary, .grounds, .parties: "Rules/\(rawValue).yaml"
        case .instrument: SmallLaw.pact
        case .request: "request.yaml"
        default: "Jurisdictions/AA/\(rawValue).yaml"
        }
    }

    /// The small law of this file, without any error.
    var small: String {
        switch self {
        case .vocabulary: SmallLaw.vocabulary
        case .grounds: SmallLaw.grounds
        case .instrument: SmallLaw.instrument
        case .parties: SmallLaw.parties
        case .profile: SmallLaw.profile
        case .offences: SmallLaw.offences
        case .cooperation: SmallLaw.cooperation
        case .cases: SmallLaw.cases
        case .request: SmallLaw.request
        }
    }
}

/// What loading one file, beside the small law of the others, gave.
struct Outcome {
    var vocabulary: Vocabulary?
    var catalogue: GroundCatalogue?
    var instrument: Instrument?
    var parties: PartyTable?
    var jurisdiction: Jurisdiction?
    var samples: [Sample]?
    var request: Request?
    /// Whether the value of the file in question came.
    var hasValue: Bool
    var diagnostics: [Diagnostic]
}

enum SmallLaw {
    static let code = JurisdictionCode("AA")

    static func source(_ file: LawFile, _ text: String) -> MemoryLawSource {
        var files: [String: String] = [:]
        for one in LawFile.allCases where one != .request { files[one.path] = one.small }
        files[file.path] = text
        return MemoryLawSource(files: files)
    }

    /// The vocabulary of the small law.
    static func words(sourceLocation: SourceLocation = #_sourceLocation) throws -> Vocabulary {
        let loaded = try LawLoader(source: source(.vocabulary, vocabulary)).vocabulary()
        #expect(loaded.diagnostics == [], sourceLocation: sourceLocation)
        return try #require(loaded.value, sourceLocation: sourceLocation)
    }

    /// Read once: most tests load another file and only need these words.
    private static let sharedWords = try? LawLoader(source: source(.vocabulary, vocabulary)).vocabulary().value

    private static let sharedState = try? sharedWords.flatMap {
        try LawLoader(source: source(.vocabulary, vocabulary)).jurisdiction(code, vocabulary: $0).value
    }

    /// The grounds of the small law.
    static func catalogue(sourceLocation: SourceLocation = #_sourceLocation) throws -> GroundCatalogue {
        try #require(sharedGrounds, sourceLocation: sourceLocation)
    }

    private static let sharedGrounds = try? LawLoader(source: source(.grounds, grounds)).grounds().value

    static func load(_ file: LawFile, _ text: String) throws -> Outcome {
        let loader = LawLoader(source: source(file, text))
        if file == .vocabulary {
            let loaded = try loader.vocabulary()
            return Outcome(vocabulary: loaded.value, hasValue: loaded.value != nil, diagnostics: loaded.diagnostics)
        }
        let words = try #require(sharedWords)
        switch file {
        case .grounds:
            let loaded = try loader.grounds()
            return Outcome(catalogue: loaded.value, hasValue: loaded.value != nil, diagnostics: loaded.diagnostics)
        case .instrument:
            let loaded = try loader.instrument(InstrumentID("pact"), vocabulary: words)
            return Outcome(instrument: loaded.value, hasValue: loaded.value != nil, diagnostics: loaded.diagnostics)
        case .parties:
            let loaded = try loader.parties()
            return Outcome(parties: loaded.value, hasValue: loaded.value != nil, diagnostics: loaded.diagnostics)
        case .request:
            let loaded = LawLoader.request(
                Array(text.utf8), file: file.path, vocabulary: words, grounds: try catalogue())
            return Outcome(request: loaded.value, hasValue: loaded.value != nil, diagnostics: loaded.diagnostics)
        case .cases:
            let loaded = try loader.samples(of: try #require(sharedState), vocabulary: words)
            return Outcome(samples: loaded.value, hasValue: loaded.value != nil, diagnostics: loaded.diagnostics)
        default:
            let loaded = try loader.jurisdiction(code, vocabulary: words)
            return Outcome(jurisdiction: loaded.value, hasValue: loaded.value != nil, diagnostics: loaded.diagnostics)
        }
    }
}
