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
    case vocabulary, profile, offences, cooperation, cases, request

    var path: String {
        switch self {
        case .vocabulary: "Rules/vocabulary.yaml"
        case .request: "request.yaml"
        default: "Jurisdictions/AA/\(rawValue).yaml"
        }
    }

    /// The small law of this file, without any error.
    var small: String {
        switch self {
        case .vocabulary: SmallLaw.vocabulary
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

    static func load(_ file: LawFile, _ text: String) throws -> Outcome {
        let loader = LawLoader(source: source(file, text))
        if file == .vocabulary {
            let loaded = try loader.vocabulary()
            return Outcome(vocabulary: loaded.value, hasValue: loaded.value != nil, diagnostics: loaded.diagnostics)
        }
        let words = try #require(sharedWords)
        switch file {
        case .request:
            let loaded = LawLoader.request(Array(text.utf8), file: file.path, vocabulary: words)
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
