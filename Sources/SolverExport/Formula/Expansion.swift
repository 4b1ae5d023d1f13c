import Law

/// Writes quantifiers out, so that a solver need not reason about them: exactly, or not at all where it would be long.
///
/// Everything is finite, so "there is a value" is an alternative of all values. It stays short because parts that do not
/// mention a variable are left alone, because a variable of which one value suits every literal takes that value (no
/// literal is negated, so nothing can be lost by it), and because values that no literal tells apart give the same text.
struct Expansion {
    /// How many literals may be written out for one quantifier; beyond, it is left to the solver.
    static let limit = 20_000

    private struct TooLong: Error {}

    /// How many literals were looked at, and how many may be.
    private var written = 0
    private let limit: Int

    private init(limit: Int) { self.limit = limit }

    /// The same formula with as few quantifiers as the limit permits.
    static func expand(_ formula: Formula, limit: Int = Expansion.limit) -> Formula {
        switch formula {
        case .literal: return formula
        case .all(let parts): return .and(parts.map { expand($0, limit: limit) })
        case .any(let parts): return .or(parts.map { expand($0, limit: limit) })
        case .exists(let bound, let body):
            let inner = expand(body, limit: limit)
            var expansion = Expansion(limit: limit)
            let written = try? expansion.exists(bound, inner)
            return written ?? quantified(bound, inner) { .exists($0, $1) }
        case .forall(let bound, let body): return expand(.exists(bound, body.negated), limit: limit).negated
        }
    }

    /// Binds only what occurs.
    private static func quantified(
        _ bound: [SolverVariable: ValueSet], _ body: Formula, _ make: ([SolverVariable: ValueSet], Formula) -> Formula
    ) -> Formula {
        let used = body.variables
        return make(bound.filter { used.contains($0.key) }, body)
    }

    private mutating func exists(_ bound: [SolverVariable: ValueSet], _ body: Formula) throws(TooLong) -> Formula {
        var result = body
        for (variable, allowed) in bound.sorted(by: { $0.key.number < $1.key.number }) {
            if allowed.isEmpty { return .never }
            result = try exists(variable, allowed, result)
        }
        return result
    }

    private mutating func exists(
        _ variable: SolverVariable, _ allowed: ValueSet, _ body: Formula
    ) throws(TooLong) -> Formula {
        guard body.mentions(variable) else { return body }
        switch body {
        case .literal(_, let set): return allowed.intersection(set).isEmpty ? .never : .always
        case .any(let parts):
            var result: [Formula] = []
            for part in parts { result.append(try exists(variable, allowed, part)) }
            return .or(result)
        case .all(let parts):
            let with = parts.filter { $0.mentions(variable) }
            let without = parts.filter { !$0.mentions(variable) }
            let own = with.count == 1 ? try exists(variable, allowed, with[0]) : try choose(variable, allowed, .all(with))
            return .and(without + [own])
        case .exists, .forall:
            // Its own expansion was too long.
            throw TooLong()
        }
    }

    /// The formula with one of the values, whichever does.
    private mutating func choose(
        _ variable: SolverVariable, _ allowed: ValueSet, _ body: Formula
    ) throws(TooLong) -> Formula {
        var sets: [ValueSet] = []
        try collect(body, variable, &sets)
        if let value = sets.reduce(allowed, { $0.intersection($1) }).singles.first {
            return body.settling(variable, value)
        }
        // One value stands for all that are in the same sets.
        var seen: Set<[Bool]> = []
        let values = allowed.singles.filter { value in seen.insert(sets.map { value.isSubset(of: $0) }).inserted }
        return .or(values.map { body.settling(variable, $0) })
    }

    /// The sets of values that the formula names of a variable, each once.
    private mutating func collect(
        _ body: Formula, _ variable: SolverVariable, _ sets: inout [ValueSet]
    ) throws(TooLong) {
        switch body {
        case .literal(let own, let set):
            written += 1
            guard written <= limit else { throw TooLong() }
            if own == variable, !sets.contains(set) { sets.append(set) }
        case .all(let parts), .any(let parts): for part in parts { try collect(part, variable, &sets) }
        case .exists, .forall: if body.mentions(variable) { throw TooLong() }
        }
    }
}

extension Formula {
    /// Whether the variable occurs and is not bound.
    fileprivate func mentions(_ variable: SolverVariable) -> Bool {
        switch self {
        case .literal(let own, _): return own == variable
        case .all(let parts), .any(let parts): return parts.contains { $0.mentions(variable) }
        case .exists(let bound, let body), .forall(let bound, let body):
            return bound[variable] == nil && body.mentions(variable)
        }
    }

    /// The formula where the variable has this one value.
    fileprivate func settling(_ variable: SolverVariable, _ value: ValueSet) -> Formula {
        switch self {
        case .literal(let own, let set): return own == variable ? (value.isSubset(of: set) ? .always : .never) : self
        case .all(let parts): return .and(parts.map { $0.settling(variable, value) })
        case .any(let parts): return .or(parts.map { $0.settling(variable, value) })
        case .exists(let bound, let body):
            return bound[variable] != nil ? self : .exists(bound, body.settling(variable, value))
        case .forall(let bound, let body):
            return bound[variable] != nil ? self : .forall(bound, body.settling(variable, value))
        }
    }
}
