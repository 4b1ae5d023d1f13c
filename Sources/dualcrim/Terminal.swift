import FoundationEssentials
import Reporting

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Standard streams and what is known of the terminal behind them.
enum Terminal {
    static func out(_ text: String) { write(text, to: 1) }
    static func err(_ text: String) { write(text, to: 2) }

    /// Writes a file: beside it first and then moved into place, so that a full disk leaves the old file whole. A pipe or a
    /// device is written to as it is; moved into place, a file would take its name.
    static func write(_ text: String, toFile path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR else {
            return (try? Data(text.utf8).write(to: URL(filePath: path), options: .atomic)) != nil
        }
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return write(text, to: descriptor)
    }

    /// Whether all of it was written.
    @discardableResult
    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            // A reader that has gone away (`| head`) is no error worth a message.
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            bytes = bytes.dropFirst(written)
        }
        return true
    }

    private static func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, start, count)
        #else
            Musl.write(descriptor, start, count)
        #endif
    }

    /// Everything that comes from a descriptor, but no more than `limit` bytes; nil where it cannot be read.
    static func bytes(from descriptor: Int32, limit: Int) -> [UInt8]? {
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while result.count < limit {
            let count = read(descriptor, &buffer, min(buffer.count, limit - result.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            guard count > 0 else { return result }
            result.append(contentsOf: buffer[..<count])
        }
        return result
    }

    /// The bytes of a file, a named pipe or a device, but no more than `limit`; nil where it cannot be read.
    static func bytes(of path: String, limit: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return bytes(from: descriptor, limit: limit)
    }

    /// Colour only on a terminal and only without NO_COLOR (no-color.org: set and not empty).
    static func style(for descriptor: Int32 = 1) -> Style {
        let noColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        let isTerminal = isTerminal(descriptor)
        return Style(width: isTerminal ? width() : 100, colour: isTerminal && !noColour)
    }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    private static func width() -> Int {
        var size = winsize()
        if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return 100
    }
}
