import Law

/// A condition as a solver is asked it: negation stands only in the sets of values.
///
/// `all([])` is always true, `any([])` never.
indirect enum Formula: Hashable, Sendable {
    /// The variable has one of these values: some of its domain, not all of it.
    case literal(SolverVariable, ValueSet)
    case all([Formula])
    case any([Formula])
    /// The variables, each within its set, can be chosen so that the formula holds. Inside, they hide those outside.
    case exists([SolverVariable: ValueSet], Formula)
    /// The formula holds however the variables are chosen, each within its set.
    case forall([SolverVariable: ValueSet], Formula)

    static let always = Formula.all([])
    static let never = Formula.any([])
}

extension Formula {
    /// A literal, or a constant where the set decides it.
    static func has(_ variable: SolverVariable, _ set: ValueSet) -> Formula {
        let inside = set.intersection(variable.domain)
        if inside.isEmpty { return .never }
        return inside == variable.domain ? .always : .literal(variable, inside)
    }

    /// All of them, without constants, nesting, repetition, and what the other parts settle.
    static func and(_ parts: [Formula]) -> Formula { Junction.all.join(parts) }

    /// Any of them, simplified in the same ways.
    static func or(_ parts: [Formula]) -> Formula { Junction.any.join(parts) }

    /// The opposite, negation pushed down to the sets of values.
    var negated: Formula {
        switch self {
        case .literal(let variable, let set): return .literal(variable, variable.domain.subtracting(set))
        case .all(let parts): return .any(parts.map(\.negated))
        case .any(let parts): return .all(parts.map(\.negated))
        case .exists(let bound, let body): return .forall(bound, body.negated)
        case .forall(let bound, let body): return .exists(bound, body.negated)
        }
    }

    /// The variables that occur and are not bound.
    var variables: Set<SolverVariable> {
        var found: Set<SolverVariable> = []
        collect(into: &found, bound: [])
        return found
    }

    private func collect(into found: inout Set<SolverVariable>, bound: Set<SolverVariable>) {
        switch self {
        case .literal(let variable, _): if !bound.contains(variable) { found.insert(variable) }
        case .all(let parts), .any(let parts): for part in parts { part.collect(into: &found, bound: bound) }
        case .exists(let own, let body), .forall(let own, let body):
            body.collect(into: &found, bound: bound.union(own.keys))
        }
    }

    /// Every variable that is written, bound or not: what has to be declared for its sort.
    var mentioned: Set<SolverVariable> {
        switch self {
        case .literal(let variable, _): return [variable]
        case .all(let parts), .any(let parts): return parts.reduce(into: []) { $0.formUnion($1.mentioned) }
        case .exists(let own, let body), .forall(let own, let body): return body.mentioned.union(own.keys)
        }
    }
}

extension ValueSet {
    /// The values of this set that the other lacks.
    func subtracting(_ other: ValueSet) -> ValueSet {
        let notApplicable = notApplicable && !other.notApplicable
        switch (values, other.values) {
        case (.choice(let left), .choice(let right)):
            return ValueSet(choices: left & ~right, notApplicable: notApplicable)
        case (.numbers(let left), .numbers(let right)):
            var rest = left
            for hole in right {
                rest = rest.flatMap { range -> [ClosedRange<Int>] in
                    guard range.overlaps(hole) else { return [range] }
                    var parts: [ClosedRange<Int>] = []
                    if range.lowerBound < hole.lowerBound { parts.append(range.lowerBound...(hole.lowerBound - 1)) }
                    if range.upperBound > hole.upperBound { parts.append((hole.upperBound + 1)...range.upperBound) }
                    return parts
                }
            }
            return ValueSet(numbers: rest, notApplicable: notApplicable)
        default: return ValueSet(choices: 0, notApplicable: notApplicable)
        }
    }

    func isSubset(of other: ValueSet) -> Bool { intersection(other) == self }

    /// Each single value. O(values).
    var singles: [ValueSet] {
        var result: [ValueSet] = []
        switch values {
        case .choice(let bits):
            for place in 0..<64 where bits & (1 << UInt64(place)) != 0 { result.append(ValueSet(choices: 1 << UInt64(place))) }
            if notApplicable { result.append(ValueSet(choices: 0, notApplicable: true)) }
        case .numbers(let ranges):
            for range in ranges { for number in range { result.append(ValueSet(numbers: [number...number])) } }
            if notApplicable { result.append(ValueSet(numbers: [], notApplicable: true)) }
        }
        return result
    }
}

extension Array where Element: Hashable {
    /// Each element once, in the order of its first place.
    var distinct: [Element] {
        guard count > 1 else { return self }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
