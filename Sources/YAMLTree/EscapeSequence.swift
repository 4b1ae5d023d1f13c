/// A backslash and what belongs to it, in a text in double quotes.
struct EscapeSequence {
    let range: Range<Int>
    /// The character it stands for; nil if it stands for none (a joined line) or is no escape.
    let scalar: Unicode.Scalar?

    /// The escape whose backslash is at `offset`. In a bad one, the range ends with the digits that are there.
    init(in source: SourceText, at offset: Int) {
        guard let letter = source.byte(at: offset + 1), letter < 0x80 else {
            range = offset..<min(offset + 2, source.count)
            scalar = nil
            return
        }
        let digits: Int
        switch letter {
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        default:
            range = offset..<(offset + 2)
            scalar = Self.named[letter]
            return
        }
        var value: UInt32 = 0
        var end = offset + 2
        while end < offset + 2 + digits, let digit = source.byte(at: end).flatMap(Self.hexadecimal) {
            value = value << 4 | digit
            end += 1
        }
        range = offset..<end
        scalar = end == offset + 2 + digits ? Unicode.Scalar(value) : nil
    }

    /// The first escape in a range, if there is one. O(n).
    static func first(in source: SourceText, from start: Int, to end: Int) -> EscapeSequence? {
        var offset = start
        while offset < end {
            if source.byte(at: offset) == UInt8(ascii: "\\") { return EscapeSequence(in: source, at: offset) }
            offset += 1
        }
        return nil
    }

    private static let named: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "t"): "\t",
        UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r",
        UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"", UInt8(ascii: "/"): "/",
        UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
        UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
    ]

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
