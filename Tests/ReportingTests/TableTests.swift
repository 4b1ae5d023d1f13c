import Testing

@testable import Reporting

@Suite struct TableTests {
    let table = Table(columns: ["id", "name"], rows: [["a", "alpha"], ["bbb", "beta gamma"]])

    @Test func columnsAreAligned() {
        #expect(table.text(Style()) == "id   name\na    alpha\nbbb  beta gamma\n")
    }

    @Test func noRows() {
        #expect(Table(columns: ["id"], rows: []).text(Style()) == "none\n")
        #expect(Table(columns: ["id"], rows: [], empty: "nothing yet").text(Style(colour: true)) == "nothing yet\n")
        #expect(Table(columns: ["id"], rows: []).records == [])
    }

    @Test func recordsNameEveryCell() {
        #expect(table.records == [["id": "a", "name": "alpha"], ["id": "bbb", "name": "beta gamma"]])
    }

    @Test func theLastColumnIsWrappedUnderItself() {
        let words = Array(repeating: "word", count: 12).joined(separator: " ")
        let text = Table(columns: ["id", "text"], rows: [["a", words]]).text(Style(width: 40))
        #expect(text == """
            id  text
            a   word word word word word word word
                word word word word word

            """)
    }

    /// A cell that is wider than its column goes on in the next line, and the columns beside it stay where they are.
    @Test func wideCellsKeepTheColumns() {
        let wide = Array(repeating: "provision", count: 6).joined(separator: " ")
        let text = Table(columns: ["id", "place", "state"], rows: [["a", wide, "draft"], ["b", "short", "read"]]).text(Style())
        let lines = text.split(separator: "\n").map(String.init)
        let column = lines[0].count - "state".count
        for (line, word) in [(lines[1], "draft"), (lines.last ?? "", "read")] {
            #expect(line.hasSuffix(word) && line.count == column + word.count, "\(text)")
            #expect(line.dropLast(word.count).hasSuffix("  "), "\(text)")
        }
        #expect(text.matches(of: /provision/).count == 6)
    }

    @Test func noTrailingBlanks() {
        let gaps = Table(columns: ["id", "middle", "note"], rows: [["a", "x", ""], ["b", "", ""], ["", "", "n"]])
        for width in [40, 60, 100] { #expect(Layout.trailingBlanks(gaps.text(Style(width: width))) == []) }
        #expect(gaps.text(Style()).split(separator: "\n").count == 4)
    }

    @Test func colourIsOfTheHeadAlone() {
        let lines = table.text(Style(colour: true)).split(separator: "\n").map(String.init)
        #expect(lines[0] == "\u{1B}[2mid   name\u{1B}[0m")
        #expect(lines[1] == "a    alpha")
        #expect(!table.text(Style()).contains("\u{1B}"))
    }

    @Test func narrowTerminals() {
        let words = Array(repeating: "word", count: 30).joined(separator: " ")
        let wide = String(repeating: "i", count: 30)
        let text = Table(columns: ["id", "a", "text"], rows: [[wide, "xxxxxxxxxx", words]]).text(Style(width: 40))
        // Most of it still is as narrow as the terminal.
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.dropFirst(2).allSatisfy { $0.count <= 40 }, "\(text)")
    }
}
