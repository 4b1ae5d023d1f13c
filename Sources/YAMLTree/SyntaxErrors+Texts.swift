/// Trouble with texts and single characters.
extension SyntaxErrors {
    /// `*`, `&` or `!` at the start of a value, with or without a proper name after it.
    func loneIndicator(_ code: YAMLCode, _ kind: String, at place: SourcePosition) -> Finding {
        let word = source.word(at: place.offset)
        let indicator = quote(place.offset..<min(place.offset + 1, source.count))
        return Finding(
            code: code, position: place, length: length(of: word),
            message: "\(indicator) at the start of a value makes it \(kind), which is not allowed",
            hint: "put the value in quotes: \(inQuotes(source.restOfLine(at: place.offset)))")
    }

    func directive(at place: SourcePosition) -> Finding {
        let name = source.word(at: place.offset)
        return Finding(
            code: .directive, position: place, length: length(of: name),
            message: "directives such as \(quote(name)) are not allowed",
            hint: "remove the line; a text that begins with `%` belongs in quotes")
    }

    func tab(at place: SourcePosition) -> Finding {
        var end = place.offset
        while source.byte(at: end) == Ascii.tab { end += 1 }
        let isIndentation = isFirstInLine(place) || source.firstNonBlank(inLineOf: place.offset) > place.offset
        return Finding(
            code: .tabIndent, position: place, length: end - place.offset,
            message: isIndentation ? "a tab is used for indentation" : "a tab is used where indentation begins",
            hint: "use spaces")
    }

    // MARK: Quotes

    func unterminatedQuote(at opening: SourcePosition, noticed: SourcePosition) -> Finding {
        let isSingle = byte(opening) == UInt8(ascii: "'")
        let end = isAtEnd(noticed) ? "" : " before the document ends on line \(noticed.line)"
        return Finding(
            code: .unterminatedQuote, position: opening, message: "this quote is not closed\(end)",
            hint: isSingle
                ? "add the closing `'`; an apostrophe inside is written twice"
                : "add the closing `\"`; a quote inside is written `\\\"`")
    }

    /// A syntax error just after a quoted text comes from a quote inside it or, if it spans lines, from a missing quote.
    func quoteTrouble(before place: SourcePosition) -> Finding? {
        guard let last = lastText, last.isQuoted, last.end.line == place.line, last.end <= place else { return nil }
        guard (last.end.offset..<place.offset).allSatisfy({ source.byte(at: $0).map(Ascii.isBlank) ?? false }) else { return nil }
        if last.spansLines {
            return Finding(
                code: .unterminatedQuote, position: last.start,
                message: "the quote that opens here closes only on line \(last.end.line)",
                hint: "is a closing quote missing on line \(last.start.line)?")
        }
        let rest = source.restOfLine(at: place.offset)
        let inner = last.style == .singleQuoted ? "written twice (`''`)" : "written `\\\"`"
        return Finding(
            code: .textAfterValue, position: place, length: length(of: rest),
            message: "text after the closing quote",
            hint: "put the whole value inside the quotes; a quote inside is \(inner)")
    }

    func badEscape(noticed: SourcePosition) -> Finding {
        // libyaml stands on the backslash or just after the letter.
        var offset = noticed.offset
        while offset > 0, offset > noticed.offset - 2, source.byte(at: offset) != UInt8(ascii: "\\") { offset -= 1 }
        let back = noticed.offset - offset
        let place = SourcePosition(line: noticed.line, column: noticed.column - back, offset: offset)
        let escape = EscapeSequence(in: source, at: offset)
        let end = source.advance(offset, byScalars: max(2, escape.range.count), notBeyond: source.lineEnd(offset))
        return Finding(
            code: .badEscape, position: place, length: length(of: offset..<end),
            message: "\(quote(offset..<end)) is not a known escape",
            hint: "write a backslash in double quotes as `\\\\`, or use single quotes")
    }

    // MARK: Characters with a meaning

    func reserved(at place: SourcePosition) -> Finding {
        let rest = source.restOfLine(at: place.offset)
        let end = source.advance(place.offset, byScalars: 1, notBeyond: source.count)
        let character = byte(place) == UInt8(ascii: "`") ? "a backtick" : quote(place.offset..<end)
        return Finding(
            code: .reservedCharacter, position: place, message: "a value cannot begin with \(character)",
            hint: "put the value in quotes" + (openBracket == nil ? ": \(inQuotes(rest))" : ""))
    }

    func blockTextHeader(at place: SourcePosition, noticed: SourcePosition) -> Finding {
        let mark = quote(place.offset..<(place.offset + 1))
        return Finding(
            code: .blockTextHeader, position: place, length: max(1, noticed.column - place.column + 1),
            message: "\(mark) at the start of a value begins a block text on the lines below",
            hint: "put the value in quotes: \(inQuotes(source.restOfLine(at: place.offset)))")
    }

    /// `[a:]`, `{a:, b}`
    func tightColon(at place: SourcePosition) -> Finding {
        Finding(
            code: .unexpectedColon, position: place, message: "a `:` must have a space after it here",
            hint: "write `key: value`; a text that ends with `:` belongs in quotes")
    }
}
