import Testing
import YAMLTree

/// A source and every diagnostic that reading it must give, in order.
struct ErrorCase: Sendable, CustomTestStringConvertible {
    let source: [UInt8]
    let expected: [ExpectedError]
    var limits = YAMLLimits.standard
    /// Whether a root is to come back in spite of the errors.
    var hasRoot = false

    init(_ source: String, limits: YAMLLimits = .standard, hasRoot: Bool = false, _ expected: ExpectedError...) {
        self.init(bytes: Array(source.utf8), limits: limits, hasRoot: hasRoot, expected)
    }

    init(bytes: [UInt8], limits: YAMLLimits = .standard, hasRoot: Bool = false, _ expected: [ExpectedError]) {
        source = bytes
        self.expected = expected
        self.limits = limits
        self.hasRoot = hasRoot
    }

    var testDescription: String { String(String(decoding: source, as: UTF8.self).debugDescription.prefix(60)) }
}

struct ExpectedError: Sendable {
    let code: YAMLCode
    let line: Int
    let column: Int
    /// The characters above the caret and its tail.
    let underlined: String
    let message: String
    let hint: String?

    init(_ code: YAMLCode, _ line: Int, _ column: Int, _ underlined: String, _ message: String, hint: String?) {
        self.code = code
        self.line = line
        self.column = column
        self.underlined = underlined
        self.message = message
        self.hint = hint
    }
}

func check(_ example: ErrorCase, sourceLocation: SourceLocation = #_sourceLocation) {
    let result = YAMLTree.parse(example.source, file: "f.yaml", limits: example.limits)
    #expect(result.diagnostics.map(\.code) == example.expected.map(\.code.rawValue), sourceLocation: sourceLocation)
    #expect((result.root != nil) == example.hasRoot, sourceLocation: sourceLocation)
    for (found, wanted) in zip(result.diagnostics, example.expected) {
        #expect(found.severity == .error, sourceLocation: sourceLocation)
        #expect(found.file == "f.yaml", sourceLocation: sourceLocation)
        #expect(found.message == wanted.message, sourceLocation: sourceLocation)
        #expect(found.hint == wanted.hint, sourceLocation: sourceLocation)
        #expect(found.position.line == wanted.line, sourceLocation: sourceLocation)
        #expect(found.position.column == wanted.column, sourceLocation: sourceLocation)
        #expect(underlined(by: found, in: example.source) == wanted.underlined, sourceLocation: sourceLocation)
        #expect(isConsistent(found.position, in: example.source), sourceLocation: sourceLocation)
    }
}

/// The text that a diagnostic underlines, found by line and column alone.
func underlined(by diagnostic: Diagnostic, in source: [UInt8]) -> String {
    let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.indices.contains(diagnostic.position.line - 1) else { return "<no such line>" }
    let line = String(decoding: lines[diagnostic.position.line - 1], as: UTF8.self).unicodeScalars
    return String(String.UnicodeScalarView(line.dropFirst(diagnostic.position.column - 1).prefix(diagnostic.length)))
}

/// Whether line and column are those of the byte offset, counted in the simplest way.
func isConsistent(_ position: SourcePosition, in source: [UInt8]) -> Bool {
    guard (0...source.count).contains(position.offset) else { return false }
    let before = source[..<position.offset]
    let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }
    return position.line == line && position.column == column
}
