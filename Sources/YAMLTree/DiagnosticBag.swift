/// Collects the diagnostics of one file up to a limit, so that a hostile file cannot fill the memory with complaints.
struct DiagnosticBag {
    let file: String
    let limit: Int
    private(set) var items: [Diagnostic] = []
    private(set) var isFull = false

    init(file: String, limit: Int) {
        self.file = file
        self.limit = limit
    }

    mutating func error(
        _ code: YAMLCode, at position: SourcePosition, length: Int = 1, _ message: String, hint: String? = nil
    ) {
        guard !isFull else { return }
        guard items.count < limit else {
            isFull = true
            append(
                .tooManyErrors, position, 1, "more than \(limit) errors in this file; later ones are not listed",
                "mend the ones above first")
            return
        }
        append(code, position, length, message, hint)
    }

    /// The error that ends the reading, listed whatever the limit: without it nobody would know why there is no root.
    mutating func stop(
        _ code: YAMLCode, at position: SourcePosition, length: Int = 1, _ message: String, hint: String? = nil
    ) {
        append(code, position, length, message, hint)
    }

    private mutating func append(
        _ code: YAMLCode, _ position: SourcePosition, _ length: Int, _ message: String, _ hint: String?
    ) {
        items.append(
            Diagnostic(code: code.rawValue, file: file, position: position, length: length, message: message, hint: hint))
    }
}
