import Law

@testable import SolverExport

/// One value for every variable.
typealias World = [SolverVariable: ValueSet]

extension Formula {
    /// The meaning of a formula, by the book.
    func holds(in world: World) -> Bool {
        switch self {
        case .literal(let variable, let set): return world[variable].map { $0.intersection(set) == $0 } ?? false
        case .all(let parts): return parts.allSatisfy { $0.holds(in: world) }
        case .any(let parts): return parts.contains { $0.holds(in: world) }
        case .exists(let bound, let body): return Formula.worlds(bound, from: world).contains { body.holds(in: $0) }
        case .forall(let bound, let body): return Formula.worlds(bound, from: world).allSatisfy { body.holds(in: $0) }
        }
    }

    /// Every choice of values for some variables, on top of a world.
    static func worlds(_ sets: [SolverVariable: ValueSet], from start: World = [:]) -> [World] {
        sets.reduce([start]) { worlds, next in
            worlds.flatMap { world in next.value.singles.map { world.merging([next.key: $0]) { _, new in new } } }
        }
    }
}

/// Random formulas over some variables.
struct RandomFormulas {
    let variables: [SolverVariable]
    var generator: SeededGenerator

    mutating func formula(_ depth: Int) -> Formula {
        let shape = depth == 0 ? 0 : Int.random(in: 0..<4, using: &generator)
        switch shape {
        case 1: return .all((0..<Int.random(in: 0...3, using: &generator)).map { _ in formula(depth - 1) })
        case 2: return .any((0..<Int.random(in: 0...3, using: &generator)).map { _ in formula(depth - 1) })
        case 3: return formula(depth - 1).negated
        default:
            let variable = variables[Int.random(in: 0..<variables.count, using: &generator)]
            let values = variable.domain.singles.filter { _ in generator.chance(50) }
            guard let first = values.first, values.count < variable.domain.singles.count else {
                return generator.chance(50) ? .always : .never
            }
            return .literal(variable, values.dropFirst().reduce(first) { $0.union($1) })
        }
    }

    /// Some of the variables, each with some of its values.
    mutating func bound() -> [SolverVariable: ValueSet] {
        var result: [SolverVariable: ValueSet] = [:]
        for variable in variables where generator.chance(50) {
            let values = variable.domain.singles.filter { _ in generator.chance(70) }
            if let first = values.first { result[variable] = values.dropFirst().reduce(first) { $0.union($1) } }
        }
        return result
    }
}
