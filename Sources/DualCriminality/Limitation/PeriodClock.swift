import Law

/// Something that is not known; each has an end that makes the period shorter, and one that makes it longer.
enum Doubt: Int, Hashable, CaseIterable, Sendable {
    case conduct, result, victimAge, victimLife, penalty, calendar, file, acts, absence
}

/// The doubts that are settled towards the longer period; the rest are settled towards the shorter.
struct Doubts: OptionSet, Hashable, Sendable {
    let rawValue: Int
    static let none: Doubts = []
    static let all = Doubts(Doubt.allCases)

    init(rawValue: Int) { self.rawValue = rawValue }
    init(_ doubts: [Doubt]) { rawValue = doubts.reduce(0) { $0 | 1 << $1.rawValue } }
    func contains(_ doubt: Doubt) -> Bool { rawValue & (1 << doubt.rawValue) != 0 }
}

/// Runs one rule on one case.
///
/// The first day on which time has lapsed never comes earlier where a doubt is settled towards the longer period. So the
/// two extremes bound every possible world, and the answer is sure where they agree.
struct PeriodClock: Sendable {
    let rule: LapseRule
    let question: LapseOfTime
    /// The days on which the conduct may have ended.
    let ends: ClosedRange<LegalDate>
    let birth: BirthDays
    /// The acts by day, none later than the day asked; nil where the request does not speak of acts.
    let acts: [ProceduralAct]?

    init(rule: LapseRule, question: LapseOfTime, ends: ClosedRange<LegalDate>, birth: BirthDays) {
        self.rule = rule
        self.question = question
        self.ends = ends
        self.birth = birth
        acts = question.procedural?.filter { $0.on <= question.asked }.sorted { $0.on < $1.on }
    }

    /// The first day on which time has lapsed. O(acts).
    func lapses(_ longer: Doubts) -> Moment {
        let plain = withoutActs(longer)
        guard case .day = plain.end else { return .never }
        if longer.contains(.absence), mayRest { return .never }
        var end = plain.end
        for act in acts ?? [] {
            // What happens after the end changes nothing.
            guard .day(act.on) < end else { break }
            switch effect(of: act) {
            case .stops?: return .never
            case .restarts?:
                let again = self.end(of: plain.period, from: .day(act.on), longer)
                end = max(end, min(again, plain.cap))
            case .nothing?: break
            case nil: if longer.contains(.acts) { return .never }
            }
        }
        if acts == nil, longer.contains(.file), unknownActsMatter {
            end = onlyRestarts ? max(end, plain.cap) : .never
        }
        return end
    }

    /// What an act does; nil where the law that was read does not say. Whether acts of another state count is never said.
    func effect(of act: ProceduralAct) -> Interruption.Effect? {
        let effect = rule.interruption?.effect(of: act.kind)
        return act.state == question.state || effect == .nothing ? effect : nil
    }

    /// The doubts that there are in this case.
    var doubts: [Doubt] {
        Doubt.allCases.filter { doubt in
            switch doubt {
            case .conduct: return ends.lowerBound < ends.upperBound
            case .result: return rule.start == .result && question.result.map { $0.from != $0.to || $0.to == nil } ?? true
            case .victimAge: return rule.victim?.age != nil && birth.earliest != birth.latest
            case .victimLife: return rule.victim?.isLife == true && question.victimIsAlive == nil
            case .penalty: return rule.mayTakeSeveralPeriods
            case .calendar: return true
            case .file: return acts == nil && unknownActsMatter
            case .acts: return acts?.contains { effect(of: $0) == nil } ?? false
            case .absence: return mayRest
            }
        }
    }

    /// Whether the answer rests on the rules about acts and absence: not while the plain period still runs.
    func usesInterruption(_ answer: LapseAnswer) -> Bool {
        if case .notLapsed = answer { return withoutActs(.none).end <= .day(question.asked) }
        return true
    }

    // MARK: - Parts

    struct Plain: Sendable {
        let period: Term?
        /// From when the period runs.
        let start: Moment
        /// The first day on which time has lapsed, if no act intervenes.
        let end: Moment
        /// The latest that acts can make of it, unless it ends later without them.
        let cap: Moment
    }

