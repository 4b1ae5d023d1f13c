import Testing

@testable import ConditionAlgebra

@Suite struct SpaceTests {
    @Test func domainsHaveOneToSixtyFourValues() throws {
        let space = try Space(sizes: [1, 64])
        #expect(space.full(0) == [0] && space.full(1).count == 64 && space.count == 2)
        #expect(throws: InvalidSpace(variable: 1, size: 65)) { try Space(sizes: [2, 65]) }
        #expect(throws: InvalidSpace(variable: 0, size: 0)) { try Space(sizes: [0]) }
        #expect(InvalidSpace(variable: 3, size: 70).description.hasPrefix("variable 3 has 70 values, but 1 to 64"))
    }
}
