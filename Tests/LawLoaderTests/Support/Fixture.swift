import Testing
import YAMLTree

/// One diagnostic that a fixture must give, at the mark of the same number (or the one named).
struct Wanted: Sendable {
    let code: String
    let message: String
    let hint: String?
    let mark: Int?

    init(_ code: String, _ message: String, hint: String? = nil, mark: Int? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.mark = mark
    }
}

/// A file of the small law with changes, and every diagnostic that it must give, in order.
///
/// A change replaces a text that stands in the file exactly once; `⟦…⟧` in it marks what is to be underlined.
struct Fixture: Sendable, CustomTestStringConvertible {
    let file: LawFile
    let changes: [(from: String, to: String)]
    let wanted: [Wanted]

    init(_ file: LawFile, _ changes: [(String, String)], _ wanted: Wanted...) {
        self.file = file
        self.changes = changes.map { (from: $0.0, to: $0.1) }
        self.wanted = wanted
    }

    init(_ file: LawFile, _ from: String, _ to: String, _ wanted: Wanted...) {
        self.file = file
        changes = [(from: from, to: to)]
        self.wanted = wanted
    }

    init(_ file: LawFile, _ changes: [(String, String)], all wanted: [Wanted]) {
        self.file = file
        self.changes = changes.map { (from: $0.0, to: $0.1) }
        self.wanted = wanted
    }

    var testDescription: String { wanted.map { "\($0.code): \($0.message)" }.joined(separator: "; ") }

    func text(sourceLocation: SourceLocation) throws -> MarkedText {
        MarkedText(try small(file, changes, sourceLocation: sourceLocation))
    }
}

/// The small law of a file with changes put in.
func small(
    _ file: LawFile, _ changes: [(from: String, to: String)], sourceLocation: SourceLocation = #_sourceLocation
) throws -> String {
    var text = file.small
    for change in changes {
        let ranges = text.ranges(of: change.from)
        try #require(ranges.count == 1, "`\(change.from)` must stand in \(file) exactly once", sourceLocation: sourceLocation)
        text.replaceSubrange(ranges[0], with: change.to)
    }
    return text
}

func check(_ fixture: Fixture, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let text = try fixture.text(sourceLocation: sourceLocation)
    let outcome = try SmallLaw.load(fixture.file, text.text)
    let found = outcome.diagnostics
    #expect(!outcome.hasValue, "a file with an error gives no value", sourceLocation: sourceLocation)
    #expect(found.map(\.code) == fixture.wanted.map(\.code), sourceLocation: sourceLocation)
    for (place, (one, wanted)) in zip(found, fixture.wanted).enumerated() {
        #expect(one.severity == .error, sourceLocation: sourceLocation)
        #expect(one.file == fixture.file.path, sourceLocation: sourceLocation)
        #expect(one.message == wanted.message, sourceLocation: sourceLocation)
        #expect(one.hint == wanted.hint, sourceLocation: sourceLocation)
        let mark = try #require(text.marks.dropFirst(wanted.mark ?? place).first, "mark of \(wanted.message)", sourceLocation: sourceLocation)
        let seen = MarkedText.Mark(line: one.position.line, column: one.position.column, length: one.length)
        #expect(seen == mark, "\(wanted.message)", sourceLocation: sourceLocation)
    }
}
