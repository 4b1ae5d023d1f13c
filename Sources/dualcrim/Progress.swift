import Synchronization

/// A line on standard error that says how far a long command has come; only on a terminal, only after a second.
final class Progress: Sendable {
    private let total: Int
    private let start = ContinuousClock.now
    private let isTerminal = Terminal.isTerminal(2)
    /// The share that is shown, in percent; nil while nothing is.
    private let shown = Mutex<Int?>(nil)

    init(total: Int) { self.total = total }

    /// - Parameter what: what is being done, in few words.
    func show(_ done: Int, _ what: String = "") {
        guard isTerminal, total > 0, ContinuousClock.now - start > .seconds(1) else { return }
        let percent = done * 100 / total
        shown.withLock { shown in
            guard shown != percent else { return }
            shown = percent
            let bar = String(repeating: "█", count: percent / 5) + String(repeating: "░", count: 20 - percent / 5)
            Terminal.err("\r\u{1B}[K\(bar) \(done) of \(total)\(what.isEmpty ? "" : "  \(what)")")
        }
    }

    func end() {
        shown.withLock { shown in
            if shown != nil { Terminal.err("\r\u{1B}[K") }
            shown = nil
        }
    }
}
