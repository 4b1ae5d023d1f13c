import Law

/// A day, or never; never is later than every day.
enum Moment: Hashable, Comparable, Sendable {
    case day(LegalDate)
    case never

    /// The day; nil for never.
    var day: LegalDate? {
        if case .day(let day) = self { return day }
        return nil
    }

    /// Never where there is no such day (after the year 9999).
    init(_ day: LegalDate?) { self = day.map { .day($0) } ?? .never }
}

extension LegalDate {
    /// Days since a fixed day, by the proleptic Gregorian calendar; O(1).
    private var ordinal: Int {
        // The year begins in March, so that the leap day comes last.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    private init?(ordinal: Int) {
        guard ordinal >= 0 else { return nil }
        let era = ordinal / 146_097
        let dayOfEra = ordinal - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// So many days later, or earlier where negative; nil outside the years 1 to 9999.
    func adding(days count: Int) -> LegalDate? {
        let (target, overflows) = ordinal.addingReportingOverflow(count)
        return overflows ? nil : LegalDate(ordinal: target)
    }

    /// The number of days from this one to `later`; negative where that is earlier.
    func days(to later: LegalDate) -> Int { later.ordinal - ordinal }

    /// The same day so many months later. Where that month has no such day: its last day, or, with `rollingOver`, the
    /// first of the month after. Nil outside the years 1 to 9999.
    func adding(months count: Int, rollingOver: Bool) -> LegalDate? {
        // Statutes count no further, and no arithmetic overflows.
        guard (0...120_000).contains(count) else { return nil }
        let months = year * 12 + month - 1 + count
        let year = months / 12
        let month = months % 12 + 1
        if let same = LegalDate(year: year, month: month, day: day) { return same }
        guard let lastDay = LegalDate(year: year, month: month, day: 28) else { return nil }
        var last = lastDay
        while let next = last.next, next.month == month { last = next }
        return rollingOver ? last.next : last
    }
}

extension Term {
    /// Half of the term, so many times; nil for life and death, which no period lasts. Half a day is dropped.
    func halves(_ count: Int) -> Term? {
        switch self {
        case .months(let months, let lessADay):
            guard months <= 1_000_000, (months * count).isMultiple(of: 2) else { return nil }
            return .months(months * count / 2, lessADay: lessADay)
        case .days(let days): return days <= 1_000_000 ? .days(days * count / 2) : nil
        case .life, .death: return nil
        }
    }
}
