/// The line that a diagnostic means, cut to a width, and the caret line below it.
struct SourceExcerpt {
    let line: String
    /// Blanks up to the caret.
    let indent: String
    /// `^~~~`
    let underline: String

    /// A line longer than this is decoded around the caret only.
    private static let decodedWhole = 4096

    /// Nil if the line does not exist or is blank. Goes by line and column alone, so a position made by hand needs no offset. O(n) to find
    /// the line; at most some kilobytes of it are decoded.
    init?(of diagnostic: Diagnostic, in bytes: UnsafeRawBufferPointer, width: Int) {
        let source = SourceText(bytes)
        guard let whole = source.line(numbered: diagnostic.position.line) else { return nil }
        var window = whole
        var caret = diagnostic.position.column - 1
        if whole.count > Self.decodedWhole {
            let middle = source.advance(whole.lowerBound, byScalars: caret, notBeyond: whole.upperBound)
            let lower = source.scalarStart(atOrBefore: max(whole.lowerBound, middle - Self.decodedWhole / 2))
            let upper = source.scalarStart(atOrBefore: min(whole.upperBound, middle + Self.decodedWhole / 2))
            window = lower..<max(lower, upper)
            caret = source.scalarCount(in: lower..<middle)
        }
        let scalars = source.text(in: window).unicodeScalars.map(UserText.printable(_:))
        guard scalars.contains(where: { $0 != " " }), caret <= scalars.count else { return nil }

        let shown = Self.shown(scalars, around: caret, width: max(20, width))
        let cutLeft = shown.lowerBound > 0 || window.lowerBound > whole.lowerBound
        let cutRight = shown.upperBound < scalars.count || window.upperBound < whole.upperBound
        var text = String.UnicodeScalarView(scalars[shown])
        if cutLeft { text.insert("…", at: text.startIndex) }
        if cutRight { text.append("…") }
        line = String(text)
        let before = scalars[shown.lowerBound..<caret].reduce(0) { $0 + DisplayWidth.columns(of: $1) }
        indent = String(repeating: " ", count: before + (cutLeft ? 1 : 0))
        let underlined = scalars[caret..<min(shown.upperBound, max(caret, caret + min(diagnostic.length, scalars.count)))]
        let columns = underlined.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
        underline = "^" + String(repeating: "~", count: max(0, columns - 1))
    }

    /// The part of a line to show: all of it, or as much as fits `width`, at most half of it before the caret where more follows.
    private static func shown(_ scalars: [Unicode.Scalar], around caret: Int, width: Int) -> Range<Int> {
        let columns = scalars.map(DisplayWidth.columns(of:))
        guard columns.reduce(0, +) > width else { return 0..<scalars.count }
        let available = width - 2
        var lower = caret
        var upper = caret
        var used = 0
        while lower > 0, used + columns[lower - 1] <= available / 2 {
            lower -= 1
            used += columns[lower]
        }
        while upper < scalars.count, used + columns[upper] <= available {
            used += columns[upper]
            upper += 1
        }
        while lower > 0, used + columns[lower - 1] <= available {
            lower -= 1
            used += columns[lower]
        }
        return lower..<upper
    }
}
