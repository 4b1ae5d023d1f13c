import Law
import Testing

struct ValueSetTests {
    @Test(arguments: [
        ([3...5, 1...2], [1...5]), ([1...2, 4...5], [1...2, 4...5]), ([1...9, 3...4], [1...9]), ([4...6, 5...8, 1...1], [1...1, 4...8]),
        ([7...7, 7...7], [7...7]), ([], []), ([Int.min...0, 1...Int.max], [Int.min...Int.max]), ([0...Int.max, 5...6], [0...Int.max]),
    ] as [([ClosedRange<Int>], [ClosedRange<Int>])])
    func rangesAreMergedAndSorted(_ given: [ClosedRange<Int>], _ merged: [ClosedRange<Int>]) {
        #expect(ValueSet(numbers: given).values == .numbers(merged))
        #expect(ValueSet(numbers: given.reversed()).values == .numbers(merged))
    }

    @Test(arguments: [
        ([0...13], [12...17], [12...13]), ([0...3, 8...9], [3...8], [3...3, 8...8]), ([0...3], [4...9], []), ([], [0...9], []),
    ] as [([ClosedRange<Int>], [ClosedRange<Int>], [ClosedRange<Int>])])
    func intersectionOfNumbers(_ one: [ClosedRange<Int>], _ two: [ClosedRange<Int>], _ both: [ClosedRange<Int>]) {
        #expect(ValueSet(numbers: one).intersection(ValueSet(numbers: two)) == ValueSet(numbers: both))
        #expect(ValueSet(numbers: two).intersection(ValueSet(numbers: one)) == ValueSet(numbers: both))
    }

    @Test func intersectionOfChoices() {
        #expect(ValueSet(choices: 0b0110).intersection(ValueSet(choices: 0b0011)) == ValueSet(choices: 0b0010))
        #expect(ValueSet.yes.intersection(.no).isEmpty)
    }

    @Test func union() {
        #expect(ValueSet(choices: 0b0110).union(ValueSet(choices: 0b0011)) == ValueSet(choices: 0b0111))
        #expect(ValueSet(numbers: [0...3]).union(ValueSet(numbers: [4...9])) == ValueSet(numbers: [0...9]))
        #expect(ValueSet(numbers: [0...3]).union(ValueSet(numbers: [], notApplicable: true)) == ValueSet(numbers: [0...3], notApplicable: true))
        // Sets of different elements: the first stays.
        #expect(ValueSet(choices: 1).union(ValueSet(numbers: [4...9])) == ValueSet(choices: 1))
    }

    @Test(arguments: [(true, true, true), (true, false, false), (false, true, false), (false, false, false)])
    func thereIsNoSuchThingNeedsBoth(_ one: Bool, _ two: Bool, _ both: Bool) {
        let numbers = ValueSet(numbers: [0...5], notApplicable: one).intersection(ValueSet(numbers: [3...9], notApplicable: two))
        #expect(numbers == ValueSet(numbers: [3...5], notApplicable: both))
        let choices = ValueSet(choices: 1, notApplicable: one).intersection(ValueSet(choices: 3, notApplicable: two))
        #expect(choices == ValueSet(choices: 1, notApplicable: both))
    }

    @Test func setsOfDifferentElementsHaveNothingInCommon() {
        #expect(ValueSet(choices: 7).intersection(ValueSet(numbers: [0...9])).isEmpty)
        #expect(ValueSet(numbers: [0...9]).intersection(ValueSet(choices: 7)).isEmpty)
    }

    @Test(arguments: [
        (ValueSet(choices: 0), true, false), (ValueSet(choices: 0, notApplicable: true), false, true),
        (ValueSet(choices: 1, notApplicable: true), false, false), (ValueSet(choices: 1), false, false),
        (ValueSet(numbers: []), true, false), (ValueSet(numbers: [], notApplicable: true), false, true),
        (ValueSet(numbers: [1...1], notApplicable: true), false, false), (ValueSet(numbers: [1...1]), false, false),
    ])
    func emptiness(_ set: ValueSet, _ isEmpty: Bool, _ isOnlyNotApplicable: Bool) {
        #expect(set.isEmpty == isEmpty)
        #expect(set.isOnlyNotApplicable == isOnlyNotApplicable)
    }
}
