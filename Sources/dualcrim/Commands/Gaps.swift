import ArgumentParser
import DualCriminality
import Law
import Reporting

/// `dualcrim gaps --from CA --to all`
struct Gaps: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

    static let configuration = CommandConfiguration(
        abstract: "Gap report: how far other states' law reaches what one state punishes, by category.",
        discussion: "`--from all --to all` compares every pair.")

    @Option(help: ArgumentHelp("States whose offences are compared: codes with commas, or `all`.", valueName: "codes")) var from: String
    @Option(help: ArgumentHelp("States whose law is asked: codes with commas, or `all`.", valueName: "codes")) var to = "all"
    @Option(help: ArgumentHelp("Only this category.", valueName: "category")) var category: String?
    @Option(help: ArgumentHelp("The law of this day; without it, the newest that is encoded.", valueName: "date"), transform: Check.date) var asOf: LegalDate?
    @Option(help: "text, json or csv.") var format: Format = .text
    @OptionGroup var lawOptions: LawOptions

    func run() throws {
        var library: LawLibrary?
        do {
            let opened = try lawOptions.library()
            library = opened
            let vocabulary = try opened.vocabulary()
            try Compare.checkCategory(category, vocabulary)
            var states: [JurisdictionCode: Jurisdiction] = [:]
            let rows = try codes(from, opened)
            let columns = try codes(to, opened)
            for code in Set(rows + columns) { states[code] = try opened.jurisdiction(code, vocabulary: vocabulary) }
            guard let date = asOf ?? Compare.newest(Array(states.values)) else { throw Exit.notAssessable }
            let pairs = rows.flatMap { row in columns.filter { $0 != row || (rows.count == 1 && columns.count == 1) }.map { (row, $0) } }
            var comparisons: [Comparison] = []
            let progress = Progress(total: pairs.count)
            for (one, two) in pairs {
                guard let own = states[one], let other = states[two] else { continue }
                progress.show(comparisons.count, "\(one) → \(two)")
                comparisons.append(
                    try Comparer(vocabulary: vocabulary, from: own, to: other, date: date).compare(category: category))
            }
            progress.end()
            let matrix = GapMatrix(comparisons)
            switch format {
            case .json: Terminal.out(try JSONReport.render(matrix))
            case .csv: Terminal.out(GapCSV.render(matrix))
            case .text: Terminal.out(GapText(style: Terminal.style()).render(matrix))
            }
        } catch {
            throw Failure.report(error, library: library)
        }
    }

    private func codes(_ text: String, _ library: LawLibrary) throws -> [JurisdictionCode] {
        if text == "all" { return library.codes }
        return text.split(separator: ",").map { JurisdictionCode(String($0)) }
    }
}

/// A line on standard error that says how far a long command has come; only on a terminal, only after a second.
final class Progress {
    private let total: Int
    private let start = ContinuousClock.now
    private var isShown = false

    init(total: Int) { self.total = total }

    func show(_ done: Int, _ what: String) {
        guard Terminal.isTerminal(2), ContinuousClock.now - start > .seconds(1) else { return }
        isShown = true
        Terminal.err("\r\u{1B}[K\(done) of \(total)  \(what)")
    }

    func end() {
        if isShown { Terminal.err("\r\u{1B}[K") }
    }
}
