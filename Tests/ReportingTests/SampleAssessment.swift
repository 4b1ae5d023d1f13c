import Law

@testable import DualCriminality

/// An invented assessment with every part filled, to lay out.
enum SampleAssessment {
    /// The words are those of the bundled vocabulary; it loads, or nothing else does.
    static let wording = Wording(vocabulary: try! LawLibrary(source: BundledLawSource()).vocabulary())

    static let fact = FactDescription(flag, .yes, wording: wording)
    static let flag = wording.vocabulary.element("lawful-authority")!.index

    /// "the person shown was 7 when recorded", as a region of its own.
    static func region(age: Int) -> RegionDescription {
        let element = wording.vocabulary.element("material.real-age")!.index
        return RegionDescription([(element, ValueSet(numbers: [age...age]))], wording: wording)
    }

    static func offence(_ id: String, _ status: PunishabilityStatus = .met, fineOnly: Bool = false) -> OffenceAnswer {
        OffenceAnswer(
            id: id, title: "offence \(id)", status: status, provision: "Code s. \(id)",
            imprisonment: fineOnly
                ? nil
                : ImprisonmentAnswer(
                    min: "P3M", max: "P5Y", minMonths: 3, maxMonths: 60, lessADay: false, alternativeFine: false,
                    text: "3 months to 5 years", ceiling: false, minimum: .months(3, lessADay: false), maximum: .years(5)),
            fineOnly: fineOnly, limitation: "5 years", review: "draft", source: "Code", asOf: "2026-01-01", commencementRead: true,
            notes: ["complaint needed (s. 9)"], lapse: .init(limitation: nil, maxima: nil))
    }

    static func side(
        _ status: Punishability = .punishable, offences: [OffenceAnswer] = [offence("1")], establish: Alternatives? = nil,
        nearest: [NearestOffence] = [], open: [String] = []
    ) -> SideAnswer {
        SideAnswer(
            jurisdiction: "AA", status: status, metBy: status == .punishable ? "one" : nil, offences: offences,
            establish: establish, suffices: status == .punishable ? [fact] : [],
            assumed: [Assumption(element: "stage", value: "completed", because: "presumption", text: "the act is completed")],
            appraisal: status == .appraisal
                ? [Appraisal(element: "appraisal.obscene", text: "the material is obscene", question: "Is it?")] : [],
            open: open, nearest: nearest,
            periods: [PeriodAnswer(from: "2025-01-01", to: "2025-02-01", law: "conduct", status: status)])
    }

    static let nearest = NearestOffence(
        id: "9", title: "nine", provision: "Code s. 9", review: "draft",
        fails: [
            .init(
                element: "lawful-authority", stated: "the act serves no official duty", needed: fact, change: "charge")
        ])

    static func finding(_ ground: String, _ outcome: Finding.Outcome, item: String? = nil, cures: Int = 0) -> Finding {
        Finding(
            ground: ground, count: "1", item: item, outcome: outcome, effect: "mandatory", basis: "domestic", provision: "s. 3",
            because: ["BBland: a reason that is long enough to have to be broken into more than one line on a narrow terminal"],
            establish: nil, cure: (0..<cures).map { .init(kind: .fact, text: "cure number \($0)") }, review: "draft")
    }

    static func assessment(
        name: String = "AAland", verdict: Verdict = .conditional, requesting: SideAnswer = side(), requested: SideAnswer = side(),
        items: [ItemAssessment] = [], severable: [String] = [], charged: [String] = [], findings: [Finding]? = nil,
        measures: [String] = [], status: PunishabilityStatus = .depends
    ) -> Assessment {
        Assessment(
            request: RequestSummary(
                kind: measures.isEmpty ? "extradition" : "assistance", requesting: "AA", requested: "BB", requestingName: name,
                requestedName: "BBland", date: "2026-03-01", purpose: "prosecution", measures: measures),
            verdict: verdict, partial: false,
            counts: [
                CountAssessment(
                    id: "1", committed: .init(from: "2025-01-01", to: "2025-02-01"), dualCriminality: status, verdict: verdict,
                    requesting: requesting, requested: requested, items: items, severable: severable, alleged: [fact],
                    chargedNotMet: charged)
            ],
            bases: [
                BasisAssessment(
                    instrument: "domestic", title: "the law of BBland", verdict: verdict, counts: [], measures: [],
                    displacedBy: nil, uncertain: nil, remarks: [])
            ],
            decidingBasis: "domestic", basisDifferences: [],
            findings: findings ?? [
                finding("dual-criminality", .clear), finding("penalty-threshold", .bars, item: "a", cures: 5),
                finding("one", .mayBar), finding("two", .unknown),
            ],
            surrender: nil, documents: [],
            law: LawRecord(
                digest: "sha256:00", lowestReview: "draft", oldestSource: "2020-01-01",
                sources: [.init(jurisdiction: "AA", title: "Old Code", asOf: "2020-01-01", stale: true)]))
    }

    static func item(
        _ id: String, _ status: PunishabilityStatus, requested: SideAnswer = side(), alternatives: [PunishabilityStatus] = []
    ) -> ItemAssessment {
        ItemAssessment(
            id: id, dualCriminality: status, verdict: .clear, requesting: side(), requested: requested, alleged: [fact],
            alternatives: alternatives)
    }
}
