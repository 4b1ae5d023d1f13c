import ArgumentParser
import DualCriminality
import FoundationEssentials
import Law
import LawLoader
import YAMLTree

/// A request as it lies on disk or comes through standard input.
struct RequestFile {
    let name: String
    let bytes: [UInt8]

    /// - Throws: `ExitCode` 66 after a message, where the file is missing, a folder or unreadable.
    init(_ path: String) throws {
        // One byte more than a file may have: enough for the diagnostic, however long it goes on.
        let limit = YAMLLimits.standard.bytes + 1
        if path == "-" {
            name = "standard input"
            guard let input = Terminal.bytes(from: 0, limit: limit) else {
                Failure.message("standard input cannot be read", hint: nil)
                throw Exit.noInput
            }
            bytes = input
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
        guard let content = Terminal.bytes(of: path, limit: limit) else {
            Failure.message("`\(path)` cannot be read", hint: "check its permissions")
            throw Exit.noInput
        }
        bytes = content
    }

    /// - Throws: `ExitCode` 65 after every diagnostic, where it is no request.
    func request(_ library: LawLibrary) throws -> Request {
        let loaded = try library.request(bytes, file: name)
        guard let request = loaded.value else {
            let text = String(decoding: bytes, as: UTF8.self)
            Failure.show(loaded.errors) { _ in text }
            throw Exit.badData
        }
        return request
    }
}
