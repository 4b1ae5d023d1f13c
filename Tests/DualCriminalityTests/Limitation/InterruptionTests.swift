import Law
import Testing

@testable import DualCriminality

struct InterruptionTests {
    static func acts(_ acts: (ProceduralAct.Kind, String, String)...) -> LapseCase {
        LapseCase {
            $0.interruption = LapseCase.german
            $0.acts = acts
        }
    }

    @Test func aWarrantBeginsItAnew() throws {
        try Self.acts((.arrestWarrant, "2013-02-01", "AA")).expectLast("2018-01-31")
        // On the last day it still does, on the day after no longer.
        try Self.acts((.arrestWarrant, "2015-06-14", "AA")).expectLast("2020-06-13")
        try Self.acts((.arrestWarrant, "2015-06-15", "AA")).expectLast("2015-06-14")
    }

    @Test func interruptionsChain() throws {
        try Self.acts((.charge, "2016-01-01", "AA"), (.arrestWarrant, "2013-02-01", "AA")).expectLast("2020-06-14")
        try Self.acts((.charge, "2014-01-01", "AA"), (.arrestWarrant, "2013-02-01", "AA")).expectLast("2018-12-31")
        // The second comes too late, as the first does not reach so far.
        try Self.acts((.charge, "2018-02-01", "AA"), (.arrestWarrant, "2013-02-01", "AA")).expectLast("2018-01-31")
    }

    /// However many interruptions, double the period is the end.
    @Test func theAbsoluteCap() throws {
        let one = Self.acts((.arrestWarrant, "2014-02-01", "AA"), (.charge, "2018-02-01", "AA"), (.charge, "2020-06-14", "AA"))
        try one.expectLast("2020-06-14")
        try one.with {
            $0.interruption = Interruption(restarting: [.arrestWarrant, .charge], absolute: .halfAgain, authority: LapseCase.authority)
        }.expectLast("2017-12-14")
        try one.with { $0.interruption = Interruption(restarting: [.arrestWarrant, .charge], authority: LapseCase.authority) }
            .expectLast("2025-06-13")
    }

    /// Time before the age does not count towards the cap either.
    @Test func theCapOfASuspendedPeriod() throws {
        try Self.acts((.charge, "2034-01-01", "AA"), (.charge, "2038-06-01", "AA")).with {
            $0.rule = .suspendedUntilAge(30)
            $0.born = ("2000-03-10", "2000-03-10")
        }.expectLast("2040-03-09")
    }

    /// The cap ends no period before the age that bounds it.
    @Test func theCapBeforeTheAge() throws {
        try Self.acts((.charge, "2015-01-01", "AA"), (.charge, "2019-12-01", "AA")).with {
            $0.rule = .notBeforeAge(25)
            $0.born = ("2000-03-10", "2000-03-10")
        }.expectLast("2025-03-09")
    }

    @Test func aJudgmentStopsIt() throws {
        let one = Self.acts((.judgment, "2015-06-14", "AA"))
        #expect(try one.answer("2090-01-01") == .notLapsed(until: nil))
        try Self.acts((.judgment, "2015-06-15", "AA")).expectLast("2015-06-14")
    }

    @Test func anActWithoutEffect() throws { try Self.acts((.complaint, "2013-02-01", "AA")).expectLast("2015-06-14") }

    /// What the law does not say leaves it open, and never lapsed.
    @Test(arguments: [
        (ProceduralAct.Kind.investigation, "AA"), (.request, "AA"), (.arrestWarrant, "BB"), (.judgment, "BB"),
    ])
    func anActOfUnknownEffect(_ kind: ProceduralAct.Kind, _ state: String) throws {
        let one = Self.acts((kind, "2013-02-01", state))
        #expect(try one.answer("2015-06-14") == .notLapsed(until: LegalDate(iso: "2015-06-14")))
        guard case .open(let reasons) = try one.answer("2090-01-01"), case .law(let text)? = reasons.first, reasons.count == 1
        else {
            Issue.record("an act of unknown effect must leave the answer open")
            return
        }
        #expect(text.contains("2013-02-01"))
        // After the end it changes nothing.
        try Self.acts((kind, "2015-06-15", state)).expectLast("2015-06-14")
    }

    @Test func noLawOfInterruption() throws {
        let one = Self.acts((.complaint, "2013-02-01", "AA")).with { $0.interruption = nil }
        guard case .open = try one.answer("2015-06-15") else {
            Issue.record("an act must leave the answer open where no rule on acts is encoded")
            return
        }
        try one.with { $0.acts = [] }.expectLast("2015-06-14")
    }

    /// A request that does not speak of acts leaves open whether there were any.
    @Test func actsThatAreNotKnown() throws {
        let one = Self.acts().with { $0.acts = nil }
        #expect(try one.answer("2015-06-14") == .notLapsed(until: LegalDate(iso: "2015-06-14")))
        try one.expectOpen("2015-06-15", .procedural)
        try one.expectOpen("2090-01-01", .procedural)
        try one.with { $0.interruption = nil }.expectOpen("2090-01-01", .procedural)
        try one.with { $0.interruption = LapseCase.silent }.expectLast("2015-06-14")
        // Acts that can only begin it anew reach no further than the cap.
        try one.with {
            $0.interruption = Interruption(
                restarting: Set(ProceduralAct.Kind.allCases), absolute: .double, authority: LapseCase.authority)
        }.expectOpen(from: "2015-06-15", through: "2020-06-14", .procedural)
    }

