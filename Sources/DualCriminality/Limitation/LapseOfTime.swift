import Law

/// Whether time has lapsed for one offence on one day (DESIGN §4.16, DESIGN-AMENDMENTS 13): what is known of the case,
/// and the law of one state.
///
/// What is not known is an interval of days, or open; the answer is sure only where every possible case agrees.
struct LapseOfTime: Hashable, Sendable {
    /// The state whose law is asked.
    let state: JurisdictionCode
    /// The offence's own rule; nil where the ladder decides alone.
    let limitation: Limitation?
    let ladder: GeneralPart.LimitationLadder?
    /// The lowest and the highest maximum penalty that the facts allow, without a reduction for attempt; nil where it is
    /// not known. A fine alone is ``Term/none``.
    let maximum: ClosedRange<Term>?
    let conduct: DateInterval
    /// A continuing act (possession) lasts for the whole interval; any other was done on some day of it.
    let isContinuing: Bool
    let victim: Victim
    /// The age of the child at the conduct as far as the facts of the count say, in completed years.
    let childAge: ClosedRange<Int>?
    /// The day of the request.
    let asked: LegalDate
    /// The acts of the proceedings; nil where the request does not speak of them, so that there may be any.
    let procedural: [ProceduralAct]?
    /// Why the person was out of reach for some time; empty for never, nil where that is not known.
    let absences: Set<Interruption.Absence>?
    let victimIsAlive: Bool?
    /// The days among which the result lies, for periods that run from it.
    let result: DateInterval?

    init(
        state: JurisdictionCode, limitation: Limitation?, ladder: GeneralPart.LimitationLadder?, maximum: ClosedRange<Term>?,
        conduct: DateInterval, isContinuing: Bool = false, victim: Victim = Victim(), childAge: ClosedRange<Int>? = nil,
        asked: LegalDate, procedural: [ProceduralAct]?, absences: Set<Interruption.Absence>? = nil,
        victimIsAlive: Bool? = nil, result: DateInterval? = nil
    ) {
        self.state = state
        self.limitation = limitation
        self.ladder = ladder
        self.maximum = maximum
        self.conduct = conduct
        self.isContinuing = isContinuing
        self.victim = victim
        self.childAge = childAge
        self.asked = asked
        self.procedural = procedural
        self.absences = absences
        self.victimIsAlive = victimIsAlive
        self.result = result
    }

    /// The range of the highest penalty over lines of which one applies: each line alone, or the graver of two modes of
    /// trial on the same condition. Nil without lines.
    static func maxima(of lines: [PenaltyLine]) -> ClosedRange<Term>? {
        var highest: [Condition: Term] = [:]
        for line in lines {
            let maximum = line.imprisonment?.maximum ?? .none
            highest[line.when] = max(highest[line.when] ?? .none, maximum)
        }
        guard let low = highest.values.min(), let high = highest.values.max() else { return nil }
        return low...high
    }

    /// Takes time exponential in the number of doubts, of which there are at most nine, and only where it stays open.
    func finding() -> LapseFinding {
        var parts = [finding(limitation)]
        for possibility in limitation?.perhaps ?? [] {
            let other = finding(possibility.rule)
            parts.append(
                LapseFinding(
                    answer: other.answer,
                    because: ["another rule may apply instead; open is \(possibility.because)"] + other.because,
                    review: other.review))
        }
        guard parts.count > 1 else { return parts[0] }
        return LapseFinding(
            answer: together(parts.map(\.answer), doubts: (limitation?.perhaps ?? []).map(\.because)),
            because: parts.flatMap(\.because), review: parts.compactMap(\.review).min())
    }

    private func finding(_ limitation: Limitation?) -> LapseFinding {
        switch LapseRule.resolve(limitation, ladder, maximum: maximum) {
        case .never(let provision, let review):
            return LapseFinding(
                answer: .notLapsed(until: nil), because: ["time does not lapse (\(provision))"], review: review)
        case .open(let text):
            return LapseFinding(answer: .open([.law(text)]), because: [text], review: nil)
        case .rule(let rule):
            return finding(rule)
        }
    }

