import Synchronization

/// A value that is made when it is first asked for, and then kept: safe to share between threads.
final class Once<Value: Sendable>: Sendable {
    private let stored = Mutex<Value?>(nil)

    /// Nothing is kept where `make` throws.
    func value(_ make: () throws -> Value) rethrows -> Value {
        try stored.withLock { stored in
            if let stored { return stored }
            let made = try make()
            stored = made
            return made
        }
    }
}
