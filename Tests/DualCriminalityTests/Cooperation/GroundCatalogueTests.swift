import Law
import LawLoader
import Testing

@testable import DualCriminality

/// The catalogue of grounds: a ground needs YAML only.
@Suite struct GroundCatalogueTests {
    static let added = """
        elements:
          case.witness-protected:
            type: flag
            kind: defence
            presume: no
            change: establish
            definition: A witness is in a protection programme of the requested state.
            phrase: {yes: a witness is protected, no: no witness is protected}
            question: Is a witness protected?
        grounds:
          witness-protection:
            title: protection of witnesses
            for: [extradition, assistance]
            scope: request
            raised-by: case
            when: {case.witness-protected: yes}
            everywhere: {effect: mandatory, provision: house rule 1, review: source-checked}
            cures: [{kind: assurance, text: keep the name of the witness secret}]

        """

    @Test func aGroundInAnAddedFileTakesEffect() throws {
        var law = SmallLaw()
        let photo = DesignPoints7To12Tests.photo
        let raised = "request: extradition\ncase: {witness-protected: yes}"
        #expect(throws: LawError.self) { try law.assess(photo, request: raised) }
        law.files["Rules/grounds/house.yaml"] = Self.added
        let result = try law.assess(photo, request: raised)
        let finding = try #require(result.finding("witness-protection"))
        #expect(finding.outcome == .bars)
        #expect(finding.provision == "house rule 1")
        #expect(finding.cure.map(\.text) == ["keep the name of the witness secret"])
        #expect(result.verdict == .obstructed)
        let quiet = try law.assess(photo)
        #expect(quiet.outcome("witness-protection") == .clear)
        #expect(quiet.finding("witness-protection")?.assumed == ["case.witness-protected"])
        #expect(quiet.verdict == .clear)
    }

    @Test func itTakesEffectOverTheBundledLawToo() throws {
        let top = TextLawSource(files: ["Rules/grounds/house.yaml": Self.added])
        let library = LawLibrary(source: OverlayLawSource(top: top, over: BundledLawSource()))
        let text = """
            request: assistance
            requesting: FR
            requested: DE
            date: 2026-06-01
            measures: [witness-statement]
            case: {witness-protected: yes}
            counts: [{id: "1", committed: {on: 2025-07-01, in: [FR]}, facts: {act: possess, material.medium: photo}}]
            """
        let request = try #require(try library.request(Array(text.utf8), file: "request").value)
        let result = try library.assessor(for: request, vocabulary: try library.vocabulary()).assess(request)
        #expect(result.bases.allSatisfy { result.outcome("witness-protection", on: $0.instrument) == .bars })
        #expect(!result.bases.isEmpty)
    }

    /// An element that nothing finds would leave its grounds open for ever: whatever the program derives is found, or it is
    /// said why not.
    @Test func everyDerivedFactIsFoundOrItIsSaidWhyNot() throws {
        let derived = try CorpusTests.library.grounds().vocabulary.elements.filter { $0.kind == .derived }
        #expect(derived.count > 30)
        let unfound = Set(derived.map { "not stated: \($0.question)" })
        // A ground for each derived element, so that each is asked for.
        let rules = derived.map { element -> String in
            let value: String
            switch element.domain {
            case .number: value = "under 50"
            case .flag: value = "yes"
            default: value = element.domain.valueIDs[0]
            }
            return """
                  asks-\(element.id.replacing(".", with: "-")):
                    title: asks for \(element.id)
                    for: [extradition, assistance]
                    scope: count
                    raised-by: law
                    when: {\(element.id): \(value)}
                    everywhere: {effect: mandatory, provision: test, review: source-checked}
                """
        }
        var law = SmallLaw()
        law.files["Rules/grounds/asks.yaml"] = "grounds:\n" + rules.joined(separator: "\n") + "\n"
        for request in ["request: extradition", "request: assistance\nmeasures: [search-and-seizure]"] {
            for person in [SmallLaw.person, "note: nothing is said of the person"] {
                let result = try law.assess(DesignPoints7To12Tests.photo, request: request, person: person)
                let asked = result.findings.filter { $0.ground.hasPrefix("asks-") }
                #expect(asked.count == derived.count)
                for finding in asked where !(request == "request: extradition" && finding.ground.contains("measure")) {
                    #expect(!finding.because.contains { unfound.contains($0) }, "\(finding.ground) is never found")
                }
            }
        }
    }
}
