import Law
import Testing

@testable import DualCriminality

struct PeriodTests {
    /// Whether the day of the conduct is the first of the period decides about the anniversary.
    @Test func theFirstDay() throws {
        try LapseCase().expectLast("2015-06-14")
        try LapseCase { $0.firstDay = .doesNotCount }.expectLast("2015-06-15")
        let open = LapseCase { $0.firstDay = nil }
        #expect(try open.answer("2015-06-14") == .notLapsed(until: LegalDate(iso: "2015-06-14")))
        #expect(try open.answer("2015-06-16") == .lapsed(on: try LapseCase.day("2015-06-16")))
        guard case .open(let reasons) = try open.answer("2015-06-15"), case .law(let text)? = reasons.first, reasons.count == 1
        else {
            Issue.record("the anniversary must be open for a reason of law")
            return
        }
        #expect(text.contains("first day"))
    }

    @Test(arguments: [
        (Term.months(1, lessADay: false), "2023-01-15", "2023-02-14"), (.months(18, lessADay: false), "2023-01-15", "2024-07-14"),
        (.months(24, lessADay: true), "2023-01-15", "2025-01-13"), (.days(90), "2023-01-15", "2023-04-14"),
        (.days(1), "2024-02-28", "2024-02-28"), (.days(366), "2024-02-01", "2025-01-31"), (.years(100), "1999-12-31", "2099-12-30"),
    ])
    func months(_ period: Term, _ conduct: String, _ last: String) throws {
        try LapseCase {
            $0.after = period
            $0.conduct = (conduct, conduct)
        }.expectLast(last)
    }

    /// Where the month has no such day, the period ends on its last day or the next: one day is open, and the law names why.
    @Test(arguments: [
        ("2020-02-29", Term.years(5), "2025-02-27", "2025-03-01"), ("2020-02-29", .years(4), "2024-02-28", "2024-02-29"),
        ("2023-01-31", .months(1, lessADay: false), "2023-02-27", "2023-03-01"),
        ("2023-03-31", .months(1, lessADay: false), "2023-04-29", "2023-05-01"),
        ("2020-02-28", .years(5), "2025-02-27", "2025-02-28"),
    ])
    func missingDays(_ conduct: String, _ period: Term, _ lastRunning: String, _ firstLapsed: String) throws {
        let one = LapseCase {
            $0.after = period
            $0.conduct = (conduct, conduct)
        }
        #expect(try one.answer(lastRunning) == .notLapsed(until: LegalDate(iso: lastRunning)))
        #expect(try one.answer(firstLapsed) == .lapsed(on: try LapseCase.day(firstLapsed)))
        let between = try #require(LegalDate(iso: lastRunning)?.next)
        if between.iso != firstLapsed {
            guard case .open(let reasons) = try one.answer(between.iso), case .law? = reasons.first else {
                Issue.record("\(between.iso) must be open")
                return
            }
        }
    }

    @Test func none() throws {
        let finding = try LapseCase { $0.none = true; $0.after = nil }.question("9999-12-31").finding()
        #expect(finding.answer == .notLapsed(until: nil))
        #expect(finding.because == ["time does not lapse (s 1)"])
    }

    @Test func nothingEncoded() throws {
        let bare = LapseCase { $0.after = nil; $0.steps = nil }
        #expect(try bare.answer("2090-01-01") == .open([.law("the general periods of limitation are not encoded")]))
    }

    @Test func beforeTheConductNothingLapses() throws {
        #expect(try LapseCase().answer("2010-06-14") == .notLapsed(until: LegalDate(iso: "2015-06-14")))
    }

    @Test func theEndOfTheCalendar() throws {
        #expect(try LapseCase { $0.conduct = ("9996-01-01", "9996-01-01") }.answer("9999-12-31") == .notLapsed(until: nil))
    }
}

struct ConductTests {
    /// A single act was done on some day of the interval.
    @Test func someDayOfTheInterval() throws {
        let one = LapseCase { $0.conduct = ("2009-03-01", "2010-06-15") }
        try one.expectOpen(from: "2014-03-01", through: "2015-06-14", .committed)
    }

    @Test func aContinuingActRunsFromItsEnd() throws {
        try LapseCase {
            $0.conduct = ("2009-03-01", "2010-06-15")
            $0.isContinuing = true
        }.expectLast("2015-06-14")
    }

    @Test(arguments: [("2010-01-01", nil), (nil, "2010-01-01"), (nil, nil), ("2011-01-01", "2010-01-01")] as [(String?, String?)])
    func conductThatIsNoInterval(_ from: String?, _ to: String?) throws {
        let base = try LapseCase().question("2030-01-01")
        let one = LapseOfTime(
            state: base.state, limitation: base.limitation, ladder: base.ladder, maximum: base.maximum,
            conduct: DateInterval(from: from.flatMap { LegalDate(iso: $0) }, to: to.flatMap { LegalDate(iso: $0) }),
            asked: base.asked, procedural: [])
        #expect(one.finding().answer == .open([.fact(.committed)]))
    }

