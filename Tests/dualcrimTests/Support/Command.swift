import Foundation

/// Runs the built command as a user does: a process of its own, with its own folder and environment.
enum Command {
    struct Result: Sendable {
        let code: Int32
        let out: String
        let err: String

        /// Whether the process ended by a signal or printed what only a crash prints.
        var crashed: Bool {
            code >= 128 || ["Fatal error", "Backtrac", "Program crashed", "Stack dump"].contains { err.contains($0) }
        }
    }

    /// - Parameters:
    ///   - folder: where the process starts; the package's folder if nil.
    ///   - environment: all of the environment; nothing is inherited.
    static func run(
        _ arguments: String..., input: [UInt8] = [], in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> Result {
        try run(arguments: arguments, input: input, in: folder, environment: environment)
    }

    static func run(
        arguments: [String], input: [UInt8] = [], in folder: URL? = nil, environment: [String: String] = [:],
        program: URL? = nil
    ) throws -> Result {
        // Files instead of pipes: nothing can block, however much is written.
        let scratch = try Scratch()
        let source = try scratch.write("stdin", input)
        let out = try scratch.write("stdout", [])
        let err = try scratch.write("stderr", [])
        let process = Process()
        process.executableURL = try program ?? executable()
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder ?? package
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        let code = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Result(
            code: code, out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
            err: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }

    /// A line of shell in which `$DUALCRIM` is the command.
    static func shell(_ line: String, in folder: URL? = nil) throws -> Result {
        try run(
            arguments: ["-c", line], in: folder,
            environment: ["PATH": "/usr/bin:/bin", "DUALCRIM": try executable().path],
            program: URL(fileURLWithPath: "/bin/sh"))
    }

    /// The folder of the package, known from the place of this file.
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct NotBuilt: Error, CustomStringConvertible {
        let places: [String]
        var description: String { "the command was not built; looked for it in \(places.joined(separator: ", "))" }
    }

    /// The command lies beside the test bundle, whatever the build folder is called and whoever started the tests.
    static func executable() throws -> URL {
        try found.get()
    }

    private static let found: Swift.Result<URL, any Error> = .init {
        var starts = [Bundle.main.bundleURL, Bundle.main.executableURL].compactMap { $0 }
        starts += CommandLine.arguments.filter { $0.contains(".xctest") }.map { URL(fileURLWithPath: $0) }
        if let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            starts.append(URL(fileURLWithPath: own))
        }
        var places: [String] = []
        for start in starts {
            var folder = start.resolvingSymlinksInPath()
            for _ in 0..<4 {
                let candidate = folder.appendingPathComponent("dualcrim").path
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue,
                    FileManager.default.isExecutableFile(atPath: candidate)
                {
                    return URL(fileURLWithPath: candidate)
                }
                places.append(folder.path)
                folder.deleteLastPathComponent()
            }
        }
        throw NotBuilt(places: places)
    }
}
