import Foundation
import Testing

/// The examples of the documentation answer as `Tests/Cases/examples.json` says, which was read against the comment of each.
@Suite struct ExampleTests {
    /// One row of the table.
    struct Row: Codable, Hashable, Sendable, CustomTestStringConvertible {
        struct Count: Codable, Hashable, Sendable {
            let id: String
            let dualCriminality: String
            let requesting: String
            let requested: String
            let severable: [String]

            enum CodingKeys: String, CodingKey {
                case id, requesting, requested, severable
                case dualCriminality = "dual-criminality"
            }
        }

        let id: String
        let verdict: String
        let counts: [Count]
        /// Each basis with its verdict, or the one that displaces it; the deciding one first.
        let bases: [String]
        /// "basis, ground, count, item, measure: outcome" of what is not clear on a basis that could serve.
        let grounds: [String]

        var testDescription: String { id }

        init(id: String, _ json: JSONValue) {
            self.id = id
            verdict = json["verdict"]?.string ?? ""
            counts = (json["counts"]?.array ?? []).map { count in
                Count(
                    id: count["id"]?.string ?? "", dualCriminality: count["dual-criminality"]?.string ?? "",
                    requesting: count["requesting"]?["status"]?.string ?? "",
                    requested: count["requested"]?["status"]?.string ?? "",
                    severable: (count["severable"]?.array ?? []).compactMap(\.string))
            }
            let bases = json["bases"]?.array ?? []
            self.bases = bases.map { basis in
                (basis["instrument"]?.string ?? "") + ": "
                    + (basis["displaced-by"]?.string.map { "gives way to \($0)" } ?? basis["verdict"]?.string ?? "")
            }
            let displaced = Set(bases.filter { $0["displaced-by"]?.string != nil }.compactMap { $0["instrument"]?.string })
            grounds = (json["findings"]?.array ?? [])
                .filter { $0["outcome"]?.string != "clear" && !displaced.contains($0["basis"]?.string ?? "") }
                .map { finding in
                    ["basis", "ground", "count", "item", "measure"].compactMap { finding[$0]?.string }.joined(separator: ", ")
                        + ": " + (finding["outcome"]?.string ?? "")
                }
        }
    }

    static let file = Command.package.appendingPathComponent("Tests/Cases/examples.json")
    static let rows = (try? JSONDecoder().decode([Row].self, from: Data(contentsOf: file))) ?? []

    @Test func theTableHasEveryExample() {
        #expect(Self.rows.map(\.id) == Example.ids)
        #expect(Self.rows.count >= 12)
    }

    @Test func everyVerdictIsCovered() {
        #expect(Set(Self.rows.map(\.verdict)) == ContractTests.verdicts)
        #expect(Set(Self.rows.flatMap(\.counts).map(\.dualCriminality)) == ContractTests.dualCriminality)
    }

    @Test func everyExampleSaysWhatItShows() throws {
        for id in Example.ids {
            #expect(try Example.text(id).hasPrefix("# "), "\(id) begins without a comment")
        }
    }

    @Test(arguments: rows)
    func answersAsTheTableSays(row: Row) throws {
        let result = try Command.run("check", Example.path(row.id), "--format", "json")
        let answer = Row(id: row.id, try JSONValue(result.out))
        #expect(answer == row, "read the comment of the example, then correct the law or the table")
    }

    /// `UPDATE_EXAMPLES=1 swift test --filter ExampleTests` writes the table anew; what changed has to be read in the
    /// difference before it is committed.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["UPDATE_EXAMPLES"] != nil))
    func writeTheTable() throws {
        let rows = try Example.ids.map { id in
            Row(id: id, try JSONValue(try Command.run("check", Example.path(id), "--format", "json").out))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(rows) + Data("\n".utf8)).write(to: Self.file)
    }
}
