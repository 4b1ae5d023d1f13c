/// The look at the bytes before libyaml sees them: encoding, control characters, line ends, directives.
///
/// libyaml would refuse most of this too, but with a poor message, or (line separators, directives) not at all. A file that passes
/// is valid UTF-8, and libyaml counts its lines and columns as editors do.
struct SourceCheck {
    private let source: SourceText
    /// Whether a byte is a character; then offsets need no translation.
    private(set) var isASCII = true
    private(set) var diagnostics: DiagnosticBag
    /// So many characters of one file are complained about one by one.
    private static let listedCharacters = 10
    private var listed = 0
    private var hasLoneCarriageReturn = false

    /// Whether libyaml may read the file.
    var isClean: Bool { diagnostics.items.isEmpty }

    /// O(n), about 8 bytes at a time for ASCII.
    init(_ bytes: UnsafeRawBufferPointer, diagnostics: DiagnosticBag) {
        source = SourceText(bytes)
        self.diagnostics = diagnostics
        guard checkByteOrderMark() else { return }
        checkCharacters()
        if isClean { checkContent() }
    }

    // MARK: The first bytes

    private mutating func checkByteOrderMark() -> Bool {
        let first = source.bytes.prefix(4)
        let hint = "save the file as UTF-8 without a byte order mark"
        if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) || first.starts(with: [0, 0, 0xFE, 0xFF]) {
            let name = first.starts(with: [0xFF, 0xFE, 0, 0]) || first.first == 0 ? "UTF-32" : "UTF-16"
            diagnostics.error(.utf16, at: .start, "the file is in \(name), not in UTF-8", hint: hint)
            return false
        }
        // Two bytes per character without a mark: every other byte of the first letters is NUL.
        if first.count == 4, (first[0] == 0) != (first[1] == 0), (first[0] == 0) == (first[2] == 0),
            (first[1] == 0) == (first[3] == 0)
        {
            diagnostics.error(.utf16, at: .start, "the file seems to be in UTF-16, not in UTF-8", hint: hint)
            return false
        }
        if first.starts(with: [0xEF, 0xBB, 0xBF]) {
            diagnostics.error(.byteOrderMark, at: .start, "the file begins with a byte order mark (U+FEFF)", hint: hint)
            return false
        }
        return true
    }

    // MARK: Every character

    private mutating func checkCharacters() {
        let bytes = source.bytes
        var offset = 0
        while offset < bytes.count {
            if offset + 8 <= bytes.count, Self.isPlain(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) {
                offset += 8
                continue
            }
            let byte = bytes[offset]
            if (0x20..<0x7F).contains(byte) || byte == Ascii.lineFeed || byte == Ascii.tab {
                offset += 1
            } else if byte == Ascii.carriageReturn {
                if source.byte(at: offset + 1) != Ascii.lineFeed { refuseCarriageReturn(at: offset) }
                offset += 1
            } else if byte < 0x80 {
                refuse(Unicode.Scalar(byte), at: offset)
                offset += 1
            } else {
                isASCII = false
                guard let scalar = UTF8Scalar(in: bytes, at: offset) else { return refuseByte(at: offset) }
                if ForbiddenCharacter(scalar.value) != nil { refuse(scalar.value, at: offset) }
                offset += scalar.width
            }
        }
    }

    /// Whether all eight bytes are printable ASCII or LF. Each step works on eight bytes at once, in their high bits.
    private static func isPlain(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        let low7 = ~high
        let nonASCII = word & high
        let below20 = ~((word & low7) &+ 0x6060_6060_6060_6060) & high
        let lineFeeds = word ^ 0x0A0A_0A0A_0A0A_0A0A
        let isLineFeed = ~(((lineFeeds & low7) &+ low7) | lineFeeds) & high
        let deletes = word ^ 0x7F7F_7F7F_7F7F_7F7F
        let isDelete = ~(((deletes & low7) &+ low7) | deletes) & high
        return nonASCII | (below20 & ~isLineFeed) | isDelete == 0
    }

    private mutating func refuse(_ scalar: Unicode.Scalar, at offset: Int) {
        guard listed < Self.listedCharacters, let kind = ForbiddenCharacter(scalar) else { return }
        listed += 1
        let notation = ForbiddenCharacter.notation(scalar)
        let name = scalar.value == 0 ? "NUL character" : kind.name
        let code: YAMLCode = kind == .byteOrderMark ? .byteOrderMark : .controlCharacter
        let hint =
            scalar.value == 0
            ? "a text file has none; is this the right file?"
            : "remove it; it may have come with text copied from elsewhere"
        diagnostics.error(code, at: source.position(at: offset), "\(name) \(notation) is not allowed", hint: hint)
    }

    private mutating func refuseCarriageReturn(at offset: Int) {
        guard !hasLoneCarriageReturn else { return }
        hasLoneCarriageReturn = true
        diagnostics.error(
            .carriageReturn, at: source.position(at: offset), "a line ends with CR alone",
            hint: "save the file with LF or CRLF line ends")
    }

    private mutating func refuseByte(at offset: Int) {
        let byte = source.bytes[offset]
        let notation = "0x" + String(byte, radix: 16, uppercase: true)
        var hint = "save the file as UTF-8"
        if byte >= 0xA1 {
            hint += "; in Latin-1 and Windows-1252 this byte is \(UserText.quote(String(Unicode.Scalar(byte))))"
        }
        diagnostics.error(
            .invalidUTF8, at: source.position(at: offset), "byte \(notation) is not valid UTF-8 here", hint: hint)
    }

    // MARK: Is there a document?

    private mutating func checkContent() {
        let offset = source.skipBlanksAndComments(from: 0)
        guard let byte = source.byte(at: offset) else {
            diagnostics.error(
                .emptyFile, at: .start, source.count == 0 ? "the file is empty" : "the file holds nothing but blanks and comments",
                hint: "write at least one `key: value`")
            return
        }
        // libyaml takes quadratic time for many directives, so it must not even see them.
        if byte == UInt8(ascii: "%"), offset == source.lineStart(offset) {
            diagnostics.refuseDirective(in: source, at: offset)
        }
    }
}

