import ConditionAlgebra
import Law
import Testing

@testable import DualCriminality

/// The search against trying every set of edits.
@Suite struct RepairSearchTests {
    private static let model =
        "{act: possess, material.person: [child, nobody], material.shown-age: under 18, material.medium: [photo, video, drawing], mental: at least acceptance}"

    static let laws: [String] = [
        SmallLaw.plain("s 1", "{act: possess, material.person: child, material.shown-age: under 14, material.medium: photo}"),
        SmallLaw.plain("s 1", "{act: possess, material.person: child, material.shown-age: under 14, material.medium: photo}")
            + SmallLaw.plain("s 2", "{act: possess, material.person: nobody, material.shown-age: under 16, aim.distribution: yes}"),
        SmallLaw.plain("s 1", "{act: possess, material.shown-age: under 14, any: [{material.medium: photo}, {material.medium: video, aim.gain: yes}]}")
            + SmallLaw.plain("s 2", "{act: possess, material.person: child, material.medium: [photo, video]}"),
        SmallLaw.plain("s 1", "{act: possess, material.shown-age: under 18, not: {material.person: nobody, material.medium: drawing}}"),
        SmallLaw.plain("s 1", "{act: possess, is: shown}") + SmallLaw.plain("s 2", "{act: possess, is: shown, aim.gain: yes, material.medium: [photo, text]}"),
    ]
    private static let definitions = "  shown: {provision: s 9, when: {material.person: child, any: [{material.shown-age: under 16}, {material.shown-age: 16 to 20, habitual: yes}]}}"

    @Test(arguments: RepairSearchTests.laws.indices)
    func noSetWithinTheBoundIsMissed(law: Int) throws {
        let setting = try RepairSetting([Self.model], against: Self.laws[law], definitions: Self.definitions)
        let vocabulary = setting.vocabulary
        let state = LawView(setting.state, on: setting.date, side: .requested, vocabulary: vocabulary)
        let models = LawView(
            setting.benchmark.asJurisdiction(leavingOut: { _ in .never }), on: setting.date, side: .requested, vocabulary: vocabulary)
        var conditions: [(owner: String, condition: Condition)] = state.vocabularyConditions
        for view in [state, models] { conditions += view.conditions.map { (view.jurisdiction.code.text, $0) } }
        let decider = try Decider(ConditionCompiler(facts: try FactSpace(vocabulary: vocabulary, conditions: conditions)))
        var question = try RepairQuestion(decider, state: state, model: models, place: 0, layer: .core)
        let boxes = try question.boxes(limit: 24)
        var proposer = EditProposer(
            facts: question.facts, state: setting.state, date: setting.date, bound: 3, grantsAppraisals: true,
            related: question.related, boxes: boxes)
        for box in boxes { proposer.propose(for: box) }
        let edits = proposer.edits
        #expect((2...40).contains(edits.count))
        let amendable = AmendableLaw(setting.state, on: setting.date, edits: edits, vocabulary: vocabulary)
        var search = RepairSearch(bound: 3)
        search.mostSteps = .max
        search.mostQuestions = .max
        search.mostFound = .max
        let found = try search.run(amendable, &question)
        #expect(found.isComplete)
        #expect(found.unreachable == nil)

        // Every set of up to three edits, made in a copy of the law; the smaller first, and none that holds a found one.
        var expected: [EditSet] = []
        var sets: [EditSet] = [.none]
        for size in 0...3 {
            for set in sets where !expected.contains(where: { $0.isSubset(of: set) }) {
                let texts = amendable.offences.filter { !$0.switches.isDisjoint(with: set) }.map { $0.whole.choosing(set) }
                if try question.uncovered(texts, amendable.view) == nil { expected.append(set) }
            }
            guard size < 3 else { break }
            sets = sets.flatMap { set in
                ((set.members.last ?? -1) + 1..<edits.count).map { set.union(EditSet($0)) }
            }.filter { set in !expected.contains { $0.isSubset(of: set) } }
        }
        #expect(Set(found.sets) == Set(expected))
        #expect(!expected.isEmpty)
        // Switches and edits of a copy are the same law.
        for set in expected.prefix(6) {
            let copy = setting.state.applying(set.members.map { edits[$0] }, on: setting.date)
            let view = LawView(copy, on: setting.date, side: .requested, vocabulary: vocabulary)
            #expect(try question.coverage(under: view) == .covered)
        }
        // None of the smaller sets would do, and no edit speaks of the act.
        for set in found.sets { for smaller in set.withoutOne { #expect(!expected.contains(smaller)) } }
        let act = try setting.index("act")
        for edit in edits {
            if case .widen(let element, _, _) = edit.change { #expect(element != act) }
            if case .drop(let condition) = edit.change { #expect(!condition.elements.contains(act)) }
            if case .stopLeavingOut(let condition) = edit.change { #expect(!condition.elements.contains(act)) }
        }
    }
}
