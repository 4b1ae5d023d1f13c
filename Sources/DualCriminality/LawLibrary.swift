import Crypto
import Law
import LawLoader
import YAMLTree

/// The law that questions are asked of: bundled, from a folder, or a folder laid over the bundled law.
///
/// Only the files of the states that are asked for are read.
public struct LawLibrary: Sendable {
    public let loader: LawLoader

    public init(source: any LawSource) { loader = LawLoader(source: source) }

    /// The states that have a folder, sorted.
    public var codes: [JurisdictionCode] { loader.jurisdictions }

    /// - Throws: `LawError.broken` with every diagnostic of the file.
    public func vocabulary() throws -> Vocabulary {
        let loaded = try loader.vocabulary()
        guard let value = loaded.value else { throw LawError.broken(loaded.errors) }
        return value
    }

    /// - Throws: `LawError.notEncoded` where there is no such folder, `LawError.broken` with every diagnostic.
    public func jurisdiction(_ code: JurisdictionCode, vocabulary: Vocabulary) throws -> Jurisdiction {
        guard codes.contains(code) else { throw LawError.notEncoded(code, encoded: codes) }
        let loaded = try loader.jurisdiction(code, vocabulary: vocabulary)
        guard let value = loaded.value else { throw LawError.broken(loaded.errors) }
        return value
    }

    /// The ids of the benchmarks: instruments with model definitions.
    public var benchmarks: [String] { loader.benchmarks }

    /// - Throws: `LawError.broken` with every diagnostic.
    public func benchmark(_ id: String, vocabulary: Vocabulary) throws -> Benchmark {
        let loaded = try loader.benchmark(id, vocabulary: vocabulary)
        guard let value = loaded.value else { throw LawError.broken(loaded.errors) }
        return value
    }

    /// SHA-256 over the vocabulary and the files of these states: path, length and bytes of each, in the order of paths.
    public func digest(of codes: [JurisdictionCode]) throws -> String {
        var hash = SHA256()
        var paths = [LawLoader.vocabularyPath]
        for code in Set(codes) {
            for file in ["profile", "offences", "cooperation"] { paths.append(LawLoader.path(code, file)) }
        }
        for path in paths.sorted() {
            guard let bytes = try loader.source.bytes(of: path) else { continue }
            hash.update(data: Array("\(path)\u{0}\(bytes.count)\u{0}".utf8))
            hash.update(data: bytes)
        }
        let digits = Array("0123456789abcdef")
        return "sha256:" + String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}

public enum LawError: Error, Sendable {
    case notEncoded(JurisdictionCode, encoded: [JurisdictionCode])
    /// The encoding has errors; nothing of it is used.
    case broken([Diagnostic])
}
