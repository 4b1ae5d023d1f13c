import ArgumentParser
import DualCriminality
import Law
import LawLoader
import SolverExport

/// `dualcrim export smtlib check REQUEST.yaml`
struct ExportCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "What `dualcrim check` says of a request: for each item, side and day, the whole law and each offence.")

    @Argument(
        help: ArgumentHelp("The request file; `-` is standard input.", valueName: "request.yaml"),
        completion: .file(extensions: ["yaml"])) var request: String
    @Option(help: ArgumentHelp("Ask the law of this day where the law of the day of the request is asked.", valueName: "date"), transform: Check.date)
    var asOf: LegalDate?
    @Flag(help: "Presume nothing: what is not stated is open, defences included.") var strict = false
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var lawOptions: LawOptions

    func run() throws {
        var library: LawLibrary?
        do {
            let opened = try lawOptions.library()
            library = opened
            let vocabulary = try opened.vocabulary()
            let request = try RequestFile(request).request(opened)
            let assessor = try opened.assessor(
                for: request, vocabulary: vocabulary, options: Assessor.Options(strict: strict, asOf: asOf))
            // What the assessment refuses is refused in its words.
            _ = try assessor.assess(request)
            let questions = CaseQuestions(assessor, presumptions: try Presumptions(vocabulary: vocabulary))
            try outputOptions.write(SolverQuestion.file(try questions.questions(request).map(\.question)))
        } catch {
            throw Failure.report(
                error, library: library, file: error is ImpossibleFacts ? (request == "-" ? "standard input" : request) : nil)
        }
    }
}
