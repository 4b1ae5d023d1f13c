import Testing

@testable import DualCriminality

/// Defects that readers of the output and of the code found, each with the case that showed it.
@Suite struct CooperationRegressionTests {
    static let photo = DesignPoints7To12Tests.photo

    /// A case that cannot be left no possible case over, and every ground was clear.
    @Test func contradictoryCaseFactsAreRefused() throws {
        let error = #expect(throws: ImpossibleFacts.self) {
            try SmallLaw().assess(Self.photo, request: "request: extradition\npurpose: prosecution\ncase: {in-absentia: yes, political: yes}")
        }
        #expect(error?.reasons.first?.contains("absence-needs-a-judgment") == true)
    }

    @Test func aConditionThatIsNotMetIsNamed() throws {
        var law = SmallLaw()
        law.groundsB = ["speciality: {effect: condition, provision: s 31, review: source-checked}"]
        let refused = try law.assess(Self.photo, request: "request: extradition\nassurances: {speciality: no}")
        #expect(refused.outcome("speciality") == .mayBar)
        #expect(refused.finding("speciality")?.effect == "condition")
        #expect(refused.verdict == .clear)
        #expect(try law.assess(Self.photo).outcome("speciality") == .clear)
    }

    @Test func theInvokedBasisDecidesWhereItApplies() throws {
        let law = SmallLaw().with([SmallLaw.Treaty(id: "one"), SmallLaw.Treaty(id: "two")])
        func assess(_ basis: String) throws -> Assessment {
            try law.assess(Self.photo, request: "request: extradition\nlegal-basis: \(basis)")
        }
        #expect(try assess("two").decidingBasis == "two")
        #expect(try assess("one").decidingBasis == "one")
        let unknown = try assess("three")
        #expect(unknown.decidingBasis == "one")
        let finding = try #require(unknown.findings.first { $0.ground == "legal-basis-invoked" })
        #expect(finding.outcome == .mayBar)
        #expect(finding.because.first?.contains("`one`") == true)
        #expect(try assess("domestic").findings.first { $0.ground == "legal-basis-invoked" }?.because.first?.contains("gives way to one") == true)
    }

    /// Jurisdiction over one category was open for conduct of another.
    @Test func reachByCategoryLooksAtTheConduct() throws {
        var law = SmallLaw()
        law.groundsB = ["pending-proceedings: {effect: mandatory, when: {requested-has-jurisdiction: yes}, provision: s 40, review: source-checked}"]
        law.cooperationB = ["reach: [{basis: universal, categories: [trafficking], provision: s 6, review: source-checked}]"]
        #expect(try law.assess(Self.photo).outcome("pending-proceedings") == .clear)
        law.cooperationB = ["reach: [{basis: universal, categories: [material/possess], provision: s 6, review: source-checked}]"]
        #expect(try law.assess(Self.photo).outcome("pending-proceedings") == .bars)
    }

    /// A treaty under which cooperation is subject to national law does not lower a national threshold.
    @Test func aThresholdOfNationalLawStandsWhereTheTreatyRefersToIt() throws {
        var law = SmallLaw()
        law.threshold = "prosecution: {requested: {at-least: 3 years}, provision: s 11, yields-to-treaty: where-it-speaks, review: source-checked}"
        law.offencesB = SmallLaw.plain("b", "{act: possess}", penalty: "[{imprisonment: up to 2 years}]")
        var treaty = SmallLaw.Treaty()
        treaty.entries += ["threshold: {prosecution: {requesting: {at-least: 1 year}, requested: {at-least: 1 year}, provision: art 2, review: source-checked}}"]
        #expect(try law.with([treaty]).assess(Self.photo).outcome("penalty-threshold", on: "pact") == .clear)
        treaty.head = ["subject-to-national-law: {provision: art 3, review: source-checked}"]
        #expect(try law.with([treaty]).assess(Self.photo).outcome("penalty-threshold", on: "pact") == .bars)
    }

    /// A permission in a treaty is not "otherwise provided": national law that refuses its nationals stays.
    @Test func aPermissionLeavesTheNationalRule() throws {
        var law = SmallLaw()
        law.groundsB = ["nationality: {effect: mandatory, provision: s 20, yields-to-treaty: where-it-speaks, review: source-checked}"]
        var treaty = SmallLaw.Treaty()
        let own = "person: {nationalities: [BB], resident-in: AA, age-at-conduct: 40, age-now: 41}"
        func outcome() throws -> Finding.Outcome? { try law.with([treaty]).assess(Self.photo, person: own).outcome("nationality", on: "pact") }
        #expect(try outcome() == .bars, "the treaty is silent")
        treaty.grounds = ["nationality: {effect: optional, provision: art 6, review: source-checked}"]
        #expect(try outcome() == .bars)
        treaty.grounds = ["nationality: {effect: excluded, provision: art 6, review: source-checked}"]
        #expect(try outcome() == .clear)
        law.groundsB = ["nationality: {effect: mandatory, provision: s 20, yields-to-treaty: yes, review: source-checked}"]
        treaty.grounds = []
        #expect(try outcome() == .clear)
    }

    @Test(arguments: [("mandatory", Finding.Outcome.bars), ("optional", .mayBar), ("unknown", .unknown)])
    func aGroundForEverywhereHoldsUnderATreatyToo(effect: String, outcome: Finding.Outcome) throws {
        var law = SmallLaw()
        law.files["Rules/grounds/house.yaml"] = GroundCatalogueTests.added.replacing("effect: mandatory", with: "effect: \(effect)")
        let result = try law.with([SmallLaw.Treaty()]).assess(
            Self.photo, request: "request: extradition\ncase: {witness-protected: yes}")
        #expect(result.outcome("witness-protection", on: "pact") == outcome)
        #expect(result.outcome("witness-protection", on: "domestic") == outcome)
    }

    @Test func nobodyIsSurrenderedWhereEveryCountIsBarred() throws {
        let result = try SmallLaw().assess("{act: possess, material.medium: video, mental: purpose}")
        #expect(result.verdict == .obstructed)
        #expect(result.surrender == nil)
        #expect(try SmallLaw().assess(Self.photo).surrender?.counts == ["1"])
    }

    /// Rules about sentences are not cited to somebody who is wanted for prosecution.
    @Test func rulesForAnotherPurposeAreNotCited() throws {
        var law = SmallLaw()
        law.groundsB = ["residence: [{effect: optional, when: {purpose: sentence, person.resident-of-requested: yes}, provision: s 50, review: source-checked}, {effect: optional, when: {purpose: prosecution, person.resident-of-requested: yes}, provision: s 51, review: source-checked}]"]
        let resident = "person: {nationalities: [AA], resident-in: BB, age-at-conduct: 40, age-now: 41}"
        let finding = try law.assess(Self.photo, person: resident).finding("residence")
        #expect(finding?.provision == "s 51")
        #expect(finding?.outcome == .mayBar)
    }
}
