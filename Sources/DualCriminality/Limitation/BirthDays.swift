import Law

/// The days on which the victim may have been born.
struct BirthDays: Hashable, Sendable {
    /// Nil where nothing bounds it.
    let earliest: LegalDate?
    let latest: LegalDate

    /// An age of so many years in the vocabulary stands for that age and every higher one.
    static let openAge = 21

    /// Every statement about the age put together; O(1).
    ///
    /// - Parameters:
    ///   - childAge: what the facts of the count say about the age at the conduct, in completed years.
    ///   - conduct: both ends included; who was a victim was born by its end.
    ///   - asked: the day to which ``Victim/ageNow`` refers.
    /// - Returns: nil where the statements contradict each other.
    static func possible(
        _ victim: Victim, childAge: ClosedRange<Int>?, conduct: ClosedRange<LegalDate>, asked: LegalDate
    ) -> BirthDays? {
        var earliest = victim.born?.from
        var latest = min(conduct.upperBound, victim.born?.to ?? conduct.upperBound)
        func narrow(_ ages: ClosedRange<Int>, _ days: ClosedRange<LegalDate>, upperIsOpen: Bool = false) {
            if !upperIsOpen, let day = days.lowerBound.adding(years: -ages.upperBound - 1)?.next {
                earliest = max(earliest ?? day, day)
            }
            if let day = lastBirth(ofAge: ages.lowerBound, on: days.upperBound) { latest = min(latest, day) }
        }
        if let age = victim.ageAtConduct { narrow(age...age, conduct) }
        if let age = victim.ageNow { narrow(age...age, asked...asked) }
        if let childAge { narrow(childAge, conduct, upperIsOpen: childAge.upperBound >= openAge) }
        if let earliest, earliest > latest { return nil }
        return BirthDays(earliest: earliest, latest: latest)
    }

    /// The last birthday of those who are `age` on `day`. Who was born on 29 February may count as a year older on 28
    /// February already, where the year has no leap day.
    private static func lastBirth(ofAge age: Int, on day: LegalDate) -> LegalDate? {
        guard let birth = day.adding(years: -age) else { return nil }
        let hasLeapDay = LegalDate(year: day.year, month: 2, day: 29) != nil
        if day.month == 2, day.day == 28, !hasLeapDay, let leap = LegalDate(year: birth.year, month: 2, day: 29) { return leap }
        return birth
    }

    /// The day on which the victim completes so many years, at the earliest or at the latest; nil where nothing bounds
    /// it. The leap-day birthday falls on 28 February or 1 March.
    ///
    /// - Parameter leapLate: takes 1 March for a leap-day birthday in a year without one.
    func birthday(_ age: Int, latest isLatest: Bool, leapLate: Bool) -> Moment? {
        guard let birth = isLatest ? latest : earliest else { return nil }
        return Moment(birth.adding(months: age * 12, rollingOver: leapLate))
    }
}
