import ArgumentParser
import DualCriminality
import FoundationEssentials
import Law
import YAMLTree

/// What every comparison of definitions asks: which category, which day, which law.
struct ComparisonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only this category, such as material/possess.", valueName: "category")) var category: String?
    @Option(help: ArgumentHelp("The law of this day; without it, the newest that is encoded.", valueName: "date"), transform: Check.date) var asOf: LegalDate?
    @OptionGroup var lawOptions: LawOptions

    /// The law of some states, ready to be compared.
    struct Loaded {
        let law: ComparedLaw
        private let places: [JurisdictionCode: Int]

        init(_ law: ComparedLaw) {
            self.law = law
            places = Dictionary(law.states.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
        }

        func places(_ codes: [JurisdictionCode]) -> [Int] { codes.compactMap { places[$0] } }
    }

    /// Runs a body with the law opened and reports what goes wrong.
    func withLibrary(_ body: (LawLibrary) throws -> Void) throws {
        var library: LawLibrary?
        do {
            let opened = try lawOptions.library()
            library = opened
            try body(opened)
        } catch {
            throw Failure.report(error, library: library)
        }
    }

    func load(_ codes: [JurisdictionCode], _ library: LawLibrary) throws -> Loaded {
        let vocabulary = try library.vocabulary()
        try ComparisonOptions.check(category, vocabulary)
        let states = try Set(codes).sorted { $0.text < $1.text }.map { try library.jurisdiction($0, vocabulary: vocabulary) }
        guard let date = asOf ?? ComparisonOptions.newest(states) else { throw Exit.notAssessable }
        return Loaded(try ComparedLaw(states, vocabulary: vocabulary, date: date))
    }

    /// `CA,DE` or `all`.
    static func codes(_ text: String, _ library: LawLibrary) -> [JurisdictionCode] {
        if text == "all" { return library.codes }
        return text.split(separator: ",").map { JurisdictionCode(String($0)) }
    }

    /// The date of the newest text that was read.
    static func newest(_ states: [Jurisdiction]) -> LegalDate? { states.flatMap(\.sources).map(\.consolidated).max() }

    static func check(_ category: String?, _ vocabulary: Vocabulary) throws {
        guard let category, vocabulary.category(category) == nil else { return }
        Failure.message(
            "there is no category `\(category)`",
            hint: Suggestion.nearest(to: category, in: vocabulary.categories.map(\.id)).map { "did you mean `\($0)`?" }
                ?? "`dualcrim list categories` shows them")
        throw Exit.badData
    }

    /// Compares pairs on all processors, and says on a terminal how far it has come.
    static func matrix(_ pairs: [ComparedLaw.Pair], _ law: ComparedLaw, category: String?) throws -> GapMatrix {
        let progress = Progress(total: Set(pairs).count)
        defer { progress.end() }
        return try law.matrix(
            pairs, category: category, threads: max(1, ProcessInfo.processInfo.activeProcessorCount), progress: { progress.show($0) })
    }
}

enum MatrixFormat: String, ExpressibleByArgument, CaseIterable { case text, json, csv }
