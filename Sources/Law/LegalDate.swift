/// A calendar day, as statutes and requests mean it: no time of day, no time zone.
///
/// Days are proleptic Gregorian. Comparison is by year, month, day.
public struct LegalDate: Hashable, Comparable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil where the day does not exist (month 13, 30 February).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= LegalDate.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-03-01`. Nothing else is a date: no other order, no missing zero, no time.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for index in range {
                guard (0x30...0x39).contains(bytes[index]) else { return nil }
                value = value * 10 + Int(bytes[index] - 0x30)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2026-03-01`.
    public var iso: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    public static func < (left: LegalDate, right: LegalDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The day before; nil only before year 1.
    public var previous: LegalDate? {
        if day > 1 { return LegalDate(year: year, month: month, day: day - 1) }
        let lastMonth = month == 1 ? 12 : month - 1
        let lastYear = month == 1 ? year - 1 : year
        return LegalDate(year: lastYear, month: lastMonth, day: LegalDate.days(inMonth: lastMonth, of: max(1, lastYear)))
    }

    /// The day after; nil only after year 9999.
    public var next: LegalDate? {
        LegalDate(year: year, month: month, day: day + 1)
            ?? LegalDate(year: year, month: month + 1, day: 1) ?? LegalDate(year: year + 1, month: 1, day: 1)
    }

    /// The same day `count` years later; 29 February becomes 28 February where the year has none. Nil
    /// outside the years 1 to 9999.
    public func adding(years count: Int) -> LegalDate? {
        let (target, overflows) = year.addingReportingOverflow(count)
        guard !overflows, (1...9999).contains(target) else { return nil }
        return LegalDate(year: target, month: month, day: min(day, LegalDate.days(inMonth: month, of: target)))
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }
}

/// The days on which a provision applied: both ends included, either may be open.
public struct DateInterval: Hashable, Sendable {
    public let from: LegalDate?
    public let to: LegalDate?

    public init(from: LegalDate? = nil, to: LegalDate? = nil) {
        self.from = from
        self.to = to
    }

    public func contains(_ date: LegalDate) -> Bool {
        if let from, date < from { return false }
        if let to, date > to { return false }
        return true
    }

    public func overlaps(_ other: DateInterval) -> Bool {
        if let to, let start = other.from, to < start { return false }
        if let from, let end = other.to, end < from { return false }
        return true
    }
}
