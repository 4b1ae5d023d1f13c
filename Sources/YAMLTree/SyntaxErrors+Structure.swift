/// Trouble with lists, mappings and indentation.
extension SyntaxErrors {
    /// libyaml looks no further than this for the `:` of a key.
    private static let longestKey = 1024

    private func keyTooLong(at place: SourcePosition, length: Int) -> Finding {
        Finding(
            code: .keyTooLong, position: place, length: length,
            message: "a key has more than \(Self.longestKey) characters", hint: "shorten it; is this text meant to be a key?")
    }

    // MARK: Colons

    /// A line in a mapping without `: `.
    func missingColon(in line: SourcePosition, noticed: SourcePosition) -> Finding {
        if noticed.line == line.line, noticed.column - line.column > Self.longestKey {
            return keyTooLong(at: line, length: noticed.column - line.column)
        }
        let rest = source.restOfLine(at: line.offset)
        let hint: String
        if byte(line) == Ascii.dash {
            hint = "put a space after the `-`"
        } else if rest.contains(where: { source.byte(at: $0) == Ascii.colon }) {
            hint = "put a space after the `:`"
        } else {
            hint = "write `key: value`, or indent the line to continue the text above"
        }
        return Finding(
            code: .missingColon, position: line, length: length(of: rest), message: "this line of a mapping has no `: `", hint: hint
        )
    }

    func unexpectedColon(at place: SourcePosition) -> Finding {
        guard let last = lastText, last.end.offset == place.offset else {
            return quoteTrouble(before: place)
                ?? Finding(
                    code: .unexpectedColon, position: place, message: "a `:` cannot follow here",
                    hint: "a key must be text on a single line")
        }
        if last.spansLines {
            if last.isQuoted, let trouble = quoteTrouble(before: place) { return trouble }
            return swallowedKey(before: place, of: last)
        }
        if place.column - last.start.column > Self.longestKey {
            return keyTooLong(at: last.start, length: place.column - last.start.column)
        }
        let lineStart = source.lineStart(last.start.offset)
        if source.text(in: lineStart..<last.start.offset).hasPrefix("---") {
            return Finding(
                code: .unexpectedColon, position: place, message: "a mapping cannot begin on the line of `---`",
                hint: "begin it on the next line")
        }
        return Finding(
            code: .unexpectedColon, position: place, message: "a second `: ` in one line",
            hint: "put the value in quotes: \(inQuotes(source.restOfLine(at: last.start.offset)))")
    }

    /// `a: 1` and below it, deeper, `b: 2`: the text `1 b`, then a colon.
    private func swallowedKey(before place: SourcePosition, of text: LastText) -> Finding {
        let first = source.firstNonBlank(inLineOf: place.offset)
        let start = source.position(at: first, from: text.start)
        return Finding(
            code: .badIndent, position: start, length: place.column - start.column,
            message: "this line continues the text that begins on line \(text.start.line), so it cannot have a `:`",
            hint: "indent \(quote(first..<place.offset)) like the entries it belongs to; a text with `: ` belongs in quotes")
    }

    // MARK: Lines that belong nowhere

    func misplacedDash(at place: SourcePosition) -> Finding {
        Finding(
            code: .misplacedDash, position: place, message: "a list item cannot begin here",
            hint: isFirstInLine(place)
                ? "indent it like the items before, or deeper than the key it belongs to"
                : "begin the list on the next line or write `[a, b]`; a text that begins with `-` belongs in quotes")
    }

    func strayLine(at place: SourcePosition, in collection: SourcePosition, ofMapping: Bool) -> Finding {
        if let trouble = quoteTrouble(before: place) ?? strayCharacter(at: place) { return trouble }
        let rest = source.restOfLine(at: place.offset)
        guard isFirstInLine(place) else {
            return Finding(
                code: .textAfterValue, position: place, length: length(of: rest), message: "text after the end of a value",
                hint: "put the whole value in quotes, or begin a new line")
        }
        let indent = place.column - 1
        let expected = collection.column - 1
        if !ofMapping, indent == expected {
            return Finding(
                code: .badIndent, position: place, length: length(of: rest),
                message: "this line is no item of the list that begins on line \(collection.line)",
                hint: "begin it with `- `, or indent it to belong to an item or a key")
        }
        let parts = ofMapping ? "entries of the mapping" : "items of the list"
        return Finding(
            code: .badIndent, position: place, length: length(of: rest),
            message: "an indentation of \(spaces(indent)) fits no line above",
            hint: "the \(parts) that begins on line \(collection.line) are "
                + (expected == 0 ? "not indented" : "indented by \(spaces(expected))"))
    }

