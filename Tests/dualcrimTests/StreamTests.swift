import Foundation
import Testing

/// What goes where: standard input and output, files, colour, several requests.
@Suite struct StreamTests {
    static let one = Example.path("fr-de-possession")
    static let two = Example.path("ca-jp-threshold")

    @Test func standardInput() throws {
        let fromFile = try Command.run("check", Self.one)
        let fromInput = try Command.run("check", "-", input: Array(try Example.text("fr-de-possession").utf8))
        #expect(fromInput.out == fromFile.out)
        #expect(fromInput.code == fromFile.code)
        #expect(fromInput.out.contains("Verdict"))
        let bad = try Command.run("check", "-", input: Array("request: nothing\n".utf8))
        #expect(bad.code == 65)
        #expect(bad.err.contains("standard input:1:10: error:"))
    }

    /// Process substitution and named pipes are files too.
    @Test func aNamedPipe() throws {
        let fromFile = try Command.run("check", Self.one)
        let scratch = try Scratch()
        let pipe = scratch.folder.appendingPathComponent("pipe").path
        let result = try Command.shell("mkfifo '\(pipe)'; timeout 10 cat \(Self.one) > '\(pipe)' & \"$DUALCRIM\" check '\(pipe)'")
        #expect(result.err == "")
        #expect(result.out == fromFile.out)
    }

    @Test func jsonOfOneAndOfSeveral() throws {
        let first = try JSONValue(try Command.run("check", Self.one, "--format", "json").out)
        let second = try JSONValue(try Command.run("check", Self.two, "--format", "json").out)
        #expect(first["schema"]?.string == "dualcrim/assessment/1")
        let both = try Command.run("check", Self.one, Self.two, "--format", "json")
        #expect(try JSONValue(both.out) == .array([first, second]))
        #expect(both.err == "")
        // Several were asked for: a list, even where only one could be assessed.
        let half = try Command.run("check", "absent.yaml", Self.one, "--format", "json")
        #expect(try JSONValue(half.out) == .array([first]))
        #expect(half.code == 66)
        #expect(half.err == "dualcrim: error: there is no file `absent.yaml`\n")
    }

    @Test func textOfSeveral() throws {
        let first = try Command.run("check", Self.one).out
        let second = try Command.run("check", Self.two).out
        #expect(try Command.run("check", Self.one, Self.two).out == first + "\n" + second)
    }

    @Test(arguments: ["text", "json"])
    func output(format: String) throws {
        let scratch = try Scratch()
        let file = scratch.folder.appendingPathComponent("result").path
        try scratch.write("result", "what was there before, and longer than nothing")
        let printed = try Command.run("check", Self.one, "--format", format)
        let written = try Command.run("check", Self.one, "--format", format, "--output", file)
        #expect(written.out == "")
        #expect(written.err == "")
        #expect(written.code == printed.code)
        #expect(try scratch.text("result") == printed.out)
        #expect(try scratch.names == ["result"])
    }

    @Test func outputIntoAMissingFolder() throws {
        let scratch = try Scratch()
        let place = scratch.folder.appendingPathComponent("missing/result.json").path
        let result = try Command.run("check", Self.one, "--output", place)
        #expect(result.code == 73)
        #expect(result.out == "")
        #expect(result.err.contains("error: `\(place)` cannot be written"))
        #expect(result.err.contains("hint: "))
        #expect(try scratch.names == [])
    }

    @Test func outputOfABadRequestWritesNothing() throws {
        let scratch = try Scratch()
        let place = scratch.folder.appendingPathComponent("result.json").path
        let result = try Command.run("check", "-", "--output", place, input: Array("request: nothing\n".utf8))
        #expect(result.code == 65)
        #expect(try scratch.names == [])
    }

    /// A device or a pipe as output is written to, not replaced by a file.
    @Test func outputIntoAPipe() throws {
        let scratch = try Scratch()
        let printed = try Command.run("check", Self.one)
        let pipe = scratch.folder.appendingPathComponent("pipe").path
        let result = try Command.shell(
            "mkfifo '\(pipe)'; timeout 10 cat '\(pipe)' & \"$DUALCRIM\" check \(Self.one) --output '\(pipe)'; test -p '\(pipe)' && wait")
        #expect(result.code == 0, "the pipe is gone")
        #expect(result.out == printed.out)
    }

