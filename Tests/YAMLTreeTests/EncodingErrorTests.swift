import Testing
import YAMLTree

struct EncodingErrorTests {
    private static let textHint = "remove it; it may have come with text copied from elsewhere"
    private static let markHint = "save the file as UTF-8 without a byte order mark"

    static let characters: [ErrorCase] = [
        ErrorCase(
            "a: b\nc: d\u{0}e\n",
            ExpectedError(
                .controlCharacter, 2, 5, "\u{0}", "NUL character U+0000 is not allowed",
                hint: "a text file has none; is this the right file?")),
        ErrorCase(
            "§: \u{1B}[31m\nb: \u{7F}",
            ExpectedError(.controlCharacter, 1, 4, "\u{1B}", "control character U+001B is not allowed", hint: textHint),
            ExpectedError(.controlCharacter, 2, 4, "\u{7F}", "control character U+007F is not allowed", hint: textHint)),
        ErrorCase(
            "a: \u{9B}1m\n",
            ExpectedError(.controlCharacter, 1, 4, "\u{9B}", "control character U+009B is not allowed", hint: textHint)),
        ErrorCase(
            "a: one\u{85}b: two\n",
            ExpectedError(.controlCharacter, 1, 7, "\u{85}", "line separator U+0085 is not allowed", hint: textHint)),
        ErrorCase(
            "a: b\u{2028}c\u{2029}d\n",
            ExpectedError(.controlCharacter, 1, 5, "\u{2028}", "line separator U+2028 is not allowed", hint: textHint),
            ExpectedError(.controlCharacter, 1, 7, "\u{2029}", "line separator U+2029 is not allowed", hint: textHint)),
        ErrorCase(
            "a: \u{202E}b\n",
            ExpectedError(
                .controlCharacter, 1, 4, "\u{202E}", "text direction character U+202E is not allowed", hint: textHint)),
        ErrorCase(
            "a: \u{FFFE}\n",
            ExpectedError(.controlCharacter, 1, 4, "\u{FFFE}", "noncharacter U+FFFE is not allowed", hint: textHint)),
        ErrorCase(
            "a: b\n\u{FEFF}c: d\n",
            ExpectedError(.byteOrderMark, 2, 1, "\u{FEFF}", "byte order mark U+FEFF is not allowed", hint: textHint)),
        ErrorCase(
            "a: \"\\e \\u202e \\N \\r \\x00 \\x41 \\\\e\"\n", hasRoot: true,
            ExpectedError(
                .controlCharacter, 1, 5, "\\e",
                "the escape `\\e` gives the control character U+001B, which is not allowed",
                hint: "remove it; a backslash in double quotes is written `\\\\`"),
            ExpectedError(
                .controlCharacter, 1, 8, "\\u202e",
                "the escape `\\u202e` gives the text direction character U+202E, which is not allowed",
                hint: "remove it; a backslash in double quotes is written `\\\\`"),
            ExpectedError(
                .controlCharacter, 1, 15, "\\N",
                "the escape `\\N` gives the line separator U+0085, which is not allowed",
                hint: "remove it; a backslash in double quotes is written `\\\\`"),
            ExpectedError(
                .controlCharacter, 1, 18, "\\r",
                "the escape `\\r` gives the control character U+000D, which is not allowed",
                hint: "remove it; a backslash in double quotes is written `\\\\`"),
            ExpectedError(
                .controlCharacter, 1, 21, "\\x00",
                "the escape `\\x00` gives the control character U+0000, which is not allowed",
                hint: "remove it; a backslash in double quotes is written `\\\\`")),
        ErrorCase(
            "a: b\rc: d\re: f\r",
            ExpectedError(
                .carriageReturn, 1, 5, "\r", "a line ends with CR alone", hint: "save the file with LF or CRLF line ends")),
        ErrorCase(
            "a: b\r\nc: d\r\r\n",
            ExpectedError(
                .carriageReturn, 2, 5, "\r", "a line ends with CR alone", hint: "save the file with LF or CRLF line ends")),
    ]

