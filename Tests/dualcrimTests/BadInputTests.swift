import Foundation
import Testing

/// Whatever is wrong with a request: a message on standard error that says what, nothing on standard output, nothing
/// written, no trace of the program's inside, and the exit code of DESIGN §6.
@Suite struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        let text: String
        var code: Int32 = 65
        /// What the message must contain.
        let says: [String]
        var testDescription: String { what }
    }

    static let facts = "      act: possess\n"
    static let cases: [Case] = [
        Case(what: "an empty file", text: "", says: ["request.yaml:1:1: error: the file is empty"]),
        Case(what: "blank lines only", text: "\n\n# nothing\n", says: ["request.yaml:1:1: error: the file holds nothing"]),
        Case(what: "a text", text: "extradition\n", says: ["request.yaml:1:1: error:", "a request"]),
        Case(what: "a list", text: "- request: extradition\n", says: ["request.yaml:1:1: error:", "a request"]),
        Case(
            what: "a state that is not encoded", text: Example.changed("requested: DE", "requested: SE"), code: 3,
            says: ["request.yaml: error: the law of `SE` is not encoded", "CA, DE, FR, IE, JP, US"]),
        Case(
            what: "a requesting state that is not encoded", text: Example.changed("requesting: FR", "requesting: NO"), code: 3,
            says: ["the law of `NO` is not encoded", "CA, DE, FR, IE, JP, US"]),
        Case(
            what: "a state written out", text: Example.changed("requested: DE", "requested: Germany"),
            says: ["request.yaml:3:12: error: `Germany` is no code of a state", "`DE`"]),
        Case(
            what: "the same state twice", text: Example.changed("requested: DE", "requested: FR"),
            says: ["error: the requesting and the requested state are the same, `FR`"]),
        Case(
            what: "an unknown element", text: Example.changed("material.medium", "material.mediun"),
            says: ["request.yaml:10:7: error: there is no element `material.mediun`", "did you mean `material.medium`?", "^~~~"]),
        Case(
            what: "an unknown value", text: Example.changed("act: possess", "act: posess"),
            says: ["request.yaml:9:12: error: `posess` is no value of `act`", "did you mean `possess`?"]),
        Case(
            what: "an unknown key", text: Example.changed("date:", "dat:"),
            says: ["request.yaml:4:1: error: `dat` is not known here", "did you mean `date`?", "`date`, the day of the request, is missing"]),
        Case(
            what: "an unknown kind", text: Example.changed("request: extradition", "request: extraditoin"),
            says: ["request.yaml:1:10: error:", "`extraditoin`", "`extradition`"]),
        Case(
            what: "a word of definitions", text: Example.changed("material.medium: video", "child.is-or-believed: 14"),
            says: ["error: `child.is-or-believed` is a word of definitions, not a fact", "`child.age`"]),
        Case(
            what: "a number that is out of range", text: Example.changed("material.medium: video", "material.real-age: 99"),
            says: ["request.yaml:10:26: error:", "99"]),
        Case(
            what: "a text where a number is", text: Example.changed("material.medium: video", "material.real-age: young"),
            says: ["request.yaml:10:26: error:", "`young`"]),
        Case(
            what: "a plain list of facts", text: Example.changed("act: possess", "act: [possess, supply]"),
            says: ["request.yaml:9:12: error: a list is ambiguous here", "{one-of: […]}", "`items:`"]),
        Case(
            what: "facts that a constraint forbids",
            text: Example.changed("material.medium: video", "material.medium: video\n      material.person: nobody"),
            says: [
                "request.yaml: error: the facts of count `1` cannot all be true", "the material is a video or film", "impossible, because",
                "(`no-photograph-of-nobody`)",
            ]),
        Case(
            what: "facts of which one does not apply",
            text: Example.changed("material.medium: video", "child.exists: none\n      child.age: 12"),
            says: ["the facts of count `1` cannot all be true", "`child.age`", "does not apply"]),
        Case(
            what: "conduct that ends before it begins", text: Example.changed("to: 2025-09-30", "to: 2024-09-30"),
            says: ["request.yaml:7:16: error: the conduct ends on 2024-09-30, before it begins on 2025-04-01"]),
        Case(
            what: "conduct after the request", text: Example.changed("to: 2025-09-30", "to: 2027-09-30"),
            says: ["error: the conduct ends on 2027-09-30, after the request of 2026-03-01"]),
        Case(
            what: "a day that does not exist", text: Example.changed("date: 2026-03-01", "date: 2026-02-30"),
            says: ["request.yaml:4:7: error:", "`2026-02-30`"]),
        Case(
            what: "conduct without a day", text: Example.changed("committed: {from: 2025-04-01, to: 2025-09-30}", "committed: {}"),
            says: ["request.yaml:7:16: error: `committed` needs `from` and `to`, or `on`"]),
        Case(
            what: "measures of assistance in an extradition",
            text: Example.changed("date: 2026-03-01", "date: 2026-03-01\nmeasures: [search-and-seizure]"),
            says: ["error: `measures` belong to a request for assistance"]),
        Case(
            what: "two counts of one name",
            text: Example.open + Example.open.split(separator: "\n").dropFirst(5).joined(separator: "\n") + "\n",
            says: ["error: two counts have the same `id`"]),
        Case(
            what: "no counts", text: Example.open.components(separatedBy: "counts:")[0],
            says: ["error: `counts` is missing"]),
        Case(
            what: "a count without facts", text: Example.open.components(separatedBy: "    facts:")[0],
            says: ["error: count `1` states no facts"]),
        // Identities do not belong in a request, wherever they stand.
        Case(
            what: "a name among the facts", text: Example.changed("act: possess", "act: possess\n      name: N"),
            says: ["request.yaml:10:7: error: `name` does not belong in a request", "no identities"]),
        Case(
            what: "a date of birth of the person",
            text: Example.changed("counts:", "person: {date-of-birth: 1980-01-01}\ncounts:"),
            says: ["request.yaml:5:10: error: `date-of-birth` does not belong in a request", "no identities"]),
        Case(
            what: "an address in the request", text: Example.changed("counts:", "address: A\ncounts:"),
            says: ["request.yaml:5:1: error: `address` does not belong in a request"]),
        Case(
            what: "an account of a victim",
            text: Example.changed("    facts:", "    victim: {username: u}\n    facts:"),
            says: ["request.yaml:8:14: error: `username` does not belong in a request"]),
        Case(
            what: "a suspect in a count", text: Example.changed("    facts:", "    suspect: S\n    facts:"),
            says: ["request.yaml:8:5: error: `suspect` does not belong in a request"]),
        // The strict subset of YAML.
        Case(
            what: "an alias", text: Example.changed("act: possess", "act: &a possess\n      material.medium: *a"),
            says: ["request.yaml:9:12: error: anchors such as `&a` are not allowed", "error: aliases such as `*a` are not allowed"]),
        Case(
            what: "a tag", text: Example.changed("act: possess", "act: !!str possess"),
            says: ["request.yaml:9:12: error:", "tag"]),
        Case(
            what: "several documents", text: Example.open + "---\n" + Example.open,
            says: ["request.yaml:11:1: error: a second document begins here"]),
        Case(
            what: "a key twice", text: Example.changed("requested: DE", "requested: DE\nrequested: IE"),
            says: ["request.yaml:4:1: error: key `requested` is set twice; the first is on line 3"]),
        Case(
            what: "a byte order mark", text: "\u{FEFF}" + Example.open,
            says: ["request.yaml:1:1: error: the file begins with a byte order mark"]),
        Case(
            what: "a tab", text: Example.changed("      act", "\tact"), says: ["request.yaml:9:1: error:", "tab"]),
        Case(
            what: "a NUL", text: Example.changed("video", "vi\u{0}deo"), says: ["request.yaml:10:", "error:"]),
        Case(
            what: "broken YAML", text: Example.changed("{from: 2025-04-01, to: 2025-09-30}", "{from: 2025-04-01"),
            says: ["request.yaml:", "error:"]),
    ]

    @Test(arguments: cases)
    func saysWhatIsWrong(of one: Case) throws {
        let scratch = try Scratch()
        try scratch.write("request.yaml", one.text)
        let result = try Command.run("check", "request.yaml", in: scratch.folder)
        #expect(result.code == one.code)
        #expect(result.out == "")
        for text in one.says { #expect(result.err.contains(text), "the message lacks `\(text)`:\n\(result.err)") }
        try clean(result, scratch)
    }

    /// What every failure has in common.
    private func clean(_ result: Command.Result, _ scratch: Scratch, files: [String] = ["request.yaml"]) throws {
        #expect(!result.crashed)
        #expect(!result.err.isEmpty)
        for inside in ["Swift.", "Foundation", "Cocoa", "Optional(", "LawError", "ExitCode", "NSPOSIX", ".swift:"] {
            #expect(!result.err.contains(inside), "the message shows the program's inside: \(result.err)")
        }
        #expect(!result.err.contains("\u{1B}"))
        #expect(try scratch.names == files)
    }

    @Test func aByteThatIsNoText() throws {
        let scratch = try Scratch()
        try scratch.write("request.yaml", Array("request: extradition\nnote: grü".utf8.dropLast(2)) + [0xFC, 0x0A])
        let result = try Command.run("check", "request.yaml", in: scratch.folder)
        #expect(result.code == 65)
        #expect(result.err.contains("request.yaml:2:9: error: byte 0xFC is not valid UTF-8 here"))
        // The caret stands under the byte.
        #expect(result.err.contains("\n        ^\n"))
        try clean(result, scratch)
    }

    @Test func aMissingFile() throws {
        let scratch = try Scratch()
        let result = try Command.run("check", "absent.yaml", in: scratch.folder)
        #expect(result.code == 66)
        #expect(result.out == "")
        #expect(result.err == "dualcrim: error: there is no file `absent.yaml`\n")
        try clean(result, scratch, files: [])
    }

    @Test func aFolder() throws {
        let scratch = try Scratch()
        let result = try Command.run("check", ".", in: scratch.folder)
        #expect(result.code == 66)
        #expect(result.out == "")
        #expect(result.err.contains("`.` is a folder"))
        #expect(result.err.contains("hint: name the request file in it"))
        try clean(result, scratch, files: [])
    }

    @Test(.disabled(if: getuid() == 0, "everything is readable for root"))
    func anUnreadableFile() throws {
        let scratch = try Scratch()
        let file = try scratch.write("request.yaml", Example.open)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
        let result = try Command.run("check", "request.yaml", in: scratch.folder)
        #expect(result.code == 66)
        #expect(result.out == "")
        #expect(result.err.contains("`request.yaml` cannot be read"))
        try clean(result, scratch)
    }

    @Test func aNameThatWouldDriveTheTerminal() throws {
        let scratch = try Scratch()
        let result = try Command.run("check", "a\u{1B}[31mb\nc", in: scratch.folder)
        #expect(result.code == 66)
        #expect(result.err == "dualcrim: error: there is no file `a␛[31mb␊c`\n")
        try clean(result, scratch, files: [])
    }

    /// The size of a file is bounded before it is read, so that an endless one costs nothing.
    @Test(arguments: ["yes | \"$DUALCRIM\" check -", "\"$DUALCRIM\" check /dev/zero", "\"$DUALCRIM\" check - < /dev/zero"])
    func anEndlessFile(line: String) throws {
        let result = try Command.shell("ulimit -v 2000000; \(line)")
        #expect(result.code == 65)
        #expect(result.out == "")
        #expect(result.err.contains("error: the file has more than the 8388608 bytes allowed"), "\(result.err.prefix(400))")
        #expect(!result.crashed)
    }

    /// A text that doubles nine times over, and one nested 100,000 deep: refused at once.
    @Test(arguments: ["laughs", "deep"])
    func aHostileFile(kind: String) throws {
        let scratch = try Scratch()
        let text: String
        if kind == "deep" {
            text = "note: " + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "\n"
        } else {
            text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
                + (1...9).map { "a\($0): &a\($0) [\(repeatElement("*a\($0 - 1)", count: 10).joined(separator: ", "))]\n" }.joined()
        }
        try scratch.write("request.yaml", text)
        let result = try Command.shell("ulimit -v 2000000; \"$DUALCRIM\" check request.yaml", in: scratch.folder)
        #expect(result.code == 65)
        #expect(result.out == "")
        #expect(result.err.contains("request.yaml:1:"))
        try clean(result, scratch)
    }
}
