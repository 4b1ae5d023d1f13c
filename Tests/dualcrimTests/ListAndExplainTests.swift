import Foundation
import Testing

@Suite struct ListAndExplainTests {
    static let states = ["CA", "DE", "FR", "IE", "JP", "US"]

    @Test(arguments: [
        ("jurisdictions", 6), ("offences", 100), ("elements", 80), ("grounds", 43), ("categories", 13), ("instruments", 60),
    ])
    func list(subject: String, atLeast: Int) throws {
        let json = try Command.run("list", subject, "--format", "json")
        #expect(json.code == 0 && json.err == "")
        let records = try #require(try JSONValue(json.out).array)
        #expect(records.count >= atLeast)
        let text = try Command.run("list", subject)
        #expect(text.code == 0 && text.err == "")
        #expect(!text.out.isEmpty)
        let words = Set(text.out.split(whereSeparator: \.isWhitespace).map(String.init))
        for record in records {
            let id = try #require((record["id"] ?? record["code"])?.string)
            #expect(words.contains(id), "the text lacks `\(id)`")
        }
        for line in text.out.split(separator: "\n") { #expect(line.last != " ") }
    }

    @Test func listOfOneState() throws {
        let records = try #require(try JSONValue(try Command.run("list", "offences", "--of", "IE", "--format", "json").out).array)
        #expect(records.count > 10)
        #expect(records.allSatisfy { $0["state"]?.string == "IE" })
        let coverage = try #require(try JSONValue(try Command.run("list", "categories", "--of", "IE", "--format", "json").out).array)
        #expect(coverage.allSatisfy { $0["coverage"]?.string != nil })
    }

    @Test(arguments: ["offences", "categories"])
    func listOfAStateThatIsNotEncoded(subject: String) throws {
        let result = try Command.run("list", subject, "--of", "ZZ")
        #expect(result.code == 3)
        #expect(result.out == "")
        #expect(result.err.contains("the law of `ZZ` is not encoded") && result.err.contains("CA, DE, FR, IE, JP, US"))
    }

    @Test(arguments: states)
    func explainAnOffenceOfEveryState(state: String) throws {
        let records = try #require(try JSONValue(try Command.run("list", "offences", "--of", state, "--format", "json").out).array)
        let first = try #require(records.first)
        let id = try #require(first["id"]?.string)
        let text = try Command.run("explain", state, id)
        #expect(text.code == 0 && text.err == "")
        #expect(text.out.contains(id))
        for word in ["source", "review", "in force", "penalty", "attempt", "  - "] { #expect(text.out.contains(word), "no `\(word)`") }
        let json = try JSONValue(try Command.run("explain", state, id, "--format", "json").out)
        #expect(json["schema"]?.string == "dualcrim/offence/1")
        #expect(json["id"]?.string == id && json["jurisdiction"]?.string == state)
        #expect(json["versions"]?.array?.isEmpty == false)
        // Without an offence, all of them.
        let all = try Command.run("explain", state, "--format", "json")
        #expect(all.code == 0)
        #expect(try JSONValue(all.out).array?.compactMap { $0["id"]?.string } == records.compactMap { $0["id"]?.string })
    }

    @Test func explainAnElement() throws {
        let text = try Command.run("explain", "material.realism")
        #expect(text.code == 0 && text.err == "")
        #expect(text.out.hasPrefix("material.realism   fact\n"))
        #expect(text.out.contains("question: ") && text.out.contains("record-of-real-event"))
        let json = try JSONValue(try Command.run("explain", "material.realism", "--format", "json").out)
        #expect(json["schema"]?.string == "dualcrim/element/1")
        #expect(json["id"]?.string == "material.realism")
        #expect(json["values"] == .array(["non-realistic", "realistic", "record-of-real-event"].map { .string($0) }))
    }

    @Test func explainWhatIsNotThere() throws {
        for (arguments, code, says) in [
            (["DE", "nothing-like-it"], Int32(65), ["Germany has no offence `nothing-like-it`", "`dualcrim list offences --of DE` shows them"]),
            (["DE", "184b-3-posess"], 65, ["Germany has no offence `184b-3-posess`", "did you mean `184b-3-possess`?"]),
            (["SE"], 3, ["the law of `SE` is not encoded"]),
            (["material.realsm"], 65, ["`material.realsm` is neither a state nor an element", "did you mean `material.realism`?"]),
            (["germany"], 65, ["`germany` is neither a state nor an element", "hint: "]),
        ] {
            let result = try Command.run(arguments: ["explain"] + arguments)
            #expect(result.code == code)
            #expect(result.out == "")
            for text in says { #expect(result.err.contains(text), "\(result.err)") }
        }
    }
}
