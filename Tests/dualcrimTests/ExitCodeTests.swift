import Foundation
import Testing

/// The exit code of `check`, for one file and for several. The law is a small invented one, laid over the bundled law, so
/// that the answers do not move with the encodings.
@Suite struct ExitCodeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let code: Int32
        let verdict: String?
        let file: String
        var testDescription: String { "\(file): \(code)" }
    }

    static let cases = [
        Case(code: 0, verdict: "clear", file: "clear.yaml"),
        Case(code: 1, verdict: "obstructed", file: "obstructed.yaml"),
        Case(code: 2, verdict: "conditional", file: "conditional.yaml"),
        Case(code: 3, verdict: "not-assessable", file: "not-assessable.yaml"),
        Case(code: 3, verdict: nil, file: "not-encoded.yaml"),
        Case(code: 65, verdict: nil, file: "bad.yaml"),
        Case(code: 66, verdict: nil, file: "absent.yaml"),
    ]

    @Test(arguments: cases)
    func one(_ one: Case) throws {
        let law = try SmallLawFolder()
        let result = try Command.run("check", one.file, "--format", "json", "--law", "law", in: law.folder)
        #expect(result.code == one.code, "\(result.err)")
        if let verdict = one.verdict {
            #expect(try JSONValue(result.out)["verdict"]?.string == verdict)
            #expect(result.err == "")
        } else {
            #expect(result.out == "")
            #expect(result.err != "")
        }
    }

    /// The first present of 66, 65, 3, 1, 2, 0, in whatever order the files are named.
    @Test func several() throws {
        let law = try SmallLawFolder()
        let ranked: [Int32] = [66, 65, 3, 1, 2, 0]
        let files: [Int32: String] = [
            0: "clear.yaml", 1: "obstructed.yaml", 2: "conditional.yaml", 3: "not-assessable.yaml", 65: "bad.yaml",
            66: "absent.yaml",
        ]
        for (place, worse) in ranked.enumerated() {
            for better in ranked[(place + 1)...] {
                for pair in [[worse, better], [better, worse]] {
                    let names = pair.compactMap { files[$0] }
                    let result = try Command.run(
                        arguments: ["check", "--quiet", "--law", "law"] + names, in: law.folder)
                    #expect(result.code == worse, "\(names)")
                    #expect(result.out == "")
                }
            }
        }
    }

    /// A clear verdict does not rest on law that was read only once, unless the user accepts that.
    @Test func draftLaw() throws {
        let law = try SmallLawFolder(review: "draft")
        let careful = try Command.run("check", "clear.yaml", "--format", "json", "--law", "law", in: law.folder)
        #expect(careful.code == 2)
        let findings = try JSONValue(careful.out)["findings"]?.array ?? []
        #expect(findings.contains { $0["ground"]?.string == "law-not-source-checked" && $0["outcome"]?.string == "unknown" })
        let accepting = try Command.run(
            "check", "clear.yaml", "--format", "json", "--law", "law", "--accept-draft", in: law.folder)
        #expect(accepting.code == 0)
        #expect(try JSONValue(accepting.out)["law"]?["lowest-review"]?.string == "draft")
    }

    /// `--strict` presumes nothing: what was clear depends on what was not stated.
    @Test func strict() throws {
        let law = try SmallLawFolder()
        let result = try Command.run("check", "clear.yaml", "--strict", "--format", "json", "--law", "law", in: law.folder)
        #expect(result.code == 2)
        #expect(try JSONValue(result.out)["counts"]?.array?.first?["requesting"]?["assumed"] == .array([]))
    }

    /// `--as-of` asks another day where the day of the request counts: there the offence did not exist yet.
    @Test func asOf() throws {
        let law = try SmallLawFolder(requestedTime: "time: {requested: [request], provision: s 10}")
        let now = try Command.run("check", "clear.yaml", "--quiet", "--law", "law", in: law.folder)
        let then = try Command.run("check", "clear.yaml", "--quiet", "--law", "law", "--as-of", "1999-01-01", in: law.folder)
        #expect(now.code == 0)
        #expect(then.code == 3)
    }
}
