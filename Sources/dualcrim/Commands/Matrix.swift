import ArgumentParser
import DualCriminality
import Law
import Reporting

/// `dualcrim matrix` or `dualcrim matrix CA DE FR`
struct Matrix: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Every pair of states: how far the law of each reaches what the other punishes, by category.",
        discussion: "`dualcrim gaps --from CA` says what the gaps are, `dualcrim compare CA DE` compares one pair offence by offence.")

    @Argument(help: ArgumentHelp("The states; all that are encoded without any.", valueName: "codes")) var states: [String] = []
    @Option(help: "text, json or csv.") var format: MatrixFormat = .text
    @OptionGroup var options: ComparisonOptions

    func run() throws {
        try options.withLibrary { library in
            let codes = states.isEmpty ? library.codes : states.flatMap { ComparisonOptions.codes($0, library) }
            let loaded = try options.load(codes, library)
            let places = Array(loaded.law.states.indices)
            let pairs = places.flatMap { row in places.filter { $0 != row }.map { ComparedLaw.Pair(from: row, to: $0) } }
            let matrix = try ComparisonOptions.matrix(pairs, loaded.law, category: options.category)
            switch format {
            case .json: Terminal.out(try JSONReport.render(matrix))
            case .csv: Terminal.out(GapCSV.render(matrix))
            case .text: Terminal.out(MatrixText(style: Terminal.style()).render(matrix))
            }
        }
    }
}
