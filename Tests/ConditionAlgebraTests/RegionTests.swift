import Testing

@testable import ConditionAlgebra

@Suite struct RegionTests {
    @Test func literalsAreOrderedAndUnique() {
        var region: Region = [5: [1], 2: [0, 1]]
        #expect(region.variables == [2, 5])
        region[3] = [2]
        region[0] = [1]
        region[5] = [0]
        #expect(region == [0: [1], 2: [0, 1], 3: [2], 5: [0]])
        #expect(region == Region([5: [0], 0: [1], 3: [2], 2: [0, 1]]))
        region[2] = nil
        region[4] = nil
        #expect(region.variables == [0, 3, 5])
        #expect(region[2] == nil && region[3] == [2] && region[9] == nil)
        #expect(([1: [0, 1], 1: [1, 2]] as Region) == [1: [1]])
        #expect(Region(point: [1: 4]) == [1: [4]])
    }

    @Test func intersectionAndMembership() {
        let first: Region = [0: [0, 1], 1: [2]]
        let second: Region = [0: [1, 2], 2: [0]]
        let both = first.intersection(second)
        #expect(both == [0: [1], 1: [2], 2: [0]])
        #expect(both.contains([1, 2, 0]) && !both.contains([0, 2, 0]) && !both.contains([1, 2, 1]))
        #expect(!both.isEmpty && both.intersection([0: [0]]).isEmpty)
        #expect(!Region.everything.isEmpty && Region.everything.contains([7, 7]))
        #expect(both.description == "0∈{1} 1∈{2} 2∈{0}" && Region.everything.description == "everything")
    }
}
