import Foundation
import Testing

/// `dualcrim diff`: two versions of the law, as a legislator calls it.
@Suite struct DiffCommandTests {
    /// The small law in `law/`, and in `amended/` the same with the offence of BB changed.
    private func amended(_ change: (String) -> String) throws -> SmallLawFolder {
        let law = try SmallLawFolder()
        let place = "Jurisdictions/BB/offences.yaml"
        try law.write("amended/" + place, change(try law.text("law/" + place)))
        return law
    }

    private func widened() throws -> SmallLawFolder {
        try amended { $0.replacingOccurrences(of: "material.medium: photo}", with: "material.medium: [photo, video]}") }
    }

    private let call = ["diff", "law", "amended", "--law", "law", "--state", "AA,BB", "--category", "material/possess"]

    @Test func anAmendment() throws {
        let law = try widened()
        // The amendment lies over the small law, which lies over the bundled one.
        let result = try Command.run(arguments: call + ["--state", "BB"], in: law.folder)
        #expect(result.code == 0)
        #expect(result.err == "")
        for text in [
            "law (2026-06-25) → amended (2026-06-25)", "1  BBland · CBB s 20 · possession (possess): changed",
            "- the material is a photograph → a photograph or a video or film", "AAland → BBland",
            "because of  1 (CBB s 20)", "gap before  ", "gap now     ",
        ] { #expect(result.out.contains(text), "no `\(text)`:\n\(result.out)") }
        for line in result.out.split(separator: "\n") {
            #expect(line.count <= 100 && line.last != " ", "\(line)")
        }
    }

    @Test func json() throws {
        let law = try widened()
        let result = try Command.run(arguments: call + ["--format", "json"], in: law.folder)
        #expect(result.code == 0)
        let json = try JSONValue(result.out)
        #expect(json["schema"]?.string == "dualcrim/diff/1")
        #expect(json["before"]?["law"]?.string == "law" && json["before"]?["as-of"]?.string == "2026-06-25")
        let edit = try #require(json["edits"]?.array?.first)
        for (key, value) in ["id": "BB/offence/possess", "state": "BB", "subject": "offence", "kind": "changed"] {
            #expect(edit[key]?.string == value)
        }
        #expect(edit["changes"]?.array?.first?["aspect"]?.string == "elements")
        let change = try #require(json["changes"]?.array?.first { $0["from"]?.string == "AA" })
        #expect(change["to"]?.string == "BB" && change["id"]?.string == "possess" && change["kind"]?.string == "changed")
        #expect(change["before"]?["coverage"]?.string == "partly-covered")
        #expect(change["cause"]?["kind"]?.string == "one")
        #expect(change["cause"]?["edits"] == .array([.array([.string("BB/offence/possess")])]))
        #expect(edit["causes"]?.whole == json["changes"]?.array?.count)
    }

    @Test func intoAFile() throws {
        let law = try SmallLawFolder()
        let result = try Command.run("diff", "law", "law", "--format", "json", in: law.folder)
        let file = try Command.run("diff", "law", "law", "--format", "json", "--output", "diff.json", in: law.folder)
        #expect(file.out == "" && file.code == 0)
        #expect(try law.text("diff.json") == result.out)
        let nowhere = try Command.run("diff", "law", "law", "--output", "absent/diff.txt", in: law.folder)
        #expect(nowhere.code == 73)
        #expect(nowhere.err.contains("`absent/diff.txt` cannot be written"))
    }

    @Test func nothing() throws {
        let law = try SmallLawFolder()
        let same = try Command.run("diff", "law", "law", in: law.folder)
        #expect(same.code == 0)
        #expect(same.out == "law (2026-06-25) → law (2026-06-25)\n\nThe laws do not differ in any definition.\n")
        let bundled = try Command.run("diff", "bundled", "bundled", "--as-of", "2026-01-01")
        #expect(bundled.out.hasPrefix("bundled (2026-01-01) → bundled (2026-01-01)\n"))
        // An edit that changes no answer.
        let neutral = try amended { $0.replacingOccurrences(of: "imprisonment: up to 5 years", with: "imprisonment: up to 6 years") }
        let result = try Command.run(arguments: call, in: neutral.folder)
        #expect(result.out.contains("- penalty up to 5 years → up to 6 years"))
        #expect(result.out.contains("No answer changes. ("))
    }

    @Test func statesThatOnlyOneLawHas() throws {
        let law = try SmallLawFolder()
        let json = try JSONValue(try Command.run("diff", "bundled", "law", "--format", "json", in: law.folder).out)
        #expect(json["edits"]?.array?.compactMap { $0["id"]?.string } == ["AA/state/AA", "BB/state/BB"])
        #expect(json["edits"]?.array?.allSatisfy { $0["kind"]?.string == "added" } == true)
        #expect(json["changes"] == .array([]))
    }

    @Test func twoDays() throws {
        let law = try amended { text in
            text.replacingOccurrences(
                of: "in-force: from 2000-01-01",
                with: "versions:\n      - {in-force: 2000-01-01 to 2020-12-31, penalty: [{imprisonment: up to 6 months}]}\n      - {in-force: from 2021-01-01}")
        }
        try FileManager.default.copyItem(
            at: law.folder.appendingPathComponent("law/Jurisdictions/AA"),
            to: law.folder.appendingPathComponent("amended/Jurisdictions/AA"))
        try FileManager.default.copyItem(
            at: law.folder.appendingPathComponent("law/Jurisdictions/BB/profile.yaml"),
            to: law.folder.appendingPathComponent("amended/Jurisdictions/BB/profile.yaml"))
        let result = try Command.run(
            "diff", "2020-06-01", "2021-06-01", "--law", "amended", "--state", "BB", "--category", "material/possess",
            "--format", "json", in: law.folder)
        #expect(result.code == 0 && result.err == "")
        let json = try JSONValue(result.out)
        #expect(json["edits"]?.array?.first { $0["state"]?.string == "BB" }?["changes"]?.array?.compactMap { $0["text"]?.string }
            == ["penalty up to 6 months → up to 5 years", "in force from 2021-01-01"])
        let change = try #require(json["changes"]?.array?.first { $0["from"]?.string == "AA" && $0["to"]?.string == "BB" })
        #expect(change["differs"] == .array([.string("covered-at")]))
        #expect(change["before"]?["covered-at"]?["12"]?.string == "not-covered")
    }

