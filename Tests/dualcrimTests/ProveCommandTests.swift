import Foundation
import Testing

/// `dualcrim-prove`, as `make prove` calls it.
@Suite struct ProveCommandTests {
    private func prove(_ arguments: String..., in folder: URL? = nil) throws -> Command.Result {
        let program = try Command.executable().deletingLastPathComponent().appendingPathComponent("dualcrim-prove")
        return try Command.run(
            arguments: arguments, in: folder, environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"], program: program)
    }

    @Test(.enabled(if: ExportTests.solver != nil, "needs z3: `make prove` installs it"))
    func agreementIsCounted() throws {
        let result = try prove("JP", "FR", "--category", "material/access", "--cases", "4", "--jobs", "2")
        #expect(result.code == 0 && result.err == "")
        let lines = result.out.split(separator: "\n").map(String.init)
        #expect(lines.prefix(2).map { String($0.prefix(7)) } == ["JP → FR", "FR → JP"])
        #expect(lines.contains { $0.hasPrefix("compare: ") && $0.contains("cases: 4 of 4 agree (seed 1)") })
    }

    /// A solver that always says the same confirms nothing, and every question is left behind.
    @Test func disagreementIsReported() throws {
        let scratch = try Scratch()
        let script = try scratch.write(
            "contrary",
            "#!/bin/sh\nexec sed -un 's/^(check-sat)$/sat/p; s/^(echo.*$/dualcrim: end of answers/p'\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
        let result = try prove(
            "JP", "FR", "--category", "material/access", "--cases", "0", "--solver", script.path, "--keep", "left", in: scratch.folder)
        #expect(result.code == 1)
        #expect(result.out.contains("refuted: "))
        let left = try scratch.names.filter { $0.hasSuffix(".smt2") }
        #expect(!left.isEmpty)
        for name in left {
            #expect(result.out.contains("  \(name)\n"))
            #expect(try scratch.text(name).contains("; dualcrim says: "))
        }
        #expect(result.out.contains("expected unsat, sat"))
    }

    @Test(arguments: [
        (["--solver", "no-such-solver"], 66, "there is no solver `no-such-solver`"),
        (["DEE"], 65, "the law of `DEE` is not encoded"),
        (["--category", "material/acces"], 65, "did you mean `material/access`?"),
        (["--as-of", "soon"], 64, "`soon` is no date"),
        (["--cases", "-1"], 64, "--cases"),
        (["--jobs", "0"], 64, "`--jobs 0` runs nothing"),
        (["--law", "/no/such/folder"], 66, "/no/such/folder"),
    ] as [([String], Int32, String)])
    func badInput(arguments: [String], code: Int32, says: String) throws {
        let program = try Command.executable().deletingLastPathComponent().appendingPathComponent("dualcrim-prove")
        var all = arguments
        // Something that can be started, so that it is the rest that is refused.
        if !all.contains("--solver") { all += ["--solver", "/bin/true"] }
        let result = try Command.run(arguments: all, environment: ["PATH": "/usr/bin:/bin"], program: program)
        #expect(result.code == code)
        #expect(result.out == "")
        #expect(result.err.contains(says), "\(result.err)")
    }
}