extension DiagnosticBag {
    mutating func refuseDirective(in source: SourceText, at offset: Int) {
        let name = source.word(at: offset)
        error(
            .directive, at: source.position(at: offset), length: source.scalarCount(in: name),
            "directives such as \(UserText.quote(source.text(in: name))) are not allowed",
            hint: "remove the line")
    }
}

/// One well-formed UTF-8 sequence (Unicode table 3-7: no overlong forms, no surrogates, nothing beyond U+10FFFF).
struct UTF8Scalar {
    let value: Unicode.Scalar
    let width: Int

    init?(in bytes: UnsafeRawBufferPointer, at offset: Int) {
        func trail(_ index: Int) -> UInt32? {
            guard offset + index < bytes.count, bytes[offset + index] & 0xC0 == 0x80 else { return nil }
            return UInt32(bytes[offset + index] & 0x3F)
        }
        let lead = UInt32(bytes[offset])
        let code: UInt32
        switch lead {
        case 0x00...0x7F:
            code = lead
            width = 1
        case 0xC2...0xDF:
            guard let second = trail(1) else { return nil }
            code = (lead & 0x1F) << 6 | second
            width = 2
        case 0xE0...0xEF:
            guard let second = trail(1), let third = trail(2) else { return nil }
            code = (lead & 0x0F) << 12 | second << 6 | third
            guard code >= 0x800 else { return nil }
            width = 3
        case 0xF0...0xF4:
            guard let second = trail(1), let third = trail(2), let fourth = trail(3) else { return nil }
            code = (lead & 0x07) << 18 | second << 12 | third << 6 | fourth
            guard code >= 0x10000 else { return nil }
            width = 4
        default: return nil
        }
        guard let value = Unicode.Scalar(code) else { return nil }
        self.value = value
    }
}
