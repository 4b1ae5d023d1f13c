import ArgumentParser
import FoundationEssentials

/// A request as it lies on disk or comes through standard input.
struct RequestFile {
    let name: String
    let bytes: [UInt8]

    /// - Throws: `ExitCode` 66 after a message, where the file is missing, a folder or unreadable.
    init(_ path: String) throws {
        if path == "-" {
            name = "standard input"
            bytes = Terminal.standardInput()
            return
        }
        name = path
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            Failure.message("there is no file `\(path)`", hint: nil)
            throw Exit.noInput
        }
        guard !isFolder else {
            Failure.message("`\(path)` is a folder", hint: "name the request file in it")
            throw Exit.noInput
        }
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            Failure.message("`\(path)` cannot be read", hint: "check its permissions")
            throw Exit.noInput
        }
        bytes = [UInt8](data)
    }
}
