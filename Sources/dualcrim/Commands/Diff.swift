import ArgumentParser
import DualCriminality
import Law
import Reporting
import YAMLTree

/// `dualcrim diff LAW-A LAW-B`
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Two versions of the law: which answers between which states change, and which edit causes it.",
        discussion: """
            Each law is a folder that is laid over the law in use, `bundled`, or a day such as 2026-03-01; two days ask the \
            law in use twice. Every edit is listed in words. Every pair of states of which one has edits is compared before \
            and after; for each answer that changes, the edits are tried on the first law one by one, then in sets of two and \
            three.
            """)

    @Argument(help: ArgumentHelp("The law as it is: a folder, `bundled` or a day.", valueName: "law-a"), completion: .directory, transform: { try LawReference($0) })
    var before: LawReference
    @Argument(help: ArgumentHelp("The law as it would be: a folder, `bundled` or a day.", valueName: "law-b"), completion: .directory, transform: { try LawReference($0) })
    var after: LawReference
    @Option(help: ArgumentHelp("Only pairs with one of these states: codes with commas, or the option again.", valueName: "codes"))
    var state: [String] = []
    @Option(help: ArgumentHelp("Only offences in this category, such as material/possess.", valueName: "category")) var category: String?
    @Option(help: ArgumentHelp("The law of this day, where a law is not itself a day; without it, the newest that is encoded.", valueName: "date"), transform: Check.date)
    var asOf: LegalDate?
    @Option(help: "text or json.") var format: OutputFormat = .text
    @Option(help: ArgumentHelp("Write the result to this file instead of standard output.", valueName: "file")) var output: String?
    @Flag(name: .shortAndLong, help: "Show every change and every gap.") var verbose = false
    @OptionGroup var lawOptions: LawOptions

    func validate() throws {
        if asOf != nil, before.day != nil, after.day != nil {
            throw ValidationError("`--as-of` has no place where both laws are days")
        }
    }

    func run() throws {
        var library: LawLibrary?
        do {
            let base = try lawOptions.library()
            let one = try before.library(over: base)
            let two = try after.library(over: base)
            library = one
            let laws = try Diff.load(one, two) { library = $0 }
            try ComparisonOptions.check(category, laws.vocabulary)
            let known = Set((laws.old + laws.new).map(\.code))
            let asked = state.flatMap { $0.split(separator: ",").map { JurisdictionCode(String($0)) } }
            for code in asked where !known.contains(code) { throw LawError.notEncoded(code, encoded: known.sorted()) }
            guard let newest = ComparisonOptions.newest(laws.old + laws.new) else { throw Exit.notAssessable }
            var differ = LawDiffer(
                vocabulary: laws.vocabulary, old: laws.old, on: before.day ?? asOf ?? newest, named: before.name,
                new: laws.new, on: after.day ?? asOf ?? newest, named: after.name)
            if !asked.isEmpty { differ.states = Set(asked) }
            differ.category = category
            var progress: Progress?
            let result = try differ.run { done, total, pair in
                let shown = progress ?? Progress(total: total)
                progress = shown
                shown.show(done, pair)
            }
            progress?.end()
            try write(laws.isOtherVocabulary ? result.noting(Diff.vocabularyNote) : result)
        } catch {
            throw Failure.report(error, library: library)
        }
    }

    private static let vocabularyNote =
        "the vocabularies of the two laws differ; both are read in one of them, and what the vocabulary itself changes is not shown"

    /// The two laws in one vocabulary.
    private struct Laws {
        let vocabulary: Vocabulary
        let old: [Jurisdiction]
        let new: [Jurisdiction]
        let isOtherVocabulary: Bool
    }

    /// - Parameter reading: told which library is being read, so that an error can show its text.
    private static func load(_ one: LawLibrary, _ two: LawLibrary, reading: (LawLibrary) -> Void) throws -> Laws {
        func states(_ library: LawLibrary, _ vocabulary: Vocabulary) throws -> [Jurisdiction] {
            reading(library)
            return try library.codes.map { try library.jurisdiction($0, vocabulary: vocabulary) }
        }
        reading(one)
        let first = try one.vocabulary()
        let old = try states(one, first)
        reading(two)
        let second = try two.vocabulary()
        let new = try states(two, second)
        if first.isSame(as: second) { return Laws(vocabulary: second, old: old, new: new, isOtherVocabulary: false) }
        // Words are mostly added, so the law written in fewer words can be read in the other vocabulary.
        if let reread = try? states(one, second) {
            return Laws(vocabulary: second, old: reread, new: new, isOtherVocabulary: true)
        }
        if let reread = try? states(two, first) {
            return Laws(vocabulary: first, old: old, new: reread, isOtherVocabulary: true)
        }
        Failure.message(
            "the two laws are written in vocabularies that do not go together",
            hint: "give both the same `Rules/vocabulary.yaml`, or one that has every word of the other")
        throw Exit.badData
    }

    private func write(_ result: LawDiff) throws {
        let text: String
        switch format {
        case .json: text = try JSONReport.render(result)
        case .text: text = DiffText(style: output == nil ? Terminal.style() : Style(), verbose: verbose).render(result)
        }
        guard let output else {
            Terminal.out(text)
            return
        }
        guard Terminal.write(text, toFile: output) else {
            Failure.message("`\(output)` cannot be written", hint: "check the folder and its permissions")
            throw Exit.cannotCreate
        }
    }
}
