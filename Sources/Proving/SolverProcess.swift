import Foundation
import SolverExport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a solver said of one question.
public struct SolverReply: Sendable {
    /// One for each check, as far as they came.
    public let answers: [SolverAnswer]
    /// What it complained about; nil where it did not.
    public let complaint: String?
    /// From the first byte of the question to the last of the answers, in a process that was running before.
    public let time: Duration

    public init(answers: [SolverAnswer], complaint: String?, time: Duration) {
        self.answers = answers
        self.complaint = complaint
        self.time = time
    }
}

/// Whatever can be asked a question in SMT-LIB 2.
public protocol Solver {
    mutating func ask(_ question: SolverQuestion) throws -> SolverReply
}

/// One running solver, fed through its standard input; it forgets one question before the next.
public struct SolverProcess: Solver {
    private let command: SolverCommand
    private let patience: Duration
    private var running: Running?

    /// What marks the end of the answers to one question.
    private static let mark = "dualcrim: end of answers"

    /// - Parameter patience: how long one question may take as a whole; the process is then ended and started anew.
    public init(_ command: SolverCommand, patience: Duration) {
        self.command = command
        self.patience = patience
    }

    /// - Throws: where the program cannot be started.
    public mutating func ask(_ question: SolverQuestion) throws -> SolverReply {
        let process = try running ?? Running(command)
        running = process
        let text = "(reset)\n\(question.text)(echo \"\(SolverProcess.mark)\")\n"
        let clock = ContinuousClock()
        let start = clock.now
        let lines = process.exchange(Array(text.utf8), until: SolverProcess.mark, deadline: start + patience)
        let time = clock.now - start
        let answers = (lines ?? process.lines).compactMap { SolverAnswer(rawValue: $0) }
        var complaint = (lines ?? process.lines).first { SolverAnswer(rawValue: $0) == nil }
        if lines == nil {
            process.end()
            running = nil
            complaint = complaint ?? "no answer within \(patience.components.seconds) seconds, or the solver ended"
        }
        return SolverReply(answers: answers, complaint: complaint, time: time)
    }

    /// Asks in a process of its own: with the start and the end of the process.
    public static func askOnce(_ question: SolverQuestion, _ command: SolverCommand, patience: Duration) throws -> SolverReply {
        let clock = ContinuousClock()
        let start = clock.now
        var solver = SolverProcess(command, patience: patience)
        let reply = try solver.ask(question)
        solver.running?.end()
        return SolverReply(answers: reply.answers, complaint: reply.complaint, time: clock.now - start)
    }
}

/// The process and its two pipes.
private final class Running {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    /// What came since the last question began, complete lines only.
    private(set) var lines: [String] = []
    private var rest: [UInt8] = []

    init(_ command: SolverCommand) throws {
        // A solver that ends early must not end this process when the next byte is written.
        signal(SIGPIPE, SIG_IGN)
        process.executableURL = command.program
        process.arguments = command.arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let descriptor = input.fileHandleForWriting.fileDescriptor
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    deinit { end() }

    func end() {
        try? input.fileHandleForWriting.close()
        // A solver has nothing to put in order, and may have been started with other signals blocked.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    /// Writes all of it while reading what comes back.
    ///
    /// - Returns: the lines before the one with the mark; nil where the deadline passed or the process ended.
    func exchange(_ bytes: [UInt8], until mark: String, deadline: ContinuousClock.Instant) -> [String]? {
        lines = []
        rest = []
        var left = bytes[...]
        let reading = output.fileHandleForReading.fileDescriptor
        let writing = input.fileHandleForWriting.fileDescriptor
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let remaining = ContinuousClock.now.duration(to: deadline)
            guard remaining > .zero else { return nil }
            let wait = Int32(clamping: remaining.components.seconds * 1000 + 1)
            var polled = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)]
            if !left.isEmpty { polled.append(pollfd(fd: writing, events: Int16(POLLOUT), revents: 0)) }
            let ready = poll(&polled, nfds_t(polled.count), wait)
            // Nothing yet, or interrupted: whether the deadline has passed is looked at above.
            if ready == 0 || (ready < 0 && errno == EINTR) { continue }
            guard ready > 0 else { return nil }
            if polled.count > 1, polled[1].revents != 0 {
                let written = left.withUnsafeBytes { write(writing, $0.baseAddress, $0.count) }
                if written < 0, errno != EINTR, errno != EAGAIN { return nil }
                left = left.dropFirst(max(0, written))
            }
            if polled[0].revents != 0 {
                let count = read(reading, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return nil }
                if take(buffer[..<count], mark: mark) { return lines }
            }
        }
    }

    /// Cuts into lines; true once the mark has come.
    private func take(_ bytes: ArraySlice<UInt8>, mark: String) -> Bool {
        rest += bytes
        while let end = rest.firstIndex(of: 0x0A) {
            let line = String(decoding: rest[..<end], as: UTF8.self)
            rest.removeSubrange(...end)
            // Some solvers echo the quotation marks too.
            if line.contains(mark) { return true }
            if !line.isEmpty { lines.append(line) }
        }
        return false
    }
}