    /// A version that begins after the day asked is not silently left out.
    @Test func aVersionThatIsNotYetInForce() throws {
        let law = try amended { text in
            text.replacingOccurrences(
                of: "in-force: from 2000-01-01",
                with: "versions:\n      - {in-force: 2000-01-01 to 2029-12-31}\n      - {in-force: from 2030-01-01, attempt: no}")
        }
        let now = try Command.run(arguments: call, in: law.folder)
        #expect(now.out.contains("The laws do not differ in any definition."))
        #expect(now.out.contains("note: BBland: CBB s 20 has a version that begins on 2030-01-01, after the day that was"))
        let then = try Command.run(arguments: call + ["--as-of", "2030-02-01"], in: law.folder)
        #expect(then.out.contains("- attempt under the general rules → not punishable"))
        #expect(!then.out.contains("note:"))
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let code: Int32
        let says: [String]
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Wrong(arguments: ["diff", "law"], code: 64, says: ["<law-b>"]),
        Wrong(arguments: ["diff", "2026-02-30", "law"], code: 64, says: ["`2026-02-30` is no date; write it as 2026-03-01"]),
        Wrong(arguments: ["diff", "2025-01-01", "2026-01-01", "--as-of", "2026-01-01"], code: 64, says: ["`--as-of` has no place"]),
        Wrong(arguments: ["diff", "lwa", "bundled"], code: 66, says: ["there is no folder `lwa`", "did you mean `law`?"]),
        Wrong(arguments: ["diff", "bundeld", "law"], code: 66, says: ["there is no folder `bundeld`", "did you mean `bundled`?"]),
        Wrong(arguments: ["diff", "law/Jurisdictons", "law"], code: 66, says: ["did you mean `law/Jurisdictions`?"]),
        Wrong(arguments: ["diff", "nothing-like-it", "law"], code: 66, says: ["a law is a folder, `bundled`, or a day such as 2026-03-01"]),
        Wrong(arguments: ["diff", "clear.yaml", "law"], code: 66, says: ["`clear.yaml` is not a folder"]),
        Wrong(arguments: ["diff", "law/Jurisdictions/BB", "law"], code: 66, says: ["`law/Jurisdictions/BB` holds no law"]),
        Wrong(arguments: ["diff", "bundled", "law", "--state", "DE,ZZ"], code: 3, says: ["the law of `ZZ` is not encoded", "AA, BB, CA, DE"]),
        Wrong(arguments: ["diff", "bundled", "law", "--category", "material/posess"], code: 65, says: ["did you mean `material/possess`?"]),
    ])
    func whatIsWrong(_ call: Wrong) throws {
        let law = try SmallLawFolder()
        let result = try Command.run(arguments: call.arguments, in: law.folder)
        #expect(result.code == call.code)
        #expect(result.out == "")
        for text in call.says { #expect(result.err.contains(text), "\(result.err)") }
        #expect(!result.crashed)
    }

    @Test func aBrokenLaw() throws {
        let law = try amended { $0.replacingOccurrences(of: "act: possess,", with: "act: posess,") }
        let result = try Command.run(arguments: call, in: law.folder)
        #expect(result.code == 65)
        #expect(result.out == "")
        #expect(result.err.contains("amended/Jurisdictions/BB/offences.yaml:10:17: error: `posess` is no value of `act`"))
        #expect(result.err.contains("^~~~~~"))
    }

    @Test func aWordMoreInTheVocabulary() throws {
        let law = try widened()
        let bundled = Command.package.appendingPathComponent("Rules/vocabulary.yaml")
        let text = String(decoding: try Data(contentsOf: bundled), as: UTF8.self)
        // The last value of the first choice gets a neighbour.
        let more = text.replacingOccurrences(
            of: "      arrange-travel: ", with: "      stream-on-demand: orders a performance from afar\n      arrange-travel: ")
        #expect(more != text)
        try law.write("amended/Rules/vocabulary.yaml", more)
        let result = try Command.run(arguments: call, in: law.folder)
        #expect(result.code == 0)
        #expect(result.out.contains("note: the vocabularies of the two laws differ"))
        #expect(result.out.contains("1  BBland · CBB s 20"))
    }
}

