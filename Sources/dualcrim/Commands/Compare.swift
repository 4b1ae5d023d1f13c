import ArgumentParser
import DualCriminality
import Law
import Reporting

/// `dualcrim compare CA DE`
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare the definitions of one state with the law of another.",
        discussion: """
            For each offence of FROM: covered, partly-covered, not-covered or unknown by the law of TO, with the gap, a smallest \
            case in it, and the offences that reach it. Presumptions are on and evaluations of TO are granted in the first layer; \
            evaluations and margins (defences, attempt) follow.
            """)

    @Argument(help: ArgumentHelp("The state whose offences are compared.", valueName: "from")) var from: String
    @Argument(help: ArgumentHelp("The state whose law is asked.", valueName: "to")) var to: String
    @Option(help: "text or json.") var format: OutputFormat = .text
    @Flag(name: .shortAndLong, help: "Show witnesses, thresholds and everything that reaches it.") var verbose = false
    @Flag(help: "Both directions.") var both = false
    @OptionGroup var options: ComparisonOptions

    func run() throws {
        try options.withLibrary { library in
            let codes = [JurisdictionCode(from), JurisdictionCode(to)]
            let loaded = try options.load(codes, library)
            let pair = loaded.places(codes)
            let results = try (both ? [pair, pair.reversed()] : [pair]).map { pair in
                try loaded.law.compare(pair[0], with: pair[1], category: options.category)
            }
            switch format {
            case .json: Terminal.out(results.count == 1 ? try JSONReport.render(results[0]) : try JSONReport.render(results))
            case .text:
                let names = Dictionary(uniqueKeysWithValues: loaded.law.states.map { ($0.code.text, $0.name) })
                let text = ComparisonText(style: Terminal.style(), verbose: verbose)
                Terminal.out(
                    results.map { text.render($0, fromName: names[$0.from] ?? $0.from, toName: names[$0.to] ?? $0.to) }
                        .joined(separator: "\n"))
            }
        }
    }
}
