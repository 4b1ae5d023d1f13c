import Law
import Testing

struct IdentifierTests {
    @Test(arguments: ["DE", "NO", "US-CA", "GB-EAW", "ES-1", "FR-75C"]) func codes(_ text: String) {
        #expect(JurisdictionCode.isWellFormed(text))
    }

    @Test(arguments: [
        "", "D", "de", "Germany", "DEU", "DE-", "DE-abc", "DE-ABCD", "DE_BE", "D1", "DE/..", "..", "ÄE", "DE-B E", "DE\n",
    ])
    func noCodes(_ text: String) { #expect(!JurisdictionCode.isWellFormed(text)) }

    @Test func sorting() {
        #expect([JurisdictionCode("US"), JurisdictionCode("DE")].sorted().map(\.description) == ["DE", "US"])
        #expect([OffenceID("b"), OffenceID("a")].sorted().map(\.description) == ["a", "b"])
        #expect(ElementIndex(2) < ElementIndex(10))
    }
}

struct ElementTests {
    static func element(_ domain: ElementDomain, mayBeNotApplicable: Bool = false) -> Element {
        Element(
            id: "e", index: ElementIndex(0), domain: domain, kind: .fact, change: .fixed, definition: "d", source: nil,
            phrase: "{}", question: "q", presume: nil, groups: [:], continuing: nil, list: nil,
            mayBeNotApplicable: mayBeNotApplicable)
    }

    static func values(_ count: Int) -> [ElementValue] { (0..<count).map { ElementValue(id: "v\($0)", phrase: "p") } }

    @Test(arguments: [2, 3, 63, 64]) func allValuesOfAChoice(_ count: Int) {
        let all = Self.element(.choice(Self.values(count))).all
        guard case .choice(let bits) = all.values else { return #expect(Bool(false), "a choice has bits") }
        #expect(bits.nonzeroBitCount == count)
        #expect(bits.leadingZeroBitCount == 64 - count)
        #expect(Self.element(.ordered(Self.values(count))).all == all)
    }

    @Test func allValuesOfTheRest() {
        #expect(Self.element(.flag(yes: "y", no: "n")).all == ValueSet(choices: 0b11))
        #expect(Self.element(.number(0...21, .years)).all == ValueSet(numbers: [0...21]))
        #expect(Self.element(.number(0...21, .years), mayBeNotApplicable: true).all == ValueSet(numbers: [0...21], notApplicable: true))
    }

    @Test func namesOfValues() {
        #expect(ElementDomain.choice(Self.values(2)).valueIDs == ["v0", "v1"])
        #expect(ElementDomain.flag(yes: "y", no: "n").valueIDs == ["no", "yes"])
        #expect(ElementDomain.number(0...1, .items).valueIDs == [])
    }
}