    private func spaces(_ count: Int) -> String { count == 1 ? "1 space" : "\(count) spaces" }

    /// Characters that say by themselves what is wrong.
    private func strayCharacter(at place: SourcePosition) -> Finding? {
        switch byte(place) {
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            return Finding(
                code: .unmatchedBracket, position: place,
                message: "\(quote(place.offset..<(place.offset + 1))) closes no bracket",
                hint: "remove it, or put the text in quotes")
        case Ascii.colon: return emptyKey(at: place)
        case UInt8(ascii: "%") where place.column == 1: return directive(at: place)
        case Ascii.dash where source.byte(at: place.offset + 1).map(Ascii.isBlankOrBreak) ?? true: return misplacedDash(at: place)
        default: return nil
        }
    }

    private func emptyKey(at place: SourcePosition) -> Finding {
        Finding(code: .emptyKey, position: place, message: "a key is empty", hint: "write a key before the `:`")
    }

    // MARK: Brackets

    private func unclosed(_ bracket: SourcePosition) -> Finding {
        let open = quote(bracket.offset..<(bracket.offset + 1))
        return Finding(
            code: .unclosedBracket, position: bracket, message: "\(open) is not closed", hint: "add \(closing(bracket))")
    }

    private func closing(_ bracket: SourcePosition) -> String { byte(bracket) == UInt8(ascii: "[") ? "`]`" : "`}`" }

    /// Something that is neither `,` nor the closing bracket follows an item in brackets.
    func flowTrouble(at place: SourcePosition, bracket: SourcePosition) -> Finding {
        if isAtEnd(place) { return unclosed(bracket) }
        if let mismatch = mismatch(at: place, bracket: bracket) ?? quoteTrouble(before: place) { return mismatch }
        // A line that is indented no deeper than the one with the bracket was not meant to be inside.
        let leftTheBracket =
            place.line > bracket.line
            && source.indentation(ofLineOf: place.offset) <= source.indentation(ofLineOf: bracket.offset)
        if leftTheBracket { return unclosed(bracket) }
        if byte(place) == Ascii.colon {
            if let last = lastText, last.spansLines, last.end.offset == place.offset {
                let first = source.firstNonBlank(inLineOf: place.offset)
                let start = source.position(at: first, from: last.start)
                return Finding(
                    code: .missingComma, position: start, length: place.column - start.column,
                    message: "a `,` is missing before \(quote(first..<place.offset))", hint: "put it at the end of the line before")
            }
            return Finding(
                code: .missingComma, position: place, message: "a second `:` before the next `,`",
                hint: "put a `,` between entries; a text with `: ` belongs in quotes")
        }
        let word = source.word(at: place.offset)
        return Finding(
            code: .missingComma, position: place, length: length(of: word),
            message: "expected `,` or \(closing(bracket)) before \(quote(word))", hint: "put a `,` between values")
    }

    private func mismatch(at place: SourcePosition, bracket: SourcePosition) -> Finding? {
        guard let byte = byte(place), byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") else { return nil }
        let found = quote(place.offset..<(place.offset + 1))
        let open = quote(bracket.offset..<(bracket.offset + 1))
        return Finding(
            code: .unmatchedBracket, position: place, message: "\(found) does not match the \(open) on line \(bracket.line)",
            hint: "close that with \(closing(bracket)) first")
    }

    /// A value was expected, and something came that cannot begin one.
    func missingContent(at place: SourcePosition) -> Finding {
        if let bracket = openBracket {
            if isAtEnd(place) || isDocumentMark(place) { return unclosed(bracket) }
            if let mismatch = mismatch(at: place, bracket: bracket) { return mismatch }
        } else if isAtEnd(place) || isDocumentMark(place) {
            return Finding(
                code: .emptyFile, position: place, message: "the document is empty", hint: "write at least one `key: value`")
        }
        if let trouble = strayCharacter(at: place) { return trouble }
        let word = source.word(at: place.offset)
        if openBracket != nil {
            return Finding(
                code: .missingValue, position: place,
                message: "a value is missing before \(quote(place.offset..<(place.offset + 1)))",
                hint: "write a value, or remove the `,`")
        }
        return Finding(
            code: .reservedCharacter, position: place,
            message: "a value cannot begin with \(quote(place.offset..<(place.offset + 1)))",
            hint: "put the value in quotes: \(inQuotes(word))")
    }

    private func isDocumentMark(_ place: SourcePosition) -> Bool {
        guard place.column == 1 else { return false }
        let word = source.text(in: source.word(at: place.offset))
        return word == "---" || word == "..."
    }
}
