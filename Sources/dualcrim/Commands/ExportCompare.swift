import ArgumentParser
import DualCriminality
import Law
import LawLoader
import SolverExport
import YAMLTree

/// `dualcrim export smtlib compare CA DE`
struct ExportCompare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "What `dualcrim compare` says of two states, one question for each offence and layer.")

    @Argument(help: ArgumentHelp("The state whose offences are compared.", valueName: "from")) var from: String
    @Argument(help: ArgumentHelp("The state whose law is asked.", valueName: "to")) var to: String
    @Option(help: ArgumentHelp("Only this category, such as material/possess.", valueName: "category")) var category: String?
    @Option(help: ArgumentHelp("Only this offence of FROM.", valueName: "id")) var offence: String?
    @Option(help: ArgumentHelp("The law of this day; without it, the newest that is encoded.", valueName: "date"), transform: Check.date) var asOf: LegalDate?
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var lawOptions: LawOptions

    func run() throws {
        var library: LawLibrary?
        do {
            let opened = try lawOptions.library()
            library = opened
            let vocabulary = try opened.vocabulary()
            try ComparisonOptions.check(category, vocabulary)
            let one = try opened.jurisdiction(JurisdictionCode(from), vocabulary: vocabulary)
            let two = try opened.jurisdiction(JurisdictionCode(to), vocabulary: vocabulary)
            if let offence, one.offence(OffenceID(offence)) == nil { throw Explain.unknownOffence(offence, of: one) }
            guard let date = asOf ?? ComparisonOptions.newest([one, two]) else { throw Exit.notAssessable }
            let comparer = Comparer(vocabulary: vocabulary, from: one, to: two, date: date)
            let questions = try CompareQuestions(
                comparer, category: category, presumptions: Presumptions(vocabulary: vocabulary))
            if let offence, !questions.comparison.offences.contains(where: { $0.id == offence }) {
                Failure.message(
                    "`\(offence)` was not in force on \(date.iso)\(category.map { ", or is not in `\($0)`" } ?? "")",
                    hint: "another day can be asked with --as-of")
                throw Exit.badData
            }
            try outputOptions.write(
                SolverQuestion.file(try questions.questions(offence: offence.map { OffenceID($0) }).map(\.question)))
        } catch {
            throw Failure.report(error, library: library)
        }
    }
}
