import YAMLTree

/// Collects the diagnostics of one file while it is read; nothing stops at the first.
final class Sink {
    let file: String
    private(set) var diagnostics: [Diagnostic] = []
    /// An entry that several versions of an offence inherit is read once for each; its errors are reported once.
    private var known: Set<Diagnostic> = []

    init(file: String) { self.file = file }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    func error(_ code: String, _ message: String, at node: YAMLNode, hint: @autoclosure () -> String? = nil) {
        add(.error, code, message, node.start, node.underlineLength, hint)
    }

    func warning(_ code: String, _ message: String, at node: YAMLNode, hint: @autoclosure () -> String? = nil) {
        add(.warning, code, message, node.start, node.underlineLength, hint)
    }

    func error(_ code: String, _ message: String, key: YAMLMapping.Entry, hint: @autoclosure () -> String? = nil) {
        add(.error, code, message, key.keyPosition, key.keyLength, hint)
    }

    /// So many diagnostics of one file are kept, as when reading YAML: looking for what was meant takes time.
    static let most = YAMLLimits.standard.diagnostics
    /// Nothing more will be listed, so reading on is of no use.
    private(set) var isFull = false

    func append(_ more: [Diagnostic]) { diagnostics.append(contentsOf: more) }

    /// "Did you mean …" where a known word is close; otherwise the words there are, if few.
    static func suggestion(for word: String, among known: [String]) -> String? {
        if let near = Suggestion.nearest(to: word, in: known) { return "did you mean `\(near)`?" }
        guard !known.isEmpty, known.count <= 12 else { return nil }
        return "known here: " + known.map { "`\($0)`" }.joined(separator: ", ")
    }

    private func add(
        _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ position: SourcePosition, _ length: Int,
        _ hint: () -> String?
    ) {
        guard !isFull else { return }
        guard diagnostics.count < Sink.most else {
            isFull = true
            diagnostics.append(
                Diagnostic(
                    code: "law/too-many-errors", file: file, position: position, length: length,
                    message: "more than \(Sink.most) errors in this file; later ones are not listed",
                    hint: "mend the ones above first"))
            return
        }
        let diagnostic = Diagnostic(
            severity: severity, code: code, file: file, position: position, length: length, message: message, hint: hint())
        if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }
}
