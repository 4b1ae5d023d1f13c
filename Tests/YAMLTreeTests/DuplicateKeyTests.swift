import Testing
import YAMLTree

struct DuplicateKeyTests {
    private static let keepHint = "keep one of the two"

    static let cases: [ErrorCase] = [
        ErrorCase(
            "age: 1\nb: 2\nage: 3\nc: {x: 1, x: 2}\n\"age\": 4\n", hasRoot: true,
            ExpectedError(.duplicateKey, 3, 1, "age", "key `age` is set twice; the first is on line 1", hint: keepHint),
            ExpectedError(.duplicateKey, 4, 11, "x", "key `x` is set twice; the first is on line 4", hint: keepHint),
            ExpectedError(.duplicateKey, 5, 1, "\"age\"", "key `age` is set twice; the first is on line 1", hint: keepHint)),
        ErrorCase(
            "- {a: 1, a: 1}\n- a: 1\n  a: 2\n", hasRoot: true,
            ExpectedError(.duplicateKey, 1, 10, "a", "key `a` is set twice; the first is on line 1", hint: keepHint),
            ExpectedError(.duplicateKey, 3, 3, "a", "key `a` is set twice; the first is on line 2", hint: keepHint)),
        ErrorCase(
            "caf\u{E9}: 1\ncafe\u{301}: 2\n", hasRoot: true,
            ExpectedError(
                .duplicateKey, 2, 1, "cafe\u{301}", "key `cafe\u{301}` is set twice; the first is on line 1",
                hint: "the two look alike but are composed of different characters; keep one of the two")),
        // So many keys that they are hashed.
        ErrorCase(
            (1...30).map { "key-number-\($0): x\n" }.joined() + "key-number-7: y\n", hasRoot: true,
            ExpectedError(
                .duplicateKey, 31, 1, "key-number-7", "key `key-number-7` is set twice; the first is on line 7", hint: keepHint)),
    ]

    @Test(arguments: cases) func errors(_ example: ErrorCase) { check(example) }

    @Test func bothEntriesStayAndTheFirstIsFound() {
        let mapping = YAMLTree.parse("a: 1\nb: 2\na: 3\n", file: "f.yaml").root?.mapping
        #expect(mapping?.keys == ["a", "b", "a"])
        #expect(mapping?["a"]?.text == "1")
    }

    @Test(arguments: ["a: 1\nA: 2\n", "a: {b: 1}\nb: 2\n", "- a: 1\n- a: 1\n", "{a: {a: {a: a}}}", "1: a\n01: b\n1.0: c\n"])
    func noDuplicates(_ source: String) {
        #expect(YAMLTree.parse(source, file: "f.yaml").diagnostics == [])
    }
}
