import ArgumentParser
import DualCriminality
import Law
import Reporting

/// `dualcrim audit DE`
struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "What is encoded, from which source, of which date, reviewed how; and what in it has no effect.",
        discussion: """
            Findings are information, not errors: offences that can never apply or lie wholly inside another, exceptions that \
            take nothing away, alternatives that add nothing.
            """)

    @Argument(help: ArgumentHelp("The states; without one, all.", valueName: "state")) var states: [String] = []
    @Option(help: ArgumentHelp("The law of this day; without it, the newest that is encoded of each state.", valueName: "date"), transform: Check.date) var asOf: LegalDate?
    @Option(help: "text or json.") var format: OutputFormat = .text
    @OptionGroup var lawOptions: LawOptions

    func run() throws {
        var library: LawLibrary?
        do {
            let opened = try lawOptions.library()
            library = opened
            let vocabulary = try opened.vocabulary()
            let codes = states.isEmpty ? opened.codes : states.map { JurisdictionCode($0) }
            let reports = try codes.map { code in
                let state = try opened.jurisdiction(code, vocabulary: vocabulary)
                guard let date = asOf ?? ComparisonOptions.newest([state]) else { throw Exit.notAssessable }
                return try StateAuditor(vocabulary: vocabulary, jurisdiction: state, date: date).run()
            }
            switch format {
            // What was asked for decides the shape.
            case .json: Terminal.out(states.count == 1 ? try JSONReport.render(reports[0]) : try JSONReport.render(reports))
            case .text:
                let text = AuditText(style: Terminal.style())
                Terminal.out(reports.map { text.render($0) }.joined(separator: "\n"))
            }
        } catch {
            throw Failure.report(error, library: library)
        }
    }
}
