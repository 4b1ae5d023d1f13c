import Law
import Testing

@testable import ConditionAlgebra

/// Conditions of the law against a naive evaluator that enumerates every case.
@Suite struct ConditionCompilerTests {
    /// Five elements of every type, one of them sometimes not applicable.
    static let vocabulary: Vocabulary = {
        func element(_ id: String, _ number: Int, _ domain: ElementDomain, mayBeNotApplicable: Bool = false) -> Element {
            Element(
                id: id, index: ElementIndex(number), domain: domain, kind: .fact, change: .establish, definition: "", source: nil,
                phrase: "{}", question: "", presume: nil, groups: [:], continuing: nil, list: nil,
                mayBeNotApplicable: mayBeNotApplicable)
        }
        let three = ["a", "b", "c"].map { ElementValue(id: $0, phrase: $0) }
        let elements = [
            element("choice", 0, .choice(three)),
            element("presence", 1, .flag(yes: "there", no: "not there")),
            element("age", 2, .number(0...6, .years), mayBeNotApplicable: true),
            element("believed", 3, .number(0...6, .years)),
            element("fault", 4, .ordered(three)),
        ]
        return Vocabulary(
            version: 1, elements: elements,
            constraints: [
                Constraint(
                    id: "age-needs-presence", because: "",
                    never: .all([.has(ElementIndex(1), .no), .not(.has(ElementIndex(2), ValueSet(numbers: [], notApplicable: true)))]))
            ], applicability: [:], macros: [:], categories: [], aims: [], victim: [],
            belief: Belief(real: ElementIndex(2), believed: ElementIndex(3), presence: ElementIndex(1)))
    }()

    /// A value of each element; nil stands for "not applicable".
    struct Point {
        var values: [Int?]
        /// Which open laws hold, by text.
        var open: [String: Bool]
        var reading: Int
    }

    static func holds(_ condition: Condition, at point: Point) -> Bool {
        switch condition {
        case .has(let element, let set):
            guard let value = point.values[element.number] else { return set.notApplicable }
            switch set.values {
            case .choice(let bits): return bits & (1 << UInt64(value)) != 0
            case .numbers(let ranges): return ranges.contains { $0.contains(value) }
            }
        case .all(let parts): return parts.allSatisfy { holds($0, at: point) }
        case .any(let parts): return parts.contains { holds($0, at: point) }
        case .not(let part): return !holds(part, at: point)
        case .definition(_, let part): return holds(part, at: point)
        case .open(let law): return point.open[law.text] ?? false
        case .readings(_, let readings): return holds(readings[point.reading].condition, at: point)
        case .aimsAt: return false
        }
    }

    static func randomSet(_ element: Element, _ random: inout some RandomNumberGenerator) -> ValueSet {
        let notApplicable = element.mayBeNotApplicable && Int.random(in: 0..<4, using: &random) == 0
        switch element.domain {
        case .number(let range, _):
            let low = Int.random(in: range, using: &random)
            return ValueSet(numbers: [low...Int.random(in: low...range.upperBound, using: &random)], notApplicable: notApplicable)
        case .flag: return Bool.random(using: &random) ? .yes : .no
        case .choice, .ordered: return ValueSet(choices: UInt64.random(in: 1...7, using: &random))
        }
    }

