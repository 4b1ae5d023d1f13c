import ArgumentParser
import DualCriminality
import FoundationEssentials
import Law
import LawLoader
import Reporting
import YAMLTree

/// `dualcrim validate [PATH…]`
struct Validate: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif }

    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check encodings and requests: they load, and every sample answers as its author read the text.",
        discussion: """
            Without a path, the law in use (bundled, or --law). A folder that holds Rules/ or Jurisdictions/ is checked as \
            law laid over the bundled law; a file is checked as a request.
            """)

    @Argument(help: ArgumentHelp("Folders with law, or request files.", valueName: "path")) var paths: [String] = []
    @Option(help: "text, json or sarif.") var format: Format = .text
    @Option(help: ArgumentHelp("Only this state.", valueName: "code")) var of: [String] = []
    @OptionGroup var lawOptions: LawOptions

    func run() throws {
        var library: LawLibrary?
        var summary = EncodingCheck.Result()
        var texts: [String: String] = [:]
        var failed: ExitCode?
        do {
            let opened = try lawOptions.library()
            library = opened
            if paths.isEmpty {
                summary = try EncodingCheck(library: opened).run(codes)
                collectTexts(summary.diagnostics, opened, &texts)
            }
            for path in paths {
                // What cannot be read does not keep back what was found in the rest.
                do { try check(path, opened, &summary, &texts) } catch let error where paths.count > 1 {
                    failed = Failure.report(error, library: opened)
                }
            }
        } catch {
            throw Failure.report(error, library: library)
        }
        try write(summary, texts)
        if let failed { throw failed }
        if summary.errors > 0 { throw Exit.badData }
    }

    private var codes: [JurisdictionCode]? { of.isEmpty ? nil : of.map { JurisdictionCode($0) } }

    private func check(
        _ path: String, _ library: LawLibrary, _ summary: inout EncodingCheck.Result, _ texts: inout [String: String]
    ) throws {
        var isFolder = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
            let folder = try FolderLawSource(folder: path)
            let overlaid = LawLibrary(source: OverlayLawSource(top: folder, over: library.loader.source))
            let states = codes ?? folder.jurisdictions.map { JurisdictionCode($0) }
            let hasRules = folder.paths.contains { $0.hasPrefix("Rules/") }
            let result = try EncodingCheck(library: overlaid).run(states, rules: hasRules)
            collectTexts(result.diagnostics, overlaid, &texts)
            summary.diagnostics += result.diagnostics
            summary.jurisdictions += result.jurisdictions
            summary.offences += result.offences
            summary.samples += result.samples
            return
        }
        let file = try RequestFile(path)
        let loaded = try library.request(file.bytes, file: file.name)
        texts[file.name] = String(decoding: file.bytes, as: UTF8.self)
        summary.diagnostics += loaded.diagnostics
    }

    private func collectTexts(_ diagnostics: [Diagnostic], _ library: LawLibrary, _ texts: inout [String: String]) {
        let source = library.loader.source
        let files = Set(diagnostics.map(\.file))
        for path in source.paths where files.contains(source.displayPath(path)) {
            if let bytes = try? source.bytes(of: path) {
                texts[source.displayPath(path)] = String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    private func write(_ summary: EncodingCheck.Result, _ texts: [String: String]) throws {
        switch format {
        case .json: Terminal.out(try JSONReport.render(ValidationRecord(summary)))
        case .sarif: Terminal.out(try JSONReport.render(SARIF(summary.diagnostics, version: Version.text)))
        case .text:
            Failure.show(summary.diagnostics) { texts[$0] }
            let checked = summary.jurisdictions > 0
                ? "\(summary.jurisdictions) states, \(summary.offences) offences, \(summary.samples) samples: " : ""
            Terminal.out("\(checked)\(summary.errors) errors, \(summary.warnings) warnings\n")
        }
    }
}
