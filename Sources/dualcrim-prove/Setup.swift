import ArgumentParser
import DualCriminality
import Law
import LawLoader
import Proving
import YAMLTree

/// Reads the law that is asked for; says what is wrong in the words of `dualcrim`.
struct Setup {
    let law: String?
    let states: [String]
    let category: String?
    let asOf: String?

    func proofRun() throws -> ProofRun {
        do {
            let library = try library()
            let vocabulary = try library.vocabulary()
            if let category, vocabulary.category(category) == nil {
                throw refuse("there is no category `\(category)`", category, among: vocabulary.categories.map(\.id))
            }
            for state in states where !library.codes.contains(JurisdictionCode(state)) {
                throw refuse("the law of `\(state)` is not encoded", state, among: library.codes.map(\.text))
            }
            let codes = states.isEmpty ? library.codes : states.map { JurisdictionCode($0) }
            let loaded = try codes.map { try library.jurisdiction($0, vocabulary: vocabulary) }
            let newest = loaded.flatMap(\.sources).map(\.consolidated).max()
            guard let date = try asked() ?? newest else {
                Output.error("no state is encoded", hint: "name a folder with law: --law DIR")
                throw ExitCode(65)
            }
            return try ProofRun(
                vocabulary: vocabulary, grounds: try library.grounds(), states: loaded, date: date, category: category)
        } catch let error as LawSourceError {
            Output.error(error.description, hint: nil)
            throw ExitCode(66)
        } catch LawError.broken(let diagnostics) {
            for diagnostic in diagnostics { Output.diagnostic(diagnostic) }
            throw ExitCode(65)
        }
    }

    private func library() throws -> LawLibrary {
        guard let law else { return LawLibrary(source: BundledLawSource()) }
        return LawLibrary(source: OverlayLawSource(top: try FolderLawSource(folder: law), over: BundledLawSource()))
    }

    private func asked() throws -> LegalDate? {
        guard let asOf else { return nil }
        if let date = LegalDate(iso: asOf) { return date }
        Output.error("`\(asOf)` is no date", hint: "write it as 2026-03-01")
        throw ExitCode(64)
    }

    private func refuse(_ text: String, _ given: String, among known: [String]) -> ExitCode {
        Output.error(
            text,
            hint: Suggestion.nearest(to: given, in: known).map { "did you mean `\($0)`?" }
                ?? "known are: " + known.joined(separator: ", "))
        return ExitCode(65)
    }
}
