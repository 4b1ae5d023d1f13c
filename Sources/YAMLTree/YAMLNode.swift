/// A text with the way it was written. There is no implicit typing: `NO`, `08`, `1:30`, `~` and `null` are texts.
public struct YAMLScalar: Hashable, Sendable {
    public enum Style: UInt8, Hashable, Sendable {
        case plain, singleQuoted, doubleQuoted
        /// A block text after `|`.
        case literal
        /// A block text after `>`.
        case folded
    }

    public var text: String
    public var style: Style

    public init(text: String, style: Style) {
        self.text = text
        self.style = style
    }
}

/// A value in a YAML file with its place there.
///
/// Depth is bounded by ``YAMLLimits/depth``, so walking a tree by recursion is safe. 48 bytes in memory.
public struct YAMLNode: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping(YAMLMapping)
    }

    public var content: Content
    public var start: SourcePosition
    /// Just after the last character. A collection in block style ends where its last value ends.
    public var end: SourcePosition

    public init(content: Content, start: SourcePosition, end: SourcePosition) {
        self.content = content
        self.start = start
        self.end = end
    }
}

extension YAMLNode {
    public var scalar: YAMLScalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
    public var text: String? { scalar?.text }
    public var sequence: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }
    public var mapping: YAMLMapping? { if case .mapping(let mapping) = content { mapping } else { nil } }

    /// Whether nothing at all was written where a value belongs, as after `key:`. A quoted empty text is not missing.
    public var isMissing: Bool {
        if case .scalar(let scalar) = content { scalar.style == .plain && scalar.text.isEmpty } else { false }
    }

    /// `text`, `list` or `mapping`.
    public var kindName: String {
        switch content {
        case .scalar: "text"
        case .sequence: "list"
        case .mapping: "mapping"
        }
    }

    /// What was found, for the end of a message such as "expected a list, found …": `nothing`, ``the text `abc` ``, `a list`, `a mapping`.
    public var foundName: String {
        switch content {
        case .scalar(let scalar): isMissing ? "nothing" : "the text " + UserText.quote(scalar.text)
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// How many scalars of the node to underline: all of it on one line, else its first key, else its first character. At least 1.
    public var underlineLength: Int {
        if start.line == end.line { return max(1, end.column - start.column) }
        if case .mapping(let mapping) = content, let first = mapping.entries.first, first.keyPosition == start {
            return first.keyLength
        }
        return 1
    }
}
