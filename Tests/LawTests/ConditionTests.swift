import Law
import Testing

private let exists = ElementIndex(0)
private let real = ElementIndex(1)
private let believed = ElementIndex(2)
private let other = ElementIndex(3)

private func has(_ element: ElementIndex, _ range: ClosedRange<Int>) -> Condition {
    .has(element, ValueSet(numbers: [range]))
}

struct ConditionTests {
    /// One of each kind, with the element that only it mentions.
    static let everyKind = Condition.all([
        has(ElementIndex(10), 0...1),
        .any([has(ElementIndex(11), 0...1), .not(has(ElementIndex(12), 0...1))]),
        .definition("known", has(ElementIndex(13), 0...1)),
        .readings("narrow/wide", [Reading(id: "narrow", condition: has(ElementIndex(14), 0...1)), Reading(id: "wide", condition: .always)]),
        .open(OpenLaw(text: "not read")),
        .aimsAt(AimedOffences(offences: [OffenceID("1")], sameChild: true)),
    ])

    @Test func elementsOfEveryKind() {
        #expect(Self.everyKind.elements == Set((10...14).map { ElementIndex($0) }))
        #expect(Condition.always.elements.isEmpty)
        #expect(Condition.open(OpenLaw(text: "x")).elements.isEmpty)
    }

    @Test func forEachVisitsEveryCondition() {
        var count = 0
        Self.everyKind.forEach { _ in count += 1 }
        // 1 all + 1 has + any(1 has, not(1 has)) 4 + definition 2 + readings 3 + open + aims.
        #expect(count == 13)
    }

    @Test func replacingNothingKeepsEverything() {
        #expect(Self.everyKind.replacing { _, _ in nil } == Self.everyKind)
    }

    @Test func replacingReachesEveryLiteral() {
        var seen: [Int] = []
        let replaced = Self.everyKind.replacing { element, _ in
            seen.append(element.number)
            return .never
        }
        #expect(seen.sorted() == [10, 11, 12, 13, 14])
        #expect(replaced.elements.isEmpty)
    }

    /// A definition that says something else is no longer that definition.
    @Test func aChangedDefinitionLosesItsName() {
        let definition = Condition.definition("young", has(real, 0...13))
        #expect(definition.replacing { _, _ in .always } == .always)
        #expect(definition.replacing { element, _ in element == other ? .always : nil } == definition)
    }
}

struct AsBelievedTests {
    static func vocabulary(belief: Belief?) -> Vocabulary {
        Vocabulary(
            version: 1, elements: [], constraints: [], applicability: [:], macros: [:], categories: [], aims: [], victim: [],
            belief: belief)
    }

    static let belief = Belief(real: real, believed: believed, presence: exists)

    @Test(arguments: [
        (has(real, 0...13), has(believed, 0...13)),
        (.has(exists, ValueSet(choices: 1)), .always),
        (.has(real, ValueSet(numbers: [0...13], notApplicable: true)), has(believed, 0...13)),
        (.has(real, ValueSet(numbers: [], notApplicable: true)), .has(believed, ValueSet(numbers: []))),
        (has(believed, 0...15), has(believed, 0...15)),
        (has(other, 1...1), has(other, 1...1)),
        (.not(has(real, 14...17)), .not(has(believed, 14...17))),
        (.all([has(real, 0...13), .any([has(other, 1...1), has(real, 14...15)])]),
            .all([has(believed, 0...13), .any([has(other, 1...1), has(believed, 14...15)])])),
        (.definition("young", has(real, 0...13)), has(believed, 0...13)),
        (.definition("night", has(other, 1...1)), .definition("night", has(other, 1...1))),
    ])
    func theAgeIsTheBelievedOne(_ condition: Condition, _ expected: Condition) {
        #expect(condition.asBelieved(Self.vocabulary(belief: Self.belief)) == expected)
    }

    @Test func withoutAnElementOfBeliefNothingChanges() {
        #expect(has(real, 0...13).asBelieved(Self.vocabulary(belief: nil)) == has(real, 0...13))
    }
}
