import Law
import Testing

@testable import DualCriminality

/// The least maximum penalties of an instrument against the penalties of a state.
@Suite struct PenaltyTierTests {
    private func penalties(_ penalty: String, of offences: String, when: String = "{act: possess, mental: at least acceptance}") throws -> [PenaltyComparison] {
        try RepairSetting([when], against: offences, keys: ["penalty: \(penalty)"]).run().provisions[0].penalties
    }

    @Test func aTermIsReached() throws {
        let found = try penalties(
            "{at-least-maximum: 2 years}", of: SmallLaw.plain("s 1", "{act: possess}", penalty: "[{imprisonment: up to 2 years}]"))
        #expect(found.map(\.leastMaximum) == ["2 years"])
        #expect(found[0].coverage == .covered)
        #expect(found[0].shortfall == [])
    }

    @Test func aLowerMaximumIsNamed() throws {
        let found = try penalties(
            "{at-least-maximum: 3 years}", of: SmallLaw.plain("s 1", "{act: possess}", penalty: "[{imprisonment: up to 2 years}]"))
        #expect(found[0].coverage == .notCovered)
        #expect(found[0].lower.map(\.provision) == ["C s 1"])
        #expect(found[0].lower.map(\.imprisonment) == ["up to 2 years"])
        #expect(found[0].shortfall.map(\.text) == ["the person holds or stores the material"])
    }

    @Test func aLineOfPenaltyReachesPartOfIt() throws {
        let found = try penalties(
            "{at-least-maximum: 3 years}",
            of: SmallLaw.plain(
                "s 1", "{act: possess}",
                penalty: "[{when: {material.medium: video}, imprisonment: up to 5 years}, {imprisonment: up to 2 years}]"))
        #expect(found[0].coverage == .partlyCovered)
        #expect(found[0].shortfall.allSatisfy { region in !region.all.contains { $0.element == "material.medium" && $0.in == ["video"] } })
        #expect(found[0].shortfall.isEmpty == false)
        #expect(found[0].lower.map(\.imprisonment) == ["up to 2 years"])
    }

    /// The first tier that fits counts; for the higher one only those under 14 are asked about.
    @Test func tiersAreComparedOneByOne() throws {
        let found = try penalties(
            "[{when: {material.person: child, material.real-age: under 14}, at-least-maximum: 5 years}, {at-least-maximum: 1 year}]",
            of: SmallLaw.plain(
                "s 1", "{act: possess}",
                penalty: "[{when: {material.person: child, material.real-age: under 12}, imprisonment: up to 5 years}, {imprisonment: up to 2 years}]"))
        #expect(found.map(\.leastMaximum) == ["1 year", "5 years"])
        #expect(found.map(\.coverage) == [.covered, .partlyCovered])
        #expect(found[1].shortfall.first?.all.first { $0.element == "material.real-age" }?.from == 12)
        #expect(found[1].shortfall.first?.all.first { $0.element == "material.real-age" }?.to == 13)
    }

    /// What is not punished at all is a gap of the definition, not of the penalty.
    @Test func onlyWhatIsPunishedIsCompared() throws {
        let found = try penalties("{at-least-maximum: 3 years}", of: SmallLaw.plain("s 1", "{act: offer}"))
        #expect(found[0].coverage == nil)
        #expect(found[0].shortfall == [])
    }

    @Test func anOpenTierIsSaidToBeOpen() throws {
        let found = try penalties(
            "[{when: {child.age: under 16, open: the age of consent}, at-least-maximum: 8 years}, {at-least-maximum: 1 year}]",
            of: SmallLaw.plain("s 1", "{act: sexual-activity}", penalty: "[{imprisonment: up to 2 years}]"),
            when: "{act: sexual-activity, mental: at least acceptance}")
        #expect(found.map(\.coverage) == [.covered, .unknown])
        #expect(found[1].open == ["the age of consent"])
    }
}
