import Law
import Testing

@testable import DualCriminality
@testable import Reporting

/// The legal bases of an assessment and their grounds, line by line.
@Suite struct BasesTextTests {
    static func basis(
        _ id: String = "pact", title: String = "Pact of the Two Rivers", _ verdict: Verdict = .conditional,
        measures: [(String, Verdict)] = [], displacedBy: String? = nil, uncertain: String? = nil, remarks: [String] = []
    ) -> BasisAssessment {
        BasisAssessment(
            instrument: id, title: title, verdict: verdict, counts: [],
            measures: measures.map { .init(measure: $0.0, verdict: $0.1) }, displacedBy: displacedBy, uncertain: uncertain,
            remarks: remarks)
    }

    static func finding(
        _ ground: String, _ outcome: Finding.Outcome = .clear, basis: String = "pact", count: String? = nil, item: String? = nil,
        measure: String? = nil, effect: String = "mandatory", from: Finding.EffectFrom? = nil, provision: String = "",
        because: [String] = ["a reason"], establish: Alternatives? = nil, cure: [Finding.Cure] = []
    ) -> Finding {
        Finding(
            ground: ground, count: count, item: item, measure: measure, outcome: outcome, effect: effect, effectFrom: from,
            basis: basis, provision: provision, because: because, establish: establish, cure: cure, review: "draft")
    }

    static func lines(
        _ bases: [BasisAssessment] = [basis()], _ findings: [Finding] = [], deciding: String? = "pact",
        differences: [BasisDifference] = [], surrender: Surrender? = nil, documents: [DocumentRecord] = [], width: Int = 100, verbose: Bool = false
    ) -> [String] {
        let sample = SampleAssessment.assessment()
        let assessment = Assessment(
            request: sample.request, verdict: .conditional, partial: false, counts: sample.counts, bases: bases,
            decidingBasis: deciding, basisDifferences: differences, findings: findings, surrender: surrender, documents: documents, law: sample.law)
        let text = BasesText(style: Style(width: width), verbose: verbose).render(assessment)
        #expect(text.isEmpty || text.hasSuffix("\n"))
        #expect(Layout.trailingBlanks(text) == [])
        #expect(Layout.tooWide(text, width) == [])
        return text.split(separator: "\n").map(String.init)
    }

    // MARK: - Bases

