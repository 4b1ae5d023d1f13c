import ConditionAlgebra
import Law

/// What it costs at least to change known facts so that a condition comes about.
///
/// The exact cost needs the condition as a diagram (`Diagrams.nearestChange`). This needs only the condition, so it tells
/// quickly which conditions are too far away to be compiled at all.
struct ChangeBound {
    private let space: FactSpace
    private let known: [ValueMask]
    private let weights: [Int]

    /// - Parameter weights: one per variable, not negative: what it costs to leave the known values.
    init(space: FactSpace, known: Region, weights: [Int]) {
        self.space = space
        self.known = (0..<space.space.count).map { known[$0] ?? space.space.full($0) }
        self.weights = weights
    }

    /// Never more than the exact cost; nil where the condition cannot come about. O(size of the condition).
    func cost(_ condition: Condition) -> Int? { change(condition, holds: true)?.cost }

    /// What every way to bring a condition about has in common.
    private struct Change {
        /// Variables that have to change, one bit each; those past the last bit are never counted.
        var variables: UInt128 = 0
        var cost = 0
    }

    /// - Parameter holds: whether the condition is to hold or to fail.
    private func change(_ condition: Condition, holds: Bool) -> Change? {
        switch condition {
        case .has(let element, let set):
            let mask = space.mask(set, of: element)
            let wanted = holds ? mask : space.space.full(element.number).subtracting(mask)
            guard !wanted.isEmpty else { return nil }
            guard wanted.isDisjoint(with: known[element.number]) else { return Change() }
            return Change(
                variables: element.number < UInt128.bitWidth ? 1 << UInt128(element.number) : 0,
                cost: weights[element.number])
        case .not(let part): return change(part, holds: !holds)
        case .definition(_, let part): return change(part, holds: holds)
        case .all(let parts): return holds ? every(parts, holds: true) : either(parts, holds: false)
        case .any(let parts): return holds ? either(parts, holds: true) : every(parts, holds: false)
        case .open, .readings, .aimsAt: return Change()
        }
    }

    private func every(_ parts: [Condition], holds: Bool) -> Change? {
        var result = Change()
        for part in parts {
            guard let change = change(part, holds: holds) else { return nil }
            result.variables |= change.variables
            result.cost = max(result.cost, change.cost)
        }
        result.cost = max(result.cost, weight(of: result.variables))
        return result
    }

    private func either(_ parts: [Condition], holds: Bool) -> Change? {
        var result: Change?
        for part in parts {
            guard let change = change(part, holds: holds) else { continue }
            result = result.map { Change(variables: $0.variables & change.variables, cost: min($0.cost, change.cost)) } ?? change
        }
        return result
    }

    private func weight(of variables: UInt128) -> Int {
        var sum = 0
        var rest = variables
        while rest != 0 {
            sum += weights[rest.trailingZeroBitCount]
            rest &= rest - 1
        }
        return sum
    }
}
