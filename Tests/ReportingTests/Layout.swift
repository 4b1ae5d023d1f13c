/// What every text for a terminal has in common.
enum Layout {
    /// The lines that end in a blank.
    static func trailingBlanks(_ text: String) -> [String] {
        plain(text).split(separator: "\n", omittingEmptySubsequences: false).filter { $0.last?.isWhitespace == true }.map(String.init)
    }

    /// The lines that are wider than `width` and hold no word so long that it cannot be helped.
    static func tooWide(_ text: String, _ width: Int) -> [String] {
        let lines: [Substring] = plain(text).split(separator: "\n")
        return lines.filter { line in
            let words: [Substring] = line.split(separator: " ")
            return line.count > width && words.allSatisfy { $0.count <= width - 28 }
        }.map(String.init)
    }

    /// Without colour codes.
    static func plain(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
}