    func withoutActs(_ longer: Doubts) -> Plain {
        let conductEnd = longer.contains(.conduct) ? ends.upperBound : ends.lowerBound
        var start = Moment.day(conductEnd)
        if rule.start == .result {
            start = longer.contains(.result)
                ? Moment(question.result?.to) : max(start, .day(question.result?.from ?? conductEnd))
        }
        let period = longer.contains(.penalty) ? rule.periods[rule.periods.count - 1] : rule.periods[0]
        let capPeriod = rule.interruption?.absolute.flatMap { period?.halves($0.halves) }
        var floor: Moment?
        var added: Moment?
        switch rule.victim {
        case .runsFromAge(let age)?, .suspendedUntilAge(let age)?, .uncountedUntilAge(let age)?:
            if let birthday = birthday(age, longer) { start = max(start, birthday) }
        case .addedUntilAge(let age)?:
            added = addedEnd(period, from: start, untilAge: age, longer)
        case .notBeforeAge(let age)?:
            floor = birthday(age, longer)
        case .lifeOr(let term)?:
            let lives = question.victimIsAlive ?? longer.contains(.victimLife)
            floor = lives ? .never : end(of: term, from: start, longer)
        case nil: break
        }
        var end = end(of: period, from: start, longer)
        if let added { end = max(end, added) }
        let cap = rule.interruption?.absolute == nil ? Moment.never : max(end, self.end(of: capPeriod, from: start, longer))
        if let floor { end = max(end, floor) }
        return Plain(period: period, start: start, end: end, cap: cap)
    }

    /// The day on which the victim completes `age` years; nil where nothing bounds it.
    func birthday(_ age: Int, _ longer: Doubts) -> Moment? {
        birth.birthday(age, latest: longer.contains(.victimAge), leapLate: longer.contains(.calendar))
    }

    /// The first day after a period. A nil period never ends.
    private func end(of period: Term?, from start: Moment, _ longer: Doubts) -> Moment {
        guard case .day(let day) = start, let period else { return .never }
        let firstDayCounts = rule.firstDay.map { $0 == .counts } ?? !longer.contains(.calendar)
        let shift = firstDayCounts ? 0 : 1
        switch period {
        case .months(let months, let lessADay):
            // An anniversary on a day that the month lacks may fall on its last day or on the next.
            let anniversary = day.adding(months: months, rollingOver: longer.contains(.calendar))
            return Moment(anniversary?.adding(days: shift - (lessADay ? 1 : 0)))
        case .days(let days): return Moment(day.adding(days: days + shift))
        case .life, .death: return .never
        }
    }

    /// The end of a period that is longer by the time from `start` to the birthday. How that time is counted, in days or
    /// in years, months and days, and whether the birthday or the day before ends it, moves the end by a few days: both
    /// ends of that margin are doubts about the calendar.
    private func addedEnd(_ period: Term?, from start: Moment, untilAge age: Int, _ longer: Doubts) -> Moment {
        guard let birthday = birthday(age, longer) else { return end(of: period, from: start, longer) }
        guard case .day(let day) = start, case .day(let turned) = birthday else { return .never }
        guard day < turned else { return end(of: period, from: start, longer) }
        let inDays = end(of: period, from: start, longer).day.flatMap { $0.adding(days: day.days(to: turned)) }
        let inYears = end(of: period, from: birthday, longer)
        let margin = PeriodClock.addedMargin
        if longer.contains(.calendar) { return Moment(max(Moment(inDays), inYears).day?.adding(days: margin)) }
        return Moment(min(Moment(inDays), inYears).day?.adding(days: -margin))
    }

    /// Months differ by at most three days.
    private static let addedMargin = 3

    /// Whether the period may have rested while the person was out of reach.
    var mayRest: Bool {
        guard let rests = rule.interruption?.suspendedWhile, !rests.isEmpty else { return false }
        return question.absences.map { !$0.isDisjoint(with: rests) } ?? true
    }

    /// Whether acts that the request does not mention could have moved the end.
    var unknownActsMatter: Bool {
        guard let interruption = rule.interruption else { return true }
        return ProceduralAct.Kind.allCases.contains { interruption.effect(of: $0) != .nothing }
    }

    private var onlyRestarts: Bool {
        guard let interruption = rule.interruption else { return false }
        return ProceduralAct.Kind.allCases.allSatisfy { [.restarts, .nothing].contains(interruption.effect(of: $0)) }
    }
}

extension Limitation.VictimRule {
    /// The age on which the rule turns, in completed years; nil where it turns on the victim's life.
    var age: Int? {
        switch self {
        case .runsFromAge(let age), .suspendedUntilAge(let age), .uncountedUntilAge(let age), .addedUntilAge(let age),
            .notBeforeAge(let age):
            return age
        case .lifeOr: return nil
        }
    }

    var isLife: Bool { age == nil }
}
