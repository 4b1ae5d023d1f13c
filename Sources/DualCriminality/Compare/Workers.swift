import Dispatch
import Synchronization

/// Spreads work over threads.
enum Workers {
    /// The results in the order of the items, whichever thread computed them and when.
    ///
    /// - Parameters:
    ///   - progress: called with the weight done so far, one call at a time.
    ///   - weight: how much of the work an item is.
    /// - Throws: the error of the first item, in their order, that has one.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], threads: Int, progress: @Sendable (Int) -> Void = { _ in },
        weight: @Sendable (Item) -> Int = { _ in 1 }, _ body: @Sendable (Item) throws -> Result
    ) throws -> [Result] {
        let state = Mutex(State<Result>(count: items.count))
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, items.count))) { _ in
            while let place = state.withLock({ $0.take() }) {
                let result = Swift.Result { try body(items[place]) }
                state.withLock { state in
                    state.results[place] = result
                    state.done += weight(items[place])
                    progress(state.done)
                }
            }
        }
        return try state.withLock { try $0.results.compactMap { try $0?.get() } }
    }

    /// Two results that do not need each other, side by side where there is a second core.
    ///
    /// - Throws: the error of the first, else that of the second.
    static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () throws -> First, and second: @Sendable () throws -> Second
    ) throws -> (First, Second) {
        let done = Mutex<(Swift.Result<First, any Error>?, Swift.Result<Second, any Error>?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { place in
            if place == 0 {
                let result = Swift.Result { try first() }
                done.withLock { $0.0 = result }
            } else {
                let result = Swift.Result { try second() }
                done.withLock { $0.1 = result }
            }
        }
        let (one, other) = done.withLock { $0 }
        // Both have run; asking again keeps the compiler content without a trap.
        return (try one?.get() ?? first(), try other?.get() ?? second())
    }

    private struct State<Result: Sendable>: Sendable {
        var next = 0
        var done = 0
        var results: [Swift.Result<Result, any Error>?]

        init(count: Int) { results = Array(repeating: nil, count: count) }

        mutating func take() -> Int? {
            guard next < results.count else { return nil }
            next += 1
            return next - 1
        }
    }
}
