import Law
import Testing

@testable import DualCriminality

struct VictimAgeTests {
    /// Born on 2000-03-10; the conduct was on 2010-06-15.
    static func victim(_ rule: Limitation.VictimRule?, _ change: (inout LapseCase) -> Void = { _ in }) -> LapseCase {
        LapseCase {
            $0.rule = rule
            $0.born = ("2000-03-10", "2000-03-10")
        }.with(change)
    }

    @Test(arguments: [
        (Limitation.VictimRule.runsFromAge(18), "2023-03-09"), (.suspendedUntilAge(30), "2035-03-09"),
        (.uncountedUntilAge(28), "2033-03-09"), (.notBeforeAge(25), "2025-03-09"), (.notBeforeAge(12), "2015-06-14"),
        // Grown up at the conduct: nothing moves.
        (.runsFromAge(10), "2015-06-14"), (.suspendedUntilAge(9), "2015-06-14"),
    ])
    func theLastDay(_ rule: Limitation.VictimRule, _ last: String) throws { try Self.victim(rule).expectLast(last) }

    @Test func majority() throws {
        try Self.victim(nil) { $0.from = .majorityOfVictim }.expectLast("2023-03-09")
    }

    /// The birthday of who was born on 29 February falls on 28 February or 1 March.
    @Test func aLeapDayBirthday() throws {
        let one = Self.victim(.notBeforeAge(25)) { $0.born = ("2000-02-29", "2000-02-29") }
        #expect(try one.answer("2025-02-27") == .notLapsed(until: LegalDate(iso: "2025-02-27")))
        guard case .open(let reasons) = try one.answer("2025-02-28"), case .law? = reasons.first else {
            Issue.record("28 February must be open")
            return
        }
        #expect(try one.answer("2025-03-01") == .lapsed(on: try LapseCase.day("2025-03-01")))
        try one.with { $0.rule = .notBeforeAge(24) }.expectLast("2024-02-28")
    }

    @Test func anAgeThatIsNotKnown() throws {
        let one = Self.victim(.runsFromAge(18)) { $0.born = nil }
        // Whoever was a victim was born by then, and may long have been grown up.
        try one.expectOpen(from: "2015-06-15", through: "2033-06-14", .victimAge)
    }

    /// Who was 14 on 2010-06-15 was born from 1995-06-16 to 1996-06-15.
    @Test func onlyTheAgeIsKnown() throws {
        let one = Self.victim(.runsFromAge(18)) {
            $0.born = nil
            $0.ageAtConduct = 14
        }
        try one.expectOpen(from: "2018-06-16", through: "2019-06-14", .victimBorn)
        try one.with {
            $0.ageAtConduct = nil
            $0.childAge = 14...14
        }.expectOpen(from: "2018-06-16", through: "2019-06-14", .victimBorn)
        try one.with {
            $0.ageAtConduct = nil
            $0.childAge = 12...15
        }.expectOpen(from: "2017-06-16", through: "2021-06-14", .victimAge)
    }

    /// 21 in the vocabulary is 21 or more.
    @Test func theOpenAge() throws {
        let one = Self.victim(.notBeforeAge(25)) {
            $0.born = nil
            $0.childAge = 15...21
        }
        #expect(try one.answer("2015-06-14") == .notLapsed(until: LegalDate(iso: "2015-06-14")))
        try one.expectOpen("2015-06-15", .victimAge)
        #expect(try one.with { $0.childAge = 21...21 }.answer("2015-06-15") == .lapsed(on: try LapseCase.day("2015-06-15")))
    }

    /// Statements narrow each other down: 14 at the conduct, 25 on 2021-01-01, so born from 1995-06-16 to 1996-01-01.
    @Test func statementsTogether() throws {
        let one = Self.victim(.runsFromAge(18)) {
            $0.born = nil
            $0.ageAtConduct = 14
            $0.ageNow = 25
        }
        let birth = try #require(
            BirthDays.possible(
                Victim(ageNow: 25, ageAtConduct: 14), childAge: nil,
                conduct: try LapseCase.day("2010-06-15")...LapseCase.day("2010-06-15"),
                asked: try LapseCase.day("2021-01-01")))
        #expect(birth.earliest?.iso == "1995-06-16")
        #expect(birth.latest.iso == "1996-01-01")
        #expect(try one.answer("2021-01-01") == .lapsed(on: try LapseCase.day("2019-01-01")))
    }

    /// Born on 2008-02-29, the victim may count as 15 on 2023-02-28 already, and as 14 still.
    @Test(arguments: [
        ("2023-02-28", 15, "2007-03-01", "2008-02-29"), ("2023-02-28", 14, "2008-02-29", "2009-02-28"),
        ("2023-03-01", 14, "2008-03-02", "2009-03-01"), ("2024-02-29", 16, "2007-03-01", "2008-02-29"),
        ("2024-02-28", 16, "2007-03-01", "2008-02-28"),
    ])
    func leapDayBirths(_ day: String, _ age: Int, _ earliest: String, _ latest: String) throws {
        let on = try LapseCase.day(day)
        let birth = BirthDays.possible(Victim(ageAtConduct: age), childAge: nil, conduct: on...on, asked: on)
        #expect(birth?.earliest?.iso == earliest)
        #expect(birth?.latest.iso == latest)
    }

    @Test func contradictions() throws {
        let one = Self.victim(.runsFromAge(18)) { $0.ageAtConduct = 14 }
        try one.expectOpen("2090-01-01", .victimBorn)
        // A rule that does not turn on the age does not care.
        try one.with { $0.rule = nil }.expectLast("2015-06-14")
    }

    @Test func theLifeOfTheVictim() throws {
        let one = Self.victim(.lifeOr(.years(10)))
        #expect(try one.answer("2020-06-14") == .notLapsed(until: LegalDate(iso: "2020-06-14")))
        try one.expectOpen("2020-06-15", .victimAlive)
        #expect(try one.with { $0.alive = true }.answer("2060-01-01") == .notLapsed(until: nil))
        try one.with { $0.alive = false }.expectLast("2020-06-14")
        // The longer of both periods.
        try one.with { $0.alive = false; $0.after = .years(12) }.expectLast("2022-06-14")
    }

    /// Seven years, nine months and so on until 18 are added; how they are counted moves the end by a few days.
    @Test func yearsAdded() throws {
        let one = Self.victim(.addedUntilAge(18)) { $0.after = .years(12) }
        #expect(try one.answer("2030-03-06") == .notLapsed(until: LegalDate(iso: "2030-03-06")))
        guard case .open(let reasons) = try one.answer("2030-03-10"), case .law? = reasons.first else {
            Issue.record("the margin must be open")
            return
        }
        #expect(try one.answer("2030-03-15") == .lapsed(on: try LapseCase.day("2030-03-13")))
        // Of age at the conduct: nothing is added.
        try one.with { $0.born = ("1990-01-01", "1990-01-01") }.expectLast("2022-06-14")
    }

    /// A child of 12 and a conduct of a year: the two go together at both ends.
    @Test func bothIntervals() throws {
        let one = Self.victim(.suspendedUntilAge(30)) {
            $0.born = nil
            $0.ageAtConduct = 12
            $0.conduct = ("2010-01-01", "2010-12-31")
        }
        try one.expectOpen(from: "2032-01-02", through: "2033-12-30", .victimBorn)
    }
}
