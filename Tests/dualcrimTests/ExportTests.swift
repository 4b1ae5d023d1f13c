import Foundation
import Testing

/// `dualcrim export smtlib`: complete text that says what is asked and expected, and refusals in the words of the others.
@Suite struct ExportTests {
    /// Where the solver is; nil where none is installed (`make prove` installs it).
    static let solver = ["/usr/bin/z3", "/usr/local/bin/z3"].first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The expectations that stand in the text, in order.
    private func expectations(_ text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("; expect ") }.map { String($0.dropFirst(9)) }
    }

    /// Only commands of the standard, every parenthesis closed outside names, one expectation for each check.
    private func expectWellFormed(_ text: String) throws {
        var depth = 0
        for line in text.split(separator: "\n") where !line.hasPrefix(";") {
            if depth == 0 {
                let command = line.dropFirst().prefix { $0.isLetter || $0 == "-" }
                #expect(
                    ["set-logic", "declare-datatypes", "declare-const", "assert", "define-fun", "push", "pop", "check-sat", "reset"]
                        .contains(String(command)), "\(line)")
            }
            var isName = false
            for character in line {
                if character == "|" { isName.toggle() }
                if !isName, character == "(" { depth += 1 }
                if !isName, character == ")" { depth -= 1 }
            }
            #expect(!isName && depth >= 0, "\(line)")
        }
        #expect(depth == 0)
        #expect(expectations(text).count == text.components(separatedBy: "(check-sat)").count - 1)
    }

    /// Z3 answers as the text expects, and complains of nothing.
    private func expectConfirmed(_ text: String) throws {
        let solver = try #require(ExportTests.solver)
        let result = try Command.run(
            arguments: ["-in", "-smt2"], input: Array(text.utf8), program: URL(fileURLWithPath: solver))
        let answers = result.out.split(separator: "\n").map(String.init)
        let wanted = expectations(text)
        #expect(answers.count == wanted.count)
        for (answer, wanted) in zip(answers, wanted) where wanted != "either answer" { #expect(answer == wanted) }
        #expect(!wanted.isEmpty)
    }

    @Test func aComparisonOfOneOffence() throws {
        let result = try Command.run("export", "smtlib", "compare", "DE", "FR", "--offence", "184b-3-possess")
        #expect(result.code == 0 && result.err == "")
        try expectWellFormed(result.out)
        #expect(result.out.components(separatedBy: "(reset)").count == 3)
        for words in ["; Is what Germany punishes as `184b-3-possess`", "punished in France?", "layer `margins`", "; dualcrim says: ",
            "; act: possess", "; presumed: ", "; cannot be: no-photograph-of-nobody", "(declare-const |material.real-age| Int)"]
        {
            #expect(result.out.contains(words), "the text lacks `\(words)`")
        }
        #expect(try Command.run("export", "smtlib", "compare", "DE", "FR", "--offence", "184b-3-possess").out == result.out)
    }

    @Test(.enabled(if: ExportTests.solver != nil, "needs z3: `make prove` installs it"))
    func aComparisonIsConfirmed() throws {
        let result = try Command.run("export", "smtlib", "compare", "FR", "JP", "--category", "material/access")
        #expect(result.code == 0 && result.err == "")
        try expectWellFormed(result.out)
        try expectConfirmed(result.out)
    }

    @Test(
        .enabled(if: ExportTests.solver != nil, "needs z3: `make prove` installs it"),
        arguments: ["fr-de-items", "ca-jp-threshold", "fr-de-amended-minimum"])
    func anExampleIsConfirmed(id: String) throws {
        let result = try Command.run("export", "smtlib", "check", Example.path(id))
        #expect(result.code == 0 && result.err == "")
        try expectWellFormed(result.out)
        try expectConfirmed(result.out)
        for words in ["(requesting state)", "(requested state)", "; stated: act: "] { #expect(result.out.contains(words)) }
    }

    /// No file is empty without saying why.
    @Test func nothingToAsk() throws {
        let result = try Command.run("export", "smtlib", "compare", "JP", "FR", "--category", "material/access")
        #expect(result.code == 0 && result.out == "; there is nothing to ask\n" && result.err == "")
    }

    @Test func output() throws {
        let scratch = try Scratch()
        try scratch.write("request.yaml", Example.open)
        let result = try Command.run("export", "smtlib", "check", "request.yaml", "--output", "out.smt2", in: scratch.folder)
        #expect(result.code == 0 && result.out == "" && result.err == "")
        try expectWellFormed(try scratch.text("out.smt2"))
        let piped = try Command.run("export", "smtlib", "check", "-", input: Array(Example.open.utf8))
        #expect(piped.out == (try scratch.text("out.smt2")))
        let refused = try Command.run("export", "smtlib", "check", "request.yaml", "--output", "no/out.smt2", in: scratch.folder)
        #expect(refused.code == 73)
        #expect(refused.err.contains("`no/out.smt2` cannot be written"))
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let code: Int32
        let says: [String]
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Wrong(arguments: ["compare", "DE", "SE"], code: 3, says: ["the law of `SE` is not encoded", "CA, DE, FR, IE, JP, US"]),
        Wrong(
            arguments: ["compare", "DE", "FR", "--offence", "184b-3-poses"], code: 65,
            says: ["Germany has no offence `184b-3-poses`", "did you mean `184b-3-possess`?"]),
        Wrong(
            arguments: ["compare", "DE", "FR", "--category", "material/poses"], code: 65,
            says: ["there is no category `material/poses`", "did you mean `material/possess`?"]),
        Wrong(
            arguments: ["compare", "DE", "FR", "--category", "travel", "--offence", "184b-3-possess"], code: 65,
            says: ["`184b-3-possess` was not in force on", "or is not in `travel`"]),
        Wrong(arguments: ["compare", "DE", "FR", "--as-of", "soon"], code: 64, says: ["`soon` is no date"]),
        Wrong(arguments: ["compare", "DE"], code: 64, says: ["<to>"]),
        Wrong(arguments: ["check"], code: 64, says: ["<request.yaml>"]),
        Wrong(arguments: ["check", "nowhere.yaml"], code: 66, says: ["there is no file `nowhere.yaml`"]),
    ])
    func badInput(call: Wrong) throws {
        let result = try Command.run(arguments: ["export", "smtlib"] + call.arguments)
        #expect(result.code == call.code)
        #expect(result.out == "")
        for words in call.says { #expect(result.err.contains(words), "\(result.err)") }
    }

    @Test func impossibleFactsAreRefused() throws {
        let text = Example.changed("material.medium: video", "material.medium: video\n      material.person: nobody")
        let result = try Command.run("export", "smtlib", "check", "-", input: Array(text.utf8))
        #expect(result.code == 65 && result.out == "")
        #expect(result.err.contains("standard input: error: the facts of count `1` cannot all be true"))
    }
}
