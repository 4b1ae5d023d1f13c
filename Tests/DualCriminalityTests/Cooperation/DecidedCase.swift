import Foundation
import Law

import Testing
import YAMLTree

@testable import DualCriminality
@testable import LawLoader

/// A published decision as data: the law that it applied, as far as its point needs it, the relevant facts, and what the
/// court held on the ground in question (`Tests/Cases/decided`).
struct DecidedCase: CustomTestStringConvertible {
    struct Expected {
        let basis: String
        let ground: String
        let count: String?
        let outcome: String
        var words: String { "\(ground) on \(basis)" + (count.map { ", count \($0)" } ?? "") }
    }

    let id: String
    let citation: String
    let topic: String
    let holding: String
    let files: [String: String]
    let request: String
    let expected: [Expected]
    let verdict: String?
    /// Why the program does not reproduce the holding; nil where it does.
    let notReproduced: String?

    var testDescription: String { "\(id): \(citation)" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Cases/decided")

    static let all: [DecidedCase] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { try? DecidedCase(folder.appending(path: $0)) }
    }()

    struct Unreadable: Error { let what: String }

    init(_ url: URL) throws {
        let tree = YAMLTree.parse([UInt8](try Data(contentsOf: url)), file: url.lastPathComponent)
        guard let root = tree.root?.mapping, tree.diagnostics.isEmpty else {
            throw Unreadable(what: "\(url.lastPathComponent): \(tree.diagnostics)")
        }
        func text(_ key: String) throws -> String {
            guard let text = root[key]?.scalarText else { throw Unreadable(what: "\(url.lastPathComponent): `\(key)`") }
            return text
        }
        id = try text("case")
        citation = try text("citation")
        topic = try text("topic")
        holding = try text("holding")
        request = try text("request")
        verdict = root["verdict"]?.scalarText
        notReproduced = root["not-reproduced"]?.scalarText
        files = Dictionary(
            uniqueKeysWithValues: (root["law"]?.mapping?.entries ?? []).map { ($0.key, $0.value.scalarText ?? "") })
        expected = (root["expect"]?.sequence ?? []).map { node in
            func word(_ key: String) -> String { node.mapping?[key]?.scalarText ?? "" }
            return Expected(
                basis: word("basis"), ground: word("ground"), count: node.mapping?["count"]?.scalarText, outcome: word("outcome"))
        }
    }

    /// The law of the case over what the cases have in common, over the catalogue of grounds of the project.
    func library() throws -> LawLibrary {
        let grounds = TextLawSource(files: [
            "Rules/grounds.yaml": String(decoding: BundledLawSource().bytes(of: "Rules/grounds.yaml") ?? [], as: UTF8.self)
        ])
        let common = OverlayLawSource(
            top: try FolderLawSource(folder: DecidedCase.folder.appending(path: "common").path), over: grounds)
        return LawLibrary(source: OverlayLawSource(top: TextLawSource(files: files), over: common))
    }

    func assess() throws -> Assessment {
        let library = try library()
        let loaded = try library.request(Array(request.utf8), file: "\(id), request")
        guard let value = loaded.value else { throw LawError.broken(loaded.errors) }
        return try library.assessor(for: value, vocabulary: try library.vocabulary()).assess(value)
    }

    /// What the program says differently from the court; empty where the holding is reproduced.
    func differences() throws -> [String] {
        let assessment = try assess()
        var result: [String] = []
        for wanted in expected {
            let found = assessment.findings.filter {
                $0.basis == wanted.basis && $0.ground == wanted.ground && (wanted.count == nil || $0.count == wanted.count)
            }
            // A count stands on the best of its items.
            let order: [Finding.Outcome] = [.clear, .unknown, .mayBar, .bars]
            guard let best = found.map(\.outcome).min(by: { order.firstIndex(of: $0) ?? 0 < order.firstIndex(of: $1) ?? 0 }) else {
                let bases = assessment.bases.map(\.instrument)
                result.append("\(wanted.words): no such finding; bases: \(bases)")
                continue
            }
            if best.rawValue != wanted.outcome {
                result.append("\(wanted.words): \(best.rawValue), held: \(wanted.outcome); \(found.first?.because ?? [])")
            }
        }
        if let verdict, assessment.verdict.rawValue != verdict {
            result.append("verdict \(assessment.verdict.rawValue), held: \(verdict)")
        }
        return result
    }
}
