import ArgumentParser
import ConditionAlgebra
import DualCriminality
import Law
import LawLoader
import Reporting
import YAMLTree

/// Exit codes of the command (DESIGN §6).
enum Exit {
    static let notAssessable = ExitCode(3)
    static let badData = ExitCode(65)
    static let noInput = ExitCode(66)
    static let cannotCreate = ExitCode(73)
}

/// Turns errors into messages on standard error and the right exit code.
enum Failure {
    /// - Parameter file: the request that was assessed, so that among several it is clear which one it is about.
    static func report(_ error: any Error, library: LawLibrary?, file: String? = nil) -> ExitCode {
        func message(_ text: String, hint: String?) { Failure.message(text, hint: hint, file: file) }
        switch error {
        case let code as ExitCode: return code
        case LawError.notEncoded(let code, let encoded):
            message(
                "the law of `\(code)` is not encoded",
                hint: (suggestion(for: code.text, in: encoded.map(\.text)).map { "did you mean `\($0)`? " } ?? "")
                    + "encoded are: " + encoded.map(\.text).joined(separator: ", "))
            return Exit.notAssessable
        case LawError.broken(let diagnostics):
            show(diagnostics) { path in
                library.flatMap { library in
                    let source = library.loader.source
                    return source.paths.first { source.displayPath($0) == path }
                        .flatMap { try? source.bytes(of: $0) }.map { String(decoding: $0, as: UTF8.self) }
                }
            }
            return Exit.badData
        case let error as ImpossibleFacts:
            message(
                "the facts of count `\(error.count)`\(error.item == error.count ? "" : " item `\(error.item)`") cannot all be true",
                hint: nil)
            for reason in error.reasons { Terminal.err("  \(reason)\n") }
            return Exit.badData
        case let error as LawSourceError:
            message(error.description, hint: nil)
            return Exit.noInput
        case let error as FactSpaceError:
            message(error.description, hint: nil)
            return Exit.notAssessable
        case let error as DiagramTooLarge:
            message("the question is too large to decide: \(error.description)", hint: nil)
            return Exit.notAssessable
        default:
            message("\(error)", hint: nil)
            return ExitCode(70)
        }
    }

    private static func suggestion(for code: String, in known: [String]) -> String? {
        let code = code.uppercased()
        return known.contains(code) ? code : Suggestion.nearest(to: code, in: known)
    }

    /// - Parameter file: the file that the message is about, if there may be several.
    static func message(_ text: String, hint: String?, file: String? = nil) {
        Terminal.err("\(UserText.printable(file ?? "dualcrim")): error: \(UserText.printable(text))\n")
        if let hint { Terminal.err("  hint: \(UserText.printable(hint))\n") }
    }

    static func show(_ diagnostics: [Diagnostic], source: (String) -> String?) {
        let colour = Terminal.style(for: 2).colour
        for diagnostic in diagnostics {
            let text = DiagnosticPrinter.render(diagnostic, source: source(diagnostic.file), colour: colour)
            Terminal.err(text.hasSuffix("\n") ? text : text + "\n")
        }
    }
}
