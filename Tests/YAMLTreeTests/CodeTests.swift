import CLibYAML
import Testing

@testable import YAMLTree

struct CodeTests {
    static let tables: [[ErrorCase]] = [
        EncodingErrorTests.characters, EncodingErrorTests.encodings, DocumentErrorTests.cases, StrictSubsetTests.cases,
        DuplicateKeyTests.cases, IndentationErrorTests.cases, ColonErrorTests.cases, TextErrorTests.cases, BracketErrorTests.cases,
        LimitTests.cases,
    ]

    /// No code without a file that shows it; these two cannot be caused from outside.
    @Test func everyCodeHasACase() {
        let shown = Set(Self.tables.joined().flatMap { $0.expected.map(\.code) })
        #expect(Set(YAMLCode.allCases).subtracting(shown) == [.syntax, .outOfMemory])
    }

    @Test func codesAreUniqueAndReadable() {
        for code in YAMLCode.allCases {
            let name = code.rawValue.dropFirst(5)
            #expect(code.rawValue.hasPrefix("yaml/"))
            #expect(!name.isEmpty && name.allSatisfy { $0 == "-" || $0.isNumber || $0.isLowercase })
        }
    }

    @Test func everyErrorIsLowerCaseWithoutFullStopAndHasAHint() {
        for expected in Self.tables.joined().flatMap(\.expected) {
            for text in [expected.message, expected.hint ?? ""] {
                #expect(text.first.map { $0.isLowercase || $0 == "`" } == true || text.hasPrefix("NUL"), "\(text)")
                #expect(!text.hasSuffix("."), "\(text)")
            }
        }
    }

    private func finding(_ kind: yaml_error_type_t, _ problem: String) -> SyntaxErrors.Finding {
        let failure = ParserFailure(
            kind: kind, context: "", contextMark: yaml_mark_t(), problem: problem, problemMark: yaml_mark_t())
        return Array("a: b".utf8).withUnsafeBytes { bytes in
            SyntaxErrors(source: SourceText(bytes), lastText: nil, openBracket: nil)
                .finding(for: failure, at: .start, context: .start)
        }
    }

    @Test func whatLibyamlHasNeverSaidSoFar() {
        #expect(
            finding(YAML_PARSER_ERROR, "something new")
                == SyntaxErrors.Finding(
                    code: .syntax, position: .start, message: "this is not valid YAML", hint: "the YAML reader says: something new")
        )
        #expect(finding(YAML_MEMORY_ERROR, "").code == .outOfMemory)
    }
}
