import Testing
import YAMLTree

struct LimitTests {
    private static let splitHint = "split it into several files"

    static let cases: [ErrorCase] = [
        ErrorCase(
            "a: bcdefg\n", limits: YAMLLimits(bytes: 9),
            ExpectedError(.tooLarge, 1, 1, "a", "the file has more than the 9 bytes allowed", hint: splitHint)),
        ErrorCase(
            "é: [[[b]]]\n", limits: YAMLLimits(depth: 3),
            ExpectedError(.tooDeep, 1, 6, "[", "nested deeper than 3 levels", hint: "is a closing bracket missing?")),
        ErrorCase(
            "a:\n  b:\n    - c\n", limits: YAMLLimits(depth: 2),
            ExpectedError(.tooDeep, 3, 5, "-", "nested deeper than 2 levels", hint: "use fewer levels")),
        ErrorCase(
            "a: [b, c, d]\n", limits: YAMLLimits(nodes: 4),
            ExpectedError(.tooManyNodes, 1, 11, "d", "more than 4 values in one file", hint: splitHint)),
        ErrorCase(
            "a: bcd\né: éé\n", limits: YAMLLimits(scalarBytes: 3), hasRoot: true,
            ExpectedError(
                .textTooLong, 2, 4, "é", "a text of 4 bytes, more than the 3 allowed", hint: "is a closing quote missing?")),
        ErrorCase(
            "{a: 1, a: 2, a: 3, a: 4}\n", limits: YAMLLimits(diagnostics: 2), hasRoot: true,
            ExpectedError(.duplicateKey, 1, 8, "a", "key `a` is set twice; the first is on line 1", hint: "keep one of the two"),
            ExpectedError(.duplicateKey, 1, 14, "a", "key `a` is set twice; the first is on line 1", hint: "keep one of the two"),
            ExpectedError(
                .tooManyErrors, 1, 20, "a", "more than 2 errors in this file; later ones are not listed",
                hint: "mend the ones above first")),
    ]

    @Test(arguments: cases) func errors(_ example: ErrorCase) { check(example) }

    /// Exactly at the limit there is nothing to complain about.
    @Test(arguments: [
        ("a: bcdefg\n", YAMLLimits(bytes: 10)), ("é: [[b]]\n", YAMLLimits(depth: 3)), ("a: [b, c, d]\n", YAMLLimits(nodes: 5)),
        ("a: bcd\né: é\n", YAMLLimits(scalarBytes: 3)),
    ]) func atTheLimit(_ source: String, _ limits: YAMLLimits) {
        let result = YAMLTree.parse(source, file: "f.yaml", limits: limits)
        #expect(result.diagnostics == [])
        #expect(result.root != nil)
    }

    @Test func limitsHaveLimits() {
        var limits = YAMLLimits(bytes: .max, depth: .max)
        #expect(limits.bytes == YAMLLimits.largest && limits.depth == YAMLLimits.deepest)
        limits.bytes = .max
        limits.depth = .max
        #expect(limits.bytes == YAMLLimits.largest && limits.depth == YAMLLimits.deepest)
    }

    @Test func standardLimits() {
        let limits = YAMLLimits.standard
        #expect(limits == YAMLLimits())
        #expect(limits.bytes == 8 * 1024 * 1024 && limits.depth == 64 && limits.nodes == 500_000)
    }
}
