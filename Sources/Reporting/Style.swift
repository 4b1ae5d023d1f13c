/// How text is laid out: width in columns, colour or none.
public struct Style: Hashable, Sendable {
    public enum Tone: Sendable { case good, bad, open, dim, strong }

    public var width: Int
    public var colour: Bool

    public init(width: Int = 100, colour: Bool = false) {
        self.width = max(40, width)
        self.colour = colour
    }

    /// The text in the tone; plain where colour is off.
    public func paint(_ text: String, _ tone: Tone) -> String {
        guard colour else { return text }
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
        var lines: [String] = []
        var line = ""
        var room = width - (first ?? indent)
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            if line.isEmpty {
                line = String(word)
            } else if line.count + 1 + word.count <= room {
                line += " " + word
            } else {
                lines.append(line)
                line = String(word)
                room = width - indent
            }
        }
        lines.append(line)
        return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
    }

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
