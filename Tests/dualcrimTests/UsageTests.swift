import Foundation
import Testing

/// How the command is called, whatever it is asked.
@Suite struct UsageTests {
    struct Wrong: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let says: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Wrong(arguments: ["chekc", "request.yaml"], says: "chekc"),
        Wrong(arguments: ["check"], says: "<request.yaml>"),
        Wrong(arguments: ["check", "--nope", "request.yaml"], says: "--nope"),
        Wrong(arguments: ["check", "request.yaml", "--format", "xml"], says: "xml"),
        Wrong(arguments: ["check", "request.yaml", "--format"], says: "--format"),
        Wrong(arguments: ["check", "request.yaml", "--as-of", "2026-02-30"], says: "`2026-02-30` is no date; write it as 2026-03-01"),
        Wrong(arguments: ["list"], says: "<what>"),
        Wrong(arguments: ["list", "nothing"], says: "jurisdictions"),
        Wrong(arguments: ["list", "offences", "more"], says: "more"),
        Wrong(arguments: ["explain"], says: "<subject>"),
        Wrong(arguments: ["validate", "--format", "html"], says: "html"),
        Wrong(arguments: ["export", "smtlib", "compare", "DE"], says: "<to>"),
    ])
    func wrongCallsAre64(_ call: Wrong) throws {
        let scratch = try Scratch()
        try scratch.write("request.yaml", Example.open)
        let result = try Command.run(arguments: call.arguments, in: scratch.folder)
        #expect(result.code == 64)
        #expect(result.out == "")
        #expect(result.err.contains(call.says))
        #expect(result.err.contains("Usage: dualcrim"))
        #expect(try scratch.names == ["request.yaml"])
    }

    @Test func version() throws {
        let result = try Command.run("--version")
        #expect(result.code == 0)
        #expect(result.err == "")
        let parts = result.out.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        #expect(result.out.hasSuffix("\n"))
        #expect(parts.count == 3 && parts.allSatisfy { Int($0) != nil }, "no semantic version: \(result.out)")
    }

    @Test func helpNamesEveryCommandAndExitCode() throws {
        let result = try Command.run("--help")
        #expect(result.code == 0)
        let text = result.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for word in ["check", "diff", "explain", "list", "validate", "audit", "not legal advice", "0 clear", "1 obstructed", "2 conditional",
            "3 cannot be assessed", "64 usage", "65 bad data", "66 no such file"]
        {
            #expect(text.contains(word), "the help lacks `\(word)`")
        }
    }

    /// What the help gives as an example must work.
    @Test(arguments: ["check", "compare", "gaps", "matrix", "diff", "explain", "list", "validate", "audit"])
    func examplesInTheHelpWork(command: String) throws {
        let help = try Command.run(command, "--help")
        #expect(help.code == 0)
        let text = help.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let quoted = text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        for example in quoted where example.hasPrefix("dualcrim ") {
            let result = try Command.run(arguments: example.split(separator: " ").dropFirst().map(String.init))
            #expect(result.code == 0, "`\(example)`: \(result.err)")
        }
    }

    @Test(arguments: [("bash", "complete -"), ("zsh", "#compdef dualcrim"), ("fish", "complete -c 'dualcrim'")])
    func completions(shell: String, mark: String) throws {
        let result = try Command.run("--generate-completion-script", shell)
        #expect(result.code == 0)
        #expect(result.err == "")
        #expect(result.out.contains(mark), "\(result.out.prefix(300))")
        for command in ["check", "compare", "gaps", "diff", "explain", "list", "validate", "audit", "accept-draft", "as-of"] {
            #expect(result.out.contains(command), "no completion for `\(command)`")
        }
    }

    @Test func theBashCompletionIsValidShell() throws {
        let result = try Command.shell("\"$DUALCRIM\" --generate-completion-script bash > /dev/null && \"$DUALCRIM\" --generate-completion-script bash | bash -n")
        #expect(result.code == 0)
        #expect(result.err == "")
    }

    @Test func anywhereWithoutAnyEnvironment() throws {
        let scratch = try Scratch()
        let file = Example.folder.appendingPathComponent("fr-de-possession.yaml").path
        let here = try Command.run("check", file, "--format", "json")
        let there = try Command.run("check", file, "--format", "json", in: scratch.folder)
        let home = try Command.run("check", file, "--format", "json", environment: ["HOME": "/nonexistent", "LC_ALL": "de_DE", "TZ": "Asia/Tokyo"])
        #expect(here.out.contains("\"verdict\""))
        #expect(there.out == here.out)
        #expect(home.out == here.out)
        #expect(there.err == "" && there.code == here.code)
        #expect(try scratch.names == [])
    }
}
