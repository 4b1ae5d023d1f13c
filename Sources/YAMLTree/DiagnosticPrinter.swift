/// Diagnostics as people read them in a terminal:
///
///     offences.yaml:3:5: error: key `act` is set twice; the first is on line 2
///         act: produce
///         ^~~
///       hint: keep one of the two
public enum DiagnosticPrinter {
    /// Lines joined by LF, without one at the end.
    ///
    /// - Parameters:
    ///   - source: the text of the file, or nil to print no excerpt.
    ///   - colour: whether to use ANSI colours.
    ///   - width: how many terminal columns an excerpt may take; a longer line is cut around the caret, with `…`.
    ///   - showsCode: whether to add the code in brackets to the message.
    public static func render(
        _ diagnostic: Diagnostic, source: String?, colour: Bool = false, width: Int = 100, showsCode: Bool = false
    ) -> String {
        guard var source else { return render(diagnostic, bytes: nil, colour: colour, width: width, showsCode: showsCode) }
        return source.withUTF8 {
            render(diagnostic, bytes: UnsafeRawBufferPointer($0), colour: colour, width: width, showsCode: showsCode)
        }
    }

    /// As ``render(_:source:colour:width:showsCode:)``, for a file that may not be valid UTF-8.
    public static func render(
        _ diagnostic: Diagnostic, source: [UInt8], colour: Bool = false, width: Int = 100, showsCode: Bool = false
    ) -> String {
        source.withUnsafeBytes { render(diagnostic, bytes: $0, colour: colour, width: width, showsCode: showsCode) }
    }

    private static func render(
        _ diagnostic: Diagnostic, bytes: UnsafeRawBufferPointer?, colour: Bool, width: Int, showsCode: Bool
    ) -> String {
        let palette = Palette(isOn: colour)
        let place = "\(UserText.printable(diagnostic.file)):\(diagnostic.position):"
        let severity = palette.severity("\(diagnostic.severity.rawValue):", diagnostic.severity)
        var message = UserText.printable(diagnostic.message)
        if showsCode { message += " [\(diagnostic.code)]" }
        var lines = ["\(palette.bold(place)) \(severity) \(palette.bold(message))"]
        if let bytes, let excerpt = SourceExcerpt(of: diagnostic, in: bytes, width: width) {
            lines.append(excerpt.line)
            lines.append(excerpt.indent + palette.caret(excerpt.underline))
        }
        if let hint = diagnostic.hint { lines.append("  \(palette.bold("hint:")) \(UserText.printable(hint))") }
        return lines.joined(separator: "\n")
    }

    private struct Palette {
        let isOn: Bool

        func bold(_ text: String) -> String { paint(text, "1") }
        func caret(_ text: String) -> String { paint(text, "1;32") }

        func severity(_ text: String, _ severity: Diagnostic.Severity) -> String {
            switch severity {
            case .error: paint(text, "1;31")
            case .warning: paint(text, "1;33")
            case .note: paint(text, "1;36")
            }
        }

        private func paint(_ text: String, _ style: String) -> String {
            isOn ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
        }
    }
}
