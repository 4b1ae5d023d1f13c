import ArgumentParser
import DualCriminality
import Law
import Reporting
import YAMLTree

/// `dualcrim harmonize JP --against lanzarote`
struct Harmonize: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare a state's law with the model definitions of an instrument.",
        discussion: "`dualcrim list benchmarks` shows the instruments. Amendments that would close a gap are not proposed yet.")

    @Argument(help: ArgumentHelp("The state.", valueName: "code")) var state: String
    @Option(help: ArgumentHelp("The instrument, such as lanzarote.", valueName: "benchmark")) var against: String
    @Option(help: ArgumentHelp("The law of this day; without it, the newest that is encoded.", valueName: "date"), transform: Check.date) var asOf: LegalDate?
    @Option(help: "text or json.") var format: OutputFormat = .text
    @Flag(name: .shortAndLong, help: "Show every gap and everything that reaches it.") var verbose = false
    @OptionGroup var lawOptions: LawOptions

    func run() throws {
        var library: LawLibrary?
        do {
            let opened = try lawOptions.library()
            library = opened
            let vocabulary = try opened.vocabulary()
            guard opened.benchmarks.contains(against) else {
                Failure.message(
                    "there is no benchmark `\(against)`",
                    hint: Suggestion.nearest(to: against, in: opened.benchmarks).map { "did you mean `\($0)`?" }
                        ?? "known are: " + opened.benchmarks.joined(separator: ", "))
                throw Exit.badData
            }
            let benchmark = try opened.benchmark(against, vocabulary: vocabulary)
            let jurisdiction = try opened.jurisdiction(JurisdictionCode(state), vocabulary: vocabulary)
            guard let date = asOf ?? ComparisonOptions.newest([jurisdiction]) else { throw Exit.notAssessable }
            let report = try Harmonizer(vocabulary: vocabulary, benchmark: benchmark, state: jurisdiction, date: date).run()
            switch format {
            case .json: Terminal.out(try JSONReport.render(report))
            case .text:
                Terminal.out(
                    HarmonizationText(style: Terminal.style(), verbose: verbose).render(report, stateName: jurisdiction.name))
            }
        } catch {
            throw Failure.report(error, library: library)
        }
    }
}
