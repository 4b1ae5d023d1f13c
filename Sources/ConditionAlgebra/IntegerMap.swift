/// A map from keys in 1..<2⁵⁰ to small values: open addressing, linear probing, no removal of single entries.
///
/// Diagram algorithms look results up at every step. The keys are chosen by this module, so a multiplicative hash does,
/// and it is several times faster than a seeded `Dictionary`.
struct IntegerMap<Value: Sendable>: Sendable {
    private(set) var count = 0
    /// Each key with the generation in which it was set above its 50 bits; a slot of another generation is free. So
    /// forgetting everything, which happens at every question, takes no time.
    private var keys: [UInt64]
    private var values: [Value]
    private var shift: UInt64
    private let filler: Value
    private var generation: UInt64 = 1 << 50

    private static var generations: UInt64 { ~((1 << 50) - 1) }

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
            let slot = slot(of: key | generation)
            return keys[slot] & Self.generations == generation ? values[slot] : nil
        }
    }

    /// The value of a node in a memo table.
    subscript(node node: Int32) -> Value? { self[Self.key(node)] }

    mutating func set(_ key: UInt64, _ value: Value) {
        if count * 2 >= keys.count { grow() }
        let slot = slot(of: key | generation)
        if keys[slot] & Self.generations != generation {
            keys[slot] = key | generation
            count += 1
        }
        values[slot] = value
    }

    mutating func set(node: Int32, _ value: Value) {
        set(Self.key(node), value)
    }

    /// Forgets every entry and keeps the room. O(1).
    mutating func removeAll() {
        count = 0
        // After 16,383 times the generations start again, and what is left of the first ones must go.
        if generation == Self.generations {
            self = IntegerMap(filler: filler)
        } else {
            generation += 1 << 50
        }
    }

    /// Keeps the entries that pass a test.
    mutating func filter(_ isKept: (UInt64, Value) -> Bool) {
        var kept = IntegerMap(filler: filler)
        for slot in keys.indices where keys[slot] & Self.generations == generation {
            let key = keys[slot] & ~Self.generations
            if isKept(key, values[slot]) { kept.set(key, values[slot]) }
        }
        self = kept
    }

    private static func key(_ node: Int32) -> UInt64 { UInt64(UInt32(bitPattern: node)) + 1 }

    private func slot(of marked: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: (marked &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while keys[slot] != marked && keys[slot] & Self.generations == generation { slot = (slot &+ 1) & mask }
        return slot
    }

    private mutating func grow() {
        let oldKeys = keys
        let oldValues = values
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        values = Array(repeating: filler, count: oldKeys.count * 2)
        shift -= 1
        for old in oldKeys.indices where oldKeys[old] & Self.generations == generation {
            let slot = slot(of: oldKeys[old])
            keys[slot] = oldKeys[old]
            values[slot] = oldValues[old]
        }
    }
}
