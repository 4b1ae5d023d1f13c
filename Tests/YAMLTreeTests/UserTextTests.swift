import Testing
import YAMLTree

struct UserTextTests {
    @Test(arguments: [
        ("abc", "`abc`"), ("", "``"), ("a\nb\tc", "`a\u{240A}b c`"), ("\u{0}\u{1B}\u{7F}", "`\u{2400}\u{241B}\u{2421}`"),
        ("§ 184b", "`§ 184b`"), ("\u{202E}\u{FEFF}\u{2028}\u{85}", "`\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}`"),
    ]) func quote(_ text: String, _ expected: String) { #expect(UserText.quote(text) == expected) }

    @Test func longTextsAreCut() {
        #expect(UserText.quote("abcdef", limit: 6) == "`abcdef`")
        #expect(UserText.quote("abcdef", limit: 5) == "`abcde…`")
        #expect(UserText.quote(String(repeating: "x", count: 1_000_000)).count == 63)
    }

    @Test func printable() {
        #expect(UserText.printable("plain é 漢") == "plain é 漢")
        #expect(UserText.printable("a\u{8}b") == "a\u{2408}b")
    }
}
