import ArgumentParser
import DualCriminality
import Law
import Reporting
import YAMLTree

/// `dualcrim explain DE 184b-3-possess`
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain one offence in plain words, with its sources, or an element of the vocabulary.",
        discussion: "`dualcrim explain DE 184b-3-possess` explains an offence, `dualcrim explain material.realism` an element.")

    @Argument(help: "The code of the state, or the id of an element.") var subject: String
    @Argument(help: "The id of the offence; without it, every offence of the state.") var offence: String?
    @Option(help: "text or json.") var format: OutputFormat = .text
    @OptionGroup var lawOptions: LawOptions

    func run() throws {
        var library: LawLibrary?
        do {
            let opened = try lawOptions.library()
            library = opened
            let vocabulary = try opened.vocabulary()
            if offence == nil, let element = vocabulary.element(subject) {
                Terminal.out(
                    format == .json
                        ? try JSONReport.render(ElementRecord(element)) : ElementText(style: Terminal.style()).render(element))
                return
            }
            guard JurisdictionCode.isWellFormed(subject) else {
                Failure.message(
                    "`\(subject)` is neither a state nor an element",
                    hint: Suggestion.nearest(to: subject, in: vocabulary.elements.map(\.id) + opened.codes.map(\.text))
                        .map { "did you mean `\($0)`?" } ?? "`dualcrim list elements` shows the elements")
                throw Exit.badData
            }
            let state = try opened.jurisdiction(JurisdictionCode(subject), vocabulary: vocabulary)
            try write(try chosen(state), state, vocabulary)
        } catch {
            throw Failure.report(error, library: library)
        }
    }

    private func chosen(_ state: Jurisdiction) throws -> [Offence] {
        guard let offence else { return state.offences }
        if let found = state.offence(OffenceID(offence)) { return [found] }
        throw Explain.unknownOffence(offence, of: state)
    }

    /// Says that there is no such offence, and which comes near.
    static func unknownOffence(_ id: String, of state: Jurisdiction) -> ExitCode {
        Failure.message(
            "\(state.name) has no offence `\(id)`",
            hint: Suggestion.nearest(to: id, in: state.offences.map(\.id.text)).map { "did you mean `\($0)`?" }
                ?? "`dualcrim list offences --of \(state.code)` shows them")
        return Exit.badData
    }

    private func write(_ offences: [Offence], _ state: Jurisdiction, _ vocabulary: Vocabulary) throws {
        switch format {
        case .json:
            let records = offences.map { OffenceRecord($0, of: state, vocabulary: vocabulary) }
            Terminal.out(offence == nil ? try JSONReport.render(records) : try JSONReport.render(records[0]))
        case .text:
            let text = OffenceText(vocabulary: vocabulary, style: Terminal.style())
            Terminal.out(offences.map { text.render($0, of: state) }.joined(separator: "\n"))
        }
    }
}
