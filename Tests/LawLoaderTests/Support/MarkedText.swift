/// A text in which `⟦…⟧` marks what a diagnostic is to underline; the marks themselves are taken out.
struct MarkedText: Sendable {
    struct Mark: Hashable, Sendable {
        let line: Int
        let column: Int
        /// In Unicode scalars.
        let length: Int
    }

    let text: String
    /// In the order in which they begin.
    let marks: [Mark]

    init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var line = 1
        var column = 1
        var open: [(place: Int, line: Int, column: Int, start: Int)] = []
        var marks: [Int: Mark] = [:]
        var begun = 0
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦":
                open.append((begun, line, column, text.count))
                begun += 1
            case "⟧":
                if let mark = open.popLast() {
                    marks[mark.place] = Mark(line: mark.line, column: mark.column, length: text.count - mark.start)
                }
            case "\n":
                text.append(scalar)
                line += 1
                column = 1
            default:
                text.append(scalar)
                column += 1
            }
        }
        self.text = String(text)
        self.marks = marks.sorted { $0.key < $1.key }.map(\.value)
    }
}
