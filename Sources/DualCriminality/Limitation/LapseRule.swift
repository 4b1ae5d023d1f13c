import Law

/// The limitation of one offence, taken together from its own rule and the ladder of its state.
struct LapseRule: Hashable, Sendable {
    /// How long the period may be on the facts, shortest first; nil for never. Never empty.
    let periods: [Term?]
    let start: Limitation.Start
    let victim: Limitation.VictimRule?
    let firstDay: Limitation.FirstDay?
    let interruption: Interruption?
    /// Where the period stands, and where its deviations stand if elsewhere.
    let provisions: [String]
    /// Of the period, without what interrupts it.
    let review: Review

    var mayTakeSeveralPeriods: Bool { periods.count > 1 }

    enum Outcome: Hashable, Sendable {
        case rule(LapseRule)
        case never(provision: String, review: Review)
        /// What is not encoded.
        case open(String)
    }

    /// - Parameter maximum: the lowest and the highest maximum penalty that the facts allow; nil where it is not known.
    static func resolve(
        _ own: Limitation?, _ ladder: GeneralPart.LimitationLadder?, maximum: ClosedRange<Term>?
    ) -> Outcome {
        if let own, own.none { return .never(provision: own.authority.provision, review: own.authority.review) }
        var periods: [Term?] = []
        if let after = own?.after {
            periods = [after]
        } else if let ladder {
            if ladder.none {
                return .never(provision: ladder.authority.provision, review: ladder.authority.review)
            }
            guard let steps = possibleSteps(ladder, maximum) else {
                return .open("no period is encoded for an offence with such a maximum (\(ladder.authority.provision))")
            }
            periods = distinct(steps.map(\.after))
            if periods == [nil] {
                return .never(provision: ladder.authority.provision, review: ladder.authority.review)
            }
        } else {
            return .open("the general periods of limitation are not encoded")
        }
        let usesLadder = own?.after == nil
        let sources = [own?.authority, usesLadder ? ladder?.authority : nil].compactMap { $0 }
        var victim = own?.victim
        var start = own?.from ?? ladder?.from ?? .endOfConduct
        if start == .majorityOfVictim {
            start = .endOfConduct
            victim = victim ?? .runsFromAge(18)
        }
        let interruption = own?.interruption ?? ladder?.interruption
        var provisions: [String] = []
        for source in sources.reversed() where !provisions.contains(source.provision) { provisions.append(source.provision) }
        return .rule(
            LapseRule(
                periods: periods, start: start, victim: victim, firstDay: own?.firstDay ?? ladder?.firstDay,
                interruption: interruption, provisions: provisions, review: sources.map(\.review).min() ?? .draft))
    }

    /// Every step that some maximum in the range reaches; nil where one reaches none.
    private static func possibleSteps(
        _ ladder: GeneralPart.LimitationLadder, _ maximum: ClosedRange<Term>?
    ) -> [GeneralPart.LimitationStep]? {
        guard let maximum else { return ladder.steps.isEmpty ? nil : ladder.steps }
        func place(_ term: Term) -> Int? { ladder.steps.firstIndex { $0.maximum?.isReached(by: term) ?? true } }
        guard let first = place(maximum.upperBound), let last = place(maximum.lowerBound), first <= last else { return nil }
        return Array(ladder.steps[first...last])
    }

    /// Without repetitions, shortest first, never last.
    private static func distinct(_ periods: [Term?]) -> [Term?] {
        let terms: [Term?] = Set(periods.compactMap { $0 }).sorted()
        return periods.contains(nil) ? terms + [nil] : terms
    }
}
