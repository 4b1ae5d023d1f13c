import Law
import Testing

struct TermTests {
    /// From the mildest to the gravest.
    static let ladder: [Term] = [
        .none, .days(1), .days(29), .months(1, lessADay: false), .days(90 + 1), .months(6, lessADay: false), .days(364),
        .months(12, lessADay: true), .years(1), .months(18, lessADay: false), .months(24, lessADay: true), .years(2),
        .months(24 + 1, lessADay: false), .years(5), .years(30), .years(1000), .life, .death,
    ]

    @Test func orderOfSeverity() {
        for (place, one) in Self.ladder.enumerated() {
            for (other, two) in Self.ladder.enumerated() {
                #expect((one < two) == (place < other), "\(one.iso) < \(two.iso)")
                #expect((one == two) == (place == other), "\(one.iso) == \(two.iso)")
            }
        }
    }

    @Test func thirtyDaysCountAsAMonth() {
        let (days, month) = (Term.days(30), Term.months(1, lessADay: false))
        #expect(!(days < month) && !(month < days))
        #expect(days >= month && month >= days)
    }

    /// Numbers no statute has must not stop the program.
    @Test func enormousTermsStayBelowLife() {
        for term in [Term.days(.max), .months(.max, lessADay: true), .months(.max, lessADay: false)] {
            #expect(term < .life)
            #expect(term > .years(1000))
            #expect(term.half <= term)
        }
    }

    @Test(arguments: [
        (Term.none, "P0D"), (.days(90), "P90D"), (.months(3, lessADay: false), "P3M"), (.months(18, lessADay: false), "P18M"),
        (.years(5), "P5Y"), (.months(24, lessADay: true), "P2Y-P1D"), (.months(6, lessADay: true), "P6M-P1D"),
        (.life, "life"), (.death, "death"),
    ])
    func iso(_ term: Term, _ text: String) { #expect(term.iso == text) }

    @Test(arguments: [
        (Term.years(5), Term.months(30, lessADay: false)), (.years(2), .years(1)), (.months(3, lessADay: false), .days(45)),
        (.days(90), .days(45)), (.days(7), .days(3)), (.none, .none), (.life, .life), (.death, .death),
    ])
    func half(_ term: Term, _ half: Term) { #expect(term.half == half) }

    /// Two years less a day halve to something that does not reach one year.
    @Test(arguments: [2, 4, 24, 120, 1, 3, 15]) func halfOfLessADayStaysBelowTheHalfOfTheFullTerm(_ months: Int) {
        #expect(Term.months(months, lessADay: true).half < Term.months(months, lessADay: false).half)
    }
}

struct ThresholdTests {
    @Test(arguments: [
        (Term.months(12, lessADay: true), false, false), (.years(1), true, false), (.months(13, lessADay: false), true, true),
        (.life, true, true), (.death, true, true), (.none, false, false),
    ])
    func atLeastOrMoreThanAYear(_ maximum: Term, _ atLeast: Bool, _ moreThan: Bool) {
        #expect(Threshold(term: .years(1), exclusive: false).isReached(by: maximum) == atLeast)
        #expect(Threshold(term: .years(1), exclusive: true).isReached(by: maximum) == moreThan)
    }

    @Test func nothingIsMoreThanDeath() {
        #expect(Threshold(term: .death, exclusive: false).isReached(by: .death))
        #expect(!Threshold(term: .death, exclusive: true).isReached(by: .death))
    }
}

struct LimitationLadderTests {
    static let authority = Authority(provision: "s 7", review: .draft)

    static func ladder(none: Bool = false, _ steps: [GeneralPart.LimitationStep]) -> GeneralPart.LimitationLadder {
        GeneralPart.LimitationLadder(none: none, steps: steps, from: .endOfConduct, authority: authority)
    }

    static let steps: [GeneralPart.LimitationStep] = [
        .init(maximum: Threshold(term: .life, exclusive: false), after: .years(30)),
        .init(maximum: Threshold(term: .years(10), exclusive: true), after: .years(20)),
        .init(maximum: Threshold(term: .years(5), exclusive: true), after: .years(10)),
        .init(maximum: Threshold(term: .years(1), exclusive: false), after: .years(5)),
    ]

    @Test(arguments: [
        (Term.life, Term.years(30)), (.death, .years(30)), (.years(15), .years(20)), (.years(10), .years(10)),
        (.years(5), .years(5)), (.years(1), .years(5)), (.months(12, lessADay: true), nil),
    ] as [(Term, Term?)])
    func theFirstStepThatIsReached(_ maximum: Term, _ period: Term?) {
        #expect(Self.ladder(Self.steps).period(forMaximum: maximum) == period)
    }

    @Test func theLastStepTakesTheRest() {
        let steps = Self.steps + [.init(maximum: nil, after: .years(3))]
        #expect(Self.ladder(steps).period(forMaximum: .months(6, lessADay: false)) == .years(3))
        #expect(Self.ladder(steps).period(forMaximum: .years(6)) == .years(10))
    }

    @Test func timeThatNeverLapses() {
        #expect(Self.ladder(none: true, Self.steps).period(forMaximum: .years(6)) == nil)
    }
}
