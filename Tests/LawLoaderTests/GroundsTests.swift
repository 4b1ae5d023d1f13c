import Law
import LawLoader
import Testing
import YAMLTree

/// The catalogue of grounds: one file, or several read as one.
struct GroundsTests {
    static let ground = "{title: Desertion, for: [extradition], scope: request, raised-by: case, when: {person.deserter: yes}}"

    /// The catalogue of the small law with files added in `Rules/grounds/`.
    static func load(_ added: [String: String]) throws -> Loaded<GroundCatalogue> {
        var source = SmallLaw.source(.grounds, SmallLaw.grounds)
        for (name, text) in added { source.files["Rules/grounds/\(name).yaml"] = text }
        return try LawLoader(source: source).grounds()
    }

    @Test func everywhere() throws {
        let text = try small(
            .grounds, [(from: "    note: a note\n", to: "    everywhere: {effect: optional, provision: custom, review: source-checked}\n")])
        let outcome = try SmallLaw.load(.grounds, text)
        #expect(outcome.diagnostics == [])
        let death = try #require(outcome.catalogue?[GroundID("death")])
        #expect(
            death.everywhere
                == GroundRule(
                    ground: death.id, kinds: [.extradition], effect: .optional, when: death.when,
                    authority: Authority(provision: "custom", review: .sourceChecked)))
    }

    /// Files of the folder come after the project's own, by name; each can name the elements of the others.
    @Test func addedFiles() throws {
        let loaded = try Self.load([
            "b": "grounds:\n  desertion: \(Self.ground)\n",
            "a": """
                elements:
                  case.cold:
                    type: flag
                    kind: fact
                    change: fixed
                    definition: Whether it is cold.
                    phrase: {yes: it is cold, no: it is warm}
                    question: Is it cold?
                grounds:
                  cold: {title: Cold, for: [assistance], scope: count, raised-by: case, when: {case.cold: yes, within-pact: yes}}

                """,
        ])
        #expect(loaded.diagnostics == [])
        let catalogue = try #require(loaded.value)
        #expect(catalogue.grounds.map(\.id.text) == ["political", "death", "out-of-scope", "cold", "desertion"])
        #expect(catalogue.vocabulary.elements.map(\.id).last == "case.cold")
        #expect(catalogue.vocabulary.elements.map(\.index.number) == Array(0..<8))
        #expect(catalogue[GroundID("cold")]?.when == .all([.has(ElementIndex(7), .yes), .has(ElementIndex(0), .yes)]))
        // The version is that of the project's own file.
        #expect(catalogue.vocabulary.version == 3)
    }

    @Test func onlyAddedFiles() throws {
        let files = ["Rules/grounds/a.yaml": SmallLaw.grounds]
        #expect(try LawLoader(source: MemoryLawSource(files: files)).grounds().value?.grounds.count == 3)
    }

    @Test func noFileAtAll() throws {
        let loaded = try LawLoader(source: MemoryLawSource(files: [:])).grounds()
        #expect(loaded.value == nil)
        #expect(loaded.diagnostics.map(\.code) == ["law/missing-file"])
        #expect(loaded.diagnostics.map(\.file) == ["Rules/grounds.yaml"])
    }

    /// What a file says twice is an error of the later file.
    @Test func theSameIdInTwoFiles() throws {
        let text = MarkedText(
            """
            elements:
              ⟦case.political⟧: {type: flag, kind: fact, change: fixed, definition: x, phrase: {yes: a, no: b}, question: x}
            grounds:
              ⟦death⟧: \(Self.ground)

            """)
        let loaded = try Self.load(["more": text.text])
        #expect(loaded.value == nil)
        #expect(loaded.diagnostics.map(\.code) == ["law/duplicate", "law/duplicate"])
        #expect(
            loaded.diagnostics.map(\.message) == [
                "another file has an element `case.political`", "another file has a ground `death`",
            ])
        #expect(loaded.diagnostics.allSatisfy { $0.file == "Rules/grounds/more.yaml" })
        #expect(
            loaded.diagnostics.map { MarkedText.Mark(line: $0.position.line, column: $0.position.column, length: $0.length) }
                == text.marks)
    }

    /// One broken file is enough for no catalogue; the errors of all files come together.
    @Test func errorsOfEveryFile() throws {
        let loaded = try Self.load(["a": "grounds: {x: y}\n", "b": "grounds:\n  cold: {title: Cold}\n"])
        #expect(loaded.value == nil)
        #expect(
            loaded.diagnostics.map { "\($0.file): \($0.message)" } == [
                "Rules/grounds/a.yaml: the ground `x` must be a mapping, this is a text",
                "Rules/grounds/b.yaml: `for` is missing", "Rules/grounds/b.yaml: `raised-by` is missing",
                "Rules/grounds/b.yaml: `scope` is missing", "Rules/grounds/b.yaml: `when` is missing",
            ])
    }

    /// Nothing that needs the catalogue loads without it.
    @Test func whatNeedsTheCatalogue() throws {
        let source = SmallLaw.source(.grounds, "grounds-version: three\n")
        let loader = LawLoader(source: source)
        let words = try SmallLaw.words()
        let instrument = try loader.instrument(InstrumentID("pact"), vocabulary: words)
        #expect(instrument.value == nil)
        #expect(instrument.diagnostics.map(\.file) == ["Rules/grounds.yaml"])
        let state = try loader.jurisdiction(SmallLaw.code, vocabulary: words)
        #expect(state.value == nil)
        #expect(state.diagnostics.map(\.code) == ["law/number"])
    }

    static let death = "{penalty.death-possible: yes, assurance.no-death: no}"

    @Test(arguments: [
        Fixture(
            .grounds, "grounds-version: 3", "⟦ground-version⟧: 3",
            Wanted("law/unknown-key", "`ground-version` is not known here", hint: "did you mean `grounds-version`?")),
        Fixture(
            .grounds, [("    title: Death\n", "    ⟦title⟧: Death\n"), ("    for: [extradition]\n", "")],
            Wanted("law/missing", "`for` is missing")),
        Fixture(.grounds, "    for: [extradition]\n", "    for: ⟦[]⟧\n", Wanted("law/empty", "`for` is empty")),
        Fixture(
            .grounds, "    for: [extradition]\n", "    for: [⟦extraditions⟧]\n",
            Wanted("law/value", "`extraditions` is no value here", hint: "did you mean `extradition`?")),
        Fixture(
            .grounds, "    for: [extradition]\n", "    for: ⟦extradition⟧\n",
            Wanted("law/shape", "`for` must be a list, this is a text")),
        Fixture(
            .grounds, "scope: request", "scope: ⟦case⟧",
            Wanted("law/value", "`case` is no value here", hint: "known here: `request`, `count`")),
        Fixture(
            .grounds, "raised-by: case", "raised-by: ⟦party⟧",
            Wanted("law/value", "`party` is no value here", hint: "known here: `law`, `case`")),
        Fixture(
            .grounds, death, "{⟦assurance.no-deth⟧: no}",
            Wanted("law/unknown-element", "there is no element `assurance.no-deth`", hint: "did you mean `assurance.no-death`?")),
        Fixture(
            .grounds, death, "{penalty.death-possible: ⟦maybe⟧}",
            Wanted("law/value", "`penalty.death-possible` is `yes` or `no`, not `maybe`")),
        Fixture(.grounds, death, "⟦[]⟧", Wanted("law/condition", "a condition must be a mapping, this is a list")),
        Fixture(
            .grounds, "kind: assurance, id", "kind: ⟦assurence⟧, id",
            Wanted("law/value", "`assurence` is no value here", hint: "did you mean `assurance`?")),
        Fixture(
            .grounds, "{kind: assurance, id: no-death, text: assure that nobody dies, provision: art 0}", "⟦{kind: review}⟧",
            Wanted("law/missing", "`text` is missing")),
        Fixture(
            .grounds, "    note: a note\n", "    ⟦notes⟧: [a note]\n",
            Wanted("law/unknown-key", "`notes` is not known here", hint: "did you mean `note`?")),
        Fixture(
            .grounds, "    note: a note\n", "    everywhere: ⟦{effect: optional}⟧\n", Wanted("law/missing", "`provision` is missing")),
        Fixture(
            .grounds, "    note: a note\n", "    everywhere: {effect: ⟦obligatory⟧, provision: custom}\n",
            Wanted(
                "law/value", "`obligatory` is no value here",
                hint: "known here: `mandatory`, `optional`, `excluded`, `condition`, `unknown`")),
        Fixture(
            .grounds, "never: {person.deserter: yes, case.political: yes}", "never: {⟦person.desert⟧: yes}",
            Wanted("law/unknown-element", "there is no element `person.desert`", hint: "did you mean `person.deserter`?")),
    ])
    func errors(_ fixture: Fixture) throws { try check(fixture) }
}
