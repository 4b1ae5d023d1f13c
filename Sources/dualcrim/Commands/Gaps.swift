import ArgumentParser
import DualCriminality
import Law
import Reporting

/// `dualcrim gaps --from CA --to all`
struct Gaps: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "Gap report: how far other states' law reaches what one state punishes, by category.",
        discussion: "`dualcrim matrix` shows every pair side by side, `dualcrim compare CA DE` one pair offence by offence.")

    @Option(help: ArgumentHelp("States whose offences are compared: codes with commas, or `all`.", valueName: "codes")) var from: String
    @Option(help: ArgumentHelp("States whose law is asked: codes with commas, or `all`.", valueName: "codes")) var to = "all"
    @Option(help: "text, json or csv.") var format: MatrixFormat = .text
    @OptionGroup var options: ComparisonOptions

    func run() throws {
        try options.withLibrary { library in
            let rows = ComparisonOptions.codes(from, library)
            let columns = ComparisonOptions.codes(to, library)
            let loaded = try options.load(rows + columns, library)
            // A state covers itself; asked for by name it is compared all the same.
            let isAskedWithItself = Set(rows) == Set(columns) && Set(rows).count == 1
            let pairs = loaded.places(rows).flatMap { row in
                loaded.places(columns).filter { $0 != row || isAskedWithItself }.map { ComparedLaw.Pair(from: row, to: $0) }
            }
            let matrix = try ComparisonOptions.matrix(pairs, loaded.law, category: options.category)
            switch format {
            case .json: Terminal.out(try JSONReport.render(matrix))
            case .csv: Terminal.out(GapCSV.render(matrix))
            case .text: Terminal.out(GapText(style: Terminal.style()).render(matrix))
            }
        }
    }
}
