/// What every text for a terminal has in common.
enum Layout {
    /// The lines that end in a blank.
    static func trailingBlanks(_ text: String) -> [String] {
        plain(text).split(separator: "\n", omittingEmptySubsequences: false).filter { $0.last?.isWhitespace == true }.map(String.init)
    }

    /// The lines that are wider than `width` and could have been broken at a blank: each holds at least two words beyond
    /// the blanks at its beginning.
    static func tooWide(_ text: String, _ width: Int) -> [String] {
        plain(text).split(separator: "\n").filter { line in
            line.count > width && line.drop { $0 == " " }.contains(" ")
        }.map(String.init)
    }

    /// Without colour codes.
    static func plain(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
}
