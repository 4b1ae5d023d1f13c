import Foundation
import Testing

/// `dualcrim compare`, `gaps` and `matrix` as a user calls them.
@Suite struct ComparisonCommandTests {
    struct Wrong: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let code: Int32
        let says: [String]
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Wrong(arguments: ["compare", "XX", "DE"], code: 3, says: ["the law of `XX` is not encoded", "CA, DE, FR, IE, JP, US"]),
        Wrong(arguments: ["compare", "CA", "de"], code: 3, says: ["`de` is not encoded", "did you mean `DE`?"]),
        Wrong(arguments: ["gaps", "--from", "CA,XX"], code: 3, says: ["the law of `XX` is not encoded"]),
        Wrong(arguments: ["gaps", "--from", "CA", "--to", "jp"], code: 3, says: ["did you mean `JP`?"]),
        Wrong(arguments: ["matrix", "CA", "ZZ"], code: 3, says: ["the law of `ZZ` is not encoded"]),
        Wrong(arguments: ["compare", "CA", "DE", "--category", "material/posess"], code: 65, says: ["there is no category `material/posess`", "did you mean `material/possess`?"]),
        Wrong(arguments: ["gaps", "--from", "CA", "--category", "zzz"], code: 65, says: ["there is no category `zzz`", "dualcrim list categories"]),
        Wrong(arguments: ["matrix", "--category", "solicitatoin"], code: 65, says: ["did you mean `solicitation`?"]),
        Wrong(arguments: ["harmonize", "DE", "--against", "lanzarotte"], code: 65, says: ["there is no benchmark `lanzarotte`", "did you mean `lanzarote`?"]),
        Wrong(arguments: ["harmonize", "ZZ", "--against", "lanzarote"], code: 3, says: ["the law of `ZZ` is not encoded"]),
        Wrong(arguments: ["matrix", "--as-of", "yesterday"], code: 64, says: ["`yesterday` is no date"]),
    ])
    func badInputSaysWhatExists(_ wrong: Wrong) throws {
        let result = try Command.run(arguments: wrong.arguments)
        #expect(result.code == wrong.code)
        #expect(result.out == "")
        for text in wrong.says { #expect(result.err.contains(text), "no `\(text)` in: \(result.err)") }
    }

    @Test func theJSONOfAComparison() throws {
        let result = try Command.run("compare", "IE", "JP", "--category", "material/access", "--format", "json")
        #expect(result.code == 0 && result.err == "")
        let json = try JSONValue(result.out)
        #expect(json["schema"]?.string == "dualcrim/comparison/1")
        #expect(json["from"]?.string == "IE" && json["to"]?.string == "JP")
        let offence = try #require(json["offences"]?.array?.first)
        #expect(offence["coverage"]?.string == offence["layers"]?["core"]?.string)
        let gaps = try #require(offence["gaps"]?.array)
        #expect(!gaps.isEmpty)
        for gap in gaps {
            #expect(["core", "appraisal", "margins"].contains(gap["layer"]?.string ?? ""))
            #expect(gap["region"]?["text"]?.string?.isEmpty == false)
            #expect(gap["region"]?["all"]?.array?.isEmpty == false)
        }
        #expect(offence["witness"]?.array?.first?["element"]?.string == "act")
        #expect(offence["covered-at"]?["any"]?.string != nil)
    }

    @Test func bothDirections() throws {
        let json = try JSONValue(try Command.run("compare", "FR", "JP", "--both", "--category", "material/possess", "--format", "json").out)
        let pairs = try #require(json.array)
        #expect(pairs.map { $0["from"]?.string } == ["FR", "JP"])
        #expect(pairs.map { $0["to"]?.string } == ["JP", "FR"])
        // How two states' definitions stand to each other is the same thing seen from two sides.
        let opposite = ["narrower": "wider", "wider": "narrower", "equivalent": "equivalent", "overlapping": "overlapping", "disjoint": "disjoint"]
        let relations = pairs.map { $0["categories"]?.array?.first?["relation"]?.string }
        #expect(relations[0] != nil)
        #expect(relations[0].flatMap { opposite[$0] } == relations[1])
    }

    @Test func aStateAgainstItself() throws {
        let json = try JSONValue(try Command.run("compare", "FR", "FR", "--format", "json").out)
        let offences = try #require(json["offences"]?.array)
        #expect(offences.count > 10)
        for offence in offences {
            #expect(offence["coverage"]?.string == "covered")
            #expect(offence["gaps"]?.array?.isEmpty == true)
        }
        let gaps = try JSONValue(try Command.run("gaps", "--from", "FR", "--to", "FR", "--format", "json").out)
        #expect(gaps["cells"]?.array?.allSatisfy { ["covered", nil].contains($0["coverage"]?.string) } == true)
    }

    /// Text, JSON and CSV say the same, and no bar is drawn where nobody looks.
    @Test func theMatrixInThreeForms() throws {
        let arguments = ["matrix", "FR", "IE", "JP", "--category", "material/access"]
        let json = try Command.run(arguments: arguments + ["--format", "json"])
        #expect(json.code == 0 && json.err == "")
        let cells = try #require(try JSONValue(json.out)["cells"]?.array)
        #expect(cells.count == 6)
        let csv = try Command.run(arguments: arguments + ["--format", "csv"]).out
        let lines = csv.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(lines.count == 7)
        #expect(lines[0] == "as-of,from,to,category,coverage,covered,partly-covered,not-covered,unknown,provision,gap")
        let signs = ["covered": "=", "partly-covered": "~", "not-covered": "x", "unknown": "?"]
        let text = try Command.run(arguments: arguments).out
        let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        for cell in cells {
            let from = try #require(cell["from"]?.string)
            let to = try #require(cell["to"]?.string)
            let coverage = cell["coverage"]?.string ?? ""
            let start = ["", from, to, "material/access", coverage].joined(separator: ",").dropFirst()
            #expect(lines.contains { $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst().joined(separator: ",").hasPrefix(start) })
            let header = try #require(rows.first { $0 == ["FR", "IE", "JP"] })
            let row = try #require(rows.first { $0.first == from && $0 != header && $0.count == 3 })
            let others = header.filter { $0 != from }
            #expect(row[1 + (others.firstIndex(of: to) ?? 0)] == signs[coverage] ?? ".")
        }
    }

    @Test func theGapReportNamesProvisions() throws {
        let text = try Command.run("gaps", "--from", "JP", "--to", "FR,IE", "--category", "material/possess")
        #expect(text.code == 0 && text.err == "")
        #expect(text.out.contains("JP→FR") && text.out.contains("JP→IE"))
        #expect(!text.out.contains("JP→JP"))
        #expect(text.out.contains("JP→FR material/possess: art"))
        // Words of the vocabulary, no ids.
        #expect(!text.out.contains("material.") && !text.out.contains("cpa7"))
    }
}
