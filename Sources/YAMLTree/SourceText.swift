/// Questions about the bytes of a file: lines, characters, positions.
///
/// Only errors ask them, so nothing is precomputed; each costs at most a walk over the bytes. The bytes need not be valid UTF-8.
struct SourceText {
    let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var count: Int { bytes.count }

    /// Nil beyond either end.
    func byte(at offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

    func isScalarStart(_ offset: Int) -> Bool { bytes[offset] & 0xC0 != 0x80 }

    func text(in range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<bytes.count)
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    func scalarCount(in range: Range<Int>) -> Int {
        var count = 0
        for offset in range.clamped(to: 0..<bytes.count) where isScalarStart(offset) { count += 1 }
        return count
    }

    func scalarStart(atOrBefore offset: Int) -> Int {
        var offset = min(max(0, offset), bytes.count)
        while offset > 0, offset < bytes.count, !isScalarStart(offset) { offset -= 1 }
        return offset
    }

    func advance(_ offset: Int, byScalars scalars: Int, notBeyond end: Int) -> Int {
        var offset = offset
        var left = scalars
        while left > 0, offset < end {
            offset += 1
            while offset < end, !isScalarStart(offset) { offset += 1 }
            left -= 1
        }
        return offset
    }

    // MARK: Lines

    func lineStart(_ offset: Int) -> Int {
        var start = min(max(0, offset), bytes.count)
        while start > 0, bytes[start - 1] != Ascii.lineFeed { start -= 1 }
        return start
    }

    /// The end of the line without its LF or CRLF.
    func lineEnd(_ offset: Int) -> Int {
        var end = min(max(0, offset), bytes.count)
        while end < bytes.count, bytes[end] != Ascii.lineFeed { end += 1 }
        if end < bytes.count, end > 0, end > offset, bytes[end - 1] == Ascii.carriageReturn { end -= 1 }
        return end
    }

    func line(around offset: Int) -> Range<Int> {
        let start = lineStart(offset)
        return start..<lineEnd(start)
    }

    /// Nil if there are fewer lines. Lines count from 1.
    func line(numbered number: Int) -> Range<Int>? {
        var start = 0
        for _ in 1..<max(1, number) {
            guard let lineFeed = bytes[start...].firstIndex(of: Ascii.lineFeed) else { return nil }
            start = lineFeed + 1
        }
        return start..<lineEnd(start)
    }

    /// The first byte of the line that is neither space nor tab, or the line's end.
    func firstNonBlank(inLineOf offset: Int) -> Int {
        let line = line(around: offset)
        return line.first { !Ascii.isBlank(bytes[$0]) } ?? line.upperBound
    }

    /// How many spaces and tabs the line begins with.
    func indentation(ofLineOf offset: Int) -> Int { firstNonBlank(inLineOf: offset) - lineStart(offset) }

    func position(at offset: Int) -> SourcePosition {
        let offset = min(max(0, offset), bytes.count)
        var line = 1
        for index in 0..<offset where bytes[index] == Ascii.lineFeed { line += 1 }
        return SourcePosition(line: line, column: 1 + scalarCount(in: lineStart(offset)..<offset), offset: offset)
    }

    /// The same, walking from a position before `offset` that is known.
    func position(at offset: Int, from known: SourcePosition) -> SourcePosition {
        guard known.offset <= offset else { return position(at: offset) }
        let offset = min(offset, bytes.count)
        var line = known.line
        var column = known.column
        for index in known.offset..<offset {
            if bytes[index] == Ascii.lineFeed {
                line += 1
                column = 1
            } else if isScalarStart(index) {
                column += 1
            }
        }
        return SourcePosition(line: line, column: column, offset: offset)
    }

    // MARK: Pieces of a line

    /// From `offset` to the next blank or line end.
    func word(at offset: Int) -> Range<Int> {
        var end = offset
        while let byte = byte(at: end), !Ascii.isBlank(byte), !Ascii.isLineBreak(byte) { end += 1 }
        return offset..<end
    }

    /// From `offset` to the end of the line, without a comment and blanks before it.
    func restOfLine(at offset: Int) -> Range<Int> {
        let lineEnd = max(offset, lineEnd(offset))
        var end = offset
        while end < lineEnd {
            if bytes[end] == Ascii.hash, end == 0 || Ascii.isBlank(bytes[end - 1]) { break }
            end += 1
        }
        while end > offset, Ascii.isBlank(bytes[end - 1]) { end -= 1 }
        return offset..<end
    }

    /// The first offset from `offset` on that holds neither blank, line break nor comment; the end of the file if there is none.
    func skipBlanksAndComments(from offset: Int) -> Int {
        var offset = offset
        while let byte = byte(at: offset) {
            if byte == Ascii.hash, offset == 0 || Ascii.isBlankOrBreak(bytes[offset - 1]) {
                offset = lineEnd(offset)
            } else if Ascii.isBlankOrBreak(byte) {
                offset += 1
            } else {
                break
            }
        }
        return offset
    }
}

enum Ascii {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let hash = UInt8(ascii: "#")
    static let colon = UInt8(ascii: ":")
    static let dash = UInt8(ascii: "-")

    static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
    static func isLineBreak(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
    static func isBlankOrBreak(_ byte: UInt8) -> Bool { isBlank(byte) || isLineBreak(byte) }
}
