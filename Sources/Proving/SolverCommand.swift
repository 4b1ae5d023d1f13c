import Foundation

/// How a solver is started so that it reads SMT-LIB 2 from standard input.
public struct SolverCommand: Sendable {
    public let program: URL
    let arguments: [String]

    /// - Parameters:
    ///   - name: a name that PATH finds, or a path. Of `z3` and `cvc5` the options are known.
    ///   - seconds: how long one check may take.
    /// - Returns: nil where there is no such program.
    public init?(_ name: String, seconds: Int) {
        guard let program = SolverCommand.find(name) else { return nil }
        self.program = program
        switch program.lastPathComponent {
        case let name where name.hasPrefix("z3"): arguments = ["-in", "-smt2", "-t:\(seconds * 1000)"]
        case let name where name.hasPrefix("cvc5"):
            arguments = ["--lang=smt2", "--incremental", "--tlimit-per=\(seconds * 1000)", "-"]
        default: arguments = []
        }
    }

    private static func find(_ name: String) -> URL? {
        let files = FileManager.default
        if name.contains("/") { return files.isExecutableFile(atPath: name) ? URL(fileURLWithPath: name) : nil }
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
            .first { files.isExecutableFile(atPath: $0.path) }
    }
}