    @Test func theDecidingBasis() {
        #expect(
            Self.lines([Self.basis(), Self.basis("domestic", title: "the law of BBland", .obstructed)]) == [
                "Legal basis  Pact of the Two Rivers   conditional   decides",
                "Legal basis  the law of BBland   obstructed",
            ])
    }

    @Test(arguments: Verdict.allCases) func everyVerdict(_ verdict: Verdict) {
        #expect(Self.lines([Self.basis("pact", verdict)], deciding: nil) == ["Legal basis  Pact of the Two Rivers   \(verdict.rawValue)"])
    }

    /// Below the title where the line has no room for both: the first width that holds the whole line keeps it whole.
    @Test func aNarrowTerminal() {
        let whole = "Legal basis  Pact of the Two Rivers   conditional   decides"
        #expect(Self.lines(width: whole.count) == [whole])
        #expect(
            Self.lines(width: whole.count - 1) == [
                "Legal basis  Pact of the Two Rivers", "             conditional   decides",
            ])
        #expect(
            Self.lines([Self.basis(title: "Pact on the waters of the Two Rivers")], width: 46) == [
                "Legal basis  Pact on the waters of the Two", "             Rivers   conditional   decides",
            ])
    }

    @Test func noBasis() {
        #expect(
            Self.lines([], [Self.finding("no-legal-basis", .bars, basis: "none", provision: "s 3")], deciding: nil) == [
                "No legal basis", "What it rests on", "  ✗ no-legal-basis (s 3)", "      a reason",
            ])
    }

    /// A basis that another displaces is named; its verdict and grounds are for those who ask.
    @Test func aDisplacedBasis() {
        let bases = [Self.basis(), Self.basis("domestic", title: "the law of BBland", .clear, displacedBy: "pact (Pact art 20)")]
        let findings = [Self.finding("death", .bars, basis: "domestic", provision: "s 9")]
        #expect(Self.lines(bases, findings).suffix(2) == ["Bases that give way", "  · the law of BBland: pact (Pact art 20)"])
        #expect(
            Self.lines(bases, findings, verbose: true).suffix(4) == [
                "Legal basis  the law of BBland", "  gives way to pact (Pact art 20)", "  ✗ death (s 9)", "      a reason",
            ])
    }

    @Test func anUncertainBasis() {
        let basis = Self.basis(uncertain: "since when it binds BB", remarks: ["in force for AA since 2010-01-01"])
        #expect(
            Self.lines([basis], deciding: nil) == [
                "Legal basis  Pact of the Two Rivers   conditional", "  not certain: since when it binds BB",
                "  in force for AA since 2010-01-01",
            ])
    }

    @Test func remarksAreForThoseWhoAsk() {
        let basis = Self.basis(remarks: ["in force for AA since 2010-01-01"])
        #expect(Self.lines([basis]).count == 1)
        #expect(Self.lines([basis], verbose: true).last == "  in force for AA since 2010-01-01")
    }

    /// One measure needs no verdict of its own.
    @Test func measures() {
        let both = Self.basis(measures: [("search-and-seizure", .obstructed), ("preservation", .clear)])
        #expect(
            Self.lines([both]).dropFirst() == ["  search-and-seizure      obstructed", "  preservation            clear"])
        #expect(Self.lines([Self.basis(measures: [("preservation", .clear)])]).count == 1)
    }

    // MARK: - Grounds

    /// Grounds on which nothing turns are one line, each named once.
    @Test func clearGrounds() {
        let findings = [
            Self.finding("dual-criminality", count: "1", provision: "art 2"), Self.finding("political", count: "1"),
            Self.finding("political", count: "2"), Self.finding("penalty-threshold", count: "1", item: "a", provision: "art 3"),
            Self.finding("death"),
        ]
        #expect(
            Self.lines([Self.basis()], findings).dropFirst() == [
                "  ✓ dual-criminality, count 1 (art 2)", "  ✓ penalty-threshold, count 1 item a (art 3)",
                "  ✓ nothing on political, death",
            ])
        #expect(
            Self.lines([Self.basis()], findings, verbose: true).dropFirst() == [
                "  ✓ dual-criminality, count 1 (art 2)", "      a reason", "  ✓ political, count 1", "      a reason",
                "  ✓ political, count 2", "      a reason", "  ✓ penalty-threshold, count 1 item a (art 3)", "      a reason",
                "  ✓ death", "      a reason",
            ])
    }

    @Test func manyClearGroundsAreWrapped() {
        let findings = ["political", "military", "fiscal", "discrimination", "nationality"].map { Self.finding($0) }
        #expect(
            Self.lines([Self.basis()], findings, width: 60).dropFirst() == [
                "  ✓ nothing on political, military, fiscal, discrimination,", "      nationality",
            ])
    }

    @Test(arguments: [(Finding.Outcome.bars, "✗"), (.mayBar, "!"), (.unknown, "?")])
    func signs(_ outcome: Finding.Outcome, _ sign: String) {
        #expect(Self.lines([Self.basis()], [Self.finding("death", outcome, because: [])]).last == "  \(sign) death")
    }

    /// What two texts make of a ground is said to be at discretion only where that is what bars.
    @Test func discretion() {
        let from = Finding.EffectFrom(treaty: "optional", national: "silent")
        func last(_ outcome: Finding.Outcome, _ effect: String, _ from: Finding.EffectFrom?) -> String? {
            Self.lines([Self.basis()], [Self.finding("dual-criminality", outcome, effect: effect, from: from, because: [])]).last
        }
        #expect(last(.mayBar, "optional", from) == "  ! dual-criminality, at discretion")
        #expect(last(.mayBar, "mandatory", from) == "  ! dual-criminality")
        #expect(last(.clear, "optional", from) == "  ✓ dual-criminality")
        #expect(last(.mayBar, "optional", nil) == "  ! dual-criminality")
    }

    @Test func aMeasureIsNamed() {
        #expect(
            Self.lines([Self.basis()], [Self.finding("death", .bars, count: "1", measure: "freezing", because: [])]).last
                == "  ✗ death, count 1, freezing")
    }

    @Test func whatToEstablish() {
        let regions = (1...5).map { SampleAssessment.region(age: $0) }
        let finding = Self.finding("death", .unknown, because: [], establish: Alternatives(anyOf: regions, complete: true))
        #expect(
            Self.lines([Self.basis()], [finding]).dropFirst(2) == [
                "      clear if \(regions[0].text)", "      clear if \(regions[1].text)", "      clear if \(regions[2].text)",
            ])
        #expect(Self.lines([Self.basis()], [finding], verbose: true).count == 7)
        // That of dual criminality stands beside the sides.
        let dual = Self.finding("dual-criminality", .unknown, because: [], establish: Alternatives(anyOf: regions, complete: true))
        #expect(Self.lines([Self.basis()], [dual]).count == 2)
    }

    @Test func cures() {
        let cures = (1...4).map { Finding.Cure(kind: .assurance, id: "a", provision: $0 == 1 ? "art 6" : nil, text: "way \($0)") }
        let finding = Self.finding("death", .bars, cure: cures)
        #expect(
            Self.lines([Self.basis()], [finding]).dropFirst() == [
                "  ✗ death", "      a reason", "      → way 1 (art 6)", "      → way 2", "      → way 3",
            ])
        #expect(Self.lines([Self.basis()], [finding], verbose: true).last == "      → way 4")
    }

    /// Findings of a basis stand under it; those about the encodings stand at the end.
    @Test func order() {
        let findings = [
            Self.finding("law-not-source-checked", .unknown, basis: "encoding", because: []),
            Self.finding("second", .bars, basis: "domestic", because: []), Self.finding("first", .bars, because: []),
            Self.finding("third", .bars, basis: "of-nobody", because: []),
        ]
        #expect(
            Self.lines([Self.basis(), Self.basis("domestic", title: "the law of BBland", .clear)], findings) == [
                "Legal basis  Pact of the Two Rivers   conditional   decides", "  ✗ first",
                "Legal basis  the law of BBland   clear", "  ✗ second", "What it rests on", "  ? law-not-source-checked", "  ✗ third",
            ])
    }

    @Test func whereTheBasesDiffer() {
        let difference = BasisDifference(
            ground: "nationality", count: "1", measure: nil,
            outcomes: [.init(basis: "pact", outcome: .clear), .init(basis: "domestic", outcome: .bars)])
        #expect(
            Self.lines(differences: [difference]).suffix(2) == [
                "The bases differ on", "  · nationality, count 1: pact clear, domestic bars",
            ])
    }

    // MARK: - Surrender and documents

    static func surrender(_ not: [String], speciality: String? = nil, grace: Int? = nil) -> Surrender {
        Surrender(basis: "pact", counts: [], notProsecutable: not, speciality: speciality, consent: nil, graceDays: grace)
    }

    @Test func afterSurrender() {
        #expect(
            Self.lines(surrender: Self.surrender(["1", "b"], speciality: "Pact art 7", grace: 45)).dropFirst() == [
                "After surrender", "  count 1, b may not be prosecuted without consent (Pact art 7)",
                "  the protection ends 45 days after release in which the person could have left",
            ])
        #expect(
            Self.lines(surrender: Self.surrender(["1"])).dropFirst() == [
                "After surrender", "  the rule of speciality on this basis is not encoded",
            ])
    }

    @Test func surrenderForEveryCount() {
        let surrender = Self.surrender([], speciality: "Pact art 7")
        #expect(Self.lines(surrender: surrender).count == 1)
        #expect(
            Self.lines(surrender: surrender, verbose: true).dropFirst() == [
                "After surrender", "  other conduct before surrender may not be prosecuted without consent (Pact art 7)",
            ])
    }

    @Test func documents() {
        let documents = [DocumentRecord(basis: "pact", text: "the warrant", provision: "Pact art 8")]
        #expect(Self.lines(documents: documents).count == 1)
        #expect(
            Self.lines(documents: documents, verbose: true).dropFirst() == [
                "What must accompany the request", "  · the warrant (Pact art 8)",
            ])
    }
}
