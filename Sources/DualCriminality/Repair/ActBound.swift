import ConditionAlgebra
import Law

extension Condition {
    /// Acts outside this set never fulfil the condition; acts inside it may. O(size).
    func possibleActs(_ act: ElementIndex, _ facts: FactSpace) -> ValueMask {
        let full = facts.space.full(act.number)
        switch self {
        case .has(let element, let set): return element == act ? facts.mask(set, of: act) : full
        case .all(let parts): return parts.reduce(full) { $0.intersection($1.possibleActs(act, facts)) }
        case .any(let parts): return parts.reduce(ValueMask()) { $0.union($1.possibleActs(act, facts)) }
        case .definition(_, let part): return part.possibleActs(act, facts)
        case .readings(_, let readings):
            return readings.reduce(ValueMask()) { $0.union($1.condition.possibleActs(act, facts)) }
        case .not, .open, .aimsAt: return full
        }
    }
}
