import Testing
import YAMLTree

struct BracketErrorTests {
    private static let strayHint = "remove it, or put the text in quotes"

    static let cases: [ErrorCase] = [
        // Not closed.
        ErrorCase("a: [", ExpectedError(.unclosedBracket, 1, 4, "[", "`[` is not closed", hint: "add `]`")),
        ErrorCase("a: [b, c", ExpectedError(.unclosedBracket, 1, 4, "[", "`[` is not closed", hint: "add `]`")),
        ErrorCase("a: [b,\n# c\n", ExpectedError(.unclosedBracket, 1, 4, "[", "`[` is not closed", hint: "add `]`")),
        ErrorCase("é: {b: [c]", ExpectedError(.unclosedBracket, 1, 4, "{", "`{` is not closed", hint: "add `}`")),
        ErrorCase("a: [b, c\nd: e\n", ExpectedError(.unclosedBracket, 1, 4, "[", "`[` is not closed", hint: "add `]`")),
        ErrorCase("a: {b: 1\nc: [2]\n", ExpectedError(.unclosedBracket, 1, 4, "{", "`{` is not closed", hint: "add `}`")),
        ErrorCase(
            "- [a\n- b\n",
            ExpectedError(.unclosedBracket, 1, 3, "[", "`[` is not closed", hint: "add `]`"),
            ExpectedError(
                .itemInText, 2, 1, "-", "this `-` begins no item: the line continues the text that begins on line 1",
                hint: "indent it like the item before; a text that goes on with `-` belongs in quotes")),
        ErrorCase("a: [b,\n---\n", ExpectedError(.unclosedBracket, 1, 4, "[", "`[` is not closed", hint: "add `]`")),
        // Closed with the wrong one, or too often.
        ErrorCase(
            "[a}\n",
            ExpectedError(.unmatchedBracket, 1, 3, "}", "`}` does not match the `[` on line 1", hint: "close that with `]` first")),
        ErrorCase(
            "a: [b,\n {c: d]\n",
            ExpectedError(.unmatchedBracket, 2, 7, "]", "`]` does not match the `{` on line 2", hint: "close that with `}` first")),
        ErrorCase(
            "a: [b, }\n",
            ExpectedError(.unmatchedBracket, 1, 8, "}", "`}` does not match the `[` on line 1", hint: "close that with `]` first")),
        ErrorCase("a: ]\n", ExpectedError(.unmatchedBracket, 1, 4, "]", "`]` closes no bracket", hint: strayHint)),
        ErrorCase("a: [b]]\n", ExpectedError(.unmatchedBracket, 1, 7, "]", "`]` closes no bracket", hint: strayHint)),
        ErrorCase("a: b\n}\n", ExpectedError(.unmatchedBracket, 2, 1, "}", "`}` closes no bracket", hint: strayHint)),
        ErrorCase("{a: b}}\n", ExpectedError(.unmatchedBracket, 1, 7, "}", "`}` closes no bracket", hint: "remove it")),
        // Commas.
        ErrorCase(
            "a: [\"b\"\n  , {c: d} e]\n",
            ExpectedError(.missingComma, 2, 12, "e]", "expected `,` or `]` before `e]`", hint: "put a `,` between values")),
        ErrorCase(
            "a: {b: 1 c: 2}\n",
            ExpectedError(
                .missingComma, 1, 11, ":", "a second `:` before the next `,`",
                hint: "put a `,` between entries; a text with `: ` belongs in quotes")),
        ErrorCase(
            "a: {b: c\n  d: e}\n",
            ExpectedError(
                .missingComma, 2, 3, "d", "a `,` is missing before `d`", hint: "put it at the end of the line before")),
        ErrorCase(
            "a: [b, , c]\n",
            ExpectedError(.missingValue, 1, 8, ",", "a value is missing before `,`", hint: "write a value, or remove the `,`")),
    ]

    @Test(arguments: cases) func errors(_ example: ErrorCase) { check(example) }

    @Test(arguments: ["[a, b, ]", "{a: b, }", "a: b]\n", "a: (b)\n", "[]", "{}", "[[], {}]", "a: [b,\nc]\n", "{a: [b, {c: d}]}"])
    func harmlessBrackets(_ source: String) {
        #expect(YAMLTree.parse(source, file: "f.yaml").diagnostics == [])
    }
}
