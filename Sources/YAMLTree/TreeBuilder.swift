import CLibYAML

/// Turns libyaml's events into a tree, with a stack of its own instead of recursion.
///
/// The children of all open collections lie in two shared arrays, one after the other; a collection that ends takes its own from the
/// end of the array, at their exact number. So no array grows more than once per level.
struct TreeBuilder {
    private let source: SourceText
    private let limits: YAMLLimits
    private let strict: StrictSubset
    private var cursor: PositionCursor
    private(set) var diagnostics: DiagnosticBag

    private var frames: [Frame] = []
    private var items: [YAMLNode] = []
    private var entries: [YAMLMapping.Entry] = []
    private var root: YAMLNode?
    private var nodes = 0
    /// The last text read, which explains many a syntax error after it.
    private var lastText: SyntaxErrors.LastText?

    /// An open collection.
    private struct Frame {
        let isMapping: Bool
        let isFlow: Bool
        let start: SourcePosition
        /// Where its children begin in `items` or `entries`.
        let base: Int
        /// In a mapping: the key whose value is to come.
        var key: Key = .awaited
        /// Where the last child ended.
        var lastEnd: SourcePosition
    }

    private enum Key {
        case awaited
        case text(String, SourcePosition, length: Int, isPlain: Bool)
        /// Already complained about; its value is read and dropped.
        case unusable
    }

    init(_ bytes: UnsafeRawBufferPointer, isASCII: Bool, limits: YAMLLimits, diagnostics: DiagnosticBag) {
        source = SourceText(bytes)
        strict = StrictSubset(source: source)
        cursor = PositionCursor(bytes, isASCII: isASCII)
        self.limits = limits
        self.diagnostics = diagnostics
    }

    /// The root, or nil after an error that hides the structure. Call once.
    mutating func build() -> YAMLNode? {
        var reader = EventReader(source.bytes)
        while true {
            guard reader.advance() else {
                reportFailure(reader.failure)
                return nil
            }
            switch reader.type {
            case YAML_SCALAR_EVENT:
                guard countNode(reader) else { return nil }
                readScalar(reader)
            case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
                guard countNode(reader), open(reader) else { return nil }
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                close(reader)
            case YAML_ALIAS_EVENT:
                guard countNode(reader) else { return nil }
                readAlias(reader)
            case YAML_DOCUMENT_END_EVENT:
                // The next event would begin a second document: look for one without libyaml.
                return finish(after: cursor.position(of: reader.endMark))
            case YAML_STREAM_END_EVENT:
                diagnostics.stop(.emptyFile, at: .start, "the file holds no document", hint: "write at least one `key: value`")
                return nil
            default:
                continue
            }
        }
    }

    // MARK: Texts

    private mutating func readScalar(_ reader: borrowing EventReader) {
        let start = cursor.position(of: reader.startMark)
        let end = cursor.position(of: reader.endMark)
        let scalar = reader.scalar
        lastText = SyntaxErrors.LastText(start: start, end: end, style: scalar.style)
        if reader.hasProperties { strict.refuseProperties(at: start, diagnostics: &diagnostics) }
        if scalar.text.utf8.count > limits.scalarBytes {
            diagnostics.error(
                .textTooLong, at: start, "a text of \(scalar.text.utf8.count) bytes, more than the \(limits.scalarBytes) allowed",
                hint: "is a closing quote missing?")
        }
        strict.check(scalar, from: start, to: end, diagnostics: &diagnostics)
        place(YAMLNode(content: .scalar(scalar), start: start, end: end))
    }

    private mutating func readAlias(_ reader: borrowing EventReader) {
        let start = cursor.position(of: reader.startMark)
        let end = cursor.position(of: reader.endMark)
        let name = source.text(in: start.offset..<end.offset)
        diagnostics.error(
            .alias, at: start, length: end.column - start.column, "aliases such as \(UserText.quote(name)) are not allowed",
            hint: "write the value out; a text that begins with `*` belongs in quotes")
        if let last = frames.indices.last, frames[last].isMapping, case .awaited = frames[last].key {
            frames[last].key = .unusable
            return
        }
        place(YAMLNode(content: .scalar(YAMLScalar(text: name, style: .plain)), start: start, end: end))
    }

    // MARK: Lists and mappings

    /// False if the limit of depth is reached.
    private mutating func open(_ reader: borrowing EventReader) -> Bool {
        var start = cursor.position(of: reader.startMark)
        if reader.hasProperties {
            strict.refuseProperties(at: start, diagnostics: &diagnostics)
            // What follows the properties is where the collection begins.
            if reader.isFlow {
                let end = cursor.position(of: reader.endMark)
                start = SourcePosition(line: end.line, column: end.column - 1, offset: end.offset - 1)
            }
        }
        guard frames.count < limits.depth else {
            diagnostics.stop(
                .tooDeep, at: start, "nested deeper than \(limits.depth) levels",
                hint: reader.isFlow ? "is a closing bracket missing?" : "use fewer levels")
            return false
        }
        let isMapping = reader.type == YAML_MAPPING_START_EVENT
        frames.append(
            Frame(
                isMapping: isMapping, isFlow: reader.isFlow, start: start, base: isMapping ? entries.count : items.count,
                lastEnd: start))
        return true
    }

