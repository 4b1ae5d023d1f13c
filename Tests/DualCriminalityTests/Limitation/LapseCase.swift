import Law
import Testing

@testable import DualCriminality

/// A case in the making; every part can be changed before it is asked.
struct LapseCase {
    static let authority = Authority(provision: "s 1", review: .draft)
    static let germanSteps: [GeneralPart.LimitationStep] = [
        .init(maximum: Threshold(term: .life, exclusive: false), after: .years(30)),
        .init(maximum: Threshold(term: .years(10), exclusive: true), after: .years(20)),
        .init(maximum: Threshold(term: .years(5), exclusive: true), after: .years(10)),
        .init(maximum: Threshold(term: .years(1), exclusive: true), after: .years(5)),
        .init(maximum: nil, after: .years(3)),
    ]

    var after: Term? = .years(5)
    var none = false
    var from: Limitation.Start?
    var rule: Limitation.VictimRule?
    var firstDay: Limitation.FirstDay? = .counts
    var interruption: Interruption? = LapseCase.silent
    var perhaps: [Limitation.Possibility] = []
    /// Nil leaves the state without a ladder.
    var steps: [GeneralPart.LimitationStep]? = LapseCase.germanSteps
    var maximum: ClosedRange<Term>? = Term.years(5)...Term.years(5)
    var conduct = ("2010-06-15", "2010-06-15")
    var isContinuing = false
    var born: (String?, String?)?
    var ageAtConduct: Int?
    var ageNow: Int?
    var childAge: ClosedRange<Int>?
    var acts: [(ProceduralAct.Kind, String, String)]? = []
    var absences: Set<Interruption.Absence>?
    var alive: Bool?
    var result: (String?, String?)?

    /// Acts have no effect.
    static let silent = Interruption(withoutEffect: Set(ProceduralAct.Kind.allCases), authority: authority)
    /// Warrants and charges interrupt, at most double; a judgment stops; a complaint does nothing; the rest is not said.
    static let german = Interruption(
        restarting: [.arrestWarrant, .charge], stopping: [.judgment], withoutEffect: [.complaint], absolute: .double,
        authority: authority)

    init(_ change: (inout LapseCase) -> Void = { _ in }) { change(&self) }

    func with(_ change: (inout LapseCase) -> Void) -> LapseCase {
        var copy = self
        change(&copy)
        return copy
    }

    static func day(_ iso: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> LegalDate {
        try #require(LegalDate(iso: iso), sourceLocation: sourceLocation)
    }

    func question(_ asked: String) throws -> LapseOfTime {
        func day(_ text: String) throws -> LegalDate { try #require(LegalDate(iso: text)) }
        func interval(_ pair: (String?, String?)) throws -> DateInterval {
            DateInterval(from: try pair.0.map(day), to: try pair.1.map(day))
        }
        let ladder = steps.map {
            GeneralPart.LimitationLadder(
                none: false, steps: $0, from: .endOfConduct, firstDay: firstDay, interruption: interruption,
                authority: LapseCase.authority)
        }
        let own = Limitation(
            none: none, after: after, from: from, victim: rule, firstDay: firstDay, interruption: interruption,
            perhaps: perhaps, authority: LapseCase.authority)
        return LapseOfTime(
            state: JurisdictionCode("AA"), limitation: after == nil && !none && from == nil && rule == nil ? nil : own,
            ladder: ladder, maximum: maximum,
            conduct: try interval(conduct), isContinuing: isContinuing,
            victim: Victim(ageNow: ageNow, ageAtConduct: ageAtConduct, born: try born.map(interval)), childAge: childAge,
            asked: try day(asked),
            procedural: try acts?.map { ProceduralAct(kind: $0.0, on: try day($0.1), state: JurisdictionCode($0.2)) },
            absences: absences, victimIsAlive: alive, result: try result.map(interval))
    }

    func answer(_ asked: String) throws -> LapseAnswer { try question(asked).finding().answer }

    /// The answer on the last day of the period and on the day after, both sure.
    func expectLast(_ last: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let day = try #require(LegalDate(iso: last))
        let next = try #require(day.next)
        #expect(try answer(last) == .notLapsed(until: day), sourceLocation: sourceLocation)
        #expect(try answer(next.iso) == .lapsed(on: next), sourceLocation: sourceLocation)
    }

    func expectOpen(_ asked: String, _ facts: LapseFact..., sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(try answer(asked) == .open(facts.map { .fact($0) }), sourceLocation: sourceLocation)
    }

    /// Open until and including `last`, from `first` on.
    func expectOpen(
        from first: String, through last: String, _ facts: LapseFact..., sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let from = try #require(LegalDate(iso: first))
        let to = try #require(LegalDate(iso: last))
        let before = try #require(from.previous)
        let after = try #require(to.next)
        #expect(try answer(before.iso) == .notLapsed(until: before), sourceLocation: sourceLocation)
        #expect(try answer(first) == .open(facts.map { .fact($0) }), sourceLocation: sourceLocation)
        #expect(try answer(last) == .open(facts.map { .fact($0) }), sourceLocation: sourceLocation)
        #expect(try answer(after.iso) == .lapsed(on: after), sourceLocation: sourceLocation)
    }
}
