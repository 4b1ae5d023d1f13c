/// Making text that came from a user's file safe and short enough to print.
public enum UserText {
    /// `text` in backticks, without characters that could drive a terminal or hide text, cut after `limit` scalars.
    ///
    /// O(`limit`), whatever the length of `text`.
    public static func quote(_ text: String, limit: Int = 60) -> String {
        var result = "`"
        var count = 0
        for scalar in text.unicodeScalars {
            if count == limit {
                result.unicodeScalars.append("…")
                break
            }
            result.unicodeScalars.append(printable(scalar))
            count += 1
        }
        return result + "`"
    }

    /// `text` on one line, with every control or direction-changing character replaced by a visible one. O(n).
    public static func printable(_ text: String) -> String {
        // Texts without any such character are the rule: give them back as they are.
        guard text.unicodeScalars.contains(where: { printable($0) != $0 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(printable(scalar)) }
        return String(result)
    }

    /// A visible stand-in for a control character (U+2400 for NUL and so on), a space for a tab, else the scalar itself.
    static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09: " "
        case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        default: ForbiddenCharacter(scalar) == nil ? scalar : "\u{FFFD}"
        }
    }
}
