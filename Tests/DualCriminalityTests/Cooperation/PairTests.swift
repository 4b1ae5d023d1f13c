import Law
import LawLoader
import Testing

@testable import DualCriminality

/// Between every two of the first six states, an extradition and an assistance request give each ground a stated outcome
/// with a provision, or an honest "unknown".
@Suite struct PairTests {
    struct Pair: Hashable, Sendable, CustomTestStringConvertible {
        let from: String
        let to: String
        let kind: Request.Kind
        var testDescription: String { "\(kind.rawValue) \(from) → \(to)" }

        static let states = ["CA", "DE", "FR", "IE", "JP", "US"]
        static let all = states.flatMap { from in
            states.filter { $0 != from }.flatMap { to in Request.Kind.allCases.map { Pair(from: from, to: to, kind: $0) } }
        }
    }

    static let library = CorpusTests.library

    private func assess(_ pair: Pair, nationality: String? = nil, more: String = "") throws -> Assessment {
        let text = """
            request: \(pair.kind.rawValue)
            requesting: \(pair.from)
            requested: \(pair.to)
            date: 2026-06-01
            \(pair.kind == .assistance ? "measures: [search-and-seizure, subscriber-data]" : "purpose: prosecution")
            person: {nationalities: [\(nationality ?? pair.from)], resident-in: \(pair.from), age-at-conduct: 40, age-now: 41}
            \(more)
            counts:
              - id: "1"
                committed: {from: 2025-07-01, to: 2025-09-30, in: [\(pair.from)]}
                victim: {nationalities: [\(pair.from)], age-at-conduct: 12}
                facts: {act: supply, material.medium: video, material.content: intercourse, material.person: child, material.realism: record-of-real-event, material.real-age: 12, material.shown-age: 12, mental: purpose, public-recipients: yes, appraisal.pornographic: yes, appraisal.obscene: yes, appraisal.sexually-explicit: yes}
            """
        let loaded = try Self.library.request(Array(text.utf8), file: "request")
        guard let request = loaded.value else { throw LawError.broken(loaded.errors) }
        return try Self.library.assessor(for: request, vocabulary: try Self.library.vocabulary()).assess(request)
    }

    @Test(arguments: Pair.all)
    func everyGroundHasAnOutcomeOnEveryBasis(pair: Pair) throws {
        let result = try assess(pair)
        let catalogue = try Self.library.grounds()
        let grounds = catalogue.grounds.filter { $0.kinds.contains(pair.kind) }.map(\.id.text)
        for basis in result.bases {
            let findings = result.findings.filter { $0.basis == basis.instrument }
            for ground in grounds {
                let own = findings.filter { $0.ground == ground }
                #expect(!own.isEmpty, "\(basis.instrument): no finding on \(ground)")
                for finding in own {
                    // With a provision, or the texts are silent, or it is said that they are not known to have the ground.
                    let says = [finding.effectFrom?.treaty, finding.effectFrom?.national].compactMap { $0 }
                    if finding.provision.isEmpty {
                        #expect(says.allSatisfy { $0 == "silent" || $0 == "unknown" }, "\(basis.instrument), \(ground): \(says)")
                        #expect(finding.outcome == .clear || says.contains("unknown"), "\(basis.instrument), \(ground) bars without a provision")
                    }
                    #expect(!finding.because.isEmpty, "\(basis.instrument), \(ground): no reason")
                }
            }
        }
        if result.bases.allSatisfy({ $0.displacedBy != nil }) {
            #expect(result.findings.contains { $0.ground == "no-legal-basis" && !$0.because.isEmpty })
        }
        // What the definitions say is told whatever the grounds are.
        #expect(result.counts.count == 1)
    }

