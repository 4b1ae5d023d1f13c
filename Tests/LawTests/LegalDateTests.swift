import Law
import Testing

func date(_ iso: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> LegalDate {
    try #require(LegalDate(iso: iso), sourceLocation: sourceLocation)
}

struct LegalDateTests {
    /// Every day that a month can have at most, in years on both sides of each leap rule.
    @Test(arguments: [
        ("2023-02-28", true), ("2023-02-29", false), ("2024-02-29", true), ("2024-02-30", false), ("1900-02-29", false),
        ("2000-02-29", true), ("2100-02-29", false), ("2400-02-29", true), ("2026-01-31", true), ("2026-01-32", false),
        ("2026-04-30", true), ("2026-04-31", false), ("2026-06-31", false), ("2026-09-31", false), ("2026-11-31", false),
        ("2026-12-31", true), ("2026-00-10", false), ("2026-13-10", false), ("2026-01-00", false), ("0000-01-01", false),
        ("0001-01-01", true), ("9999-12-31", true),
    ])
    func existingDays(_ iso: String, _ exists: Bool) {
        #expect((LegalDate(iso: iso) != nil) == exists)
        if exists { #expect(LegalDate(iso: iso)?.iso == iso) }
    }

    @Test(arguments: [
        "01-03-2026", "01.03.2026", "1 March 2026", "03/01/2026", "2026/03/01", "2026-3-1", "26-03-01", "2026-03", "2026",
        "20260301", "2026-03-01T00:00", "2026-03-01Z", " 2026-03-01", "2026-03-01 ", "+026-03-01", "2026-0３-01", "2026-03-0x",
        "-026-03-01", "",
    ])
    func otherSpellingsAreNoDates(_ text: String) { #expect(LegalDate(iso: text) == nil) }

    @Test(arguments: [
        ("2024-02-28", "2024-02-29"), ("2024-02-29", "2024-03-01"), ("2023-02-28", "2023-03-01"),
        ("2025-12-31", "2026-01-01"), ("2026-04-30", "2026-05-01"), ("2026-01-31", "2026-02-01"),
        ("0001-01-01", "0001-01-02"), ("9999-12-30", "9999-12-31"),
    ])
    func neighbours(_ earlier: String, _ later: String) throws {
        #expect(try date(earlier).next == date(later))
        #expect(try date(later).previous == date(earlier))
        #expect(try date(earlier) < date(later))
    }

    @Test func theCalendarHasEnds() throws {
        #expect(try date("0001-01-01").previous == nil)
        #expect(try date("9999-12-31").next == nil)
    }

    /// Walking day by day visits as many days as the calendar has: 400 years are 146 097 days.
    @Test func fourHundredYears() throws {
        var day = try date("1999-12-31")
        let end = try date("2399-12-31")
        var count = 0
        while day < end {
            day = try #require(day.next)
            count += 1
        }
        #expect(count == 146_097)
    }

    @Test(arguments: [
        ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"), ("2024-02-29", -4, "2020-02-29"),
        ("1896-02-29", 4, "1900-02-28"), ("2026-03-01", 0, "2026-03-01"), ("2026-12-31", 30, "2056-12-31"),
        ("2023-02-28", 1, "2024-02-28"),
    ])
    func addingYears(_ start: String, _ years: Int, _ end: String) throws {
        #expect(try date(start).adding(years: years) == date(end))
    }

    @Test(arguments: [7974, -2026, Int.max, Int.min]) func addingBeyondTheCalendar(_ years: Int) throws {
        #expect(try date("2026-03-01").adding(years: years) == nil)
    }

    @Test func orderIsByYearMonthDay() throws {
        let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01", "2027-01-01"].map { try date($0) }
        #expect(days.shuffled().sorted() == days)
    }
}
