/// What YAML allows in and around a text but this program does not, because it says something other than it seems to.
struct StrictSubset {
    let source: SourceText

    /// Complains about the anchor and the tag, in either order, at the start of a node.
    func refuseProperties(at start: SourcePosition, diagnostics: inout DiagnosticBag) {
        var offset = start.offset
        for _ in 0..<2 {
            guard !diagnostics.isFull, let byte = source.byte(at: offset) else { return }
            let word = source.word(at: offset)
            let kind: (code: YAMLCode, name: String, indicator: String)? =
                switch byte {
                case UInt8(ascii: "&"): (.anchor, "anchors", "`&`")
                case UInt8(ascii: "!"): (.tag, "tags", "`!`")
                default: nil
                }
            if let kind {
                diagnostics.error(
                    kind.code, at: source.position(at: offset, from: start), length: source.scalarCount(in: word),
                    "\(kind.name) such as \(UserText.quote(source.text(in: word))) are not allowed",
                    hint: "remove it; a text that begins with \(kind.indicator) belongs in quotes")
            }
            offset = source.skipBlanksAndComments(from: word.upperBound)
        }
    }

    func check(_ scalar: YAMLScalar, from start: SourcePosition, to end: SourcePosition, diagnostics: inout DiagnosticBag) {
        switch scalar.style {
        case .plain:
            if start.line != end.line { checkForSwallowedItem(from: start, to: end, diagnostics: &diagnostics) }
            checkForOddSpace(around: scalar.text, from: start, to: end, diagnostics: &diagnostics)
        case .doubleQuoted: checkEscapes(from: start, to: end, diagnostics: &diagnostics)
        case .singleQuoted, .literal, .folded: break
        }
    }

    /// YAML joins the lines of an unquoted text, and so makes `a - b` of an item and one indented deeper.
    private func checkForSwallowedItem(from start: SourcePosition, to end: SourcePosition, diagnostics: inout DiagnosticBag) {
        var offset = source.lineEnd(start.offset)
        while offset < end.offset, !diagnostics.isFull {
            let first = source.skipBlanksAndComments(from: offset)
            guard first < end.offset else { return }
            if source.byte(at: first) == Ascii.dash, source.byte(at: first + 1).map(Ascii.isBlankOrBreak) ?? true {
                diagnostics.error(
                    .itemInText, at: source.position(at: first, from: start),
                    "this `-` begins no item: the line continues the text that begins on line \(start.line)",
                    hint: "indent it like the item before; a text that goes on with `-` belongs in quotes")
            }
            offset = source.lineEnd(first)
        }
    }

    /// A no-break space and its like are no blanks to YAML, but look like one, in indentation above all.
    private func checkForOddSpace(
        around text: String, from start: SourcePosition, to end: SourcePosition, diagnostics: inout DiagnosticBag
    ) {
        guard let first = text.utf8.first, let last = text.utf8.last, first >= 0x80 || last >= 0x80 else { return }
        func complain(_ scalar: Unicode.Scalar, at position: SourcePosition, verb: String) {
            diagnostics.error(
                .oddSpace, at: position, "this text \(verb) with the special space \(ForbiddenCharacter.notation(scalar))",
                hint: "use an ordinary space, or put the text in quotes if the character belongs to it")
        }
        if let scalar = text.unicodeScalars.first, Self.isOddSpace(scalar) { complain(scalar, at: start, verb: "begins") }
        if let scalar = text.unicodeScalars.last, Self.isOddSpace(scalar), end.offset - start.offset > scalar.utf8.count {
            let place = SourcePosition(line: end.line, column: end.column - 1, offset: end.offset - scalar.utf8.count)
            complain(scalar, at: place, verb: "ends")
        }
    }

    private static func isOddSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000: true
        default: false
        }
    }

    private func checkEscapes(from start: SourcePosition, to end: SourcePosition, diagnostics: inout DiagnosticBag) {
        var offset = start.offset
        while !diagnostics.isFull, let escape = EscapeSequence.first(in: source, from: offset, to: end.offset) {
            offset = escape.range.upperBound
            guard let scalar = escape.scalar, scalar == "\r" || ForbiddenCharacter(scalar) != nil else { continue }
            let name = ForbiddenCharacter(scalar)?.name ?? ForbiddenCharacter.control.name
            diagnostics.error(
                .controlCharacter, at: source.position(at: escape.range.lowerBound, from: start), length: escape.range.count,
                "the escape \(UserText.quote(source.text(in: escape.range))) gives the \(name) "
                    + "\(ForbiddenCharacter.notation(scalar)), which is not allowed",
                hint: "remove it; a backslash in double quotes is written `\\\\`")
        }
    }
}
