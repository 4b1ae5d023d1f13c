import Foundation
import Testing

@Suite struct ValidateTests {
    @Test func theBundledLawIsClean() throws {
        let result = try Command.run("validate")
        #expect(result.code == 0)
        #expect(result.err == "")
        #expect(result.out.hasSuffix(": 0 errors, 0 warnings\n"))
        #expect(result.out.contains("6 states, "))
    }

    @Test func oneState() throws {
        let json = try JSONValue(try Command.run("validate", "--of", "IE", "--format", "json").out)
        #expect(json["jurisdictions"]?.whole == 1)
        #expect((json["offences"]?.whole ?? 0) > 10)
        #expect(json["diagnostics"] == .array([]))
    }

    @Test func examples() throws {
        let result = try Command.run(arguments: ["validate"] + Example.ids.map(Example.path))
        #expect(result.code == 0)
        #expect(result.err == "")
        #expect(result.out == "0 errors, 0 warnings\n")
    }

    @Test func aBrokenEncoding() throws {
        let law = try SmallLawFolder()
        let place = "law/Jurisdictions/BB/offences.yaml"
        try law.write(place, try law.text(place).replacingOccurrences(of: "act: possess,", with: "act: posess,"))
        let result = try Command.run("validate", "law", in: law.folder)
        #expect(result.code == 65)
        #expect(result.err.contains("law/Jurisdictions/BB/offences.yaml:10:17: error: `posess` is no value of `act`\n"))
        #expect(result.err.contains("    when: {act: posess, material.medium: photo}\n                ^~~~~~\n"))
        #expect(result.err.contains("hint: did you mean `possess`?"))
        #expect(result.out.contains("1 errors, "))

        let json = try Command.run("validate", "law", "--format", "json", in: law.folder)
        #expect(json.code == 65)
        let errors = try #require(try JSONValue(json.out)["diagnostics"]?.array).filter { $0["severity"]?.string == "error" }
        #expect(errors.count == 1)
        #expect(errors.first?["file"]?.string == place)
        #expect(errors.first?["line"]?.whole == 10 && errors.first?["column"]?.whole == 17 && errors.first?["length"]?.whole == 6)

        let sarif = try Command.run("validate", "law", "--format", "sarif", in: law.folder)
        #expect(sarif.code == 65)
        let results = try JSONValue(sarif.out)["runs"]?.array?.first?["results"]?.array ?? []
        #expect(results.contains { one in
            one["level"]?.string == "error"
                && one["locations"]?.array?.first?["physicalLocation"]?["region"]?["startLine"]?.whole == 10
        })

        // Nothing is assessed with it.
        let check = try Command.run("check", "clear.yaml", "--law", "law", in: law.folder)
        #expect(check.code == 65)
        #expect(check.out == "")
        #expect(check.err.contains("law/Jurisdictions/BB/offences.yaml:10:17: error:"))
    }

    @Test func aWrongSample() throws {
        let law = try SmallLawFolder()
        try law.write(
            "law/Jurisdictions/BB/cases.yaml",
            """
            jurisdiction: BB
            cases:
              - offence: possess
                punished: {act: possess, material.medium: text, mental: purpose}
                near-miss: {changes: {act: supply}, because: another act}

            """)
        let result = try Command.run("validate", "law", "--of", "BB", in: law.folder)
        #expect(result.code == 65)
        #expect(result.err.contains("law/Jurisdictions/BB/cases.yaml:"))
        #expect(result.err.contains("`possess` should be met on these facts, the encoding says not-met"))
    }

    @Test func aRequest() throws {
        let law = try SmallLawFolder()
        let good = try Command.run("validate", "clear.yaml", in: law.folder)
        #expect(good.code == 0)
        #expect(good.out == "0 errors, 0 warnings\n")
        let bad = try Command.run("validate", "bad.yaml", in: law.folder)
        #expect(bad.code == 65)
        #expect(bad.err.hasPrefix("bad.yaml:8:18: error: `posess` is no value of `act`"))
        let sarif = try Command.run("validate", "bad.yaml", "--format", "sarif", in: law.folder)
        #expect(try JSONValue(sarif.out)["version"]?.string == "2.1.0")
        #expect(sarif.err == "")
    }

    /// A path that is missing does not swallow what was found in the others.
    @Test func aMissingPathAmongOthers() throws {
        let law = try SmallLawFolder()
        let result = try Command.run("validate", "bad.yaml", "absent.yaml", "clear.yaml", in: law.folder)
        #expect(result.code == 66)
        #expect(result.err.contains("there is no file `absent.yaml`"))
        #expect(result.err.contains("bad.yaml:8:18: error:"))
        #expect(result.out == "1 errors, 0 warnings\n")
    }

    @Test func aFolderWithoutLaw() throws {
        let scratch = try Scratch()
        let result = try Command.run("validate", ".", in: scratch.folder)
        #expect(result.code == 66)
        #expect(result.out == "")
        #expect(result.err.contains("`.` holds no law"))
    }
}

/// `--law DIR`: a folder over the bundled law.
@Suite struct LawFolderTests {
    @Test func addsStatesAndKeepsTheBundledOnes() throws {
        let law = try SmallLawFolder()
        let list = try JSONValue(try Command.run("list", "jurisdictions", "--law", "law", "--format", "json", in: law.folder).out)
        #expect(list.array?.compactMap { $0["code"]?.string } == ["AA", "BB", "CA", "DE", "FR", "IE", "JP", "US"])
        let explained = try Command.run("explain", "AA", "possess", "--law", "law", in: law.folder)
        #expect(explained.code == 0)
        #expect(explained.out.contains("AAland  possess  possession"))
        #expect(try Command.run("explain", "AA", in: law.folder).code == 3)
    }

    /// A file of the folder takes the place of the bundled one, and the digest says that the law is another.
    @Test func replacesAFile() throws {
        let scratch = try Scratch()
        let bundled = Command.package.appendingPathComponent("Jurisdictions/DE/profile.yaml")
        let text = String(decoding: try Data(contentsOf: bundled), as: UTF8.self)
        try scratch.write("Jurisdictions/DE/profile.yaml", text.replacingOccurrences(of: "Germany", with: "Elsewhere"))
        let path = Example.folder.appendingPathComponent("fr-de-possession.yaml").path
        let before = try Command.run("check", path, "--format", "json", in: scratch.folder)
        let after = try Command.run("check", path, "--format", "json", "--law", ".", in: scratch.folder)
        #expect(try JSONValue(after.out)["request"]?["requested-name"]?.string == "Elsewhere")
        #expect(try JSONValue(before.out)["request"]?["requested-name"]?.string == "Germany")
        #expect(try JSONValue(after.out)["law"]?["digest"] != (try JSONValue(before.out)["law"]?["digest"]))
        #expect(after.code == before.code)
    }

    @Test(arguments: [("absent", "there is no folder `absent`"), (".", "`.` holds no law"), ("file", "`file` is not a folder")])
    func aFolderThatIsNone(path: String, says: String) throws {
        let scratch = try Scratch()
        try scratch.write("file", "")
        for command in [["check", "-"], ["list", "offences"], ["explain", "DE"], ["validate"]] {
            let result = try Command.run(arguments: command + ["--law", path], in: scratch.folder)
            #expect(result.code == 66)
            #expect(result.out == "")
            #expect(result.err.contains(says))
        }
    }
}
