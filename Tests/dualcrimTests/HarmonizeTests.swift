import Foundation
import Testing

/// `dualcrim harmonize`: repairs as a user sees them, and written into the files of a state.
@Suite struct HarmonizeTests {
    private static let question = ["harmonize", "FR", "--against", "lanzarote", "--provision", "art20-1-f", "--format", "json"]

    private func provision(_ arguments: [String]) throws -> JSONValue {
        let result = try Command.run(arguments: arguments)
        #expect(result.code == 0 && result.err == "")
        let provisions = try #require(try JSONValue(result.out)["provisions"]?.array)
        #expect(provisions.count == 1)
        return try #require(provisions.first)
    }

    /// The repair that is proposed for art 227-23 al. 4 CP, made by hand in a copy of the folder of France.
    @Test func aRepairWrittenIntoTheFilesClosesTheGap() throws {
        let before = try provision(Self.question)
        #expect(before["coverage"]?.string == "partly-covered")
        #expect(before["gaps"]?.array?.isEmpty == false)
        let repair = try #require(before["repairs"]?.array?.first)
        let edits = try #require(repair["edits"]?.array)
        #expect(edits.compactMap { $0["kind"]?.string } == ["drop-requirement", "drop-requirement"])
        #expect(edits.compactMap { $0["offence"]?.string } == ["227-23-al4-view", "227-23-al4-view"])
        let texts = edits.compactMap { $0["text"]?.string }
        #expect(texts.contains("CP art. 227-23 al. 4: drop the requirement that the recipients are many or indefinite"))
        #expect(texts.contains("CP art. 227-23 al. 4: drop the requirement that the act is habitual or the person paid for access"))

        let law = try FranceByHand()
        try law.remove("      public-recipients: yes\n", after: "- id: 227-23-al4-view")
        try law.remove("        - {any: [{habitual: yes}, {paid-access: yes}]}\n", after: "- id: 227-23-al4-view")
        let after = try provision(Self.question + law.options)
        #expect(after["coverage"]?.string == "covered")
        // What is left turns on an evaluation, and is proposed to be dropped in its turn.
        let gaps = try #require(after["gaps"]?.array)
        #expect(gaps.compactMap { $0["layer"]?.string } == ["appraisal"])
        let next = try #require(after["repairs"]?.array).compactMap { $0["edits"]?.array?.compactMap { $0["text"]?.string } }
        #expect(next.contains([
            "art. 227-23 al. 1 and last al. (“pornographic image of a minor”): drop the requirement that the content is pornographic"
        ]))
        // Without -v that is not reported, and so nothing more is.
        let text = try Command.run(arguments: Self.question.dropLast(2) + law.options)
        #expect(!text.out.contains("short by") && !text.out.contains("repair"))

        try law.remove("      appraisal.pornographic: yes\n", after: "  pornographic-image-of-a-minor:")
        let last = try provision(Self.question + law.options)
        #expect(last["coverage"]?.string == "covered")
        #expect(last["gaps"]?.array?.isEmpty == true)
        #expect(last["repairs"]?.array?.isEmpty == true)
        #expect(last["repair-search"] == nil)
    }

    @Test func theFieldsOfARepair() throws {
        let repair = try #require(try provision(Self.question)["repairs"]?.array?.first)
        #expect(repair["verified"] == .bool(true))
        #expect(repair["layer"]?.string == "core")
        #expect(repair["coverage"]?.string == "covered")
        #expect(repair["newly-punished"]?.array?.isEmpty == false)
        #expect(repair["newly-punished"]?.array?.first?["region"]?["text"]?.string?.isEmpty == false)
    }

    @Test func withoutRepairs() throws {
        let found = try provision(Self.question + ["--no-repairs"])
        #expect(found["coverage"]?.string == "partly-covered")
        #expect(found["repairs"]?.array?.isEmpty == true)
        #expect(found["repair-search"] == nil)
    }

    @Test func theTextNamesRepairAndConsequence() throws {
        let result = try Command.run("harmonize", "FR", "--against", "lanzarote", "--provision", "art20-1-f")
        let words = result.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("repair CP art. 227-23 al. 4: drop the requirement that the"))
        #expect(words.contains("→ would newly punish, beyond the instrument: "))
        #expect(words.contains("or a new offence with the definition of CETS 201 art 20(1)(f) → punishes nothing beyond the instrument"))
        #expect(words.contains("searched: sets of up to 3 of "))
    }

    @Test func anUnknownProvision() throws {
        let result = try Command.run("harmonize", "FR", "--against", "lanzarote", "--provision", "art20-1-g")
        #expect(result.code == 65)
        #expect(result.out == "")
        #expect(result.err.contains("`lanzarote` has no provision `art20-1-g`"))
        #expect(result.err.contains("did you mean `art20-1-"))
    }
}

/// A copy of the folder of France, edited line by line.
private final class FranceByHand {
    private let scratch: Scratch
    private let offences = "law/Jurisdictions/FR/offences.yaml"
    var options: [String] { ["--law", scratch.folder.appendingPathComponent("law").path] }

    init() throws {
        scratch = try Scratch()
        for file in ["profile", "offences", "cooperation"] {
            let place = "Jurisdictions/FR/\(file).yaml"
            try scratch.write("law/" + place, Array(try Data(contentsOf: Command.package.appendingPathComponent(place))))
        }
    }

    /// Takes out the first such line after a mark.
    func remove(_ line: String, after mark: String) throws {
        var text = try scratch.text(offences)
        let start = try #require(text.range(of: mark))
        let found = try #require(text.range(of: line, range: start.upperBound..<text.endIndex))
        text.removeSubrange(found)
        try scratch.write(offences, text)
    }
}