    private mutating func close(_ reader: borrowing EventReader) {
        guard let frame = frames.popLast() else { return }
        // Without a closing bracket (block style, or `a: b` as an item in brackets) libyaml reports where the next thing begins.
        let hasBracket = frame.isFlow && reader.startMark.index != reader.endMark.index
        let end = hasBracket ? cursor.position(of: reader.endMark) : frame.lastEnd
        let content: YAMLNode.Content
        if frame.isMapping {
            content = .mapping(mapping(of: Self.takeTail(of: &entries, from: frame.base)))
        } else {
            content = .sequence(Self.takeTail(of: &items, from: frame.base))
        }
        place(YAMLNode(content: content, start: frame.start, end: end))
    }

    private static func takeTail<Child>(of children: inout [Child], from base: Int) -> [Child] {
        // A long outermost list or mapping is handed over as it is, rather than held twice for a moment.
        if base == 0, children.count > 1024 {
            let all = children
            children = []
            return all
        }
        let own = Array(children[base...])
        children.removeLast(own.count)
        return own
    }

    private mutating func mapping(of entries: [YAMLMapping.Entry]) -> YAMLMapping {
        YAMLMapping(entries) { index, first in
            let entry = entries[index]
            let earlier = entries[first]
            // Swift compares texts by what they look like (é is e with an accent), and so do readers of the file.
            let isSpelledDifferently = !entry.key.utf8.elementsEqual(earlier.key.utf8)
            diagnostics.error(
                .duplicateKey, at: entry.keyPosition, length: entry.keyLength,
                "key \(UserText.quote(entry.key)) is set twice; the first is on line \(earlier.keyPosition.line)",
                hint: isSpelledDifferently
                    ? "the two look alike but are composed of different characters; keep one of the two" : "keep one of the two")
        }
    }

    /// Puts a finished node where it belongs: into the collection that is open, as a key or a value, or at the root.
    private mutating func place(_ node: YAMLNode) {
        guard let last = frames.indices.last else {
            root = node
            return
        }
        guard frames[last].isMapping else {
            frames[last].lastEnd = node.end
            items.append(node)
            return
        }
        switch frames[last].key {
        case .awaited:
            frames[last].key = key(from: node)
            frames[last].lastEnd = node.end
        case .unusable:
            frames[last].key = .awaited
            frames[last].lastEnd = node.end
        case .text(let key, let position, let length, let isPlain):
            frames[last].key = .awaited
            frames[last].lastEnd = node.end
            if frames[last].isFlow, isPlain, node.isMissing { checkForMissingSpace(key, at: position, length: length) }
            entries.append(YAMLMapping.Entry(key: key, keyPosition: position, keyLength: length, value: node))
        }
    }

    private mutating func key(from node: YAMLNode) -> Key {
        let length = node.underlineLength
        guard case .scalar(let scalar) = node.content else {
            diagnostics.error(
                .keyNotText, at: node.start, length: node.start.line == node.end.line ? length : 1,
                "a key must be text, not a \(node.kindName)", hint: "put a text that begins with a bracket in quotes")
            return .unusable
        }
        if scalar.text.isEmpty {
            diagnostics.error(.emptyKey, at: node.start, length: length, "a key is empty", hint: "write a key before the `:`")
            return .unusable
        }
        if scalar.text == "<<", scalar.style == .plain {
            diagnostics.error(
                .mergeKey, at: node.start, length: length, "merge keys (`<<`) are not allowed", hint: "write the entries out")
            return .unusable
        }
        return .text(scalar.text, node.start, length: length, isPlain: scalar.style == .plain)
    }

    /// `{under:14}` is the key `under:14` without a value, which nobody means.
    private mutating func checkForMissingSpace(_ key: String, at position: SourcePosition, length: Int) {
        guard key.utf8.contains(Ascii.colon) else { return }
        diagnostics.error(
            .missingSpace, at: position, length: length, "the key \(UserText.quote(key)) has no value",
            hint: "put a space after the `:`")
    }

    // MARK: Limits and ends

    private mutating func countNode(_ reader: borrowing EventReader) -> Bool {
        // Keys come as texts too, but do not count.
        if reader.type == YAML_SCALAR_EVENT, let last = frames.last, last.isMapping, case .awaited = last.key { return true }
        nodes += 1
        guard nodes > limits.nodes else { return true }
        diagnostics.stop(
            .tooManyNodes, at: cursor.position(of: reader.startMark), "more than \(limits.nodes) values in one file",
            hint: "split it into several files")
        return false
    }

    /// The document has ended: nothing may follow.
    private mutating func finish(after end: SourcePosition) -> YAMLNode? {
        let errors = SyntaxErrors(source: source, lastText: lastText, openBracket: nil)
        let rest = errors.rest(after: end, diagnostics: &diagnostics)
        guard rest == .nothing else { return nil }
        guard let root, !root.isMissing || diagnostics.items.containsError else {
            diagnostics.stop(.emptyFile, at: .start, "the document is empty", hint: "write at least one `key: value`")
            return nil
        }
        return root
    }

    private mutating func reportFailure(_ failure: ParserFailure) {
        let openBracket = frames.last.flatMap { $0.isFlow ? $0.start : nil }
        let errors = SyntaxErrors(source: source, lastText: lastText, openBracket: openBracket)
        let place = cursor.position(of: failure.problemMark)
        let context = cursor.position(of: failure.contextMark)
        errors.report(failure, at: place, context: context, diagnostics: &diagnostics)
    }
}