/// `dualcrim audit`.
@Suite struct AuditCommandTests {
    @Test func oneState() throws {
        let law = try SmallLawFolder()
        let text = try Command.run("audit", "BB", "--law", "law", in: law.folder)
        #expect(text.code == 0 && text.err == "")
        #expect(text.out.hasPrefix("BBland (BB)   law of 2026-01-01\n"))
        for words in [
            "1 encoded, 1 in force: 1 source-checked", "Code of BBland, as of 2026-01-01: 1 offence", "material/possess",
            "the Penal Ordinance of BBland", "Findings", "material/access: said to be encoded, but no offence in force",
        ] { #expect(text.out.contains(words), "no `\(words)`:\n\(text.out)") }
        for line in text.out.split(separator: "\n") { #expect(line.count <= 100 && line.last != " ") }
        let json = try JSONValue(try Command.run("audit", "BB", "--law", "law", "--format", "json", in: law.folder).out)
        #expect(json["schema"]?.string == "dualcrim/audit/1")
        #expect(json["state"]?.string == "BB" && json["in-force"]?.whole == 1)
        #expect(json["reviews"]?["source-checked"]?.whole == 1)
        #expect(json["categories"]?.array?.count == 13)
        #expect(json["findings"]?.array?.allSatisfy { $0["kind"]?.string == "coverage" } == true)
    }

    @Test func findings() throws {
        let law = try SmallLawFolder()
        let place = "law/Jurisdictions/BB/offences.yaml"
        try law.write(place, try law.text(place) + """
              - id: narrow
                title: {en: possession of films}
                provision: s 22
                source: code
                review: draft
                in-force: from 2000-01-01
                when: {act: possess, material.medium: photo, material.real-age: under 14}
                except:
                  - {name: official duty, kind: exclusion, provision: s 21, when: {lawful-authority: yes}}
                  - {name: adults, kind: exclusion, provision: s 23, when: {material.real-age: at least 18}}
                penalty: [{imprisonment: up to 10 years}]

            """)
        let result = try Command.run("audit", "BB", "--law", "law", in: law.folder)
        #expect(result.code == 0)
        let text = result.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("CBB s 22 (narrow): the exception “adults” (s 23) takes nothing out of it"))
        #expect(text.contains(
            "CBB s 22 (narrow): lies wholly inside CBB s 20, possession (possess); the maximum penalty is higher (10 years; there 5 years)"))
        let validated = try Command.run("validate", "law", "--of", "BB", in: law.folder)
        #expect(validated.code == 0)
        #expect(validated.err.contains("the exception `adults` of `narrow` takes nothing out of it"))
    }

    @Test func everyState() throws {
        let result = try Command.run("audit", "--format", "json", "--as-of", "1900-01-01")
        #expect(result.code == 0 && result.err == "")
        let reports = try #require(try JSONValue(result.out).array)
        #expect(reports.compactMap { $0["state"]?.string } == ["CA", "DE", "FR", "IE", "JP", "US"])
        #expect(reports.allSatisfy { $0["in-force"]?.whole == 0 })
    }

    @Test func aStateThatIsNotEncoded() throws {
        let result = try Command.run("audit", "DE", "ZZ")
        #expect(result.code == 3)
        #expect(result.out == "")
        #expect(result.err.contains("the law of `ZZ` is not encoded"))
    }
}
