import Law
import Testing

/// Who is bound on which day, at the borders of each interval.
struct PartyTableTests {
    static let pact = InstrumentID("pact")
    static let state = JurisdictionCode("AA")

    static func day(_ text: String) throws -> LegalDate { try #require(LegalDate(iso: text)) }

    static func status(
        isParty: Bool = true, from: String? = nil, until: String? = nil, asOf: String? = nil, side: String? = nil
    ) throws -> PartyTable.Status {
        PartyTable.Status(
            isParty: isParty, from: try from.map(day), until: try until.map(day), asOf: try asOf.map(day), side: side,
            review: .draft, note: nil)
    }

    static func table(_ states: [String: PartyTable.Status], isComplete: Bool = false) -> PartyTable {
        PartyTable(instruments: [
            pact: PartyTable.Entry(
                isEncoded: true, title: nil, kinds: [], isComplete: isComplete,
                states: Dictionary(uniqueKeysWithValues: states.map { (JurisdictionCode($0.key), $0.value) }))
        ])
    }

    static func bond(_ status: PartyTable.Status, on day: String) throws -> PartyTable.Bond {
        table(["AA": status]).bond(of: state, to: pact, on: try Self.day(day))
    }

    /// The first and the last day belong to it.
    @Test(arguments: [
        ("2009-12-31", false), ("2010-01-01", true), ("2019-12-31", true), ("2020-01-01", false),
    ])
    func theBorders(_ day: String, _ isBound: Bool) throws {
        let status = try Self.status(from: "2010-01-01", until: "2019-12-31")
        #expect(try Self.bond(status, on: day) == (isBound ? .bound(status) : .notBound))
    }

    @Test func withoutAnEnd() throws {
        let status = try Self.status(from: "2010-01-01")
        #expect(try Self.bond(status, on: "9999-12-31") == .bound(status))
    }

    /// A party whose beginning is not known is certainly none after its end.
    @Test(arguments: [("2019-12-31", PartyTable.Bond.unknown), ("2020-01-01", .notBound)])
    func anUnknownBeginning(_ day: String, _ bond: PartyTable.Bond) throws {
        #expect(try Self.bond(try Self.status(until: "2019-12-31"), on: day) == bond)
    }

    /// Who was no party on the day of the source may have joined the day after.
    @Test(arguments: [("2024-06-29", PartyTable.Bond.notBound), ("2024-06-30", .notBound), ("2024-07-01", .notListed)])
    func noParty(_ day: String, _ bond: PartyTable.Bond) throws {
        #expect(try Self.bond(try Self.status(isParty: false, asOf: "2024-06-30"), on: day) == bond)
        #expect(try Self.bond(try Self.status(isParty: false), on: day) == .notBound)
    }

    @Test func whoIsNotListed() throws {
        let day = try Self.day("2020-01-01")
        #expect(Self.table([:]).bond(of: Self.state, to: Self.pact, on: day) == .notListed)
        #expect(Self.table([:], isComplete: true).bond(of: Self.state, to: Self.pact, on: day) == .notBound)
        #expect(PartyTable.empty.bond(of: Self.state, to: Self.pact, on: day) == .notBound)
    }

    /// An agreement between two sides binds only across; one without sides binds everybody to everybody.
    @Test(arguments: [
        ("north", "south", true), ("north", "north", false), ("north", nil, true), (nil, nil, true),
    ] as [(String?, String?, Bool)])
    func sides(_ one: String?, _ other: String?, _ connects: Bool) throws {
        let table = Self.table(["AA": try Self.status(side: one), "BB": try Self.status(side: other)])
        let (first, second) = (JurisdictionCode("AA"), JurisdictionCode("BB"))
        #expect(table.connects(first, second, Self.pact) == connects)
        #expect(table.connects(second, first, Self.pact) == connects)
        #expect(table.connects(first, JurisdictionCode("CC"), Self.pact))
        #expect(table.connects(first, second, InstrumentID("other")))
    }
}

struct WithoutTreatyTests {
    @Test(arguments: WithoutTreaty.Granted.allCases) func granted(_ granted: WithoutTreaty.Granted) {
        let authority = Authority(provision: "s 1", review: .draft)
        let listed = JurisdictionCode("BB")
        let toAll = WithoutTreaty(granted: granted, authority: authority)
        #expect(toAll.granted(to: listed) == granted)
        let toOne = WithoutTreaty(granted: granted, states: [listed], authority: authority)
        #expect(toOne.granted(to: listed) == granted)
        #expect(toOne.granted(to: JurisdictionCode("CC")) == .no)
        #expect(WithoutTreaty(granted: granted, states: [], authority: authority).granted(to: listed) == .no)
    }
}
