import Law
import LawLoader
import Testing

@testable import DualCriminality

/// The two laws of DESIGN §4.2 on real law: adding a fact never turns one answer into the other, and leaving one out
/// never makes a request look better.
@Suite struct MonotonicityTests {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    @Test(arguments: CorpusTests.library.codes)
    func moreFactsOnlySettle(code: JurisdictionCode) throws {
        let vocabulary = try CorpusTests.library.vocabulary()
        let state = try CorpusTests.library.jurisdiction(code, vocabulary: vocabulary)
        let date = try #require(LegalDate(iso: "2026-03-01"))
        let samples = try #require(try CorpusTests.library.loader.samples(of: state, vocabulary: vocabulary).value)
        let views = SideViews(
            jurisdiction: state, side: .requested,
            days: [(AskedDay(law: .request, interval: DateInterval(from: date, to: date), day: date),
                LawView(state, on: date, side: .requested, vocabulary: vocabulary))])
        let question = try StateQuestion(view: views.days[0].view)
        var random = Generator(state: UInt64(code.text.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
        var settled = 0
        for sample in samples.shuffled(using: &random).prefix(6) {
            var decider = question.decider
            guard try decider.contradictions(in: sample.facts).isEmpty else { continue }
            // Facts are put in one by one, in random order; strict, so nothing is presumed.
            var facts = Facts()
            var before = try status(facts, views, &decider)
            for element in sample.facts.values.keys.shuffled(using: &random) {
                facts.values[element] = sample.facts.values[element]
                let after = try status(facts, views, &decider)
                if before == .met || before == .notMet {
                    #expect(after == before, "\(code): \(vocabulary[element].id) turned \(before) into \(after)")
                    settled += 1
                }
                before = after
            }
        }
        #expect(settled > 0)
    }

    private func status(_ facts: Facts, _ views: SideViews, _ decider: inout Decider) throws -> PunishabilityStatus {
        let analysis = SideAnalysis(wording: Wording(vocabulary: decider.compiler.facts.vocabulary))
        return try analysis.answer(views, stated: facts, strict: true, &decider).1
    }
}
