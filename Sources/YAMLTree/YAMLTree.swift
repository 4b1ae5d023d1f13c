/// What reading a file gave.
public struct YAMLParseResult: Hashable, Sendable {
    /// The document, or nil if there is none or its structure could not be read to the end. Without errors there always is one.
    ///
    /// A file with errors that leave its structure clear (a duplicate key, an alias) has a root too, so that later steps can report
    /// more; entries with an unusable key are left out of it, and an alias `*x` stands there as that text.
    public var root: YAMLNode?
    /// Sorted by position.
    public var diagnostics: [Diagnostic]

    public init(root: YAMLNode?, diagnostics: [Diagnostic]) {
        self.root = root
        self.diagnostics = diagnostics
    }

    public var hasErrors: Bool { diagnostics.containsError }
}

/// Reads a strict subset of YAML 1.1 with libyaml: one document of texts, lists and mappings.
///
/// Not allowed are aliases, anchors, tags, merge keys and directives, keys that are no texts, are empty or come twice in a mapping. No
/// text is taken for anything but text. O(n) in time and memory, never recursing, so any thread's stack is large enough.
public enum YAMLTree {
    /// - Parameters:
    ///   - bytes: the whole file, UTF-8.
    ///   - file: its name for diagnostics.
    public static func parse(
        _ bytes: UnsafeRawBufferPointer, file: String, limits: YAMLLimits = .standard
    ) -> YAMLParseResult {
        var diagnostics = DiagnosticBag(file: file, limit: limits.diagnostics)
        guard bytes.count <= limits.bytes else {
            diagnostics.error(
                .tooLarge, at: .start, "the file has more than the \(limits.bytes) bytes allowed",
                hint: "split it into several files")
            return YAMLParseResult(root: nil, diagnostics: diagnostics.items)
        }
        let check = SourceCheck(bytes, diagnostics: diagnostics)
        guard check.isClean else {
            return YAMLParseResult(root: nil, diagnostics: check.diagnostics.items.sorted())
        }
        var builder = TreeBuilder(bytes, isASCII: check.isASCII, limits: limits, diagnostics: diagnostics)
        let root = builder.build()
        return YAMLParseResult(root: root, diagnostics: builder.diagnostics.items.sorted())
    }

    public static func parse(_ bytes: [UInt8], file: String, limits: YAMLLimits = .standard) -> YAMLParseResult {
        bytes.withUnsafeBytes { parse($0, file: file, limits: limits) }
    }

    public static func parse(_ text: String, file: String, limits: YAMLLimits = .standard) -> YAMLParseResult {
        var text = text
        return text.withUTF8 { parse(UnsafeRawBufferPointer($0), file: file, limits: limits) }
    }
}
