import Testing
import YAMLTree

struct ScalarTests {
    private func root(_ source: String) -> YAMLNode? {
        let result = YAMLTree.parse(source, file: "f.yaml")
        #expect(result.diagnostics == [])
        return result.root
    }

    /// Whatever other readers make of them, these are texts.
    @Test(arguments: [
        "NO", "no", "yes", "on", "off", "y", "n", "true", "False", "null", "Null", "~", "08", "010", "0x1F", "0o17", "0b1", "1_000",
        "1e3",
        "+1", "-1", "1:30", "190:20:30", ".5", "1.0", ".inf", "-.INF", ".nan", "2024-06-28", "2001-12-14t21:59:43.10-05:00", "=",
        "<", "a<<",
        "§ 184b(1) no. 1", "under 14", "-a", "1-2",
    ]) func nothingIsTyped(_ text: String) {
        #expect(root("a: \(text)\n")?.mapping?["a"]?.scalar == YAMLScalar(text: text, style: .plain))
        #expect(root("- \(text)\n")?.sequence?.map(\.text) == [text])
        #expect(root("{k: \(text)}")?.mapping?["k"]?.text == text)
        if text != "=", text != "<" { #expect(root("\(text): a\n")?.mapping?.keys == [text]) }
    }

    @Test(
        arguments: [
            ("a b", "a b", .plain), ("a\n  b\n\n  c", "a b\nc", .plain), ("'it''s'", "it's", .singleQuoted),
            ("'a\\n'", "a\\n", .singleQuoted),
            ("\"a\\n\\t\\\"\\\\\\u00e9\\x41\\U0001F600\"", "a\n\t\"\\é\u{41}😀", .doubleQuoted), ("''", "", .singleQuoted),
            ("\"\"", "", .doubleQuoted), ("|\n  a\n   b\n\n", "a\n b\n", .literal), ("|-\n  a\n  b\n", "a\nb", .literal),
            ("|+\n  a\n", "a\n\n", .literal), (">\n  a\n  b\n\n  c\n", "a b\nc\n", .folded), ("|2\n   a\n", " a\n", .literal),
            ("a # b", "a", .plain), ("a#b", "a#b", .plain), ("'a # b'", "a # b", .singleQuoted), ("", "", .plain),
            ("\"a\n  b\"", "a b", .doubleQuoted), ("\"a\\\n  b\"", "ab", .doubleQuoted),
        ] as [(String, String, YAMLScalar.Style)]) func styles(_ source: String, _ text: String, _ style: YAMLScalar.Style)
    {
        #expect(root("k: \(source)\n")?.mapping?["k"]?.scalar == YAMLScalar(text: text, style: style))
        let withCRLF = "k: \(source)\n".split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(root(withCRLF)?.mapping?["k"]?.scalar == YAMLScalar(text: text, style: style))
    }

    @Test func aDocumentMayBeATextOrAList() {
        #expect(root("just text")?.text == "just text")
        #expect(root("\"\"")?.text == "")
        #expect(root("- a\n-\n- []\n")?.sequence?.map(\.kindName) == ["text", "text", "list"])
        #expect(root("[]")?.sequence == [])
    }
}