    private func finding(_ rule: LapseRule) -> LapseFinding {
        guard let from = conduct.from, let to = conduct.to, from <= to else {
            let why = LapseReason.fact(.committed)
            return LapseFinding(answer: .open([why]), because: ["not known is " + why.words], review: rule.review)
        }
        let stated = BirthDays.possible(victim, childAge: childAge, conduct: from...to, asked: asked)
        guard let birth = stated ?? unbounded(rule, to) else {
            return LapseFinding(
                answer: .open([.fact(victimFact)]), because: ["the statements about the victim's age contradict each other"],
                review: rule.review)
        }
        let clock = PeriodClock(rule: rule, question: self, ends: isContinuing ? to...to : from...to, birth: birth)
        let answer = answer(clock)
        return LapseFinding(
            answer: answer, because: LapseWording(clock: clock).because,
            review: clock.usesInterruption(answer)
                ? min(rule.review, rule.interruption?.authority.review ?? rule.review) : rule.review)
    }

    /// Contradictory statements about the victim do not matter where the rule does not turn on the age.
    private func unbounded(_ rule: LapseRule, _ latest: LegalDate) -> BirthDays? {
        rule.victim?.age == nil ? BirthDays(earliest: nil, latest: latest) : nil
    }

    private func answer(_ clock: PeriodClock) -> LapseAnswer {
        let shortest = clock.lapses(.none)
        let longest = clock.lapses(.all)
        if let day = longest.day, day <= asked { return .lapsed(on: day) }
        if .day(asked) < shortest { return .notLapsed(until: shortest.day?.previous) }
        return .open(reasons(clock))
    }

    /// Every doubt whose settlement decides in some case, whatever the others are.
    private func reasons(_ clock: PeriodClock) -> [LapseReason] {
        let doubts = clock.doubts
        func hasLapsed(_ longer: Doubts) -> Bool { clock.lapses(longer) <= .day(asked) }
        var deciding: [Doubt] = []
        for (place, doubt) in doubts.enumerated() {
            let rest = doubts[..<place] + doubts[(place + 1)...]
            let decides = (0..<(1 << rest.count)).contains { subset in
                let chosen = rest.enumerated().filter { subset & (1 << $0.offset) != 0 }.map(\.element)
                return hasLapsed(Doubts(chosen)) && !hasLapsed(Doubts(chosen + [doubt]))
            }
            if decides { deciding.append(doubt) }
        }
        // The calendar alone moves the end by a day or a few; it is named only where nothing else is open.
        if deciding.count > 1 { deciding.removeAll { $0 == .calendar } }
        return deciding.flatMap { reasons(for: $0, clock) }
    }

    private func reasons(for doubt: Doubt, _ clock: PeriodClock) -> [LapseReason] {
        switch doubt {
        case .conduct: return [.fact(.committed)]
        case .result: return [.fact(.result)]
        case .victimAge: return [.fact(victimFact)]
        case .victimLife: return [.fact(.victimAlive)]
        case .penalty: return [.fact(.facts)]
        case .calendar:
            return [
                .law(
                    "on which day the period ends is not encoded: whether its first day counts, or which day stands for "
                        + "one that the month lacks")
            ]
        case .file: return [.fact(.procedural)]
        case .acts:
            return (clock.acts ?? []).filter { clock.effect(of: $0) == nil }
                .map { .law("what \(LapseWording.words($0)) does to the period is not encoded") }
        case .absence: return [.fact(.presentIn)]
        }
    }

    /// Once an age is known, only the birth is more exact.
    private var victimFact: LapseFact {
        victim.ageAtConduct == nil && victim.ageNow == nil && victim.born == nil && childAge.map { $0.count > 1 } ?? true
            ? .victimAge : .victimBorn
    }

    /// One answer where all agree; otherwise what keeps each open, and, where they differ, the open law between them.
    private func together(_ answers: [LapseAnswer], doubts: [String]) -> LapseAnswer {
        var lapsed: [LegalDate] = []
        var running: [LegalDate?] = []
        var reasons: [LapseReason] = []
        for answer in answers {
            switch answer {
            case .lapsed(let day): lapsed.append(day)
            case .notLapsed(let day): running.append(day)
            case .open(let more): reasons += more.filter { !reasons.contains($0) }
            }
        }
        if reasons.isEmpty, running.isEmpty, let last = lapsed.max() { return .lapsed(on: last) }
        if reasons.isEmpty, lapsed.isEmpty { return .notLapsed(until: running.compactMap { $0 }.min()) }
        // Where every possible rule is open for the same facts, the law between them need not be named first.
        let law = doubts.map { LapseReason.law($0) }
        return .open(lapsed.isEmpty && running.isEmpty ? reasons : law + reasons)
    }
}
