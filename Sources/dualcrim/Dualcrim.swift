import ArgumentParser

@main
struct Dualcrim: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dualcrim",
        abstract: "Says before filing whether conduct is an offence in both states, from their definitions.",
        discussion: """
            It works with statutory definitions only: legal facts, no identities. A legal-research aid, not legal advice.
            Exit codes of `check`: 0 clear, 1 obstructed, 2 conditional, 3 cannot be assessed, 64 usage, 65 bad data, \
            66 no such file.
            """,
        version: Version.text,
        subcommands: [
            Check.self, Compare.self, Gaps.self, Matrix.self, Harmonize.self, Diff.self, Explain.self, List.self, Validate.self,
            Audit.self, Export.self,
        ])
}

enum Version {
    static let text = "0.1.0"
}
