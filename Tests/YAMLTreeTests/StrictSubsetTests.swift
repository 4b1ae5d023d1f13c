import Testing
import YAMLTree

struct StrictSubsetTests {
    private static let aliasHint = "write the value out; a text that begins with `*` belongs in quotes"
    private static let anchorHint = "remove it; a text that begins with `&` belongs in quotes"
    private static let tagHint = "remove it; a text that begins with `!` belongs in quotes"
    private static let keyHint = "put a text that begins with a bracket in quotes"

    static let cases: [ErrorCase] = [
        // Anchors and aliases.
        ErrorCase(
            "a: &x b\nc: *x\n", hasRoot: true,
            ExpectedError(.anchor, 1, 4, "&x", "anchors such as `&x` are not allowed", hint: anchorHint),
            ExpectedError(.alias, 2, 4, "*x", "aliases such as `*x` are not allowed", hint: aliasHint)),
        ErrorCase(
            "*a: b\nc: d\n", hasRoot: true,
            ExpectedError(.alias, 1, 1, "*a", "aliases such as `*a` are not allowed", hint: aliasHint)),
        ErrorCase(
            "- &x [a]\n- &y {b: c}\n- &z\n  d: e\n", hasRoot: true,
            ExpectedError(.anchor, 1, 3, "&x", "anchors such as `&x` are not allowed", hint: anchorHint),
            ExpectedError(.anchor, 2, 3, "&y", "anchors such as `&y` are not allowed", hint: anchorHint),
            ExpectedError(.anchor, 3, 3, "&z", "anchors such as `&z` are not allowed", hint: anchorHint)),
        ErrorCase(
            "a: * b\n",
            ExpectedError(
                .alias, 1, 4, "*", "`*` at the start of a value makes it an alias, which is not allowed",
                hint: "put the value in quotes: `\"* b\"`")),
        ErrorCase(
            "a: & \"b\" # c\n",
            ExpectedError(
                .anchor, 1, 4, "&", "`&` at the start of a value makes it an anchor, which is not allowed",
                hint: "put the value in quotes: `'& \"b\"'`")),
        // Tags.
        ErrorCase(
            "!!str a: !foo b\n", hasRoot: true,
            ExpectedError(.tag, 1, 1, "!!str", "tags such as `!!str` are not allowed", hint: tagHint),
            ExpectedError(.tag, 1, 10, "!foo", "tags such as `!foo` are not allowed", hint: tagHint)),
        ErrorCase(
            "a: ! b\n", hasRoot: true, ExpectedError(.tag, 1, 4, "!", "tags such as `!` are not allowed", hint: tagHint)),
        ErrorCase(
            "a: &x !y\n  b: c\n", hasRoot: true,
            ExpectedError(.anchor, 1, 4, "&x", "anchors such as `&x` are not allowed", hint: anchorHint),
            ExpectedError(.tag, 1, 7, "!y", "tags such as `!y` are not allowed", hint: tagHint)),
        ErrorCase(
            "é: !y\n  &x b\n", hasRoot: true,
            ExpectedError(.tag, 1, 4, "!y", "tags such as `!y` are not allowed", hint: tagHint),
            ExpectedError(.anchor, 2, 3, "&x", "anchors such as `&x` are not allowed", hint: anchorHint)),
        ErrorCase(
            "a: !e!x b\n",
            ExpectedError(
                .tag, 1, 4, "!e!x", "`!` at the start of a value makes it a tag, which is not allowed",
                hint: "put the value in quotes: `\"!e!x b\"`")),
        ErrorCase(
            "a: !<foo b\n",
            ExpectedError(
                .tag, 1, 4, "!<foo", "`!` at the start of a value makes it a tag, which is not allowed",
                hint: "put the value in quotes: `\"!<foo b\"`")),
        ErrorCase(
            "a: !%zz\n",
            ExpectedError(
                .tag, 1, 4, "!%zz", "`!` at the start of a value makes it a tag, which is not allowed",
                hint: "put the value in quotes: `\"!%zz\"`")),
        // Keys.
        ErrorCase(
            "<<: {a: b}\nc: {<<: d}\n", hasRoot: true,
            ExpectedError(.mergeKey, 1, 1, "<<", "merge keys (`<<`) are not allowed", hint: "write the entries out"),
            ExpectedError(.mergeKey, 2, 5, "<<", "merge keys (`<<`) are not allowed", hint: "write the entries out")),
        ErrorCase(
            "? [a]\n: b\n", hasRoot: true,
            ExpectedError(.keyNotText, 1, 3, "[a]", "a key must be text, not a list", hint: keyHint)),
        ErrorCase(
            "a: {{ x }}\n", hasRoot: true,
            ExpectedError(.keyNotText, 1, 5, "{ x }", "a key must be text, not a mapping", hint: keyHint)),
        ErrorCase(
            "? a: 1\n  b: 2\n: c\n", hasRoot: true,
            ExpectedError(.keyNotText, 1, 3, "a", "a key must be text, not a mapping", hint: keyHint)),
        ErrorCase(
            "\"\": b\n", hasRoot: true,
            ExpectedError(.emptyKey, 1, 1, "\"\"", "a key is empty", hint: "write a key before the `:`")),
        ErrorCase(
            "?\n: b\n", hasRoot: true,
            ExpectedError(.emptyKey, 1, 2, "", "a key is empty", hint: "write a key before the `:`")),
        ErrorCase("a: b\n: c\n", ExpectedError(.emptyKey, 2, 1, ":", "a key is empty", hint: "write a key before the `:`")),
        ErrorCase("{: b}\n", ExpectedError(.emptyKey, 1, 2, ":", "a key is empty", hint: "write a key before the `:`")),
        // What YAML reads otherwise than it looks.
        ErrorCase(
            "age: {under:14, b}\n", hasRoot: true,
            ExpectedError(.missingSpace, 1, 7, "under:14", "the key `under:14` has no value", hint: "put a space after the `:`")),
        ErrorCase(
            "act:\n  - possess\n    - access\n", hasRoot: true,
            ExpectedError(
                .itemInText, 3, 5, "-", "this `-` begins no item: the line continues the text that begins on line 2",
                hint: "indent it like the item before; a text that goes on with `-` belongs in quotes")),
        ErrorCase(
            "- a\n - b: c\n",
            ExpectedError(
                .itemInText, 2, 2, "-", "this `-` begins no item: the line continues the text that begins on line 1",
                hint: "indent it like the item before; a text that goes on with `-` belongs in quotes")),
        ErrorCase(
            "a:\n\u{A0}\u{A0}b: under 14\u{3000} # x\n", hasRoot: true,
            ExpectedError(
                .oddSpace, 2, 1, "\u{A0}", "this text begins with the special space U+00A0",
                hint: "use an ordinary space, or put the text in quotes if the character belongs to it"),
            ExpectedError(
                .oddSpace, 2, 14, "\u{3000}", "this text ends with the special space U+3000",
                hint: "use an ordinary space, or put the text in quotes if the character belongs to it")),
    ]

    @Test(arguments: cases) func errors(_ example: ErrorCase) { check(example) }

    @Test func whatIsLeftOfAFileWithErrors() {
        let source = "<<: x\n[k]: x\n\"\": x\n*k : x\na: *b\nc: !t d\n"
        let result = YAMLTree.parse(source, file: "f.yaml")
        #expect(result.diagnostics.count == 6)
        #expect(result.root?.mapping?.keys == ["a", "c"])
        #expect(result.root?.mapping?["a"]?.text == "*b")
        #expect(result.root?.mapping?["c"]?.text == "d")
    }

    @Test(arguments: [
        "'<<': b", "\"<<\": b", "a: '*x'", "a: \"&x\"", "a: '!x'", "a: x & y", "a: x*y", "a: no!", "{a, b: c}", "? a",
        "a: § 184b\u{A0}(1)",
        "a: \"\u{A0}b\"", "a: x\n  -y", "a: |\n  x\n  - y", "a: 'x\n  - y'",
    ]) func allowed(_ source: String) {
        let result = YAMLTree.parse(source, file: "f.yaml")
        #expect(result.diagnostics == [])
        #expect(result.root?.mapping?.isEmpty == false)
    }
}
