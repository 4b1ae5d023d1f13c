import Law
import LawLoader
import Testing

struct RequestTests {
    static func request(_ changes: [(from: String, to: String)] = []) throws -> Request {
        let outcome = try SmallLaw.load(.request, try small(.request, changes))
        #expect(outcome.diagnostics == [])
        return try #require(outcome.request)
    }

    static func choices(_ bits: UInt64) -> ValueSet { ValueSet(choices: bits) }
    static let act = ElementIndex(0)
    static let worth = ElementIndex(1)
    static let age = ElementIndex(3)

    @Test func theSmallRequest() throws {
        let request = try Self.request()
        #expect(request.kind == .extradition)
        #expect(request.requesting == JurisdictionCode("BB"))
        #expect(request.requested == SmallLaw.code)
        #expect(request.date.iso == "2026-03-01")
        #expect(request.purpose == .prosecution)
        #expect(request.sentenceImposed == nil && request.sentenceRemaining == nil)
        #expect(request.measures == [])
        #expect(request.counts.map(\.id) == ["first", "2"])
        let first = request.counts[0]
        #expect(first.chargedUnder == [OffenceID("s99")])
        #expect(first.committed.from?.iso == "2025-04-01")
        #expect(first.committed.to?.iso == "2025-09-30")
        let base = [Self.act: Self.choices(1), Self.worth: Self.choices(0b100)]
        #expect(
            first.items == [
                Item(id: "ring", alternatives: [Facts(base.merging([Self.age: ValueSet(numbers: [13...13])]) { $1 })]),
                Item(id: "coin", alternatives: [Facts(base.merging([Self.age: ValueSet(numbers: [14...16])]) { $1 })]),
            ])
        let second = request.counts[1]
        #expect(second.committed.from?.iso == "2025-12-24")
        #expect(second.committed.to?.iso == "2025-12-24")
        let gain = [Self.act: Self.choices(0b11), ElementIndex(8): ValueSet.yes]
        #expect(
            second.items == [
                Item(
                    id: "2",
                    alternatives: [
                        Facts(gain.merging([Self.worth: Self.choices(0b010)]) { $1 }),
                        Facts(gain.merging([Self.worth: Self.choices(0b100)]) { $1 }),
                    ])
            ])
    }

    @Test func assistanceWithMeasures() throws {
        let request = try Self.request([
            (from: "request: extradition", to: "request: assistance\nmeasures: [search-and-seizure, preservation]")
        ])
        #expect(request.kind == .assistance)
        #expect(request.measures == [.searchAndSeizure, .preservation])
    }

    @Test func sentences() throws {
        let request = try Self.request([
            (from: "purpose: prosecution", to: "purpose: sentence\nsentence-imposed: 3 years\nsentence-remaining: 2 years less a day")
        ])
        #expect(request.purpose == .sentence)
        #expect(request.sentenceImposed == .years(3))
        #expect(request.sentenceRemaining == .months(24, lessADay: true))
    }

    @Test func withoutAPurposeItIsProsecution() throws {
        #expect(try Self.request([(from: "purpose: prosecution\n", to: "")]).purpose == .prosecution)
    }

    @Test(arguments: [
        ("{on: 2025-04-01}", "2025-04-01", "2025-04-01"),
        ("{from: 2024-02-29, to: 2026-03-01}", "2024-02-29", "2026-03-01"),
    ])
    func days(_ committed: String, _ from: String, _ to: String) throws {
        let interval = try Self.request([(from: "{from: 2025-04-01, to: 2025-09-30, in: [BB]}", to: committed)]).counts[0].committed
        #expect(interval.from?.iso == from)
        #expect(interval.to?.iso == to)
    }

    /// Alternatives of an item replace those of its count; those of the count hold for every other item.
    @Test func alternativesOfAnItem() throws {
        let request = try Self.request([
            (from: "- {id: ring, owner.age: 13}", to: "- {owner.age: 13, alternatives: [{by-night: yes}, {by-night: no}]}"),
            (from: "    facts: {act: take, worth: great}\n", to: "    facts: {act: take}\n    alternatives: [{worth: small}, {}]\n"),
        ])
        let base = [Self.act: Self.choices(1)]
        let ring = base.merging([Self.age: ValueSet(numbers: [13...13])]) { $1 }
        let coin = base.merging([Self.age: ValueSet(numbers: [14...16])]) { $1 }
        #expect(
            request.counts[0].items == [
                Item(
                    id: "1",
                    alternatives: [
                        Facts(ring.merging([ElementIndex(7): .yes]) { $1 }), Facts(ring.merging([ElementIndex(7): .no]) { $1 }),
                    ]),
                Item(id: "coin", alternatives: [Facts(coin.merging([Self.worth: Self.choices(0b010)]) { $1 }), Facts(coin)]),
            ])
    }

    @Test(arguments: [
        ("act: take", 0, choices(1)), ("act: passing", 0, choices(0b1100)), ("act: {one-of: [take, passing]}", 0, choices(0b1101)),
        ("worth: at least small", 1, choices(0b110)), ("worth: {one-of: [trifling, great]}", 1, choices(0b101)),
        ("owner.age: under 14", 3, ValueSet(numbers: [0...13])), ("owner.age: n/a", 3, ValueSet(numbers: [], notApplicable: true)),
        ("owner.age: {one-of: [3, 08, n/a]}", 3, ValueSet(numbers: [3...3, 8...8], notApplicable: true)),
        ("by-night: no", 7, .no), ("aims: [aim.harm]", 9, .yes), ("aims: [gain, harm]", 9, .yes), ("aim.harm: no", 9, .no),
    ] as [(String, Int, ValueSet)])
    func values(_ fact: String, _ element: Int, _ set: ValueSet) throws {
        let request = try Self.request([(from: "- {id: coin, owner.age: 14 to 16}", to: "- {\(fact)}")])
        #expect(request.counts[0].items[1].alternatives[0].values[ElementIndex(element)] == set)
    }

    /// What a list and a flag say together may be said twice, not differently.
    @Test func aFlagStatedTwiceAlike() throws {
        let request = try Self.request([(from: "aims: [gain]", to: "aims: [gain, harm]\n      aim.harm: yes")])
        #expect(request.counts[1].items[0].alternatives[0].values[ElementIndex(9)] == .yes)
    }
}
