/// A character that no file may contain, neither as such nor through an escape in double quotes.
///
/// Beside the control characters these are the line separators that YAML 1.1 takes for line ends but editors do not (line numbers
/// would be wrong), the byte order mark, and the characters that reverse the reading direction (a law file must read as it is parsed).
enum ForbiddenCharacter: Hashable {
    case control, lineSeparator, byteOrderMark, direction, noncharacter

    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E: return nil
        case 0x85, 0x2028, 0x2029: self = .lineSeparator
        case 0x00...0x1F, 0x7F...0x9F: self = .control
        case 0xFEFF: self = .byteOrderMark
        case 0x202A...0x202E, 0x2066...0x2069: self = .direction
        case 0xFFFE, 0xFFFF: self = .noncharacter
        default: return nil
        }
    }

    var name: String {
        switch self {
        case .control: "control character"
        case .lineSeparator: "line separator"
        case .byteOrderMark: "byte order mark"
        case .direction: "text direction character"
        case .noncharacter: "noncharacter"
        }
    }

    /// `U+001B`
    static func notation(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
