import CLibYAML

/// Says in plain words what libyaml's scanner and parser complain about, and points at the cause rather than at where libyaml noticed.
///
/// This file sorts the complaints; the extensions explain them: texts and characters, lists and mappings, the end of the document.
struct SyntaxErrors {
    /// The last text that libyaml could read.
    struct LastText {
        var start: SourcePosition
        var end: SourcePosition
        var style: YAMLScalar.Style

        var isQuoted: Bool { style == .singleQuoted || style == .doubleQuoted }
        var spansLines: Bool { start.line != end.line }
    }

    struct Finding: Hashable {
        var code: YAMLCode
        var position: SourcePosition
        var length = 1
        var message: String
        var hint: String?
    }

    let source: SourceText
    let lastText: LastText?
    /// The innermost bracket that is open.
    let openBracket: SourcePosition?

    func report(
        _ failure: ParserFailure, at place: SourcePosition, context: SourcePosition, diagnostics: inout DiagnosticBag
    ) {
        let finding = finding(for: failure, at: place, context: context)
        // What is wrong here has been said already if the strict subset complained about the very same place.
        guard diagnostics.items.last?.position != finding.position else { return }
        diagnostics.stop(
            finding.code, at: finding.position, length: finding.length, finding.message, hint: finding.hint)
    }

    /// - Parameters:
    ///   - place: where libyaml noticed.
    ///   - context: where that began which it was reading; meaningless if the failure has no context.
    func finding(for failure: ParserFailure, at place: SourcePosition, context: SourcePosition) -> Finding {
        if failure.kind == YAML_MEMORY_ERROR {
            return Finding(code: .outOfMemory, position: place, message: "there is not enough memory to read the file")
        }
        switch failure.context {
        case "while scanning an alias": return loneIndicator(.alias, "an alias", at: context)
        case "while scanning an anchor": return loneIndicator(.anchor, "an anchor", at: context)
        case "while scanning a tag", "while parsing a tag", "while parsing a node":
            return loneIndicator(.tag, "a tag", at: context)
        case "while scanning a quoted scalar": return unterminatedQuote(at: context, noticed: place)
        case "while parsing a quoted scalar": return badEscape(noticed: place)
        case "while scanning a block scalar":
            return isTab(place) ? tab(at: place) : blockTextHeader(at: context, noticed: place)
        case "while scanning a plain scalar": return isTab(place) ? tab(at: place) : tightColon(at: place)
        case "while scanning a simple key": return missingColon(in: context, noticed: place)
        case "while scanning for the next token": return isTab(place) ? tab(at: place) : reserved(at: place)
        case let name where name.hasSuffix("directive"): return directive(at: context)
        default: break
        }
        switch failure.problem {
        case "mapping values are not allowed in this context": return unexpectedColon(at: place)
        case "block sequence entries are not allowed in this context": return misplacedDash(at: place)
        case "mapping keys are not allowed in this context": return reserved(at: place)
        case "did not find expected key": return strayLine(at: place, in: context, ofMapping: true)
        case "did not find expected '-' indicator": return strayLine(at: place, in: context, ofMapping: false)
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            return flowTrouble(at: place, bracket: context)
        case "did not find expected node content": return missingContent(at: place)
        default:
            return Finding(
                code: .syntax, position: place, message: "this is not valid YAML", hint: "the YAML reader says: \(failure.problem)")
        }
    }

    // MARK: Helpers

    func byte(_ position: SourcePosition) -> UInt8? { source.byte(at: position.offset) }
    func isTab(_ position: SourcePosition) -> Bool { byte(position) == Ascii.tab }

    /// Whether nothing but blanks and comments follows.
    func isAtEnd(_ position: SourcePosition) -> Bool {
        source.skipBlanksAndComments(from: position.offset) >= source.count
    }

    func isFirstInLine(_ position: SourcePosition) -> Bool {
        source.firstNonBlank(inLineOf: position.offset) == position.offset
    }

    func length(of range: Range<Int>) -> Int { source.scalarCount(in: range) }
    func quote(_ range: Range<Int>) -> String { UserText.quote(source.text(in: range)) }

    /// `text` in quotes that fit, as a hint shows it.
    func inQuotes(_ range: Range<Int>) -> String {
        let text = source.text(in: range)
        let mark = text.utf8.contains(UInt8(ascii: "\"")) || text.utf8.contains(UInt8(ascii: "\\")) ? "'" : "\""
        return UserText.quote(mark + text + mark)
    }
}
