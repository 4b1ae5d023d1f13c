import Testing
import YAMLTree

struct DiagnosticPrinterTests {
    private func make(
        _ line: Int, _ column: Int, length: Int = 1, offset: Int = .max, severity: Diagnostic.Severity = .error, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity: severity, code: "x/y", file: "law.yaml", position: SourcePosition(line: line, column: column, offset: offset),
            length: length, message: "no `b`", hint: hint)
    }

    @Test func wholeShape() {
        let source = "a: 1\n  bcd: 2\ne: 3\n"
        #expect(
            DiagnosticPrinter.render(make(2, 3, length: 3, offset: 7, hint: "try `c`"), source: source) == """
                law.yaml:2:3: error: no `b`
                  bcd: 2
                  ^~~
                  hint: try `c`
                """)
        #expect(
            DiagnosticPrinter.render(make(3, 1, severity: .warning), source: source, showsCode: true) == """
                law.yaml:3:1: warning: no `b` [x/y]
                e: 3
                ^
                """)
        #expect(DiagnosticPrinter.render(make(3, 1, severity: .note), source: nil as String?) == "law.yaml:3:1: note: no `b`")
    }

    @Test func colour() {
        #expect(
            DiagnosticPrinter.render(make(1, 1, length: 2, offset: 0, hint: "h"), source: "abc", colour: true)
                == "\u{1B}[1mlaw.yaml:1:1:\u{1B}[0m \u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mno `b`\u{1B}[0m\n"
                + "abc\n\u{1B}[1;32m^~\u{1B}[0m\n  \u{1B}[1mhint:\u{1B}[0m h")
    }

    /// Source, line, column, length, then the lines of the excerpt.
    @Test(
        arguments: [
            ("\ta\tb", 1, 4, 1, [" a b", "   ^"]),
            ("漢字: x\n", 1, 5, 1, ["漢字: x", "      ^"]),
            ("한글: 漢\n", 1, 1, 2, ["한글: 漢", "^~~~"]),
            ("e\u{301}: x\n", 1, 4, 1, ["e\u{301}: x", "  ^"]),
            ("a: b\r\nc: d\r\n", 2, 4, 9, ["c: d", "   ^"]),
            ("a: \u{1B}[1m\u{202E}x", 1, 4, 1, ["a: \u{241B}[1m\u{FFFD}x", "   ^"]),
            ("a: b", 1, 5, 1, ["a: b", "    ^"]),
            ("a: b", 1, 3, 99, ["a: b", "  ^~"]),
            ("a\n\nb", 2, 1, 1, []),
            ("a", 5, 1, 1, []),
            ("a", 1, 9, 1, []),
            ("", 1, 1, 1, []),
        ] as [(String, Int, Int, Int, [String])])
    func excerpts(_ source: String, _ line: Int, _ column: Int, _ length: Int, _ expected: [String]) {
        let lines = DiagnosticPrinter.render(make(line, column, length: length), source: source).split(separator: "\n")
        #expect(lines.dropFirst().map(String.init) == expected)
    }

    @Test(arguments: [1, 40, 99, 100, 101, 150, 250, 299, 300, 301]) func longLinesAreCutAroundTheCaret(_ column: Int) throws {
        // Each character of the line tells its place.
        let line = String(String.UnicodeScalarView((0..<300).compactMap { Unicode.Scalar(0x4000 + UInt32($0)) }))
        for source in [line, "é\n" + line + "\nx"] {
            let number = source == line ? 1 : 2
            let lines = DiagnosticPrinter.render(make(number, column, length: 3), source: source, width: 80).split(separator: "\n")
            try #require(lines.count == 3)
            let shown = Array(lines[1].unicodeScalars)
            let columns = shown.reduce(0) { $0 + ($1 == "…" ? 1 : 2) }
            #expect(columns <= 80)
            // What stands above the caret?
            let caret = lines[2].unicodeScalars.prefix { $0 == " " }.count
            var before = 0
            let above = shown.first { scalar in
                defer { before += scalar == "…" ? 1 : 2 }
                return before == caret
            }
            #expect(above.map(\.value) == (column == 301 ? nil : UInt32(0x4000 + column - 1)))
        }
    }

    @Test func veryLongLines() {
        let source = String(repeating: "é, ", count: 100_000) + "HERE" + String(repeating: ", x", count: 100_000)
        for offset in [400_000, Int.max] {
            let lines = DiagnosticPrinter.render(make(1, 300_001, length: 4, offset: offset), source: source, width: 40)
                .split(separator: "\n")
            #expect(lines.count == 3)
            #expect(lines[1].hasPrefix("…") && lines[1].hasSuffix("…") && lines[1].contains("HERE"))
            #expect(lines[2].hasSuffix(" ^~~~"))
            let caret = lines[2].unicodeScalars.prefix { $0 == " " }.count
            #expect(String(Array(lines[1])[caret..<(caret + 4)]) == "HERE")
        }
    }

    /// A wrong offset must not show a wrong line.
    @Test(arguments: [0, 1, 3, 7, 8, 9, 100]) func lineAndColumnPrevail(_ offset: Int) {
        for column in 1...3 {
            let text = DiagnosticPrinter.render(make(2, column, offset: offset), source: "abc\ndef\nghi\n")
            #expect(text.split(separator: "\n").dropFirst().first == "def")
        }
    }

    @Test func invalidBytes() {
        let text = DiagnosticPrinter.render(make(1, 4), source: [0x61, 0x3A, 0x20, 0xA7, 0x20, 0x31])
        #expect(text.split(separator: "\n").dropFirst() == ["a: \u{FFFD} 1", "   ^"])
    }

    @Test func nothingDrivesTheTerminal() {
        let hostile = Diagnostic(
            code: "x/y", file: "a\u{1B}[2J\n.yaml", position: .start, message: "b\u{7}\r\nc", hint: "\u{9B}d\u{202E}")
        let text = DiagnosticPrinter.render(hostile, source: nil as String?)
        #expect(text == "a\u{241B}[2J\u{240A}.yaml:1:1: error: b\u{2407}\u{240D}\u{240A}c\n  hint: \u{FFFD}d\u{FFFD}")
    }
}
