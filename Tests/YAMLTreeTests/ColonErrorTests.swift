import Testing
import YAMLTree

struct ColonErrorTests {
    static let longKey = String(repeating: "k", count: 1100)

    static let cases: [ErrorCase] = [
        ErrorCase(
            "title: foo: bar # x\n",
            ExpectedError(
                .unexpectedColon, 1, 11, ":", "a second `: ` in one line", hint: "put the value in quotes: `\"foo: bar\"`")),
        ErrorCase(
            "- é: say \"x\": y\n",
            ExpectedError(
                .unexpectedColon, 1, 13, ":", "a second `: ` in one line", hint: "put the value in quotes: `'say \"x\": y'`")),
        ErrorCase(
            "--- a: b\n",
            ExpectedError(
                .unexpectedColon, 1, 6, ":", "a mapping cannot begin on the line of `---`", hint: "begin it on the next line")),
        ErrorCase(
            "a: [b\n]: c\n",
            ExpectedError(
                .unexpectedColon, 2, 2, ":", "a `:` cannot follow here", hint: "a key must be text on a single line")),
        ErrorCase(
            "[a:]\n",
            ExpectedError(
                .unexpectedColon, 1, 3, ":", "a `:` must have a space after it here",
                hint: "write `key: value`; a text that ends with `:` belongs in quotes")),
        ErrorCase(
            "a: 1\nb:2 # x\nc: 3\n",
            ExpectedError(.missingColon, 2, 1, "b:2", "this line of a mapping has no `: `", hint: "put a space after the `:`")),
        ErrorCase(
            "a: 1\n-b\n",
            ExpectedError(.missingColon, 2, 1, "-b", "this line of a mapping has no `: `", hint: "put a space after the `-`")),
        ErrorCase(
            "a:\n  b: 1\n  c d\n",
            ExpectedError(
                .missingColon, 3, 3, "c d", "this line of a mapping has no `: `",
                hint: "write `key: value`, or indent the line to continue the text above")),
        ErrorCase(
            "\(longKey): b\n",
            ExpectedError(
                .keyTooLong, 1, 1, longKey, "a key has more than 1024 characters",
                hint: "shorten it; is this text meant to be a key?")),
        ErrorCase(
            "a: 1\n\(longKey): b\n",
            ExpectedError(
                .keyTooLong, 2, 1, longKey, "a key has more than 1024 characters",
                hint: "shorten it; is this text meant to be a key?")),
    ]

    @Test(arguments: cases) func errors(_ example: ErrorCase) { check(example) }

    @Test(arguments: ["a: b:c\n", "a: http://x.example/y\n", "a: 1:30\n", "\"a: b\": c\n", "a: 'b: c'\n", "a b: c d\n"])
    func harmlessColons(_ source: String) {
        let result = YAMLTree.parse(source, file: "f.yaml")
        #expect(result.diagnostics == [])
        #expect(result.root?.mapping?.count == 1)
    }
}
