import Law

/// The names under which a variable and its values are written.
struct VariableWords: Sendable {
    let symbol: SExpression
    let sort: SExpression
    /// "There is no such thing": of a number, a variable of its own; of named values, one more value.
    let notApplicable: SExpression
    /// The values by name, "there is no such thing" last: `|act: possess|`.
    let values: [SExpression]

    init(name: String, sort: SolverVariable.Sort, domain: ValueSet) {
        func value(_ id: String) -> SExpression { .symbol("\(name): \(id)") }
        symbol = .symbol(name)
        notApplicable = value("n/a")
        switch sort {
        case .flag: (self.sort, values) = (.atom("Bool"), [])
        case .number: (self.sort, values) = (.atom("Int"), [])
        case .names(let names):
            self.sort = .symbol("values of \(name)")
            values = names.map(value) + (domain.notApplicable ? [notApplicable] : [])
        }
    }
}

/// How variables and formulas are written.
extension SolverVariable {
    private var symbol: SExpression { details.words.symbol }
    private var notApplicable: SExpression { details.words.notApplicable }
    private var sortName: SExpression { details.words.sort }

    /// The command that declares the sort; nil where it needs none.
    var sortDeclaration: SExpression? {
        guard case .names = sort else { return nil }
        let constructors = details.words.values.map { SExpression.list([$0]) }
        return .apply(
            "declare-datatypes", [.list([.list([sortName, .atom("0")])]), .list([.list(constructors)])])
    }

    /// The commands that declare the variable and keep it within its domain.
    var declarations: [SExpression] {
        var result = bindings.map { SExpression.apply("declare-const", $0) }
        if let bounds { result.append(.apply("assert", [bounds])) }
        return result
    }

    /// Name and sort of what a quantifier over the variable binds.
    var bindings: [[SExpression]] {
        guard case .number = sort, domain.notApplicable else { return [[symbol, sortName]] }
        return [[symbol, sortName], [notApplicable, .atom("Bool")]]
    }

    /// That a number lies in its range; nil where the sort says enough.
    var bounds: SExpression? {
        guard case .number(let range) = sort else { return nil }
        return SolverVariable.within(range, symbol)
    }

    /// That the value is in the set, which must be within the domain.
    func isIn(_ set: ValueSet) -> SExpression {
        switch (sort, set.values) {
        case (.flag, .choice(let bits)):
            return bits == 0b10 ? symbol : .apply("not", [symbol])
        case (.number(let range), .numbers(let ranges)):
            let number = SolverVariable.number
            let inside = ranges.map { part -> SExpression in
                if part.lowerBound == part.upperBound { return .apply("=", [symbol, number(part.lowerBound)]) }
                if part.lowerBound == range.lowerBound { return .apply("<=", [symbol, number(part.upperBound)]) }
                if part.upperBound == range.upperBound { return .apply(">=", [symbol, number(part.lowerBound)]) }
                return SolverVariable.within(part, symbol)
            }
            if ranges == [range] { return set.notApplicable ? .atom("true") : .apply("not", [notApplicable]) }
            guard domain.notApplicable else { return SolverVariable.any(inside) }
            if set.notApplicable { return SolverVariable.any([notApplicable] + inside) }
            return ranges.isEmpty ? .atom("false") : .apply("and", [.apply("not", [notApplicable]), SolverVariable.any(inside)])
        case (.names(let names), .choice(let bits)):
            let all = details.words.values
            let chosen = all.indices.filter { place in
                place < names.count ? bits & (1 << UInt64(place)) != 0 : set.notApplicable
            }
            func equal(_ place: Int) -> SExpression { .apply("=", [symbol, all[place]]) }
            // The shorter of the two ways to say it.
            if chosen.count * 2 <= all.count { return SolverVariable.any(chosen.map(equal)) }
            let others = all.indices.filter { !chosen.contains($0) }
            return .apply("not", [SolverVariable.any(others.map(equal))])
        default:
            // A set of another element's values holds none of this one's.
            return .atom("false")
        }
    }

    private static func within(_ range: ClosedRange<Int>, _ term: SExpression) -> SExpression {
        .apply("<=", [number(range.lowerBound), term, number(range.upperBound)])
    }

    /// A negative number is an application of `-`.
    private static func number(_ value: Int) -> SExpression {
        value < 0 ? .apply("-", [.atom("\(value.magnitude)")]) : .atom("\(value)")
    }

    private static func any(_ terms: [SExpression]) -> SExpression {
        terms.count == 1 ? terms[0] : terms.isEmpty ? .atom("false") : .apply("or", terms)
    }
}

extension Formula {
    var term: SExpression {
        switch self {
        case .literal(let variable, let set): return variable.isIn(set)
        case .all(let parts): return parts.isEmpty ? .atom("true") : .apply("and", parts.map(\.term))
        case .any(let parts): return parts.isEmpty ? .atom("false") : .apply("or", parts.map(\.term))
        case .exists(let bound, let body):
            return Formula.quantified("exists", bound) { guards in
                guards.isEmpty ? body.term : .apply("and", guards + [body.term])
            } ?? body.term
        case .forall(let bound, let body):
            return Formula.quantified("forall", bound) { guards in
                guards.isEmpty ? body.term : .apply("=>", guards + [body.term])
            } ?? body.term
        }
    }

    private static func quantified(
        _ quantifier: String, _ bound: [SolverVariable: ValueSet], _ body: ([SExpression]) -> SExpression
    ) -> SExpression? {
        let variables = bound.sorted { $0.key.number < $1.key.number }
        guard !variables.isEmpty else { return nil }
        var guards: [SExpression] = []
        for (variable, allowed) in variables {
            if let bounds = variable.bounds { guards.append(bounds) }
            if allowed != variable.domain { guards.append(variable.isIn(allowed)) }
        }
        let binders = variables.flatMap(\.key.bindings).map { SExpression.list($0) }
        return .apply(quantifier, [.list(binders), body(guards)])
    }
}
