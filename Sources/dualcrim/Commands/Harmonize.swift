import ArgumentParser
import DualCriminality
import Law
import Reporting
import YAMLTree

/// `dualcrim harmonize JP --against lanzarote`
struct Harmonize: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "harmonize",
        abstract: "Compare a state's law with the model definitions of an instrument.",
        discussion: "`dualcrim list benchmarks` shows the instruments. For each provision that the state does not reach, the smallest sets of edits of its own law that close the gap are proposed, with what else each of them would newly punish; every one is made in a copy of the law and asked again.")

    @Argument(help: ArgumentHelp("The state.", valueName: "code")) var state: String
    @Option(help: ArgumentHelp("The instrument, such as lanzarote.", valueName: "benchmark")) var against: String
    @Option(help: ArgumentHelp("The law of this day; without it, the newest that is encoded.", valueName: "date"), transform: Check.date) var asOf: LegalDate?
    @Option(help: ArgumentHelp("Only this provision of the instrument, such as art20-1-e.", valueName: "id")) var provision: String?
    @Flag(name: .customLong("no-repairs"), help: "Do not look for edits that close the gaps.") var noRepairs = false
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
            let ids = benchmark.provisions.map(\.id.text)
            if let provision, !ids.contains(provision) {
                Failure.message(
                    "`\(against)` has no provision `\(provision)`",
                    hint: Suggestion.nearest(to: provision, in: ids).map { "did you mean `\($0)`?" }
                        ?? "known are: " + ids.joined(separator: ", "))
                throw Exit.badData
            }
            let jurisdiction = try opened.jurisdiction(JurisdictionCode(state), vocabulary: vocabulary)
            guard let date = asOf ?? ComparisonOptions.newest([jurisdiction]) else { throw Exit.notAssessable }
            let harmonizer = Harmonizer(vocabulary: vocabulary, benchmark: benchmark, state: jurisdiction, date: date)
            let report = try harmonizer.run(provision: provision, repairs: !noRepairs)
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
