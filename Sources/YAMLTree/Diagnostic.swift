/// One finding about a source file: what, where, and what to do about it.
///
/// Every module that reads files reports with this one shape. Texts are lower case without a full stop, and user input in them is
/// quoted with ``UserText/quote(_:limit:)``.
public struct Diagnostic: Hashable, Sendable {
    /// How bad it is. An `error` means that the file must not be used.
    public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
        case error, warning, note

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .note: 2
            }
        }
    }

    public var severity: Severity
    /// Stable and documented, `area/name`, for example `yaml/duplicate-key`.
    public var code: String
    /// The file's name as the user knows it.
    public var file: String
    /// Where the underline starts.
    public var position: SourcePosition
    /// How many Unicode scalars to underline, at least 1; an underline ends at the end of its line at the latest.
    public var length: Int
    public var message: String
    /// What to do about it.
    public var hint: String?

    public init(
        severity: Severity = .error, code: String, file: String, position: SourcePosition, length: Int = 1,
        message: String, hint: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.file = file
        self.position = position
        self.length = max(1, length)
        self.message = message
        self.hint = hint
    }

    /// A diagnostic on `node`, underlining its first line.
    public init(
        severity: Severity = .error, code: String, file: String, at node: YAMLNode, message: String, hint: String? = nil
    ) {
        self.init(
            severity: severity, code: code, file: file, position: node.start, length: node.underlineLength,
            message: message, hint: hint)
    }

    /// A diagnostic on the key of `entry`, underlining the key.
    public init(
        severity: Severity = .error, code: String, file: String, atKeyOf entry: YAMLMapping.Entry, message: String,
        hint: String? = nil
    ) {
        self.init(
            severity: severity, code: code, file: file, position: entry.keyPosition, length: entry.keyLength,
            message: message, hint: hint)
    }
}

extension Diagnostic: Comparable {
    /// By file, position and code; what remains only makes the order total, so that sorting is deterministic.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.file != right.file { return left.file < right.file }
        if left.position != right.position { return left.position < right.position }
        if left.code != right.code { return left.code < right.code }
        if left.severity != right.severity { return left.severity < right.severity }
        if left.message != right.message { return left.message < right.message }
        if left.length != right.length { return left.length < right.length }
        return (left.hint ?? "") < (right.hint ?? "")
    }
}

extension Sequence<Diagnostic> {
    /// Whether any of them is an error. O(n).
    public var containsError: Bool { contains { $0.severity == .error } }
}
