@testable import ConditionAlgebra

/// A condition as a tree, the plain counterpart of a diagram.
indirect enum Expression {
    case literal(Int, ValueMask)
    case and([Expression])
    case or([Expression])
    case not(Expression)

    /// The naive evaluator.
    func holds(at point: [Int]) -> Bool {
        switch self {
        case .literal(let variable, let values): values.contains(point[variable])
        case .and(let parts): parts.allSatisfy { $0.holds(at: point) }
        case .or(let parts): parts.contains { $0.holds(at: point) }
        case .not(let part): !part.holds(at: point)
        }
    }

    func compile(in store: inout Diagrams) throws(DiagramTooLarge) -> Node {
        switch self {
        case .literal(let variable, let values):
            return try store.literal(variable, values)
        case .and(let parts):
            var nodes: [Node] = []
            for part in parts { nodes.append(try part.compile(in: &store)) }
            return try store.all(nodes)
        case .or(let parts):
            var nodes: [Node] = []
            for part in parts { nodes.append(try part.compile(in: &store)) }
            return try store.any(nodes)
        case .not(let part):
            return try store.not(try part.compile(in: &store))
        }
    }

    /// Half are nested at random, half have the shape of definitions.
    static func random(over space: Space, depth: Int, using source: inout RandomSource) -> Expression {
        source.chance(0.5)
            ? nested(over: space, depth: depth, using: &source) : definitions(over: space, using: &source)
    }

    /// Some offences, each a conjunction of narrow literals and some with an exception: fulfilled by few points in many
    /// places, where conditions nested at random tend to be nearly always or nearly never fulfilled.
    static func definitions(over space: Space, using source: inout RandomSource) -> Expression {
        .or(
            (0..<Int.random(in: 2...6, using: &source)).map { _ in
                let offence = conjunction(over: space, share: 0.7, using: &source)
                guard source.chance(0.5) else { return offence }
                return .and([offence, .not(conjunction(over: space, share: 0.4, using: &source))])
            })
    }

    private static func conjunction(over space: Space, share: Double, using source: inout RandomSource) -> Expression {
        .and(
            (0..<space.count).filter { _ in source.chance(share) }.map { variable in
                let mask = ValueMask.random(of: space.full(variable), using: &source)
                return .literal(variable, source.chance(0.5) ? mask : ValueMask(mask.first ?? 0))
            })
    }

    private static func nested(over space: Space, depth: Int, using source: inout RandomSource) -> Expression {
        if depth == 0 || source.chance(0.2) {
            let variable = Int.random(in: 0..<space.count, using: &source)
            return .literal(variable, .random(of: space.full(variable), using: &source))
        }
        switch Int.random(in: 0..<5, using: &source) {
        case 0: return .not(nested(over: space, depth: depth - 1, using: &source))
        case 1, 2: return .and(parts(over: space, depth: depth, using: &source))
        default: return .or(parts(over: space, depth: depth, using: &source))
        }
    }

    private static func parts(over space: Space, depth: Int, using source: inout RandomSource) -> [Expression] {
        (0..<Int.random(in: 2...3, using: &source)).map { _ in nested(over: space, depth: depth - 1, using: &source) }
    }
}

extension ValueMask {
    /// Mostly some of the values, seldom none or all.
    static func random(of full: ValueMask, using source: inout RandomSource) -> ValueMask {
        if source.chance(0.03) { return [] }
        let mask = ValueMask(bits: source.next()).intersection(full)
        return mask.isEmpty ? ValueMask(Array(full).randomElement(using: &source) ?? 0) : mask
    }
}

extension Region {
    /// Mentions about half of the variables; never empty.
    static func random(in space: Space, using source: inout RandomSource) -> Region {
        var region = Region()
        for variable in 0..<space.count where source.chance(0.5) {
            let mask = ValueMask.random(of: space.full(variable), using: &source)
            if !mask.isEmpty { region[variable] = mask }
        }
        return region
    }
}
