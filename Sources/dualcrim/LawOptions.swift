import ArgumentParser
import DualCriminality
import LawLoader

/// `--law DIR`: which law is asked.
struct LawOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A folder with Rules/ and Jurisdictions/ whose files take the place of the bundled ones.", valueName: "dir"))
    var law: String?

    func library() throws -> LawLibrary {
        guard let law else { return LawLibrary(source: BundledLawSource()) }
        return LawLibrary(source: OverlayLawSource(top: try FolderLawSource(folder: law), over: BundledLawSource()))
    }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
