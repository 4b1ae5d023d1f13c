import Law
import Testing

@testable import DualCriminality

/// Random cases, answered by interval arithmetic and by every possible world day by day.
struct DayByDayTests {
    static let kinds: [ProceduralAct.Kind] = [.arrestWarrant, .charge, .judgment, .complaint, .investigation]

    struct Case: CustomStringConvertible {
        var ends: ClosedRange<Int>
        var births: ClosedRange<Int>
        var periods: [Term]
        var firstDay: Limitation.FirstDay?
        var rule: Limitation.VictimRule?
        var cap: Bool
        var acts: [(kind: ProceduralAct.Kind, place: Int)]

        var description: String {
            let days = DayByDay.calendar
            return "ends \(days[ends.lowerBound].iso) to \(days[ends.upperBound].iso), births \(days[births.lowerBound].iso) to "
                + "\(days[births.upperBound].iso), periods \(periods), first day \(String(describing: firstDay)), "
                + "rule \(String(describing: rule)), cap \(cap), acts \(acts.map { "\($0.kind) \(days[$0.place].iso)" })"
        }
    }

    static func random(_ chance: inout Chance) -> Case {
        // Around the end of February more often than elsewhere, for the leap days.
        func start(_ chance: inout Chance, _ year: Int) -> Int {
            let day = chance.isTrue(4)
                ? LegalDate(year: year, month: 2, day: 22) : LegalDate(year: year, month: 1 + chance.below(12), day: 1 + chance.below(28))
            return day.flatMap { DayByDay.place($0) } ?? 0
        }
        let end = start(&chance, 2020 + chance.below(2)) + chance.below(10)
        let birth = min(start(&chance, 2017 + chance.below(4)) + chance.below(10), end)
        let periods: [Term] = [
            .months(1 + chance.below(8), lessADay: chance.isTrue(1)), .months(12, lessADay: false), .days(1 + chance.below(150)),
        ]
        let rules: [Limitation.VictimRule?] = [
            nil, .runsFromAge(1 + chance.below(4)), .suspendedUntilAge(1 + chance.below(4)), .uncountedUntilAge(1),
            .notBeforeAge(1 + chance.below(4)),
        ]
        let first = chance.one(of: periods)
        // Two periods are a ladder of two steps; they must differ.
        let second = Term.months(14, lessADay: false)
        return Case(
            ends: end...(end + chance.below(5)), births: birth...min(birth + chance.below(4), end),
            periods: chance.isTrue(3) ? [first, second] : [first],
            firstDay: chance.one(of: [nil, .counts, .doesNotCount]), rule: chance.one(of: rules), cap: chance.isTrue(5),
            acts: (0..<chance.below(4)).map { _ in (chance.one(of: kinds), end + chance.below(700) - 20) })
    }

    /// Warrants and charges interrupt, a judgment stops, a complaint does nothing, an investigation is not said.
    static func interruption(_ cap: Bool) -> Interruption {
        Interruption(
            restarting: [.arrestWarrant, .charge], stopping: [.judgment], withoutEffect: [.complaint, .request],
            absolute: cap ? .double : nil, authority: LapseCase.authority)
    }

    /// The first day of lapse in every possible world, for what is on file on the day asked.
    static func worlds(_ one: Case, asked: Int) -> [Int?] {
        let acts = one.acts.filter { $0.place <= asked }
        let open = acts.filter { $0.kind == .investigation }.count
        var days: [Int?] = []
        for end in one.ends {
            for birth in one.births {
                for period in one.periods {
                    for counts in one.firstDay.map({ [$0 == .counts] }) ?? [true, false] {
                        for late in [false, true] {
                            for settled in 0..<(1 << open) {
                                var number = 0
                                let effects = acts.map { act -> (place: Int, effect: Interruption.Effect) in
                                    switch act.kind {
                                    case .arrestWarrant, .charge: return (act.place, .restarts)
                                    case .judgment: return (act.place, .stops)
                                    case .investigation:
                                        defer { number += 1 }
                                        return (act.place, settled & (1 << number) != 0 ? .stops : .nothing)
                                    case .complaint, .request: return (act.place, .nothing)
                                    }
                                }
                                days.append(
                                    DayByDay.lapses(
                                        DayByDay.World(
                                            end: end, birth: birth, period: period, firstDayCounts: counts, leapLate: late,
                                            rule: one.rule, cap: one.cap, acts: effects)))
                            }
                        }
                    }
                }
            }
        }
        return days
    }