    /// The result may come any time after the conduct, as long as no day is stated.
    @Test func theResult() throws {
        let unknown = LapseCase { $0.from = .result }
        #expect(try unknown.answer("2015-06-14") == .notLapsed(until: LegalDate(iso: "2015-06-14")))
        try unknown.expectOpen("2015-06-15", .result)
        try unknown.expectOpen("2090-01-01", .result)
        try unknown.with { $0.result = ("2011-01-01", "2011-01-01") }.expectLast("2015-12-31")
        try unknown.with { $0.result = ("2011-01-01", "2011-12-31") }.expectOpen(from: "2016-01-01", through: "2016-12-30", .result)
    }
}

struct LadderPeriodTests {
    static func ladder(_ maximum: ClosedRange<Term>?) -> LapseCase {
        LapseCase {
            $0.after = nil
            $0.maximum = maximum
        }
    }

    @Test(arguments: [
        (Term.death, 30), (.life, 30), (.years(15), 20), (.years(10), 10), (.years(5), 5), (.years(1), 3), (.none, 3),
    ])
    func oneStep(_ maximum: Term, _ years: Int) throws {
        let last = try #require(LegalDate(year: 2010 + years, month: 6, day: 14))
        try Self.ladder(maximum...maximum).expectLast(last.iso)
    }

    @Test func twoSteps() throws {
        try Self.ladder(.years(5)...Term.years(10)).expectOpen(from: "2015-06-15", through: "2020-06-14", .facts)
        try Self.ladder(.years(6)...Term.years(10)).expectLast("2020-06-14")
        try Self.ladder(.years(1)...Term.life).expectOpen(from: "2013-06-15", through: "2040-06-14", .facts)
    }

    /// Two steps with the same period are one.
    @Test func stepsThatAgree() throws {
        try Self.ladder(.years(20)...Term.life).with {
            $0.steps = [
                .init(maximum: Threshold(term: .life, exclusive: false), after: .years(20)),
                .init(maximum: Threshold(term: .years(10), exclusive: true), after: .years(20)), .init(maximum: nil, after: .years(6)),
            ]
        }.expectLast("2030-06-14")
    }

    @Test func aMaximumThatIsNotKnown() throws {
        try Self.ladder(nil).expectOpen(from: "2013-06-15", through: "2040-06-14", .facts)
    }

    @Test func aStepWithoutEnd() throws {
        let steps: [GeneralPart.LimitationStep] = [
            .init(maximum: Threshold(term: .life, exclusive: false), after: nil), .init(maximum: nil, after: .years(5)),
        ]
        let one = Self.ladder(.life...Term.life).with { $0.steps = steps }
        #expect(try one.answer("2090-01-01") == .notLapsed(until: nil))
        let either = one.with { $0.maximum = .years(10)...Term.life }
        #expect(try either.answer("2015-06-14") == .notLapsed(until: LegalDate(iso: "2015-06-14")))
        try either.expectOpen("2090-01-01", .facts)
    }

    @Test func noStepFits() throws {
        let one = Self.ladder(.years(1)...Term.years(6)).with {
            $0.steps = [.init(maximum: Threshold(term: .years(5), exclusive: true), after: .years(10))]
        }
        guard case .open(let reasons) = try one.answer("2011-01-01"), case .law? = reasons.first else {
            Issue.record("a maximum without a step must be open")
            return
        }
    }

    @Test func maximaOfLines() {
        func line(_ when: Condition, _ maximum: Term?, _ trial: TrialMode? = nil) -> PenaltyLine {
            PenaltyLine(
                when: when, imprisonment: maximum.map { Imprisonment(minimum: .none, maximum: $0) }, fine: nil, trial: trial,
                provision: nil)
        }
        let other = Condition.not(.always)
        #expect(LapseOfTime.maxima(of: []) == nil)
        #expect(LapseOfTime.maxima(of: [line(.always, nil)]) == Term.none...Term.none)
        #expect(LapseOfTime.maxima(of: [line(other, .years(10)), line(.always, .years(3))]) == Term.years(3)...Term.years(10))
        // The graver mode of trial counts.
        #expect(
            LapseOfTime.maxima(of: [line(.always, .years(14), .indictment), line(.always, .years(1), .summary)])
                == Term.years(14)...Term.years(14))
    }
}

struct PossibleRuleTests {
    static func rule(_ after: Term, none: Bool = false) -> Limitation {
        Limitation(
            none: none, after: none ? nil : after, firstDay: .counts, interruption: LapseCase.silent, authority: LapseCase.authority)
    }

    /// Both rules are asked; where they differ, the open law between them is the reason.
    @Test func twoRules() throws {
        let one = LapseCase { $0.perhaps = [.init(rule: Self.rule(.years(12)), because: "whether it was A")] }
        #expect(try one.answer("2015-06-14") == .notLapsed(until: LegalDate(iso: "2015-06-14")))
        #expect(try one.answer("2015-06-15") == .open([.law("whether it was A")]))
        #expect(try one.answer("2022-06-14") == .open([.law("whether it was A")]))
        #expect(try one.answer("2022-06-15") == .lapsed(on: try LapseCase.day("2022-06-15")))
        #expect(try one.question("2015-01-01").finding().because.contains("another rule may apply instead; open is whether it was A"))
    }

    @Test func oneThatNeverLapses() throws {
        let one = LapseCase { $0.perhaps = [.init(rule: Self.rule(.none, none: true), because: "whether it was B")] }
        #expect(try one.answer("2015-06-14") == .notLapsed(until: LegalDate(iso: "2015-06-14")))
        #expect(try one.answer("2090-01-01") == .open([.law("whether it was B")]))
    }
}
