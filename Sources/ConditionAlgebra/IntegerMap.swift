/// A map from non-zero 64-bit keys to small values: open addressing, linear probing, no removal.
///
/// Diagram algorithms look results up at every step. The keys are chosen by this module, so a multiplicative hash does,
/// and it is several times faster than a seeded `Dictionary`.
struct IntegerMap<Value: Sendable>: Sendable {
    private(set) var count = 0
    private var keys: [UInt64]
    private var values: [Value]
    private var shift: UInt64
    private let filler: Value

    /// `filler` fills unused slots and is never returned.
    init(filler: Value) {
        self.filler = filler
        keys = Array(repeating: 0, count: 16)
        values = Array(repeating: filler, count: 16)
        shift = 60
    }

    /// The value of a key. Setting an existing key replaces its value.
    subscript(key: UInt64) -> Value? {
        get {
            let slot = slot(of: key)
            return keys[slot] == 0 ? nil : values[slot]
        }
    }

    /// The value of a node in a memo table.
    subscript(node node: Int32) -> Value? { self[Self.key(node)] }

    mutating func set(_ key: UInt64, _ value: Value) {
        if count * 2 >= keys.count { grow() }
        let slot = slot(of: key)
        if keys[slot] == 0 {
            keys[slot] = key
            count += 1
        }
        values[slot] = value
    }

    mutating func set(node: Int32, _ value: Value) {
        set(Self.key(node), value)
    }

    mutating func removeAll() {
        self = IntegerMap(filler: filler)
    }

    /// Keeps the entries that pass a test.
    mutating func filter(_ isKept: (UInt64, Value) -> Bool) {
        var kept = IntegerMap(filler: filler)
        for slot in keys.indices where keys[slot] != 0 && isKept(keys[slot], values[slot]) {
            kept.set(keys[slot], values[slot])
        }
        self = kept
    }

    private static func key(_ node: Int32) -> UInt64 { UInt64(UInt32(bitPattern: node)) + 1 }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while keys[slot] != key && keys[slot] != 0 { slot = (slot &+ 1) & mask }
        return slot
    }

    private mutating func grow() {
        let oldKeys = keys
        let oldValues = values
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        values = Array(repeating: filler, count: oldKeys.count * 2)
        shift -= 1
        for old in oldKeys.indices where oldKeys[old] != 0 {
            let slot = slot(of: oldKeys[old])
            keys[slot] = oldKeys[old]
            values[slot] = oldValues[old]
        }
    }
}
