import Testing
import YAMLTree

struct TextErrorTests {
    private static let doubleHint = "add the closing `\"`; a quote inside is written `\\\"`"
    private static let escapeHint = "write a backslash in double quotes as `\\\\`, or use single quotes"

    static let cases: [ErrorCase] = [
        // Quotes.
        ErrorCase("a: \"foo\n", ExpectedError(.unterminatedQuote, 1, 4, "\"", "this quote is not closed", hint: doubleHint)),
        ErrorCase(
            "a: 'foo\nb: c\n",
            ExpectedError(
                .unterminatedQuote, 1, 4, "'", "this quote is not closed",
                hint: "add the closing `'`; an apostrophe inside is written twice")),
        ErrorCase(
            "a: \"x\n---\ny\"\n",
            ExpectedError(
                .unterminatedQuote, 1, 4, "\"", "this quote is not closed before the document ends on line 2", hint: doubleHint)),
        ErrorCase(
            "a: \"foo\nb: \"bar\"\nc: d\n",
            ExpectedError(
                .unterminatedQuote, 1, 4, "\"", "the quote that opens here closes only on line 2",
                hint: "is a closing quote missing on line 1?")),
        ErrorCase(
            "- [\"foo, \n\"bar\"]\n",
            ExpectedError(
                .unterminatedQuote, 1, 4, "\"", "the quote that opens here closes only on line 2",
                hint: "is a closing quote missing on line 1?")),
        ErrorCase(
            "a: \"foo\nb\": c\n",
            ExpectedError(
                .unterminatedQuote, 1, 4, "\"", "the quote that opens here closes only on line 2",
                hint: "is a closing quote missing on line 1?")),
        ErrorCase(
            "b: 'it's' # x\n",
            ExpectedError(
                .textAfterValue, 1, 8, "s'", "text after the closing quote",
                hint: "put the whole value inside the quotes; a quote inside is written twice (`''`)")),
        ErrorCase(
            "é: \"x\" y\n",
            ExpectedError(
                .textAfterValue, 1, 8, "y", "text after the closing quote",
                hint: "put the whole value inside the quotes; a quote inside is written `\\\"`")),
        ErrorCase(
            "\"a\" b\n",
            ExpectedError(
                .textAfterValue, 1, 5, "b", "text after the closing quote",
                hint: "put the whole value inside the quotes; a quote inside is written `\\\"`")),
        ErrorCase(
            "a: [b] c\n",
            ExpectedError(
                .textAfterValue, 1, 8, "c", "text after the end of a value",
                hint: "put the whole value in quotes, or begin a new line")),
        // Escapes.
        ErrorCase("a: \"\\q\"\n", ExpectedError(.badEscape, 1, 5, "\\q", "`\\q` is not a known escape", hint: escapeHint)),
        ErrorCase("a: \"\\x4g\"\n", ExpectedError(.badEscape, 1, 5, "\\x4", "`\\x4` is not a known escape", hint: escapeHint)),
        ErrorCase(
            "a: \"é\\ud800\"\n", ExpectedError(.badEscape, 1, 6, "\\ud800", "`\\ud800` is not a known escape", hint: escapeHint)),
        ErrorCase(
            "a: \"C:\\Users\"\n", ExpectedError(.badEscape, 1, 7, "\\U", "`\\U` is not a known escape", hint: escapeHint)),
        ErrorCase("a: \"\\é\"\n", ExpectedError(.badEscape, 1, 5, "\\é", "`\\é` is not a known escape", hint: escapeHint)),
        // Characters with a meaning.
        ErrorCase(
            "a: @b\n",
            ExpectedError(
                .reservedCharacter, 1, 4, "@", "a value cannot begin with `@`", hint: "put the value in quotes: `\"@b\"`")),
        ErrorCase(
            "a: `b\n",
            ExpectedError(
                .reservedCharacter, 1, 4, "`", "a value cannot begin with a backtick", hint: "put the value in quotes: `\"`b\"`")),
        ErrorCase(
            "a: %b\n",
            ExpectedError(
                .reservedCharacter, 1, 4, "%", "a value cannot begin with `%`", hint: "put the value in quotes: `\"%b\"`")),
        ErrorCase(
            "a: ,\n",
            ExpectedError(
                .reservedCharacter, 1, 4, ",", "a value cannot begin with `,`", hint: "put the value in quotes: `\",\"`")),
        ErrorCase(
            "a: ? b\n",
            ExpectedError(
                .reservedCharacter, 1, 4, "?", "a value cannot begin with `?`", hint: "put the value in quotes: `\"? b\"`")),
        ErrorCase(
            "a: [>= 18, b]\n",
            ExpectedError(.reservedCharacter, 1, 5, ">", "a value cannot begin with `>`", hint: "put the value in quotes")),
        ErrorCase(
            "a: >= 18\n",
            ExpectedError(
                .blockTextHeader, 1, 4, ">=", "`>` at the start of a value begins a block text on the lines below",
                hint: "put the value in quotes: `\">= 18\"`")),
        ErrorCase(
            "a: |0\n  b\n",
            ExpectedError(
                .blockTextHeader, 1, 4, "|0", "`|` at the start of a value begins a block text on the lines below",
                hint: "put the value in quotes: `\"|0\"`")),
    ]

    @Test(arguments: cases) func errors(_ example: ErrorCase) { check(example) }
}
