import Law
import LawLoader
import Testing

@testable import DualCriminality

/// One invented state against one invented instrument.
struct RepairSetting {
    let vocabulary: Vocabulary
    let benchmark: Benchmark
    let state: Jurisdiction
    let date: LegalDate

    /// - Parameters:
    ///   - provisions: the conditions of art 1, art 2 … of the instrument.
    ///   - keys: further keys of every provision, one a line.
    init(
        _ provisions: [String], against offences: String, definitions: String = "", general: String? = nil,
        keys: [String] = [], openLaw: String = ""
    ) throws {
        var law = SmallLaw()
        law.openLaw = openLaw
        if let general { law.generalPart = general }
        guard var source = try law.library().loader.source as? TextLawSource else { throw LawError.broken([]) }
        source.files["Jurisdictions/BB/offences.yaml"] =
            "jurisdiction: BB\nsources: {code: {title: Code, short: C, consolidated: 2026-01-01}}\n"
            + (definitions.isEmpty ? "" : "definitions:\n\(definitions)\n") + "offences:\n\(offences)"
        var model = "benchmark: model\ntitle: {en: Model}\nsources: {m: {title: Model convention, short: MC, consolidated: 2001-01-01}}\nprovisions:\n"
        for (place, condition) in provisions.enumerated() {
            let lines = ["id: art\(place + 1)", "title: {en: a model}", "provision: art \(place + 1)", "source: m",
                "review: source-checked", "when: \(condition)"] + keys
            model += "  - " + lines.joined(separator: "\n    ") + "\n"
        }
        source.files["Rules/benchmarks/model.yaml"] = model
        let library = LawLibrary(source: source)
        vocabulary = try library.vocabulary()
        benchmark = try library.benchmark("model", vocabulary: vocabulary)
        state = try library.jurisdiction(JurisdictionCode("BB"), vocabulary: vocabulary)
        date = try #require(LegalDate(iso: "2026-03-01"))
    }

    func run(provision: String? = nil) throws -> Harmonization {
        try Harmonizer(vocabulary: vocabulary, benchmark: benchmark, state: state, date: date)
            .run(provision: provision, repairs: true)
    }

    /// The first provision with the edits made in a copy of the law.
    func after(_ repair: Repair, provision: String = "art1") throws -> Harmonization.Shortfall {
        let amended = state.applying(repair.amendment, on: date)
        let report = try Harmonizer(vocabulary: vocabulary, benchmark: benchmark, state: amended, date: date)
            .run(provision: provision)
        return try #require(report.provisions.first)
    }

    func index(_ id: String) throws -> ElementIndex { try #require(vocabulary.index(of: id)) }
}
