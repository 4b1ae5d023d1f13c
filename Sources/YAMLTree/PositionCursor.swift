import CLibYAML

/// Turns libyaml's marks (which count characters) into positions (which hold byte offsets too).
///
/// Marks come in nearly ascending order, so a cursor that walks from the last one to the next costs O(n) for a whole file.
struct PositionCursor {
    private let bytes: UnsafeRawBufferPointer
    private let isASCII: Bool
    private var index = 0
    private var offset = 0

    init(_ bytes: UnsafeRawBufferPointer, isASCII: Bool) {
        self.bytes = bytes
        self.isASCII = isASCII
    }

    mutating func position(of mark: yaml_mark_t) -> SourcePosition {
        let offset = offset(ofScalar: mark.index)
        // At the end of a file without a line break libyaml pretends that there is one.
        if offset == bytes.count, mark.column == 0, offset > 0, bytes[offset - 1] != Ascii.lineFeed {
            let source = SourceText(bytes)
            let column = source.scalarCount(in: source.lineStart(offset)..<offset) + 1
            return SourcePosition(line: mark.line, column: column, offset: offset)
        }
        return SourcePosition(line: mark.line + 1, column: mark.column + 1, offset: offset)
    }

    private mutating func offset(ofScalar target: Int) -> Int {
        if isASCII { return min(target, bytes.count) }
        if target >= index {
            index = target - forward(target - index)
        } else {
            index = target + backward(index - target)
        }
        return offset
    }

    /// Returns how many characters the file lacks.
    private mutating func forward(_ scalars: Int) -> Int {
        var left = scalars
        // Eight bytes at a time: a byte begins a character unless its two high bits are 10.
        while left >= 8, offset + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let trailing = (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
            left -= 8 - trailing.nonzeroBitCount
            offset += 8
        }
        while offset < bytes.count {
            if bytes[offset] & 0xC0 != 0x80 {
                if left == 0 { return 0 }
                left -= 1
            }
            offset += 1
        }
        return left
    }

    private mutating func backward(_ scalars: Int) -> Int {
        var left = scalars
        while left > 0, offset > 0 {
            offset -= 1
            if bytes[offset] & 0xC0 != 0x80 { left -= 1 }
        }
        return left
    }
}
