import Foundation
import Glibc

/// Runs the command on a terminal, so that colour and width are what a user sees.
enum Terminal {
    struct NoTerminal: Error {}

    static let isThere = access("/dev/ptmx", R_OK | W_OK) == 0

    /// Everything that was printed; lines end in CR LF, as terminals do it.
    static func run(_ arguments: [String], columns: UInt16, environment: [String: String] = [:]) throws -> String {
        // Linux's own calls: what `posix_openpt`, `unlockpt` and `ptsname` do, which Swift's Glibc does not show.
        let controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var locked: Int32 = 0
        var number: Int32 = 0
        guard controller >= 0, ioctl(controller, 0x4004_5431, &locked) == 0, ioctl(controller, 0x8004_5430, &number) == 0 else {
            throw NoTerminal()
        }
        let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { throw NoTerminal() }
        var size = winsize(ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
        let process = Process()
        process.executableURL = try Command.executable()
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = Command.package
        let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        try handle.close()
        defer { close(controller) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        // Reading fails once the last process has closed the terminal.
        while true {
            let count = read(controller, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// Without colour codes, lines ending in LF.
    var plain: String {
        replacingOccurrences(of: "\u{1B}\\[[0-9;]*m", with: "", options: .regularExpression)
            .replacingOccurrences(of: "\r\n", with: "\n")
    }
}
