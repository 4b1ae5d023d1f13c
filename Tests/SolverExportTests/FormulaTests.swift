import Law
import Testing

@testable import SolverExport

/// What formulas are rewritten to means the same, in every world.
@Suite struct FormulaTests {
    static let variables = SolverVariables(TinyVocabulary.vocabulary).elements
    static let worlds = Formula.worlds(Dictionary(uniqueKeysWithValues: variables.map { ($0, $0.domain) }))

    private func same(_ one: Formula, _ two: Formula, _ comment: Comment) {
        #expect(FormulaTests.worlds.allSatisfy { one.holds(in: $0) == two.holds(in: $0) }, comment)
    }

    @Test func thereAreAllWorlds() {
        #expect(FormulaTests.worlds.count == 2 * 3 * 6 * 2)
    }

    @Test(arguments: 0..<200)
    func joiningAndNegatingKeepTheMeaning(seed: Int) {
        var random = RandomFormulas(variables: FormulaTests.variables, generator: SeededGenerator(seed: UInt64(seed)))
        let parts = (0..<4).map { _ in random.formula(3) }
        same(.and(parts), .all(parts), "and \(seed)")
        same(.or(parts), .any(parts), "or \(seed)")
        let formula = Formula.any(parts)
        #expect(FormulaTests.worlds.allSatisfy { formula.holds(in: $0) != formula.negated.holds(in: $0) })
        // Sets are cut to the domain and constants disappear.
        #expect(Formula.and(parts + [.never]) == .never)
        #expect(Formula.or(parts + [.always]) == .always)
    }

    @Test(arguments: 0..<200)
    func quantifiersAreWrittenOutExactly(seed: Int) {
        var random = RandomFormulas(variables: FormulaTests.variables, generator: SeededGenerator(seed: UInt64(1000 + seed)))
        let inner = Formula.forall(random.bound(), .and([random.formula(3), random.formula(2)]))
        let formula = Formula.exists(random.bound(), .or([inner, .and([random.formula(3), random.formula(3)])]))
        let expanded = Expansion.expand(formula)
        same(expanded, formula, "\(seed)")
        #expect(!expanded.isQuantified)
    }

    @Test func whatNoLiteralMentionsIsNotWrittenOut() {
        let (flag, choice) = (FormulaTests.variables[0], FormulaTests.variables[1])
        let red = Formula.has(choice, ValueSet(choices: 0b001))
        #expect(Expansion.expand(.exists([flag: flag.domain], red)) == red)
        // One value suits every literal.
        #expect(Expansion.expand(.exists([flag: flag.domain], .and([.has(flag, .yes), red]))) == red)
        #expect(Expansion.expand(.forall([flag: flag.domain], .or([.has(flag, .yes), red]))) == red)
        // Nothing can be chosen.
        #expect(Expansion.expand(.exists([flag: ValueSet(choices: 0)], red)) == .never)
        #expect(Expansion.expand(.forall([flag: ValueSet(choices: 0)], red)) == .always)
    }

    @Test func setsAreSubtracted() {
        let ages = ValueSet(numbers: [0...21], notApplicable: true)
        #expect(ages.subtracting(ValueSet(numbers: [14...17])) == ValueSet(numbers: [0...13, 18...21], notApplicable: true))
        #expect(ages.subtracting(ValueSet(numbers: [0...0, 20...21], notApplicable: true)) == ValueSet(numbers: [1...19]))
        #expect(ages.subtracting(ages).isEmpty)
        #expect(ValueSet(choices: 0b111).subtracting(ValueSet(choices: 0b010)) == ValueSet(choices: 0b101))
        #expect(ValueSet(numbers: [1...2, 5...5], notApplicable: true).singles.count == 4)
    }
}

extension Formula {
    var isQuantified: Bool {
        switch self {
        case .literal: return false
        case .all(let parts), .any(let parts): return parts.contains(where: \.isQuantified)
        case .exists, .forall: return true
        }
    }
}
