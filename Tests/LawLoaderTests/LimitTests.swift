import Law
import LawLoader
import Testing

/// Files made to cost time or memory, or made by a program gone wrong.
struct LimitTests {
    /// As many errors as reading YAML lists; the search for what was meant ends there too.
    @Test func manyErrors() throws {
        let keys = (0..<2_000).map { "      unknown-\($0): x\n" }.joined()
        let text = try small(.request, [(from: "      aims: [gain]\n", to: keys)])
        let outcome = try SmallLaw.load(.request, text)
        #expect(!outcome.hasValue)
        #expect(outcome.diagnostics.count == 201)
        #expect(outcome.diagnostics.last?.code == "law/too-many-errors")
        #expect(outcome.diagnostics.last?.message == "more than 200 errors in this file; later ones are not listed")
        #expect(outcome.diagnostics.last?.hint == "mend the ones above first")
    }

    @Test(arguments: [200, 201]) func theLastErrorThatIsListed(_ count: Int) throws {
        let keys = (0..<count).map { "      unknown-\($0): x\n" }.joined()
        let outcome = try SmallLaw.load(.request, try small(.request, [(from: "      aims: [gain]\n", to: keys)]))
        #expect(outcome.diagnostics.filter { $0.code == "request/unknown-element" }.count == 200)
        #expect(outcome.diagnostics.contains { $0.code == "law/too-many-errors" } == (count == 201))
    }

    static func request(items: Int, alternatives: Int) throws -> String {
        try small(
            .request,
            [
                (from: "      - {id: ring, owner.age: 13}\n      - {id: coin, owner.age: 14 to 16}\n", to: String(repeating: "      - {by-night: yes}\n", count: items)),
                (from: "    facts: {act: take, worth: great}\n", to: "    alternatives: [" + Array(repeating: "{act: take}", count: alternatives).joined(separator: ", ") + "]\n"),
            ])
    }

    /// A file of a few thousand lines must not become millions of cases. The second count has two of its own.
    @Test(arguments: [(102, 98, 9_998), (101, 99, 10_001), (3_000, 3_000, 9_000_002)])
    func itemsTimesAlternatives(_ items: Int, _ alternatives: Int, _ cases: Int) throws {
        let outcome = try SmallLaw.load(.request, try Self.request(items: items, alternatives: alternatives))
        #expect(outcome.hasValue == (cases <= 10_000))
        #expect(outcome.diagnostics.map(\.code) == (cases <= 10_000 ? [] : ["request/too-large"]))
        if cases > 10_000 {
            #expect(
                outcome.diagnostics.first?.message
                    == "the request states \(cases) items and alternatives, more than the 10000 allowed")
            #expect(outcome.diagnostics.first?.hint == "split it into several requests")
        } else {
            #expect(outcome.request?.counts.first?.items.count == items)
            #expect(outcome.request?.counts.first?.items.allSatisfy { $0.alternatives.count == alternatives } == true)
        }
    }
}
