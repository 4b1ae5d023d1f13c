import Testing

@testable import DualCriminality
@testable import Reporting

/// Edits and changed answers in words.
@Suite struct DiffTextTests {
    private func edit(_ name: String, causes: Int = 1) -> LawEdit {
        var edit = LawEdit(
            id: "BB/offence/\(name)", state: "BB", stateName: "BBland", subject: .offence, kind: .changed, name: name,
            title: "possession", provision: "C \(name)",
            changes: (1...7).map { LawEdit.Change(aspect: .elements, text: "change \($0)") })
        edit.causes = causes
        return edit
    }

    private func answer(_ coverage: CoverageStatus, at year: CoverageStatus = .covered) -> AnswerChange.Answer {
        AnswerChange.Answer(
            OffenceComparison(
                id: "a", title: "possession", provision: "C a", categories: [], coverage: coverage,
                layers: .init(core: coverage, appraisal: coverage, margins: coverage), gaps: [], gapsComplete: true, witness: [],
                coveredBy: [], terms: [], open: [], coveredAt: ["any": .covered, "12": year, "more-than-12": year, "36": .notCovered],
                imprisonment: nil, limitation: nil, review: "draft"))
    }

    private func text(
        _ before: AnswerChange.Answer?, _ after: AnswerChange.Answer?, _ cause: Cause, style: Style = Style(), verbose: Bool = false
    ) -> String {
        let effect = before.flatMap { one in after.map { one.effect(against: $0) } } ?? .other
        let change = AnswerChange(
            from: "AA", to: "BB", fromName: "AAland", toName: "BBland", id: "a", title: "possession", provision: "C a", categories: [],
            kind: before == nil ? .added : after == nil ? .removed : .changed, effect: effect,
            differs: before.flatMap { one in after.map { one.differences(to: $0) } } ?? [], before: before, after: after, cause: cause)
        let diff = LawDiff(
            before: .init(law: "old", asOf: "2026-01-01"), after: .init(law: "new", asOf: "2026-01-01"),
            edits: [edit("b-1"), edit("b-2", causes: 0), edit("b-3")], changes: [change], pairs: 2, compared: 3, notes: ["mind this"])
        return DiffText(style: style, verbose: verbose).render(diff)
    }

    private func cause(_ kind: Cause.Kind, _ edits: [[String]], partly: [String] = []) -> Cause {
        Cause(kind: kind, edits: edits.map { $0.map { "BB/offence/\($0)" } }, partly: partly.map { "BB/offence/\($0)" }, complete: true)
    }

    @Test func causesInWords() {
        func because(_ cause: Cause, verbose: Bool = false) -> [String] {
            text(answer(.notCovered), answer(.covered), cause, verbose: verbose).split(separator: "\n").map(String.init)
                .filter { $0.contains("because of") }.map { String($0.dropFirst(16)) }
        }
        #expect(because(cause(.one, [["b-1"]])) == ["1 (C b-1)"])
        #expect(because(cause(.each, [["b-1"], ["b-3"]])) == ["each alone: 1 (C b-1), 3 (C b-3)"])
        #expect(because(cause(.set, [["b-1", "b-3"], ["b-2", "b-3"]]))
            == ["only together: 1 (C b-1) with 3 (C b-3); or 2 (C b-2) with 3 (C b-3)"])
        #expect(because(cause(.together, [["b-1", "b-2", "b-3"]]))
            == ["together, none can be left out: 1 (C b-1) with 2 (C b-2) with 3 (C b-3)"])
        #expect(because(cause(.set, [["b-1", "b-3"]], partly: ["b-1"]), verbose: true).last == "partly alone: 1 (C b-1)")
    }

    @Test func answersInWords() {
        let one = cause(.one, [["b-1"]])
        let more = text(answer(.notCovered), answer(.covered), one)
        #expect(more.contains("C a   not-covered → covered, BBland reaches more of it\n"))
        #expect(more.contains("1 answer changes. (3 answers can be reached by an edit, in 2 pairs of states)"))
        #expect(more.hasSuffix("\nnote: mind this\n"))
        #expect(text(answer(.covered), answer(.partlyCovered), one).contains("covered → partly-covered, BBland reaches less of it\n"))
        #expect(text(answer(.unknown), answer(.partlyCovered), one).contains("unknown → partly-covered\n"))
        #expect(text(nil, answer(.covered), one).contains("C a   new: covered\n"))
        #expect(text(answer(.covered), nil, one).contains("C a   gone; was covered\n"))
        let threshold = text(answer(.covered, at: .notCovered), answer(.covered), one)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(threshold.contains("by offences with a maximum of at least 12, more than 12 months: not-covered → covered"))
    }

    @Test func editsInWords() {
        let one = cause(.one, [["b-1"]])
        let short = text(answer(.notCovered), answer(.covered), one)
        #expect(short.contains("1  BBland · C b-1 · possession (b-1): changed\n   - change 1\n"))
        #expect(short.contains("   - change 6\n     and 1 more (--verbose)\n     changes 1 answer\n"))
        #expect(!text(answer(.notCovered), answer(.covered), one, verbose: true).contains("--verbose"))
        for line in text(answer(.notCovered), answer(.covered), one, style: Style(width: 40)).split(separator: "\n") {
            #expect(line.count <= 40 || line.hasPrefix("  C a") || line.hasPrefix("old ("), "\(line)")
        }
    }
}
