import ArgumentParser
import DualCriminality
import FoundationEssentials
import Law
import LawLoader
import Reporting

/// `dualcrim check REQUEST.yaml…`
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Assess requests that have not been filed yet.",
        discussion: "Several files give the first exit code present of 66, 65, 3, 1, 2, 0.")

    @Argument(help: ArgumentHelp("Request files; `-` is standard input.", valueName: "request.yaml"), completion: .file(extensions: ["yaml"]))
    var requests: [String]

    @Option(help: "text or json.") var format: OutputFormat = .text
    @Option(help: ArgumentHelp("Write the result to this file instead of standard output.", valueName: "file")) var output: String?
    @Option(help: ArgumentHelp("Ask the law of this day where the law of the day of the request is asked.", valueName: "date"), transform: Check.date)
    var asOf: LegalDate?
    @Flag(help: "Presume nothing: what is not stated is open, defences included.") var strict = false
    @Flag(help: "Let a clear verdict rest on law that was read only once.") var acceptDraft = false
    @Flag(name: .shortAndLong, help: "Print nothing; only the exit code speaks.") var quiet = false
    @Flag(name: .shortAndLong, help: "Show everything that was found.") var verbose = false
    @OptionGroup var lawOptions: LawOptions

    static func date(_ text: String) throws -> LegalDate {
        guard let date = LegalDate(iso: text) else {
            throw ValidationError("`\(text)` is no date; write it as 2026-03-01")
        }
        return date
    }

    func run() throws {
        var codes: [Int32] = []
        var results: [Assessment] = []
        var library: LawLibrary?
        do {
            let opened = try lawOptions.library()
            library = opened
            opened.prefetch()
            let vocabulary = try opened.vocabulary()
            for path in requests {
                do {
                    let assessment = try assess(path, opened, vocabulary)
                    results.append(assessment)
                    codes.append(assessment.verdict.exitCode)
                } catch {
                    codes.append(
                        Failure.report(error, library: opened, file: path == "-" ? "standard input" : path).rawValue)
                }
            }
        } catch {
            throw Failure.report(error, library: library)
        }
        if !results.isEmpty, !quiet || output != nil { try write(results) }
        let worst = [66, 65, 70, 3, 1, 2, 0].first { codes.contains($0) } ?? 0
        if worst != 0 { throw ExitCode(worst) }
    }

    private func assess(_ path: String, _ library: LawLibrary, _ vocabulary: Vocabulary) throws -> Assessment {
        let request = try RequestFile(path).request(library)
        let assessor = try library.assessor(
            for: request, vocabulary: vocabulary,
            options: Assessor.Options(
                strict: strict, acceptDraft: acceptDraft, asOf: asOf, judgesDisplaced: verbose || format == .json))
        return try assessor.assess(request)
    }

    private func write(_ results: [Assessment]) throws {
        let text: String
        switch format {
        // What was asked for decides the shape, not how much of it could be assessed.
        case .json: text = requests.count == 1 ? try JSONReport.render(results[0]) : try JSONReport.render(results)
        case .text:
            let style = output == nil ? Terminal.style() : Style()
            let report = AssessmentText(style: style, verbose: verbose)
            text = results.map { report.render($0) }.joined(separator: "\n")
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