    static func question(_ one: Case, asked: Int) -> LapseOfTime {
        let days = DayByDay.calendar
        let ladder = GeneralPart.LimitationLadder(
            none: false,
            steps: [
                .init(maximum: Threshold(term: .years(5), exclusive: true), after: one.periods.last),
                .init(maximum: nil, after: one.periods[0]),
            ],
            from: .endOfConduct, firstDay: one.firstDay, interruption: interruption(one.cap), authority: LapseCase.authority)
        return LapseOfTime(
            state: JurisdictionCode("AA"),
            limitation: one.rule.map { Limitation(victim: $0, authority: LapseCase.authority) }, ladder: ladder,
            maximum: Term.years(1)...Term.years(10),
            conduct: DateInterval(from: days[one.ends.lowerBound], to: days[one.ends.upperBound]),
            victim: Victim(born: DateInterval(from: days[one.births.lowerBound], to: days[one.births.upperBound])),
            asked: days[asked],
            procedural: one.acts.map { ProceduralAct(kind: $0.kind, on: days[$0.place], state: JurisdictionCode("AA")) })
    }

    @Test func everyPossibleWorld() {
        var chance = Chance(seed: 20_260_301)
        var seen: [String: Int] = [:]
        for _ in 0..<250 {
            let one = Self.random(&chance)
            let far = Self.worlds(one, asked: DayByDay.calendar.count - 1)
            let borders = far.compactMap { $0 }
            let candidates = [borders.min(), borders.max()].compactMap { $0 }.flatMap { [$0 - 1, $0] }
                + [one.ends.upperBound + chance.below(900)]
            for asked in Set(candidates) where asked >= one.ends.upperBound {
                let all = Self.worlds(one, asked: asked)
                let answer = Self.question(one, asked: asked).finding().answer
                let latest = all.contains(nil) ? nil : all.compactMap { $0 }.max()
                let earliest = all.compactMap { $0 }.min()
                let days = DayByDay.calendar
                switch answer {
                case .lapsed(let day):
                    #expect(latest.map { days[$0] } == day && day <= days[asked], "\(one), asked \(days[asked].iso)")
                case .notLapsed(let day):
                    #expect(earliest.map { days[$0 - 1] } == day && (day.map { $0 >= days[asked] } ?? true), "\(one), asked \(days[asked].iso)")
                case .open(let reasons):
                    let isMixed = all.contains { ($0 ?? .max) <= asked } && all.contains { ($0 ?? .max) > asked }
                    #expect(isMixed && !reasons.isEmpty, "\(one), asked \(days[asked].iso)")
                }
                seen["\(answer)".prefix(4).description, default: 0] += 1
            }
        }
        // Each kind of answer was compared often enough to mean something.
        #expect(seen.count == 3 && seen.values.allSatisfy { $0 > 100 }, "\(seen)")
    }

    /// The possible birthdays, against every day tried for itself.
    @Test func everyPossibleBirth() {
        let days = DayByDay.calendar
        /// The completed years on a day, a leap-day birthday on 28 February or 1 March.
        func ages(_ birth: Int, _ day: Int) -> Set<Int> {
            var result: Set<Int> = []
            for late in [false, true] {
                var age = 0
                while DayByDay.anniversary(birth, (age + 1) * 12, late: late) <= day { age += 1 }
                result.insert(age)
            }
            return result
        }
        var chance = Chance(seed: 7)
        var contradictions = 0
        for _ in 0..<60 {
            let leap = chance.isTrue(5)
            let from = (leap ? LegalDate(year: 2023 + chance.below(2), month: 2, day: 27).flatMap { DayByDay.place($0) } : nil)
                ?? 1800 + chance.below(400)
            let to = from + chance.below(4)
            let asked = leap ? to + 365 : to + chance.below(500)
            let atConduct = chance.isTrue(6) ? 2 + chance.below(3) : nil
            let now = chance.isTrue(6) ? 2 + chance.below(4) : nil
            let child = chance.isTrue(4) ? 1...(2 + chance.below(3)) : nil
            let victim = Victim(ageNow: now, ageAtConduct: atConduct)
            let found = BirthDays.possible(victim, childAge: child, conduct: days[from]...days[to], asked: days[asked])
            // Each statement on its own: together they may hold of no day although each bound holds.
            let possible = (max(0, to - 2700)...to).filter { birth in
                let conduct = (from...to).filter { $0 >= birth }.reduce(into: Set<Int>()) { $0.formUnion(ages(birth, $1)) }
                return (atConduct.map { conduct.contains($0) } ?? true) && (now.map { ages(birth, asked).contains($0) } ?? true)
                    && (child.map { !conduct.isDisjoint(with: $0) } ?? true)
            }
            let comment: Comment = "\(days[from].iso) to \(days[to].iso), asked \(days[asked].iso), \(victim), \(String(describing: child))"
            #expect(found?.latest == possible.last.map { days[$0] }, comment)
            if let earliest = found?.earliest { #expect(possible.first.map { days[$0] } == earliest, comment) }
            if possible.isEmpty { contradictions += 1 }
        }
        #expect(contradictions > 3)
    }
}