    @Test func actsAfterTheDayAskedDoNotCount() throws {
        #expect(
            try Self.acts((.charge, "2013-02-01", "AA")).answer("2013-01-31") == .notLapsed(until: LegalDate(iso: "2015-06-14")))
    }

    @Test func absence() throws {
        let one = Self.acts().with {
            $0.interruption = Interruption(
                withoutEffect: Set(ProceduralAct.Kind.allCases), suspendedWhile: [.abroad], authority: LapseCase.authority)
        }
        #expect(try one.answer("2015-06-14") == .notLapsed(until: LegalDate(iso: "2015-06-14")))
        try one.expectOpen("2015-06-15", .presentIn)
        try one.with { $0.absences = [.abroad, .hiding] }.expectOpen("2015-06-15", .presentIn)
        try one.with { $0.absences = [] }.expectLast("2015-06-14")
        try one.with { $0.absences = [.hiding] }.expectLast("2015-06-14")
    }
}

struct LapseReasonTests {
    /// A doubt that decides in no case is no reason: the victim's age where the conduct alone keeps it open.
    @Test func onlyWhatDecides() throws {
        let one = LapseCase {
            $0.rule = .notBeforeAge(18)
            $0.born = ("1990-01-01", "1993-01-01")
            $0.conduct = ("2010-01-01", "2011-01-01")
        }
        try one.expectOpen("2015-06-01", .committed)
        try one.with { $0.conduct = ("2005-01-01", "2005-01-01"); $0.after = .years(1) }.expectOpen("2009-01-01", .victimBorn)
    }

    @Test func bothWhereBothDecide() throws {
        try LapseCase {
            $0.rule = .suspendedUntilAge(18)
            $0.born = ("1990-01-01", "1994-01-01")
            $0.conduct = ("2009-01-01", "2012-01-01")
        }.expectOpen("2015-06-01", .committed, .victimBorn)
    }

    /// The day or two that the calendar leaves open are named only where they are all that is open.
    @Test func theCalendarComesLast() throws {
        try LapseCase {
            $0.firstDay = nil
            $0.conduct = ("2010-06-14", "2010-06-15")
        }.expectOpen("2015-06-15", .committed)
    }

    @Test func words() throws {
        let finding = try LapseCase {
            $0.rule = .suspendedUntilAge(30)
            $0.born = ("2000-03-10", "2000-03-10")
            $0.interruption = LapseCase.german
            $0.acts = [(.charge, "2034-01-01", "AA"), (.request, "2012-01-01", "BB")]
        }.question("2036-01-01").finding()
        #expect(
            finding.because == [
                "the period is 5 years (s 1)", "it runs from the end of the conduct, 2010-06-15",
                "it rests until the victim is 30, 2030-03-10", "what the request of 2012-01-01 (BB) does to it is not encoded",
                "the charge of 2034-01-01 (AA) lets it begin anew (s 1)",
                "however often it is interrupted, it ends after twice its length, 2040-03-09 (s 1)",
                "its last day is 2038-12-31 or later; asked is 2036-01-01",
            ])
        #expect(finding.review == .draft)
    }

    @Test func wordsForWhatIsNotKnown() throws {
        let finding = try LapseCase {
            $0.rule = .runsFromAge(18)
            $0.born = ("2000-03-10", "2000-03-20")
            $0.interruption = Interruption(
                stopping: [.charge], suspendedWhile: [.hiding, .abroad], authority: LapseCase.authority)
            $0.acts = nil
        }.question("2024-01-01").finding()
        #expect(
            finding.because == [
                "the period is 5 years (s 1)",
                "it runs from the day on which the victim is 18 or the end of the conduct, whichever is later: between 2018-03-10 and 2018-03-20",
                "the request does not say which acts of the proceedings there were",
                "it rests while the person is abroad or in hiding (s 1)", "its last day is 2023-03-09 or later; asked is 2024-01-01",
            ])
        #expect(finding.answer == .open([.fact(.procedural), .fact(.presentIn)]))
    }

    /// What was checked less counts only where the answer rests on it.
    @Test func theReview() throws {
        let checked = Authority(provision: "s 1", review: .sourceChecked)
        func review(_ asked: String, _ procedural: [ProceduralAct]?) throws -> Review? {
            LapseOfTime(
                state: JurisdictionCode("AA"), limitation: nil,
                ladder: GeneralPart.LimitationLadder(
                    none: false, steps: LapseCase.germanSteps, from: .endOfConduct, interruption: LapseCase.german, authority: checked),
                maximum: .years(5)...Term.years(5),
                conduct: DateInterval(from: try LapseCase.day("2010-06-15"), to: try LapseCase.day("2010-06-15")),
                asked: try LapseCase.day(asked), procedural: procedural
            ).finding().review
        }
        #expect(try review("2015-01-01", nil) == .sourceChecked)
        #expect(try review("2016-01-01", nil) == .draft)
        #expect(try review("2016-01-01", []) == .draft)
        let warrant = ProceduralAct(kind: .arrestWarrant, on: try LapseCase.day("2012-01-01"), state: JurisdictionCode("AA"))
        #expect(try review("2016-01-01", [warrant]) == .draft)
        #expect(try review("2014-01-01", [warrant]) == .sourceChecked)
    }
}
