import Foundation

/// Requests for the tests: the examples of the documentation, and one with single lines changed.
enum Example {
    static let folder = Command.package.appendingPathComponent("Docs/examples")

    /// The names of all examples without `.yaml`, sorted.
    static let ids: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

    static func path(_ id: String) -> String { "Docs/examples/\(id).yaml" }
    static func text(_ id: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appendingPathComponent(id + ".yaml")), as: UTF8.self)
    }

    /// A small request between two bundled states; its answer depends on facts, whatever the encodings say in detail.
    static let open = """
        request: extradition
        requesting: FR
        requested: DE
        date: 2026-03-01
        counts:
          - id: "1"
            committed: {from: 2025-04-01, to: 2025-09-30}
            facts:
              act: possess
              material.medium: video

        """

    /// `open` with one text replaced by another.
    static func changed(_ old: String, _ new: String) -> String {
        precondition(open.contains(old), "the request has no `\(old)`")
        return open.replacingOccurrences(of: old, with: new)
    }
}
