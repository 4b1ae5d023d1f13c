import Law
import Testing

@testable import DualCriminality

/// The twin of the interval arithmetic: goes from day to day through one world in which everything is known.
///
/// It shares no arithmetic with the code under test: days are places in a table, anniversaries are found by looking.
struct DayByDay {
    static let calendar: [LegalDate] = {
        var days: [LegalDate] = []
        var day = LegalDate(year: 2017, month: 1, day: 1)
        while let today = day, today.year < 2031 {
            days.append(today)
            day = today.next
        }
        return days
    }()
    static func place(_ day: LegalDate) -> Int? { calendar.firstIndex(of: day) }

    /// One way in which things may be.
    struct World {
        var end: Int
        var birth: Int
        var period: Term
        var firstDayCounts: Bool
        /// A missing anniversary falls on the first of the month after.
        var leapLate: Bool
        var rule: Limitation.VictimRule?
        var cap: Bool
        var acts: [(place: Int, effect: Interruption.Effect)]
    }

    /// The same day so many months after `place`.
    static func anniversary(_ place: Int, _ months: Int, late: Bool) -> Int {
        let start = calendar[place]
        let wanted = start.year * 12 + start.month + months
        // No month is shorter.
        var found = place + months * 28
        while found < calendar.count {
            let day = calendar[found]
            let month = day.year * 12 + day.month
            if month == wanted, day.day == start.day { return found }
            if month > wanted { return late ? found : found - 1 }
            found += 1
        }
        return found
    }

    /// The first day on which the period is over, if it begins on `start`.
    static func over(_ start: Int, _ period: Term, times: Int, _ world: World) -> Int {
        let last: Int
        switch period {
        case .months(let months, let lessADay):
            last = anniversary(start, months * times, late: world.leapLate) - (lessADay ? 1 : 0)
        case .days(let days): last = start + days * times
        case .life, .death: return .max
        }
        return world.firstDayCounts ? last : last + 1
    }

    /// The first day on which time has lapsed; nil where it never does.
    static func lapses(_ world: World) -> Int? {
        // Whatever stops the period at all stops it even if dated before the conduct.
        if world.acts.contains(where: { $0.effect == .stops && $0.place <= world.end }) { return nil }
        var start = world.end
        var capStart = world.end
        var rests = 0
        var floor = 0
        switch world.rule {
        case .runsFromAge(let age)?, .suspendedUntilAge(let age)?, .uncountedUntilAge(let age)?:
            rests = anniversary(world.birth, age * 12, late: world.leapLate)
        case .notBeforeAge(let age)?: floor = anniversary(world.birth, age * 12, late: world.leapLate)
        case .addedUntilAge?, .lifeOr?, nil: break
        }
        var isOver = over(start, world.period, times: 1, world)
        var isCapped = world.cap ? over(capStart, world.period, times: 2, world) : .max
        var today = world.end
        while today < calendar.count {
            if today < rests {
                start = today + 1
                capStart = today + 1
                if today + 1 == rests {
                    isOver = over(start, world.period, times: 1, world)
                    isCapped = world.cap ? over(capStart, world.period, times: 2, world) : .max
                }
            } else if today >= floor, today >= isOver || today >= isCapped {
                return today
            }
            for act in world.acts where act.place == today {
                switch act.effect {
                case .stops: return nil
                case .restarts where today >= rests:
                    start = today
                    isOver = max(isOver, over(start, world.period, times: 1, world))
                case .restarts, .nothing: break
                }
            }
            today += 1
        }
        return nil
    }
}

/// Linear congruential numbers: the same cases on every machine.
struct Chance {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }
    mutating func isTrue(_ inTen: Int) -> Bool { below(10) < inTen }
}
