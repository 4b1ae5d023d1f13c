import Law
import Testing

@testable import SolverExport

/// From condition trees to text.
@Suite struct TranslationTests {
    static let law = SolverLaw(code: "AA", completed: [:])

    private func text(_ condition: Condition, known: Facts = Facts(), law: SolverLaw = TranslationTests.law) -> String {
        var translation = Translation(TinyVocabulary.vocabulary, known: known)
        return translation.formula(condition, of: law).term.text()
    }

    private func number(_ ranges: ClosedRange<Int>..., orNone: Bool = false) -> Condition {
        .has(TinyVocabulary.number, ValueSet(numbers: ranges, notApplicable: orNone))
    }

    @Test func literalsAreReadable() {
        #expect(text(.has(TinyVocabulary.flag, .yes)) == "|flag|")
        #expect(text(.has(TinyVocabulary.flag, .no)) == "(not |flag|)")
        #expect(text(.not(.has(TinyVocabulary.flag, .yes))) == "(not |flag|)")
        #expect(text(.has(TinyVocabulary.choice, ValueSet(choices: 0b010))) == "(= |choice| |choice: green|)")
        #expect(text(.has(TinyVocabulary.choice, ValueSet(choices: 0b101))) == "(not (= |choice| |choice: green|))")
        #expect(text(.always) == "true")
        #expect(text(.never) == "false")
    }

    /// The values are those of the law, and "there is no such thing" is none of them.
    @Test func numbersKeepTheirValues() {
        #expect(text(number(2...2)) == "(and (not |number: n/a|) (= |number| 2))")
        #expect(text(number(0...2)) == "(and (not |number: n/a|) (<= |number| 2))")
        #expect(text(number(3...4)) == "(and (not |number: n/a|) (>= |number| 3))")
        #expect(text(number(1...3)) == "(and (not |number: n/a|) (<= 1 |number| 3))")
        #expect(text(number(0...4)) == "(not |number: n/a|)")
        #expect(text(number(0...0, 2...2, orNone: true)) == "(or |number: n/a| (= |number| 0) (= |number| 2))")
        #expect(text(.not(number(0...2))) == "(or |number: n/a| (>= |number| 3))")
        #expect(text(number(0...99)) == "(not |number: n/a|)")
    }

    @Test func whatIsKnownDisappears() {
        let known = Facts([TinyVocabulary.flag: .yes, TinyVocabulary.number: ValueSet(numbers: [1...2])])
        #expect(text(.has(TinyVocabulary.flag, .yes), known: known) == "true")
        #expect(text(.has(TinyVocabulary.flag, .no), known: known) == "false")
        #expect(text(number(1...3), known: known) == "true")
        #expect(text(number(3...4), known: known) == "false")
        // Known in part: the literal stays, and so does what is known.
        #expect(text(number(2...4), known: known) == "(and (not |number: n/a|) (>= |number| 2))")
        #expect(Translation(TinyVocabulary.vocabulary, known: known).facts().map { $0.term.text() }
            == ["(and (not |number: n/a|) (<= 1 |number| 2))"])
    }

    @Test func openLawBelongsToItsState() {
        let open = Condition.open(OpenLaw(text: "what | then\nis \\ it"))
        #expect(text(open) == "|AA: what / then is / it|")
        var translation = Translation(TinyVocabulary.vocabulary)
        let one = translation.formula(open, of: SolverLaw(code: "AA", completed: [:]))
        let two = translation.formula(open, of: SolverLaw(code: "BB", completed: [:]))
        #expect(one != two)
        #expect(one == translation.formula(open, of: SolverLaw(code: "AA", completed: [:])))
        #expect(translation.questions.count == 2)
    }

    @Test func eachReadingIsOneValue() {
        let readings = Condition.readings(
            "r",
            [
                Reading(id: "narrow", condition: .has(TinyVocabulary.flag, .yes)),
                Reading(id: "wide", condition: .any([.has(TinyVocabulary.flag, .yes), .has(TinyVocabulary.aim, .yes)])),
            ])
        #expect(
            text(readings) == """
                (or
                  (and (= |AA: reading of r| |AA: reading of r: narrow|) |flag|)
                  (and (= |AA: reading of r| |AA: reading of r: wide|) (or |flag| |aim|)))
                """)
        // Met for certain only if every reading is met.
        var translation = Translation(TinyVocabulary.vocabulary)
        let formula = translation.formula(readings, of: TranslationTests.law)
        #expect(Expansion.expand(.forall(translation.questions, formula)).term.text() == "|flag|")
        #expect(Expansion.expand(.exists(translation.questions, formula)).term.text() == "(or |flag| |aim|)")
    }

    /// Of the offence aimed at only what concerns the child stays, and only where it must be the same child.
    @Test(arguments: [true, false])
    func aimsAreAnotherCase(sameChild: Bool) {
        let offence = OffenceID("goal")
        let law = SolverLaw(
            code: "AA", completed: [offence: .all([.has(TinyVocabulary.flag, .yes), number(0...2)])])
        let aim = Condition.aimsAt(AimedOffences(offences: [offence], sameChild: sameChild))
        // That the flag is known to be "no" says nothing about the case aimed at.
        var translation = Translation(TinyVocabulary.vocabulary, known: Facts([TinyVocabulary.flag: .no]))
        let formula = translation.formula(aim, of: law)
        #expect(formula.isQuantified)
        #expect(
            Expansion.expand(formula).term.text()
                == (sameChild ? "(and |aim| (and (not |number: n/a|) (<= |number| 2)))" : "|aim|"))
    }

    @Test func quantifiersAreBoundToTheDomain() {
        let number = SolverVariables(TinyVocabulary.vocabulary).elements[2]
        let body = Formula.has(number, ValueSet(numbers: [0...2]))
        #expect(
            Formula.exists([number: ValueSet(numbers: [1...4])], body).term.text()
                == """
                (exists
                  ((|number| Int) (|number: n/a| Bool))
                  (and (<= 0 |number| 4) (and (not |number: n/a|) (>= |number| 1)) (and (not |number: n/a|) (<= |number| 2))))
                """)
        #expect(Formula.forall([number: number.domain], body).term.text().contains("(=> (<= 0 |number| 4) (and (not"))
    }
}
