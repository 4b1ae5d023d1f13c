import Foundation
import Law
import Testing
import YAMLTree

@testable import DualCriminality
@testable import Reporting

@Suite struct JSONReportTests {
    private struct Sample: Encodable {
        var zebra = 1
        var apple = "a/b → ü"
        var list = [["y": 1, "x": 2]]
        var none: String?
    }

    @Test func keysAreSorted() throws {
        #expect(try JSONReport.render(Sample(), pretty: false) == "{\"apple\":\"a/b → ü\",\"list\":[{\"x\":2,\"y\":1}],\"zebra\":1}\n")
        let pretty = try JSONReport.render(Sample())
        #expect(pretty.hasPrefix("{\n  \"apple\" : \"a/b → ü\",\n"))
        #expect(pretty.hasSuffix("}\n"))
    }

    @Test func theSameValueGivesTheSameBytes() throws {
        let first = try JSONReport.render(AssessmentTextTests.all)
        for _ in 0..<5 { #expect(try JSONReport.render(AssessmentTextTests.all) == first) }
    }

    @Test func keysOfAnAssessmentAreThoseOfTheContract() throws {
        let text = try JSONReport.render(SampleAssessment.assessment(verdict: .notAssessable, status: .notMet))
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(Set(json.keys).isSuperset(of: ["schema", "request", "verdict", "counts", "bases", "findings", "law"]))
        #expect(json["verdict"] as? String == "not-assessable")
        #expect(json["schema"] as? String == "dualcrim/assessment/1")
        let count = try #require((json["counts"] as? [[String: Any]])?.first)
        #expect(count["dual-criminality"] as? String == "not-met")
        #expect((json["law"] as? [String: Any])?["lowest-review"] as? String == "draft")
        #expect((json["law"] as? [String: Any])?["oldest-source"] as? String == "2020-01-01")
    }

    // MARK: - validate

    static let diagnostics = [
        Diagnostic(
            severity: .error, code: "law/sample", file: "my law/DE ä.yaml", position: SourcePosition(line: 7, column: 3, offset: 40),
            length: 5, message: "wrong", hint: "do this"),
        Diagnostic(
            severity: .warning, code: "law/no-sample", file: "b.yaml", position: SourcePosition(line: 1, column: 1, offset: 0),
            message: "none"),
        Diagnostic(
            severity: .note, code: "law/sample", file: "standard input", position: SourcePosition(line: 2, column: 1, offset: 9),
            message: "so"),
    ]

    @Test func validation() throws {
        var result = EncodingCheck.Result()
        result.diagnostics = Self.diagnostics
        result.jurisdictions = 2
        result.samples = 9
        let text = try JSONReport.render(ValidationRecord(result))
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(json["schema"] as? String == "dualcrim/validation/1")
        #expect(json["errors"] as? Int == 1)
        #expect(json["warnings"] as? Int == 1)
        #expect(json["jurisdictions"] as? Int == 2)
        #expect(json["samples"] as? Int == 9)
        let entries = try #require(json["diagnostics"] as? [[String: Any]])
        #expect(entries.count == 3)
        #expect(entries[0]["severity"] as? String == "error")
        #expect(entries[0]["line"] as? Int == 7)
        #expect(entries[0]["column"] as? Int == 3)
        #expect(entries[0]["length"] as? Int == 5)
        #expect(entries[0]["hint"] as? String == "do this")
        #expect(entries[1]["hint"] == nil)
    }

    @Test func sarif() throws {
        let text = try JSONReport.render(SARIF(Self.diagnostics, version: "1.2.3"))
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(json["version"] as? String == "2.1.0")
        #expect((json["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
        let run = try #require((json["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "dualcrim")
        #expect(driver["version"] as? String == "1.2.3")
        // Each rule once, whatever the number of results.
        #expect((driver["rules"] as? [[String: String]])?.map { $0["id"] } == ["law/no-sample", "law/sample"])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["level"] as? String } == ["error", "warning", "note"])
        #expect((results[0]["message"] as? [String: String])?["text"] == "wrong (do this)")
        let places = results.compactMap {
            (($0["locations"] as? [[String: Any]])?.first)?["physicalLocation"] as? [String: Any]
        }
        // A place is a URI reference: no blanks, no bare letters beyond ASCII.
        let uris = places.compactMap { ($0["artifactLocation"] as? [String: String])?["uri"] }
        #expect(uris == ["my%20law/DE%20%C3%A4.yaml", "b.yaml", "standard%20input"])
        let region = try #require(places[0]["region"] as? [String: Int])
        #expect(region == ["startLine": 7, "startColumn": 3, "endColumn": 8])
    }

    @Test func sarifOfNothing() throws {
        let text = try JSONReport.render(SARIF([], version: "1"), pretty: false)
        #expect(text.contains("\"results\":[]") && text.contains("\"rules\":[]"))
    }
}
