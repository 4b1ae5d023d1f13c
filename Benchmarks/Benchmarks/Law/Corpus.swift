import DualCriminality
import Foundation
import Law
import LawLoader

/// The bundled law and the examples: real input, none made up for a benchmark.
enum Corpus {
    static let library = LawLibrary(source: BundledLawSource())
    static let codes = library.codes.map(\.text)
    /// The day whose law is asked, unless a sample names one.
    static let day = LegalDate(iso: "2026-03-01")

    /// A state, the vocabulary it is written in, and its samples.
    struct State {
        let vocabulary: Vocabulary
        let jurisdiction: Jurisdiction
        let samples: [Sample]
    }

    static func state(_ code: String) throws -> State {
        let vocabulary = try library.vocabulary()
        let jurisdiction = try library.jurisdiction(JurisdictionCode(code), vocabulary: vocabulary)
        let samples = try library.loader.samples(of: jurisdiction, vocabulary: vocabulary)
        return State(vocabulary: vocabulary, jurisdiction: jurisdiction, samples: samples.value ?? [])
    }

    /// The state's law of `day` as it is asked of a requested state.
    static func compiled(_ state: State) throws -> CompiledState {
        guard let day else { throw Missing(what: "the day") }
        return try CompiledState(
            jurisdiction: state.jurisdiction, vocabulary: state.vocabulary, date: day, side: .requested)
    }

    /// The files of a state that a request reads.
    static func files(of code: String) throws -> [(path: String, bytes: [UInt8])] {
        try ["profile", "offences", "cooperation"].map { name in
            let path = LawLoader.path(JurisdictionCode(code), name)
            guard let bytes = try library.loader.source.bytes(of: path) else { throw Missing(what: path) }
            return (path, bytes)
        }
    }

    /// Each example of `Docs/examples`, by its name without ending.
    static let examples: [(name: String, path: String)] = {
        let top = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Docs/examples").standardized
        let files = (try? FileManager.default.contentsOfDirectory(at: top, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "yaml" }
            .map { (name: $0.deletingPathExtension().lastPathComponent, path: $0.path) }
            .sorted { $0.name < $1.name }
    }()
}

struct Missing: Error { let what: String }
