import Law

/// The statements that lead to an answer, in plain words.
struct LapseWording: Sendable {
    let clock: PeriodClock
    private var rule: LapseRule { clock.rule }
    private var question: LapseOfTime { clock.question }

    var because: [String] {
        let shortest = clock.withoutActs(.none)
        let longest = clock.withoutActs(.all)
        var result = [period]
        result.append("it runs from " + start(shortest, longest))
        if let victim = victim(shortest, longest) { result.append(victim) }
        result += acts(until: clock.lapses(.all))
        if clock.mayRest, let interruption = rule.interruption {
            let absences = interruption.suspendedWhile.map { $0 == .hiding ? "in hiding" : $0.rawValue }.sorted()
            result.append("it rests while the person is \(absences.joined(separator: " or ")) (\(interruption.authority.provision))")
        }
        if let absolute = rule.interruption?.absolute, clock.acts.map({ !$0.isEmpty }) ?? true,
            let authority = rule.interruption?.authority {
            let last = days(shortest.cap, longest.cap, lastDay: true)
            result.append("however often it is interrupted, it ends \(absolute.words), \(last) (\(authority.provision))")
        }
        result.append(end)
        return result
    }

    private var period: String {
        let periods = rule.periods.map { $0?.words ?? "without end" }
        let text = periods.count == 1 ? periods[0] : periods.dropLast().joined(separator: ", ") + " or " + (periods.last ?? "")
        return "the period is \(text)" + (periods.count > 1 ? ", by the maximum penalty on the facts" : "")
            + " (\(rule.provisions.joined(separator: "; ")))"
    }

    private func start(_ shortest: PeriodClock.Plain, _ longest: PeriodClock.Plain) -> String {
        if rule.start == .result { return "the result, " + days(shortest.start, longest.start) }
        guard case .runsFromAge(let age)? = rule.victim else {
            return "the end of the conduct, " + days(.day(clock.ends.lowerBound), .day(clock.ends.upperBound))
        }
        return "the day on which the victim is \(age) or the end of the conduct, whichever is later: "
            + days(shortest.start, longest.start)
    }

    private func victim(_ shortest: PeriodClock.Plain, _ longest: PeriodClock.Plain) -> String? {
        func birthday(_ age: Int) -> String {
            guard let late = clock.birthday(age, .all) else { return "on a day that is not known" }
            guard let early = clock.birthday(age, .none) else { return "on \(late.words) at the latest" }
            return days(early, late)
        }
        switch rule.victim {
        case .suspendedUntilAge(let age)?: return "it rests until the victim is \(age), \(birthday(age))"
        case .uncountedUntilAge(let age)?: return "the time until the victim is \(age), \(birthday(age)), does not count"
        case .addedUntilAge(let age)?: return "it is longer by the time until the victim is \(age), \(birthday(age))"
        case .notBeforeAge(let age)?: return "it does not end before the victim is \(age), \(birthday(age))"
        case .lifeOr(let term)?:
            return "it lasts as long as the victim lives, and for \(term.words) after the conduct if that is longer"
        case .runsFromAge?, nil: return nil
        }
    }

    private func acts(until end: Moment) -> [String] {
        guard let acts = clock.acts else {
            return clock.unknownActsMatter ? ["the request does not say which acts of the proceedings there were"] : []
        }
        let provision = rule.interruption.map { " (\($0.authority.provision))" } ?? ""
        return acts.filter { .day($0.on) < end }.map { act in
            switch clock.effect(of: act) {
            case .restarts?: return "\(LapseWording.words(act)) lets it begin anew\(provision)"
            case .stops?: return "\(LapseWording.words(act)) stops it\(provision)"
            case .nothing?: return "\(LapseWording.words(act)) does not change it\(provision)"
            case nil: return "what \(LapseWording.words(act)) does to it is not encoded"
            }
        }
    }

    private var end: String {
        let shortest = clock.lapses(.none)
        let longest = clock.lapses(.all)
        guard shortest != .never else { return "it does not end" }
        return "its last day is \(days(shortest, longest, lastDay: true)); asked is \(question.asked.iso)"
    }

    /// - Parameter lastDay: the moments are first days after an end, and the days before them are meant.
    private func days(_ from: Moment, _ to: Moment, lastDay: Bool = false) -> String {
        func word(_ moment: Moment) -> String {
            lastDay ? moment.day?.previous?.iso ?? moment.words : moment.words
        }
        if from == to { return word(from) }
        if to == .never { return "\(word(from)) or later" }
        return "between \(word(from)) and \(word(to))"
    }

    /// "the arrest warrant of 2024-02-01 (CA)".
    static func words(_ act: ProceduralAct) -> String {
        "the \(act.kind.rawValue.replacing("-", with: " ")) of \(act.on.iso) (\(act.state))"
    }
}

extension Moment {
    var words: String { day?.iso ?? "a day that is not known" }
}

extension Interruption.Multiple {
    /// "after twice its length".
    var words: String {
        switch self {
        case .halfAgain: return "after one and a half times its length"
        case .double: return "after twice its length"
        case .triple: return "after three times its length"
        }
    }
}
