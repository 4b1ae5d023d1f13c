import Foundation
import Synchronization
import Testing
import YAMLTree

/// Files made to exhaust a reader: each must end in the diagnostic that stopped it, at the place where that is due, on a small stack and
/// in little memory.
@Suite(.serialized) struct HostileFileTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let source: @Sendable () -> String
        let code: YAMLCode
        let line: Int
        let column: Int
        var limits = YAMLLimits.standard
    }

    static let nesting: [Example] = [
        Example(
            testDescription: "brackets", source: { String(repeating: "[", count: 100_000) }, code: .tooDeep, line: 1, column: 65),
        Example(
            testDescription: "braces", source: { String(repeating: "{a: ", count: 100_000) }, code: .tooDeep, line: 1, column: 257),
        Example(
            testDescription: "brackets on lines", source: { String(repeating: "[\n", count: 100_000) }, code: .tooDeep, line: 65,
            column: 1),
        Example(
            testDescription: "mixed", source: { String(repeating: "[{a: ", count: 50_000) }, code: .tooDeep, line: 1, column: 161),
        Example(
            testDescription: "dashes", source: { String(repeating: "- ", count: 100_000) }, code: .tooDeep, line: 1, column: 129),
        Example(
            testDescription: "key marks", source: { String(repeating: "? ", count: 100_000) }, code: .tooDeep, line: 1, column: 129),
        Example(
            testDescription: "keys in brackets", source: { String(repeating: "{? ", count: 90_000) }, code: .tooDeep, line: 1,
            column: 193),
        Example(
            testDescription: "indentation",
            source: { (0..<2500).map { String(repeating: " ", count: $0) + "a:\n" }.joined() }, code: .tooDeep, line: 65, column: 65
        ),
        Example(
            testDescription: "indented lists",
            source: { (0..<2500).map { String(repeating: " ", count: $0) + "-\n" }.joined() }, code: .tooDeep, line: 65, column: 65),
    ]

    static let large: [Example] = [
        Example(
            testDescription: "bytes", source: { String(repeating: "a: b\n", count: 2_000_000) }, code: .tooLarge, line: 1, column: 1
        ),
        Example(
            testDescription: "items", source: { String(repeating: "- a\n", count: 600_000) }, code: .tooManyNodes, line: 20_000,
            column: 3, limits: YAMLLimits(nodes: 20_000)),
        Example(
            testDescription: "entries", source: { "{" + String(repeating: "a: b, ", count: 600_000) }, code: .tooManyNodes, line: 1,
            column: 2_999_999),
        Example(
            testDescription: "aliases", source: { "[" + String(repeating: "*a, ", count: 600_000) }, code: .tooManyNodes, line: 1,
            column: 79_998, limits: YAMLLimits(nodes: 20_000)),
        Example(
            testDescription: "directives",
            source: { (0..<60_000).map { "%TAG !a\($0)! b\n" }.joined() + "---\na: b" }, code: .directive, line: 1, column: 1),
        Example(
            testDescription: "directives after the document",
            source: { "a: b\n...\n" + (0..<60_000).map { "%TAG !a\($0)! b\n" }.joined() + "---\na: b" }, code: .severalDocuments,
            line: 3,
            column: 1),
        Example(
            testDescription: "text", source: { "a: \"" + String(repeating: "\\n", count: 1_000_000) + "\"" }, code: .textTooLong,
            line: 1,
            column: 4),
        Example(
            testDescription: "open quote", source: { "a: b\nc: '" + String(repeating: "x\n", count: 1_000_000) },
            code: .unterminatedQuote,
            line: 2, column: 4),
        Example(
            testDescription: "open bracket", source: { "a: b\nc: [" + String(repeating: "d,", count: 400_000) },
            code: .unclosedBracket, line: 2,
            column: 4),
    ]

    @Test(arguments: nesting + large) func endsInADiagnosticOnASmallStack(_ example: Example) {
        let source = example.source()
        let found = Mutex(YAMLParseResult(root: nil, diagnostics: []))
        let before = peakKilobytes(reset: true)
        #expect(
            onStack(ofBytes: 512 << 10) {
                // The tree, if there is one, is released on this stack too.
                let result = YAMLTree.parse(source, file: "f.yaml", limits: example.limits)
                found.withLock { $0.diagnostics = result.diagnostics }
            })
        let after = peakKilobytes(reset: false)
        let diagnostic = found.withLock { $0.diagnostics.first { $0.code == example.code.rawValue } }
        #expect(diagnostic?.position.line == example.line)
        #expect(diagnostic?.position.column == example.column)
        if let before, let after { #expect(after - before < 100_000, "kilobytes") }
    }

    @Test func billionLaughs() {
        var source = "l0: &l0 lol\n"
        for level in 1...30 {
            let references = (0..<10).map { _ in "*l\(level - 1)" }.joined(separator: ", ")
            source += "l\(level): &l\(level) [\(references)]\n"
        }
        let result = YAMLTree.parse(source, file: "f.yaml")
        // 31 anchors and 300 aliases, listed up to the limit.
        #expect(result.diagnostics.count == 201)
        #expect(Set(result.diagnostics.map(\.code)) == ["yaml/alias", "yaml/anchor", "yaml/too-many-errors"])
        #expect(result.root?.mapping?["l30"]?.sequence?.map(\.text) == Array(repeating: "*l29", count: 10))
    }

    /// The deepest tree that limits allow must be usable by recursion on a small stack: released, compared, hashed.
    @Test func deepestTree() {
        for unit in ["[", "{a: "] {
            let depth = YAMLLimits.deepest
            let close = unit == "[" ? "]" : "}"
            let source = String(repeating: unit, count: depth) + (unit == "[" ? "" : "b") + String(repeating: close, count: depth)
            let isDeep = Mutex(false)
            #expect(
                onStack(ofBytes: 512 << 10) {
                    var limits = YAMLLimits()
                    limits.depth = 1_000_000
                    let first = YAMLTree.parse(source, file: "f.yaml", limits: limits)
                    let second = YAMLTree.parse(source, file: "f.yaml", limits: limits)
                    let isSame = first == second && first.hashValue == second.hashValue
                    isDeep.withLock { $0 = isSame && first.root != nil && !first.hasErrors }
                })
            #expect(isDeep.withLock { $0 })
            let deeper = YAMLTree.parse(unit + source, file: "f.yaml", limits: YAMLLimits(depth: 1_000_000))
            #expect(deeper.diagnostics.map(\.code) == ["yaml/too-deep"])
        }
    }

    /// The most memory this process ever had, in kB; nil where the system does not tell.
    private func peakKilobytes(reset: Bool) -> Int? {
        if reset { try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8) }
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }
}