    static let encodings: [ErrorCase] = [
        ErrorCase(
            bytes: Array("a: b\nprovision: ".utf8) + [0xA7, 0x20, 0x31],
            [
                ExpectedError(
                    .invalidUTF8, 2, 12, "\u{FFFD}", "byte 0xA7 is not valid UTF-8 here",
                    hint: "save the file as UTF-8; in Latin-1 and Windows-1252 this byte is `§`")
            ]),
        ErrorCase(
            bytes: Array("é: ".utf8) + [0xED, 0xA0, 0x80],
            [
                ExpectedError(
                    .invalidUTF8, 1, 4, "\u{FFFD}", "byte 0xED is not valid UTF-8 here",
                    hint: "save the file as UTF-8; in Latin-1 and Windows-1252 this byte is `í`")
            ]),
        ErrorCase(
            bytes: [0x61, 0x3A, 0x20, 0x80],
            [
                ExpectedError(
                    .invalidUTF8, 1, 4, "\u{FFFD}", "byte 0x80 is not valid UTF-8 here", hint: "save the file as UTF-8")
            ]),
        ErrorCase(
            bytes: [0xEF, 0xBB, 0xBF] + Array("a: b".utf8),
            [
                ExpectedError(
                    .byteOrderMark, 1, 1, "\u{FEFF}", "the file begins with a byte order mark (U+FEFF)", hint: markHint)
            ]),
        ErrorCase(
            bytes: [0xFF, 0xFE, 0x61, 0x00],
            [ExpectedError(.utf16, 1, 1, "\u{FFFD}", "the file is in UTF-16, not in UTF-8", hint: markHint)]),
        ErrorCase(
            bytes: [0xFE, 0xFF, 0x00, 0x61],
            [ExpectedError(.utf16, 1, 1, "\u{FFFD}", "the file is in UTF-16, not in UTF-8", hint: markHint)]),
        ErrorCase(
            bytes: [0xFF, 0xFE, 0x00, 0x00],
            [ExpectedError(.utf16, 1, 1, "\u{FFFD}", "the file is in UTF-32, not in UTF-8", hint: markHint)]),
        ErrorCase(
            bytes: [0x00, 0x00, 0xFE, 0xFF],
            [ExpectedError(.utf16, 1, 1, "\u{0}", "the file is in UTF-32, not in UTF-8", hint: markHint)]),
        ErrorCase(
            bytes: [0x61, 0x00, 0x3A, 0x00, 0x20, 0x00],
            [ExpectedError(.utf16, 1, 1, "a", "the file seems to be in UTF-16, not in UTF-8", hint: markHint)]),
    ]

    @Test(arguments: characters) func refusedCharacters(_ example: ErrorCase) { check(example) }
    @Test(arguments: encodings) func refusedEncodings(_ example: ErrorCase) { check(example) }

    /// Overlong, surrogate, too large, cut off: each ill-formed, whatever comes after.
    @Test(
        arguments: [
            [0xC0, 0xAF], [0xC1, 0x81], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
            [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3], [0xE2, 0x82],
            [0xF0, 0x9F, 0x98],
            [0xC3, 0x28], [0xE2, 0x28, 0xA1], [0xF0, 0x28, 0x8C, 0xBC],
        ] as [[UInt8]]) func illFormed(_ sequence: [UInt8])
    {
        for tail in ["", "x", "\n"] {
            let result = YAMLTree.parse(Array("a: ".utf8) + sequence + Array(tail.utf8), file: "f.yaml")
            #expect(result.diagnostics.map(\.code) == [YAMLCode.invalidUTF8.rawValue])
            #expect(result.diagnostics.first?.position == SourcePosition(line: 1, column: 4, offset: 3))
        }
    }

    /// The shortest and longest of each length, and every letter of the statutes.
    @Test(arguments: ["\u{A1}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{10000}", "\u{10FFFF}", "§ß漢字한글ไทย"])
    func wellFormed(_ text: String) {
        let result = YAMLTree.parse("a: x\(text)x", file: "f.yaml")
        #expect(result.diagnostics == [])
        #expect(result.root?.mapping?["a"]?.text == "x\(text)x")
    }

    @Test func everyControlCharacterIsRefusedAtEveryPlace() {
        // Eight bytes are looked at together; the bad one must be found in each of them.
        for value in (0...0x1F).map(UInt8.init) + [0x7F] where ![0x09, 0x0A, 0x0D].contains(value) {
            for place in 0..<17 {
                var bytes = Array("abcdefghijklmnopqrstu".utf8)
                bytes[place] = value
                let result = YAMLTree.parse(bytes, file: "f.yaml")
                #expect(result.diagnostics.count == 1)
                #expect(result.diagnostics.first?.position.offset == place)
            }
        }
    }

    @Test func onlySomeOfManyBadCharactersAreListed() {
        let result = YAMLTree.parse(String(repeating: "\u{1}", count: 5000), file: "f.yaml")
        #expect(result.diagnostics.count == 10)
    }
}
