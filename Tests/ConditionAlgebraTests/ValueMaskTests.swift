import Testing

@testable import ConditionAlgebra

@Suite struct ValueMaskTests {
    @Test func agreesWithASet() {
        var source = Seed.generator("mask")
        for _ in 0..<1_000 {
            let first = ValueMask(bits: source.next())
            let second = ValueMask(bits: source.next())
            let one = Set(first)
            let two = Set(second)
            #expect(first.count == one.count && first.first == one.min() && Array(first) == one.sorted())
            #expect(Set(first.union(second)) == one.union(two))
            #expect(Set(first.intersection(second)) == one.intersection(two))
            #expect(Set(first.subtracting(second)) == one.subtracting(two))
            #expect(Set(first.symmetricDifference(second)) == one.symmetricDifference(two))
            #expect(first.isSubset(of: first.union(second)) && !first.union([0, 1]).isSubset(of: [0]))
            #expect(first.isDisjoint(with: second) == one.isDisjoint(with: two))
            let value = Int.random(in: 0..<64, using: &source)
            #expect(first.contains(value) == one.contains(value))
            var changed = first
            #expect(changed.insert(value).inserted == !one.contains(value))
            #expect(changed.contains(value) && changed.update(with: value) == value)
            #expect(changed.remove(value) == value && changed.remove(value) == nil && !changed.contains(value))
        }
    }

    @Test func formsAtTheEnds() {
        #expect(ValueMask(first: 0).isEmpty)
        #expect(ValueMask(first: 64).count == 64)
        #expect(ValueMask(63) == [63])
        #expect(ValueMask(0...63).bits == .max)
        #expect(ValueMask(3...5) == [3, 4, 5])
        #expect(ValueMask().first == nil)
        #expect(!ValueMask(first: 64).contains(64) && !ValueMask(first: 64).contains(-1))
        #expect(ValueMask([2, 0]).description == "{0,2}")
    }
}
