import Testing

@testable import Reporting

@Suite struct StyleTests {
    @Test func colourOnlyWhenAsked() {
        let tones: [(Style.Tone, String)] = [(.good, "32"), (.bad, "31"), (.open, "33"), (.dim, "2"), (.strong, "1")]
        for (tone, code) in tones {
            #expect(Style().paint("word", tone) == "word")
            #expect(Style(colour: true).paint("word", tone) == "\u{1B}[\(code)mword\u{1B}[0m")
        }
    }

    @Test func anyWidthIsUsable() {
        #expect(Style(width: 0).width == 40)
        #expect(Style(width: -5).width == 40)
        #expect(Style(width: 72).width == 72)
        #expect(Style().width == 100)
    }

    @Test func wrapFillsLinesUpToTheWidth() {
        // 40 columns: 20 pairs of "a " fill line one to the last column.
        let text = String(repeating: "a ", count: 25)
        let lines = Style(width: 40).wrap(text, indent: 4, first: 0).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0] == Substring(Array(repeating: "a", count: 20).joined(separator: " ")))
        #expect(lines[1] == "    a a a a a")
    }

    @Test func wrapAtExactlyTheWidth() {
        let style = Style(width: 40)
        let fits = String(repeating: "x", count: 20) + " " + String(repeating: "y", count: 19)
        #expect(style.wrap(fits, indent: 0) == fits)
        #expect(style.wrap(fits + "y", indent: 0).split(separator: "\n").count == 2)
        #expect(style.wrap(fits, indent: 1).split(separator: "\n").count == 2)
    }

    @Test func wrapCountsWhatStandsBeforeTheFirstLine() {
        let words = "aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd"
        #expect(Style(width: 40).wrap(words, indent: 2, first: 10) == "aaaaaaaaa bbbbbbbbb ccccccccc\n  ddddddddd")
        #expect(Style(width: 40).wrap(words, indent: 2) == "aaaaaaaaa bbbbbbbbb ccccccccc\n  ddddddddd")
        #expect(Style(width: 40).wrap(words, indent: 2, first: 30) == "aaaaaaaaa\n  bbbbbbbbb ccccccccc ddddddddd")
    }

    @Test func wrapNeverBreaksAWordNorLosesOne() {
        let long = String(repeating: "§", count: 90)
        #expect(Style(width: 40).wrap("a \(long) b", indent: 3) == "a\n   \(long)\n   b")
        #expect(Style(width: 40).wrap(long, indent: 50) == long)
        #expect(Style(width: 40).wrap("", indent: 3) == "")
        #expect(Style(width: 40).wrap("  two   words ", indent: 3) == "two words")
    }

    @Test func paddedKeepsABlankBetweenColumns() {
        #expect(Style.padded("ab", 4) == "ab  ")
        #expect(Style.padded("abcd", 4) == "abcd ")
        #expect(Style.padded("§§", 4) == "§§  ")
    }
}
