import ArgumentParser
import DualCriminality
import Law
import Reporting

/// `dualcrim list WHAT`
struct List: ParsableCommand {
    enum What: String, ExpressibleByArgument, CaseIterable {
        case jurisdictions, offences, instruments, elements, grounds, categories, benchmarks
    }

    static let configuration = CommandConfiguration(commandName: "list", abstract: "List what is encoded.")

    @Argument(help: "jurisdictions, offences, instruments, elements, grounds, categories or benchmarks.") var what: What
    @Option(help: ArgumentHelp("Only this state (for offences, categories and instruments).", valueName: "code")) var of: String?
    @Option(help: "text or json.") var format: OutputFormat = .text
    @OptionGroup var lawOptions: LawOptions

    func run() throws {
        var library: LawLibrary?
        do {
            let opened = try lawOptions.library()
            library = opened
            let table = try table(opened)
            Terminal.out(format == .json ? try JSONReport.render(table.records) : table.text(Terminal.style()))
        } catch {
            throw Failure.report(error, library: library)
        }
    }

    private func table(_ library: LawLibrary) throws -> Table {
        let vocabulary = try library.vocabulary()
        func states() throws -> [Jurisdiction] {
            let codes = of.map { [JurisdictionCode($0)] } ?? library.codes
            return try codes.map { try library.jurisdiction($0, vocabulary: vocabulary) }
        }
        switch what {
        case .jurisdictions: return Tables.jurisdictions(try states())
        case .offences: return Tables.offences(try states())
        case .categories: return Tables.categories(vocabulary, of == nil ? [] : try states())
        case .elements: return Tables.elements(vocabulary)
        case .grounds: return Tables.grounds(try library.grounds())
        case .instruments:
            return Tables.instruments(
                try library.instruments.map { try library.instrument($0, vocabulary: vocabulary) }, try library.parties(),
                of: of.map { JurisdictionCode($0) })
        case .benchmarks:
            return Tables.benchmarks(try library.benchmarks.map { try library.benchmark($0, vocabulary: vocabulary) })
        }
    }
}
