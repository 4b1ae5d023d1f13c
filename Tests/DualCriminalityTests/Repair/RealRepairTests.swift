import Law
import Testing

@testable import DualCriminality

/// Every repair that is proposed for a real state does what it says: made in a copy of the law, the comparison itself no
/// longer reports the gap.
@Suite struct RealRepairTests {
    struct Question: Sendable, CustomStringConvertible {
        let state: String
        let benchmark: String
        let provision: String
        /// The least number of repairs that edit the state's own law.
        let least: Int
        var description: String { "\(state) \(benchmark) \(provision)" }
    }

    static let questions = [
        Question(state: "CA", benchmark: "lanzarote", provision: "art20-1-e", least: 1),
        Question(state: "DE", benchmark: "lanzarote", provision: "art21-1-a", least: 1),
        Question(state: "FR", benchmark: "lanzarote", provision: "art20-1-a", least: 2),
        Question(state: "FR", benchmark: "eu-2011-93", provision: "art5-3", least: 1),
        Question(state: "FR", benchmark: "budapest", provision: "art9-1-a", least: 0),
        Question(state: "IE", benchmark: "budapest", provision: "art9-1-d", least: 0),
        Question(state: "JP", benchmark: "budapest", provision: "art9-1-e", least: 1),
        Question(state: "JP", benchmark: "lanzarote", provision: "art20-1-f", least: 0),
        Question(state: "US", benchmark: "budapest", provision: "art9-1-e", least: 0),
    ]

    @Test(arguments: RealRepairTests.questions)
    func aRepairDoesWhatItSays(question: Question) throws {
        let library = CorpusTests.library
        let vocabulary = try library.vocabulary()
        let benchmark = try library.benchmark(question.benchmark, vocabulary: vocabulary)
        let state = try library.jurisdiction(JurisdictionCode(question.state), vocabulary: vocabulary)
        let date = try #require(LegalDate(iso: "2026-06-25"))
        func run(_ state: Jurisdiction, repairs: Bool) throws -> Harmonization.Shortfall {
            let report = try Harmonizer(vocabulary: vocabulary, benchmark: benchmark, state: state, date: date)
                .run(provision: question.provision, repairs: repairs)
            return try #require(report.provisions.first)
        }
        let before = try run(state, repairs: true)
        #expect(before.repairs.filter { !$0.isNewOffenceOnly }.count >= question.least)
        #expect(before.repairs.isEmpty || before.repairs.last?.isNewOffenceOnly == true)
        for repair in before.repairs {
            let after = try run(state.applying(repair.amendment, on: date), repairs: false)
            switch repair.layer {
            case .core: #expect(after.coverage == repair.coverage, "\(repair.edits.map(\.text))")
            case .appraisal, .margins: #expect(after.coverage == .covered, "\(repair.edits.map(\.text))")
            }
            #expect(!after.gaps.contains { $0.layer == repair.layer }, "\(repair.edits.map(\.text))")
        }
    }
}
