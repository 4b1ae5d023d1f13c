/// A set of points of a small space, one bit a point: what a condition is when it is written out.
struct PointSet: Hashable {
    var words: [UInt64]

    init(words: [UInt64]) {
        self.words = words
    }

    init(count: Int, where isMember: (Int) -> Bool) {
        words = Array(repeating: 0, count: (count + 63) / 64)
        for index in 0..<count where isMember(index) { words[index >> 6] |= 1 << UInt64(index & 63) }
    }

    func contains(_ index: Int) -> Bool { words[index >> 6] & (1 << UInt64(index & 63)) != 0 }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    func union(_ other: PointSet) -> PointSet { combine(other, |) }
    func intersection(_ other: PointSet) -> PointSet { combine(other, &) }
    func subtracting(_ other: PointSet) -> PointSet { combine(other) { $0 & ~$1 } }
    func isSubset(of other: PointSet) -> Bool { subtracting(other).isEmpty }

    private func combine(_ other: PointSet, _ operation: (UInt64, UInt64) -> UInt64) -> PointSet {
        var result = self
        for index in words.indices { result.words[index] = operation(words[index], other.words[index]) }
        return result
    }
}