    static func randomCondition(_ depth: Int, _ random: inout some RandomNumberGenerator) -> Condition {
        if depth == 0 || Int.random(in: 0..<5, using: &random) == 0 {
            if Int.random(in: 0..<8, using: &random) == 0 { return .open(OpenLaw(text: Bool.random(using: &random) ? "x" : "y")) }
            let element = vocabulary.elements[Int.random(in: 0..<vocabulary.elements.count, using: &random)]
            return .has(element.index, randomSet(element, &random))
        }
        let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in randomCondition(depth - 1, &random) }
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return .not(randomCondition(depth - 1, &random))
        case 1:
            return .readings(
                "r", [Reading(id: "1", condition: randomCondition(0, &random)), Reading(id: "2", condition: randomCondition(0, &random))])
        case 2...4: return .any(parts)
        default: return .all(parts)
        }
    }

    static var allValues: [[Int?]] {
        var result: [[Int?]] = [[]]
        for element in vocabulary.elements {
            var values: [Int?]
            switch element.domain {
            case .number(let range, _): values = range.map { $0 }
            case .flag: values = [0, 1]
            case .choice(let all), .ordered(let all): values = all.indices.map { $0 }
            }
            if element.mayBeNotApplicable { values.append(nil) }
            result = result.flatMap { prefix in values.map { prefix + [$0] } }
        }
        return result
    }

    private static func facts(_ values: [Int?]) -> Facts {
        var facts = Facts()
        for (element, value) in zip(vocabulary.elements, values) {
            switch (element.domain, value) {
            case (.number, let value?): facts.values[element.index] = ValueSet(numbers: [value...value])
            case (.number, nil): facts.values[element.index] = ValueSet(numbers: [], notApplicable: true)
            case (_, let value?): facts.values[element.index] = ValueSet(choices: 1 << UInt64(value))
            case (_, nil): break
            }
        }
        return facts
    }

    @Test func compiledConditionsAgreeWithEnumeration() throws {
        var random = Seed.generator("compiler")
        let points = Self.allValues
        for _ in 0..<30 {
            let condition = Self.randomCondition(3, &random)
            let believed = condition.asBelieved(Self.vocabulary)
            let space = try FactSpace(
                vocabulary: Self.vocabulary, conditions: [("S", condition), ("S", believed)])
            var compiler = ConditionCompiler(facts: space)
            let node = try compiler.compile(condition, owner: "S", aimed: { _ in nil })
            let possible = try compiler.constraints()
            // Specialised to some known facts, it must agree inside them.
            let known = Self.facts(points[Int.random(in: 0..<points.count, using: &random)])
            var some = Facts()
            for (element, set) in known.values where Bool.random(using: &random) { some.values[element] = set }
            compiler.assume(space.region(some))
            let special = try compiler.compile(condition, owner: "S", aimed: { _ in nil })
            for values in points {
                for (open, reading) in [([:], 0), (["x": true], 1), (["x": true, "y": true], 0)] as [([String: Bool], Int)] {
                    var region = space.region(Self.facts(values))
                    for (place, question) in space.questions.enumerated() {
                        let value = question.readings.isEmpty ? (open[question.text] == true ? 1 : 0) : reading
                        region = region.intersection(Region([space.elementCount + place: ValueMask(value)]))
                    }
                    let expected = Self.holds(condition, at: Point(values: values, open: open, reading: reading))
                    try demand(
                        compiler.diagrams.holdsEverywhere(node, in: region) == expected
                            && compiler.diagrams.isPossible(node, in: region) == expected, "compiled \(condition) at \(values)")
                    if !region.intersection(space.region(some)).isEmpty {
                        try demand(compiler.diagrams.isPossible(special, in: region) == expected, "specialised \(condition) at \(values)")
                    }
                }
                let broken = values[1] == 0 && values[2] != nil
                try demand(
                    compiler.diagrams.isPossible(possible, in: space.region(Self.facts(values))) != broken, "constraints at \(values)")
            }
        }
    }

    /// Within a cell between two cut points the law answers alike, and values come back as they went in.
    @Test func numbersAreCutOnlyWhereTheLawCuts() throws {
        let age = ElementIndex(2)
        let condition = Condition.any([.has(age, ValueSet(numbers: [0...2])), .has(age, ValueSet(numbers: [5...5]))])
        let space = try FactSpace(vocabulary: Self.vocabulary, conditions: [("S", condition)])
        #expect(space.space.sizes[2] == 5)
        #expect(space.values(space.mask(ValueSet(numbers: [0...2]), of: age), of: age) == ValueSet(numbers: [0...2]))
        #expect(space.values(space.mask(ValueSet(numbers: [4...4]), of: age), of: age) == ValueSet(numbers: [3...4]))
        #expect(space.space.sizes[3] == 1)
    }

    @Test func tooManyCutsAreAnErrorThatNamesTheElement() throws {
        let wide = Element(
            id: "gap", index: ElementIndex(0), domain: .number(0...600, .months), kind: .fact, change: .fixed, definition: "",
            source: nil, phrase: "{}", question: "", presume: nil, groups: [:], continuing: nil, list: nil, mayBeNotApplicable: false)
        let vocabulary = Vocabulary(
            version: 1, elements: [wide], constraints: [], applicability: [:], macros: [:], categories: [], aims: [], victim: [])
        let conditions = (1...70).map { (owner: "S", condition: Condition.has(ElementIndex(0), ValueSet(numbers: [0...$0 * 3]))) }
        let error = #expect(throws: FactSpaceError.self) { try FactSpace(vocabulary: vocabulary, conditions: conditions) }
        #expect(error?.element == "gap")
    }
}
