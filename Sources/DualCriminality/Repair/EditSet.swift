/// Some of at most 128 candidate edits, by number.
struct EditSet: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    static let capacity = 128
    static let none = EditSet()

    init() {}
    init(_ number: Int) { insert(number) }

    mutating func insert(_ number: Int) {
        if number < 64 { low |= 1 << UInt64(number) } else { high |= 1 << UInt64(number - 64) }
    }

    func contains(_ number: Int) -> Bool {
        number < 64 ? low & (1 << UInt64(number)) != 0 : high & (1 << UInt64(number - 64)) != 0
    }

    var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }
    var isEmpty: Bool { low == 0 && high == 0 }

    func union(_ other: EditSet) -> EditSet {
        var result = self
        result.low |= other.low
        result.high |= other.high
        return result
    }

    func isSubset(of other: EditSet) -> Bool { low & ~other.low == 0 && high & ~other.high == 0 }
    func isDisjoint(with other: EditSet) -> Bool { low & other.low == 0 && high & other.high == 0 }

    var members: [Int] { (0..<EditSet.capacity).filter { contains($0) } }

    /// Smaller sets first, then by the numbers of their members.
    func precedes(_ other: EditSet) -> Bool { (count, high, low) < (other.count, other.high, other.low) }

    /// The same without each of its members in turn.
    var withoutOne: [EditSet] {
        members.map { number in
            var result = self
            if number < 64 { result.low &= ~(1 << UInt64(number)) } else { result.high &= ~(1 << UInt64(number - 64)) }
            return result
        }
    }
}

/// Sets of edits of which none contains another, the smallest first.
struct MinimalSets: Sendable {
    private(set) var sets: [EditSet]

    /// Nothing needs to be edited.
    static let free = MinimalSets([.none])
    /// No edit helps.
    static let impossible = MinimalSets([])

    init(_ sets: [EditSet]) { self.sets = sets }

    var isFree: Bool { sets.first?.isEmpty ?? false }

    /// One or the other.
    func or(_ other: MinimalSets) -> MinimalSets {
        if isFree || other.sets.isEmpty { return self }
        if other.isFree || sets.isEmpty { return other }
        return MinimalSets(MinimalSets.minimal(sets + other.sets))
    }

    /// Both; sets with more than `most` edits are left out.
    func and(_ other: MinimalSets, most: Int) -> MinimalSets {
        if isFree { return other }
        if other.isFree { return self }
        var joined: Set<EditSet> = []
        for one in sets {
            for two in other.sets {
                let both = one.union(two)
                if both.count <= most { joined.insert(both) }
            }
        }
        return MinimalSets(MinimalSets.minimal(Array(joined)))
    }

    static func minimal(_ sets: [EditSet]) -> [EditSet] {
        var kept: [EditSet] = []
        let ordered = sets.sorted { $0.precedes($1) }
        for set in ordered where !kept.contains(where: { $0.isSubset(of: set) }) { kept.append(set) }
        return kept
    }
}
