import ArgumentParser
import DualCriminality
import Law
import Reporting
import YAMLTree

/// `dualcrim compare CA DE`
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare the definitions of one state with the law of another.",
        discussion: """
            For each offence of FROM: covered, partly-covered, not-covered or unknown by the law of TO, with the gap, a smallest \
            case in it, and the offences that reach it. Presumptions are on and evaluations of TO are granted in the first layer; \
            evaluations and margins (defences, attempt) follow.
            """)

    @Argument(help: ArgumentHelp("The state whose offences are compared.", valueName: "from")) var from: String
    @Argument(help: ArgumentHelp("The state whose law is asked.", valueName: "to")) var to: String
    @Option(help: ArgumentHelp("Only this category, such as material/possess.", valueName: "category")) var category: String?
    @Option(help: ArgumentHelp("The law of this day; without it, the newest that is encoded.", valueName: "date"), transform: Check.date) var asOf: LegalDate?
    @Option(help: "text or json.") var format: OutputFormat = .text
    @Flag(name: .shortAndLong, help: "Show witnesses, thresholds and everything that reaches it.") var verbose = false
    @Flag(help: "Both directions.") var both = false
    @OptionGroup var lawOptions: LawOptions

    func run() throws {
        var library: LawLibrary?
        do {
            let opened = try lawOptions.library()
            library = opened
            let vocabulary = try opened.vocabulary()
            try Compare.checkCategory(category, vocabulary)
            let one = try opened.jurisdiction(JurisdictionCode(from), vocabulary: vocabulary)
            let two = try opened.jurisdiction(JurisdictionCode(to), vocabulary: vocabulary)
            let pairs = both ? [(one, two), (two, one)] : [(one, two)]
            let results = try pairs.map { pair in
                guard let date = asOf ?? Compare.newest([pair.0, pair.1]) else { throw Exit.notAssessable }
                return try Comparer(vocabulary: vocabulary, from: pair.0, to: pair.1, date: date).compare(category: category)
            }
            switch format {
            case .json: Terminal.out(results.count == 1 ? try JSONReport.render(results[0]) : try JSONReport.render(results))
            case .text:
                let text = ComparisonText(style: Terminal.style(), verbose: verbose)
                Terminal.out(
                    zip(results, pairs).map { text.render($0, fromName: $1.0.name, toName: $1.1.name) }.joined(separator: "\n"))
            }
        } catch {
            throw Failure.report(error, library: library)
        }
    }

    /// The date of the newest text that was read.
    static func newest(_ states: [Jurisdiction]) -> LegalDate? { states.flatMap(\.sources).map(\.consolidated).max() }

    static func checkCategory(_ category: String?, _ vocabulary: Vocabulary) throws {
        guard let category, vocabulary.category(category) == nil else { return }
        Failure.message(
            "there is no category `\(category)`",
            hint: Suggestion.nearest(to: category, in: vocabulary.categories.map(\.id)).map { "did you mean `\($0)`?" }
                ?? "`dualcrim list categories` shows them")
        throw Exit.badData
    }
}
