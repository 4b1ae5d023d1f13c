import Testing
import YAMLTree

struct DocumentErrorTests {
    private static let writeHint = "write at least one `key: value`"
    private static let dashesHint = "keep one document per file; remove the `---` if the file is meant to be one"
    private static let dotsHint = "keep one document per file; remove the `...` if the file is meant to be one"
    private static let insideHint = "a file holds one mapping or list; everything must be inside it"

    static let cases: [ErrorCase] = [
        ErrorCase("", ExpectedError(.emptyFile, 1, 1, "", "the file is empty", hint: writeHint)),
        ErrorCase(
            " \n\n",
            ExpectedError(.emptyFile, 1, 1, " ", "the file holds nothing but blanks and comments", hint: writeHint)),
        ErrorCase(
            "# c\n  # d",
            ExpectedError(.emptyFile, 1, 1, "#", "the file holds nothing but blanks and comments", hint: writeHint)),
        ErrorCase("---\n", ExpectedError(.emptyFile, 1, 1, "-", "the document is empty", hint: writeHint)),
        ErrorCase("# c\n---\n# d\n...\n", ExpectedError(.emptyFile, 1, 1, "#", "the document is empty", hint: writeHint)),
        ErrorCase("...\n", ExpectedError(.emptyFile, 1, 1, ".", "the document is empty", hint: writeHint)),
        ErrorCase(
            "a: b\n---\nc: d\n",
            ExpectedError(.severalDocuments, 2, 1, "---", "a second document begins here", hint: dashesHint)),
        ErrorCase(
            "---\na: b\n---\n",
            ExpectedError(.severalDocuments, 3, 1, "---", "a second document begins here", hint: dashesHint)),
        ErrorCase(
            "---\n---\na: b\n",
            ExpectedError(.severalDocuments, 2, 1, "---", "a second document begins here", hint: dashesHint)),
        ErrorCase(
            "a: b\n...\n# c\nd: e # f\n",
            ExpectedError(.severalDocuments, 4, 1, "d: e", "text after the end mark `...`", hint: dotsHint)),
        ErrorCase(
            "a: b\n...\n%TAG ! x\n---\n",
            ExpectedError(.severalDocuments, 3, 1, "%TAG ! x", "text after the end mark `...`", hint: dotsHint)),
        ErrorCase(
            "[a]\nb: c\n",
            ExpectedError(.trailingContent, 2, 1, "b: c", "text after the end of the document", hint: insideHint)),
        ErrorCase(
            "{a: b} c\n",
            ExpectedError(.trailingContent, 1, 8, "c", "text after the end of the document", hint: insideHint)),
        ErrorCase(
            "%YAML 1.2\n---\na: b\n",
            ExpectedError(.directive, 1, 1, "%YAML", "directives such as `%YAML` are not allowed", hint: "remove the line")),
        ErrorCase(
            "# c\n\n%TAG ! tag:x\n---\na: b\n",
            ExpectedError(.directive, 3, 1, "%TAG", "directives such as `%TAG` are not allowed", hint: "remove the line")),
        ErrorCase(
            "a: b\n%x y\n",
            ExpectedError(
                .directive, 2, 1, "%x", "directives such as `%x` are not allowed",
                hint: "remove the line; a text that begins with `%` belongs in quotes")),
        ErrorCase(
            "a: b\n%YAML 1.1\n",
            ExpectedError(
                .directive, 2, 1, "%YAML", "directives such as `%YAML` are not allowed",
                hint: "remove the line; a text that begins with `%` belongs in quotes")),
    ]

    @Test(arguments: cases) func errors(_ example: ErrorCase) { check(example) }

    @Test(arguments: [
        "a: b", "a: b\n", "---\na: b\n", "--- # c\na: b\n", "a: b\n...\n", "---\na: b\n...\n# c\n\n...\n", "# c\n\na: b\n# d\n",
        "a: b\r\n...\r\n", "a: b # %x\n", "a: 50 %\n", "a: |\n %YAML\n",
    ]) func oneDocument(_ source: String) {
        let result = YAMLTree.parse(source, file: "f.yaml")
        #expect(result.diagnostics == [])
        #expect(result.root?.mapping?.keys == ["a"])
    }
}
