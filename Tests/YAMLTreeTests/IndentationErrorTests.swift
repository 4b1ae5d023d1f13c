import Testing
import YAMLTree

struct IndentationErrorTests {
    private static let dashHint = "indent it like the items before, or deeper than the key it belongs to"
    private static let inlineDashHint =
        "begin the list on the next line or write `[a, b]`; a text that begins with `-` belongs in quotes"

    static let cases: [ErrorCase] = [
        // Tabs.
        ErrorCase("a:\n\tb: 1\n", ExpectedError(.tabIndent, 2, 1, "\t", "a tab is used for indentation", hint: "use spaces")),
        ErrorCase("a:\n  \t\tb: 1\n", ExpectedError(.tabIndent, 2, 3, "\t\t", "a tab is used for indentation", hint: "use spaces")),
        ErrorCase("a: |\n\tb\n", ExpectedError(.tabIndent, 2, 1, "\t", "a tab is used for indentation", hint: "use spaces")),
        ErrorCase("a: b\n\tc\n", ExpectedError(.tabIndent, 2, 1, "\t", "a tab is used for indentation", hint: "use spaces")),
        ErrorCase(
            "é:\n  b: 1\n\t\nc: 2\n", ExpectedError(.tabIndent, 3, 1, "\t", "a tab is used for indentation", hint: "use spaces")),
        ErrorCase(
            "-\tfoo: 1\n", ExpectedError(.tabIndent, 1, 2, "\t", "a tab is used where indentation begins", hint: "use spaces")),
        // Lines that fit nowhere.
        ErrorCase(
            "a:\n    b: 1\n  c: 2 # x\n",
            ExpectedError(
                .badIndent, 3, 3, "c: 2", "an indentation of 2 spaces fits no line above",
                hint: "the entries of the mapping that begins on line 1 are not indented")),
        ErrorCase(
            "a:\n  b:\n      - c: 1\n     d: 2\n",
            ExpectedError(
                .badIndent, 4, 6, "d: 2", "an indentation of 5 spaces fits no line above",
                hint: "the entries of the mapping that begins on line 2 are indented by 2 spaces")),
        ErrorCase(
            "- a\n- - b\n c: d\n",
            ExpectedError(
                .badIndent, 3, 2, "c: d", "an indentation of 1 space fits no line above",
                hint: "the items of the list that begins on line 1 are not indented")),
        ErrorCase(
            "a:\n  - b\n  c: 2\n",
            ExpectedError(
                .badIndent, 3, 3, "c: 2", "this line is no item of the list that begins on line 2",
                hint: "begin it with `- `, or indent it to belong to an item or a key")),
        ErrorCase(
            "a: 1\n  b: 2\n",
            ExpectedError(
                .badIndent, 2, 3, "b", "this line continues the text that begins on line 1, so it cannot have a `:`",
                hint: "indent `b` like the entries it belongs to; a text with `: ` belongs in quotes")),
        ErrorCase(
            "a:\n - b: c\n    d e: f\n",
            ExpectedError(
                .badIndent, 3, 5, "d e", "this line continues the text that begins on line 2, so it cannot have a `:`",
                hint: "indent `d e` like the entries it belongs to; a text with `: ` belongs in quotes")),
        // Dashes.
        ErrorCase("a: 1\n- b\n", ExpectedError(.misplacedDash, 2, 1, "-", "a list item cannot begin here", hint: dashHint)),
        ErrorCase(
            "a:\n  - b\n - c\n", ExpectedError(.misplacedDash, 3, 2, "-", "a list item cannot begin here", hint: dashHint)),
        ErrorCase("a: - b\n", ExpectedError(.misplacedDash, 1, 4, "-", "a list item cannot begin here", hint: inlineDashHint)),
        ErrorCase("a: [ - b ]\n", ExpectedError(.misplacedDash, 1, 6, "-", "a list item cannot begin here", hint: inlineDashHint)),
    ]

    @Test(arguments: cases) func errors(_ example: ErrorCase) { check(example) }

    /// A tab that separates, rather than indents, does no harm.
    @Test(arguments: ["a:\tb\n", "a: b\t# c\n", "a: [\n\tb]\n", "a: |\n  x\n  \tb\n", "a: \"x\n\ty\"\n"])
    func harmlessTabs(_ source: String) {
        #expect(YAMLTree.parse(source, file: "f.yaml").diagnostics == [])
    }
}
