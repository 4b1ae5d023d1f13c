/// How text is laid out: width in columns, colour or none.
public struct Style: Hashable, Sendable {
    public enum Tone: Sendable { case good, bad, open, dim, strong }

    public var width: Int
    public var colour: Bool

    public init(width: Int = 100, colour: Bool = false) {
        self.width = max(40, width)
        self.colour = colour
    }

    /// The text in the tone; plain where colour is off. Each line is painted for itself, because pagers and scrolled
    /// terminals begin at any line.
    public func paint(_ text: String, _ tone: Tone) -> String {
        guard colour else { return text }
        if text.contains("\n") {
            return text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? "" : paint(String($0), tone) }.joined(separator: "\n")
        }
        let code: String
        switch tone {
        case .good: code = "32"
        case .bad: code = "31"
        case .open: code = "33"
        case .dim: code = "2"
        case .strong: code = "1"
        }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    /// Breaks text at spaces so that each line fits; lines after the first are indented by `indent` columns.
    public func wrap(_ text: String, indent: Int, first: Int? = nil) -> String {
        Style.lines(text, first: width - (first ?? indent), rest: width - indent)
            .joined(separator: "\n" + String(repeating: " ", count: indent))
    }

    /// The text as it is where it fits in one line, with its runs of blanks; else wrapped.
    func fitted(_ text: String, indent: Int, first: Int) -> String {
        text.count <= width - first ? text : wrap(text, indent: indent, first: first)
    }

    /// The lines of a text of which the first has room for `first` columns and each other one for `rest`; at least one.
    static func lines(_ text: String, first: Int, rest: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var room = first
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            if line.isEmpty {
                line = String(word)
            } else if line.count + 1 + word.count <= room {
                line += " " + word
            } else {
                lines.append(line)
                line = String(word)
                room = rest
            }
        }
        lines.append(line)
        return lines
    }

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}

extension String {
    /// Without the blanks at its end.
    var trimmedEnd: String { String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]) }
}
