import Law

extension Term {
    /// "5 years", "18 months", "2 years less a day", "life".
    public var words: String {
        switch self {
        case .life: return "life"
        case .death: return "death"
        case .days(let days): return Term.count(days, "day")
        case .months(let months, let lessADay):
            let base: String
            if months == 0 {
                base = "nothing"
            } else if months % 12 == 0 {
                base = Term.count(months / 12, "year")
            } else if months < 24 {
                base = Term.count(months, "month")
            } else {
                base = Term.count(months / 12, "year") + " " + Term.count(months % 12, "month")
            }
            return lessADay ? base + " less a day" : base
        }
    }

    private static func count(_ number: Int, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }

    /// Whole months; nil for days, life and death.
    public var wholeMonths: Int? {
        if case .months(let months, _) = self { return months }
        return nil
    }
}

extension Threshold {
    /// "at least 1 year", "more than 12 months".
    public var words: String { (exclusive ? "more than " : "at least ") + term.words }
}

extension Imprisonment {
    /// "up to 5 years", "3 months to 5 years", "life".
    public var words: String {
        if minimum == .none { return "up to " + maximum.words }
        if minimum == maximum { return maximum.words }
        return minimum.words + " to " + maximum.words
    }
}
