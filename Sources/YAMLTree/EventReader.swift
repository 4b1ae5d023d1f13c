import CLibYAML

/// What libyaml says when it cannot go on. Positions as libyaml counts them.
struct ParserFailure {
    var kind: yaml_error_type_t
    var context: String
    var contextMark: yaml_mark_t
    var problem: String
    var problemMark: yaml_mark_t
}

/// libyaml's event parser: owns the parser and the current event, and frees both on every path.
///
/// The bytes must outlive the reader.
struct EventReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// Zeroed memory is "no event", which libyaml deletes as a no-op; so the current event may always be deleted.
    private let current: UnsafeMutablePointer<yaml_event_t>

    private let isReady: Bool

    init(_ bytes: UnsafeRawBufferPointer) {
        // The parser points to itself, so it must never move.
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        current = .allocate(capacity: 1)
        current.initialize(to: yaml_event_t())
        let start = bytes.assumingMemoryBound(to: UInt8.self).baseAddress
        // Without memory libyaml leaves an empty parser and notes the error in it.
        isReady = yaml_parser_initialize(parser) == 1 && start != nil
        guard isReady else { return }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, start, bytes.count)
    }

    deinit {
        yaml_event_delete(current)
        yaml_parser_delete(parser)
        current.deallocate()
        parser.deallocate()
    }

    /// Moves to the next event. False if libyaml failed; ``failure`` then says why, and the reader must not be moved again.
    mutating func advance() -> Bool {
        yaml_event_delete(current)
        return isReady && yaml_parser_parse(parser, current) == 1
    }

    var type: yaml_event_type_t { current.pointee.type }
    var startMark: yaml_mark_t { current.pointee.start_mark }
    var endMark: yaml_mark_t { current.pointee.end_mark }

    var failure: ParserFailure {
        ParserFailure(
            kind: parser.pointee.error,
            context: parser.pointee.context.map(String.init(cString:)) ?? "",
            contextMark: parser.pointee.context_mark,
            problem: parser.pointee.problem.map(String.init(cString:)) ?? "",
            problemMark: parser.pointee.problem_mark)
    }

    // MARK: What the event holds

    /// The text of a scalar event, and how it was written.
    var scalar: YAMLScalar {
        let scalar = current.pointee.data.scalar
        let style: YAMLScalar.Style =
            switch scalar.style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        return YAMLScalar(text: String(decoding: bytes, as: UTF8.self), style: style)
    }

    /// Whether the node that begins here has an anchor or a tag.
    var hasProperties: Bool {
        switch type {
        case YAML_SCALAR_EVENT: current.pointee.data.scalar.anchor != nil || current.pointee.data.scalar.tag != nil
        case YAML_SEQUENCE_START_EVENT:
            current.pointee.data.sequence_start.anchor != nil || current.pointee.data.sequence_start.tag != nil
        case YAML_MAPPING_START_EVENT:
            current.pointee.data.mapping_start.anchor != nil || current.pointee.data.mapping_start.tag != nil
        default: false
        }
    }

    /// Whether the collection that begins here is written in brackets.
    var isFlow: Bool {
        switch type {
        case YAML_SEQUENCE_START_EVENT: current.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        case YAML_MAPPING_START_EVENT: current.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        default: false
        }
    }
}
