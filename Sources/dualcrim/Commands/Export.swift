import ArgumentParser

/// `dualcrim export WHAT …`: what other programs can read.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write questions in a form that other programs read.", subcommands: [ExportSMTLIB.self])
}

/// `dualcrim export smtlib …`
struct ExportSMTLIB: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "smtlib",
        abstract: "Write a question as SMT-LIB 2, so that Z3 or cvc5 can confirm the answer.",
        discussion: """
            Each `(check-sat)` stands under a comment that says what is asked and which answer is expected. Try it: \
            `dualcrim export smtlib compare CA DE --category material/possess | z3 -in`
            """,
        subcommands: [ExportCompare.self, ExportCheck.self])
}

/// `--output FILE`: where the result of an export goes.
struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Write the result to this file instead of standard output.", valueName: "file")) var output: String?

    func write(_ text: String) throws {
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
