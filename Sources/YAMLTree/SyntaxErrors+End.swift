/// What may come after the document: nothing.
extension SyntaxErrors {
    enum Rest: Hashable { case nothing, something }

    /// Reports whatever follows `offset`, where libyaml says that the document ended.
    ///
    /// libyaml itself is not asked: it takes quadratic time for directives, and a second document is an error whatever it holds.
    func rest(after end: SourcePosition, diagnostics: inout DiagnosticBag) -> Rest {
        var offset = source.skipBlanksAndComments(from: end.offset)
        // `...` ends a document explicitly; what follows on later lines would be another one.
        var hasEndMark = end.offset >= 3 && source.text(in: end.offset - 3..<end.offset) == "..."
        while isMark("...", at: offset) {
            hasEndMark = true
            offset = source.skipBlanksAndComments(from: offset + 3)
        }
        guard offset < source.count else { return .nothing }
        let finding = finding(forRestAt: source.position(at: offset, from: end), afterEndMark: hasEndMark)
        diagnostics.stop(finding.code, at: finding.position, length: finding.length, finding.message, hint: finding.hint)
        return .something
    }

    private func isMark(_ mark: String, at offset: Int) -> Bool {
        offset == source.lineStart(offset) && source.text(in: source.word(at: offset)) == mark
    }

    private func finding(forRestAt place: SourcePosition, afterEndMark: Bool) -> Finding {
        if isMark("---", at: place.offset) {
            return Finding(
                code: .severalDocuments, position: place, length: 3, message: "a second document begins here",
                hint: "keep one document per file; remove the `---` if the file is meant to be one")
        }
        let rest = source.restOfLine(at: place.offset)
        if afterEndMark {
            return Finding(
                code: .severalDocuments, position: place, length: length(of: rest), message: "text after the end mark `...`",
                hint: "keep one document per file; remove the `...` if the file is meant to be one")
        }
        if let trouble = quoteTrouble(before: place) { return trouble }
        if byte(place) == UInt8(ascii: "%"), place.column == 1 { return directive(at: place) }
        let first = source.text(in: place.offset..<(place.offset + 1))
        if first == "]" || first == "}" {
            return Finding(
                code: .unmatchedBracket, position: place, message: "\(UserText.quote(first)) closes no bracket", hint: "remove it")
        }
        return Finding(
            code: .trailingContent, position: place, length: length(of: rest), message: "text after the end of the document",
            hint: "a file holds one mapping or list; everything must be inside it")
    }
}
