import DualCriminality
import Law

/// Random requests between random states: one act, and facts of which some are stated and some are not.
///
/// The facts are those that the two states' law turns on under the act, with values on both sides of what the law names,
/// so that all answers occur. Facts that cannot all be true are not produced. The same seed gives the same cases.
public struct RandomCases: Sendable {
    public struct Case: Sendable {
        /// Counts from 1.
        public let number: Int
        public let requesting: Jurisdiction
        public let requested: Jurisdiction
        public let request: Request
    }

    private let vocabulary: Vocabulary
    private let states: [Jurisdiction]
    private let presumptions: Presumptions
    private let day: LegalDate
    private let seed: UInt64
    private let variables: SolverVariables

    /// - Parameters:
    ///   - states: at least one.
    ///   - day: the day of every request.
    public init(vocabulary: Vocabulary, states: [Jurisdiction], presumptions: Presumptions, day: LegalDate, seed: UInt64) {
        self.vocabulary = vocabulary
        self.states = states
        self.presumptions = presumptions
        self.day = day
        self.seed = seed
        variables = SolverVariables(vocabulary)
    }

    /// The case of one number, whatever other cases are asked; nil where the states have no law with an act.
    public func makeCase(_ number: Int) throws -> Case? {
        var generator = SeededGenerator(seed: seed &+ UInt64(number) &* 0xD1B5_4A32_D192_ED03)
        // Most tries succeed; a vocabulary may leave an act with hardly any possible facts.
        for _ in 0..<200 {
            guard let requesting = states.randomElement(using: &generator) else { return nil }
            let others = states.filter { $0.code != requesting.code }
            let requested = others.randomElement(using: &generator) ?? requesting
            let committed = conductDay(requesting, requested, &generator)
            guard let facts = try facts(requesting, requested, committed, &generator) else { continue }
            let kind: Request.Kind = generator.chance(80) ? .extradition : .assistance
            let interval = DateInterval(from: committed, to: committed)
            let count = Count(
                id: "1", chargedUnder: [], committed: interval, items: [Item(id: "1", alternatives: [facts])])
            return Case(
                number: number, requesting: requesting, requested: requested,
                request: Request(
                    kind: kind, requesting: requesting.code, requested: requested.code, date: day, purpose: .prosecution,
                    sentenceImposed: nil, sentenceRemaining: nil, measures: [], counts: [count]))
        }
        return nil
    }

    /// Mostly a day under the present law, sometimes one at which a provision began.
    private func conductDay(
        _ one: Jurisdiction, _ two: Jurisdiction, _ generator: inout SeededGenerator
    ) -> LegalDate {
        let starts = (one.offences + two.offences).flatMap(\.versions).compactMap(\.inForce.from).filter { $0 <= day }
        guard generator.chance(25), let start = starts.randomElement(using: &generator) else { return day }
        return (generator.chance(50) ? start.previous : start) ?? start
    }

    private func facts(
        _ one: Jurisdiction, _ two: Jurisdiction, _ date: LegalDate, _ generator: inout SeededGenerator
    ) throws -> Facts? {
        guard let act = vocabulary.element("act"), let value = act.all.singles.randomElement(using: &generator) else {
            return nil
        }
        var facts = Facts([act.index: value])
        let named = sets(under: facts, [one, two], date)
        // An act that neither law knows is decided without any solver.
        guard !named.isEmpty || generator.chance(5) else { return nil }
        for element in vocabulary.elements where element.index != act.index && applies(element, under: value, act) {
            let sets = named[element.index] ?? []
            let odds = sets.isEmpty ? 4 : element.kind == .appraisal ? 35 : element.presume != nil ? 25 : 70
            guard generator.chance(odds) else { continue }
            let before = facts
            facts.values[element.index] = self.value(element, sets, &generator)
            // What cannot be beside the facts so far is left out.
            if try !presumptions.contradictions(in: facts).isEmpty { facts = before }
        }
        return try presumptions.contradictions(in: facts).isEmpty ? facts : nil
    }

    /// A value, or sometimes several, mostly within a set that the law names.
    private func value(_ element: Element, _ sets: [ValueSet], _ generator: inout SeededGenerator) -> ValueSet {
        var from = element.all
        if let set = sets.randomElement(using: &generator) {
            let inside = generator.chance(70)
            let part = inside ? set.intersection(element.all) : element.all.subtracting(set)
            if !part.isEmpty { from = part }
        }
        if generator.chance(20), from != element.all { return from }
        // The ends of ranges, where mistakes about "under" and "at least" show.
        if case .numbers(let ranges) = from.values, let range = ranges.randomElement(using: &generator), generator.chance(60) {
            let end = generator.chance(50) ? range.lowerBound : range.upperBound
            return ValueSet(numbers: [end...end])
        }
        let singles = from.singles
        guard let one = singles.randomElement(using: &generator) else { return element.all }
        guard generator.chance(15), let two = singles.randomElement(using: &generator) else { return one }
        return one.union(two)
    }

    /// Whether the act leaves it possible that the element applies.
    private func applies(_ element: Element, under act: ValueSet, _ actElement: Element) -> Bool {
        guard let condition = vocabulary.applicability[element.index] else { return true }
        var translation = Translation(vocabulary, known: Facts([actElement.index: act]), variables: variables)
        return translation.formula(condition, of: .none) != .never
    }

    /// The sets of values that the states' offences and open law name under the act, for each element.
    private func sets(under facts: Facts, _ states: [Jurisdiction], _ date: LegalDate) -> [ElementIndex: [ValueSet]] {
        var found: [ElementIndex: [ValueSet]] = [:]
        for state in states {
            let view = SolverView(
                LawView(state, on: date, side: .requested, vocabulary: vocabulary), vocabulary: vocabulary)
            var translation = Translation(vocabulary, known: facts, variables: variables)
            let conditions = view.view.offences.map(\.parts.completed) + view.view.unencoded.map(\.when)
            for condition in conditions {
                translation.formula(condition, of: view.law).collectSets(below: vocabulary.elements.count, into: &found)
            }
        }
        return found
    }
}

extension Formula {
    /// The sets in literals of elements, each once.
    fileprivate func collectSets(below count: Int, into found: inout [ElementIndex: [ValueSet]]) {
        switch self {
        case .literal(let variable, let set):
            guard variable.number < count else { return }
            let element = ElementIndex(variable.number)
            if found[element]?.contains(set) != true { found[element, default: []].append(set) }
        case .all(let parts), .any(let parts): for part in parts { part.collectSets(below: count, into: &found) }
        case .exists, .forall: break
        }
    }
}
