import Testing
import YAMLTree

struct DiagnosticTests {
    private func make(
        _ file: String = "a", _ line: Int = 1, _ code: String = "x/a", _ severity: Diagnostic.Severity = .error,
        _ message: String = "m", length: Int = 1, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity: severity, code: code, file: file, position: SourcePosition(line: line, column: 1, offset: 0), length: length,
            message: message, hint: hint)
    }

    @Test func orderIsByFilePositionAndCodeFirst() {
        let sorted = [
            make("a", 1, "x/a"), make("a", 1, "x/b"), make("a", 2, "x/a"), make("b", 1, "x/a"),
        ]
        #expect(sorted.reversed().sorted() == sorted)
    }

    @Test func orderIsTotal() {
        let all = [
            make(), make("a", 1, "x/a", .warning), make("a", 1, "x/a", .note), make("a", 1, "x/a", .error, "n"), make(length: 2),
            make(hint: "h"),
        ]
        for (index, left) in all.enumerated() {
            for (other, right) in all.enumerated() where index != other {
                #expect((left < right) != (right < left))
            }
        }
    }

    @Test func lengthIsAtLeastOne() { #expect(make(length: 0).length == 1 && make(length: -3).length == 1) }

    @Test func containsError() {
        #expect(![Diagnostic]().containsError)
        #expect(![make("a", 1, "x/a", .warning), make("a", 1, "x/a", .note)].containsError)
        #expect([make("a", 1, "x/a", .note), make()].containsError)
    }

    @Test func atNodesAndKeys() throws {
        let source = "a: [b,\n  c]\n\"key\":\n  d: long text\n"
        let root = try #require(YAMLTree.parse(source, file: "f").root)
        let mapping = try #require(root.mapping)
        let second = try #require(mapping.entry(for: "key"))
        let onKey = Diagnostic(code: "x/y", file: "f", atKeyOf: second, message: "m")
        #expect(underlined(by: onKey, in: Array(source.utf8)) == "\"key\"")
        let text = try #require(second.value.mapping?["d"])
        let underlines = [root, mapping["a"] ?? root, second.value, text].map {
            underlined(by: Diagnostic(code: "x/y", file: "f", at: $0, message: "m"), in: Array(source.utf8))
        }
        #expect(underlines == ["a", "[", "d: long text", "long text"])
    }
}
