import Law
import LawLoader
import Testing

/// Nothing in a file is taken for a boolean, a number or nothing where nobody asks for one.
struct PlainTextTests {
    /// Norway's code is read as "false" by many a YAML reader.
    @Test func norwayIsAState() throws {
        let norway = JurisdictionCode("NO")
        var files: [String: String] = [LawFile.grounds.path: SmallLaw.grounds]
        for file in [LawFile.profile, .offences, .cooperation, .cases] {
            files["Jurisdictions/NO/\(file.rawValue).yaml"] = file.small
                .replacing("jurisdiction: AA", with: "jurisdiction: NO")
                .replacing("name: {en: Alphaland, de: Alphaland}", with: "name: {en: Norway, no: Norge}\nparent: NO")
        }
        let loader = LawLoader(source: MemoryLawSource(files: files))
        #expect(loader.jurisdictions == [norway])
        let words = try SmallLaw.words()
        let loaded = try loader.jurisdiction(norway, vocabulary: words)
        #expect(loaded.diagnostics == [])
        let state = try #require(loaded.value)
        #expect(state.code == norway)
        #expect(state.names == ["en": "Norway", "no": "Norge"])
        #expect(state.parent == norway)
        #expect(try loader.samples(of: state, vocabulary: words).value?.count == 5)
        let request = LawLoader.request(
            Array(LawFile.request.small.replacing("requesting: BB", with: "requesting: NO").utf8), file: "r.yaml", vocabulary: words,
            grounds: try SmallLaw.catalogue())
        #expect(request.value?.requesting == norway)
    }

    @Test(arguments: ["yes", "no", "08", "0x10", "1_000", "~", "null", "true", "1:30", ".inf", "2026-03-01", "NO", "010"])
    func titlesAndIdsStayAsWritten(_ text: String) throws {
        let changed = try small(
            .offences,
            [(from: "- id: take\n    title: {en: taking, de: Nehmen}", to: "- id: \(text)\n    title: {en: \(text), \(text): Nehmen}")])
        let offence = try #require(try SmallLaw.load(.offences, changed).jurisdiction?.offences.first)
        #expect(offence.id.text == text)
        #expect(offence.title == text)
        #expect(offence.titles[text] == "Nehmen")
    }

    @Test(arguments: ["08", "8", "008"]) func anAgeIsReadWhereAnAgeIsAsked(_ text: String) throws {
        let profile = try SmallLaw.load(.profile, try small(.profile, [(from: "age: 14", to: "age: \(text)")]))
        #expect(profile.jurisdiction?.generalPart.ageOfResponsibility?.age == 8)
        let request = try SmallLaw.load(.request, try small(.request, [(from: "owner.age: 13", to: "owner.age: \(text)")]))
        #expect(
            request.request?.counts[0].items[0].alternatives[0].values[ElementIndex(3)] == ValueSet(numbers: [8...8]))
    }

    @Test(arguments: ["0x10", "1e1", "1_0", "ten", "8.0", "", "VIII"]) func noOtherSpellingIsANumber(_ text: String) throws {
        let outcome = try SmallLaw.load(.profile, try small(.profile, [(from: "age: 14", to: "age: \"\(text)\"")]))
        #expect(outcome.diagnostics.map(\.code) == [text.isEmpty ? "law/empty" : "law/number"])
    }

    @Test(arguments: ["true", "Yes", "on", "y", "1"]) func onlyYesIsYes(_ text: String) throws {
        let outcome = try SmallLaw.load(.offences, try small(.offences, [(from: "{by-night: no}", to: "{by-night: \(text)}")]))
        #expect(outcome.diagnostics.map(\.message) == ["`by-night` is `yes` or `no`, not `\(text)`"])
    }
}