    @Test func quiet() throws {
        for id in ["fr-de-possession", "ca-jp-threshold"] {
            let loud = try Command.run("check", Example.path(id))
            let quiet = try Command.run("check", Example.path(id), "--quiet")
            #expect(quiet.out == "" && quiet.err == "")
            #expect(quiet.code == loud.code)
        }
        // Errors are not results.
        #expect(try Command.run("check", "absent.yaml", "-q").err == "dualcrim: error: there is no file `absent.yaml`\n")
        // Nothing is printed, but a file that was asked for is written.
        let scratch = try Scratch()
        let place = scratch.folder.appendingPathComponent("result.json").path
        let result = try Command.run("check", Self.one, "-q", "--format", "json", "--output", place)
        #expect(result.out == "" && result.err == "")
        #expect(try scratch.names == ["result.json"])
    }

    @Test func verbose() throws {
        let short = try Command.run("check", Self.one)
        let long = try Command.run("check", Self.one, "--verbose")
        #expect(long.code == short.code)
        #expect(long.out.count > short.out.count)
        #expect(long.out.contains("suffices"))
        #expect(long.out.contains("sha256:"))
        #expect(long.out.contains("limitation"))
        #expect(!short.out.contains("sha256:"))
    }

    /// `| head -1` ends the command without a word.
    @Test(arguments: ["check \(StreamTests.one)", "list elements", "explain DE --format json", "--help"])
    func aReaderThatGoesAway(call: String) throws {
        let result = try Command.shell("\"$DUALCRIM\" \(call) | head -1")
        #expect(result.err == "")
        #expect(result.out.split(separator: "\n").count == 1)
        #expect(result.code == 0)
    }

    @Test func noColourWithoutATerminal() throws {
        #expect(try !Command.run("check", Self.one).out.contains("\u{1B}"))
        #expect(try !Command.run("check", "absent.yaml", environment: ["TERM": "xterm"]).err.contains("\u{1B}"))
        #expect(try !Command.run("list", "offences", environment: ["TERM": "xterm"]).out.contains("\u{1B}"))
    }

    @Test(.enabled(if: Terminal.isThere)) func colourAndWidthOfATerminal() throws {
        let wide = try Terminal.run(["check", Self.one], columns: 120)
        #expect(wide.contains("\u{1B}[1m"))
        #expect(wide.contains("\u{1B}[32m"))
        let narrow = try Terminal.run(["check", Self.one], columns: 60)
        let widths = { (text: String) in text.plain.split(separator: "\n").map(\.count).max() ?? 0 }
        #expect(widths(narrow) <= 60)
        #expect(widths(wide) > 60 && widths(wide) <= 120)
    }

    @Test(.enabled(if: Terminal.isThere)) func noColour() throws {
        let plain = try Terminal.run(["check", Self.one], columns: 100, environment: ["NO_COLOR": "1"])
        #expect(!plain.contains("\u{1B}"))
        #expect(plain.replacingOccurrences(of: "\r\n", with: "\n") == (try Command.run("check", Self.one).out))
        // Set but empty is not set (no-color.org).
        #expect(try Terminal.run(["check", Self.one], columns: 100, environment: ["NO_COLOR": ""]).contains("\u{1B}"))
    }

    @Test(.enabled(if: Terminal.isThere)) func aFileHasNoColourEvenOnATerminal() throws {
        let scratch = try Scratch()
        let place = scratch.folder.appendingPathComponent("result").path
        #expect(try Terminal.run(["check", Self.one, "--output", place], columns: 60) == "")
        #expect(try scratch.text("result") == (try Command.run("check", Self.one).out))
    }

    @Test func determinism() throws {
        for id in Example.ids {
            let first = try Command.run("check", Example.path(id), "--format", "json")
            let second = try Command.run("check", Example.path(id), "--format", "json")
            #expect(first.out == second.out, "\(id)")
            #expect(first.out.count > 1000)
        }
    }
}
