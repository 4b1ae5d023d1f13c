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

    /// A request from its text, with the facts of the catalogue of grounds.
    ///
    /// - Throws: `LawError.broken` where the vocabulary or the catalogue has errors; errors of the request are in the result.
    public func request(_ bytes: [UInt8], file: String) throws -> Loaded<Request> {
        LawLoader.request(bytes, file: file, vocabulary: try vocabulary(), grounds: try grounds())
    }

    /// Reads what every request needs, on two threads. Errors are for whoever then asks for the value.
    public func prefetch() {
        _ = try? Workers.both { _ = try? loader.parties() } and: {
            _ = try? loader.vocabulary()
            _ = try? loader.grounds()
        }
    }

    /// Everything that assessing one request needs: the law of both states, and the rules between them. Read on two
    /// threads.
    ///
    /// - Throws: `LawError.notEncoded` where a state has no folder, `LawError.broken` with every diagnostic.
    public func assessor(
        for request: Request, vocabulary: Vocabulary, options: Assessor.Options = .init()
    ) throws -> Assessor {
        let (one, other) = (request.requesting, request.requested)
        // The instruments between two states are about as long as the law of one of them.
        let (first, requested) = try Workers.both {
            (
                rules: try rulesWithoutDefinitions(between: one, and: other, vocabulary: vocabulary),
                requesting: try jurisdiction(one, vocabulary: vocabulary)
            )
        } and: {
            try jurisdiction(other, vocabulary: vocabulary)
        }
        let bases = LegalBases(request: request, rules: first.rules, requested: requested).find().judged(options)
        let rules = try definitions(of: bases.compactMap(\.instrument), in: first.rules, vocabulary: vocabulary)
        return Assessor(
            vocabulary: vocabulary, requesting: first.requesting, requested: requested, rules: rules,
            digest: try digest(of: [one, other], rules), options: options)
    }

    /// SHA-256 over every file that an assessment between these states rests on: path, length and bytes of each, in the
    /// order of paths.
    public func digest(of codes: [JurisdictionCode], _ rules: CooperationRules) throws -> String {
        var hash = SHA256()
        var paths = [LawLoader.vocabularyPath, LawLoader.partiesPath] + loader.groundPaths
        for code in Set(codes) {
            for file in ["profile", "offences", "cooperation"] { paths.append(LawLoader.path(code, file)) }
        }
        paths += rules.instruments.map { LawLoader.path($0.id) }
        paths += Set(rules.instruments.compactMap(\.benchmark)).map { "Rules/benchmarks/\($0).yaml" }
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