    /// A ground that nobody has encoded must not be clear once it is raised: what is not known is unknown.
    @Test(arguments: Pair.all.filter { $0.kind == .extradition })
    func aRaisedGroundIsNeverSilentlyClear(pair: Pair) throws {
        let result = try assess(pair, more: "case: {inhuman-treatment-risk: yes, amnesty-requested: yes, unfair-trial-risk: yes}")
        for finding in result.findings where ["inhuman-treatment", "amnesty", "unfair-trial"].contains(finding.ground) && finding.outcome == .clear {
            let says = [finding.effectFrom?.treaty, finding.effectFrom?.national].compactMap { $0 }
            #expect(!says.contains("unknown"), "\(pair): \(finding.basis), \(finding.ground) is clear although a text is not known")
        }
    }

    /// The legal bases that bind these states, as the table of parties says.
    @Test(arguments: [
        ("FR", "DE", "eaw"), ("DE", "FR", "eaw"), ("IE", "DE", "eaw"), ("DE", "IE", "eaw"), ("FR", "IE", "eaw"),
        ("FR", "JP", "domestic"), ("DE", "JP", "domestic"),
    ])
    func theBasisThatDecides(from: String, to: String, basis: String) throws {
        let result = try assess(Pair(from: from, to: to, kind: .extradition))
        #expect(result.bases.contains { $0.instrument == basis && $0.displacedBy == nil }, "\(result.bases.map(\.instrument))")
        if basis == "eaw" {
            #expect(result.decidingBasis == "eaw")
            #expect(result.bases.first { $0.instrument == "ece" }?.displacedBy?.hasPrefix("eaw") == true)
        }
    }

    /// The second reading found this clear: a national of the requested state wanted for prosecution needs an assurance of
    /// return (EAW art 5(3), IRG § 80(1)).
    @Test func aGermanWantedByFranceIsNotClear() throws {
        let pair = Pair(from: "FR", to: "DE", kind: .extradition)
        let own = try assess(pair, nationality: "DE")
        #expect(own.outcome("nationality", on: "eaw") != .clear)
        #expect(own.verdict != .clear)
        #expect(try assess(pair).outcome("nationality", on: "eaw") == .clear)
    }

    /// Found by the second reading: a treaty that speaks of one measure leaves national law alone for the others.
    @Test func aTreatyThatSpeaksOfOneMeasureLeavesTheOthersToNationalLaw() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: access}")
        law.assistanceB = ["dual-criminality: {rule: always, provision: s 12, yields-to-treaty: where-it-speaks, review: source-checked}"]
        var treaty = SmallLaw.Treaty(kinds: "[assistance]")
        treaty.entries = []
        treaty.grounds = ["dual-criminality: {effect: excluded, when: {dual-criminality: not-met, measure: preservation}, provision: art 29, review: source-checked}"]
        let result = try law.with([treaty]).assess(
            DesignPoints7To12Tests.photo, request: "request: assistance\nmeasures: [preservation, search-and-seizure]")
        let own = result.findings.filter { $0.basis == "pact" && $0.ground == "dual-criminality" }
        #expect(own.first { $0.measure == "preservation" }?.outcome == .clear)
        #expect(own.first { $0.measure == "search-and-seizure" }?.outcome == .bars)
    }

    /// A side on which the treaty has no threshold keeps that of the requested state's law.
    @Test func aThresholdOfOneSideLeavesTheOtherToNationalLaw() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess}", penalty: "[{imprisonment: up to 6 months}]")
        var treaty = SmallLaw.Treaty()
        treaty.entries += ["threshold: {prosecution: {requesting: {at-least: 4 years}, provision: art 2, review: source-checked}}"]
        let result = try law.with([treaty]).assess(DesignPoints7To12Tests.photo)
        #expect(result.outcome("penalty-threshold", on: "pact") == .bars)
        law.threshold = "prosecution: {requested: {at-least: 6 months}, provision: s 11, review: source-checked}"
        #expect(try law.with([treaty]).assess(DesignPoints7To12Tests.photo).outcome("penalty-threshold", on: "pact") == .clear)
    }
}
