import ConditionAlgebra
import Law

/// A condition with switches, prepared for many single cases: which smallest sets of edits make it hold, or fail, there?
///
/// Open law counts against what is wanted, whatever that is, and evaluations count in favour where they are granted; so a
/// set that is found may be one too many or, where one evaluation is used both ways, one too few. The diagrams decide.
indirect enum PointRule: Sendable {
    case value(variable: Int, mask: ValueMask)
    /// An evaluation that is granted.
    case granted
    case all([PointRule])
    case any([PointRule])
    case not(PointRule)
    case edit(Int)
    case open
    /// Every reading has to hold, or to fail.
    case readings([PointRule])
    /// What is aimed at: the diagrams of "for certain" and "at most".
    case aim(surely: Node, atMost: Node)

    /// - Parameter aim: what an aim at offences comes to.
    init(
        _ condition: Condition, facts: FactSpace, grantsAppraisals: Bool,
        aim: (AimedOffences) throws -> (surely: Node, atMost: Node)
    ) rethrows {
        func rule(_ condition: Condition) throws -> PointRule {
            try PointRule(condition, facts: facts, grantsAppraisals: grantsAppraisals, aim: aim)
        }
        switch condition {
        case .has(let element, let set):
            if grantsAppraisals, facts.vocabulary[element].kind == .appraisal {
                self = .granted
            } else {
                self = .value(variable: element.number, mask: facts.mask(set, of: element))
            }
        case .all(let parts): self = .all(try parts.map(rule))
        case .any(let parts): self = .any(try parts.map(rule))
        case .not(let part): self = .not(try rule(part))
        case .definition(_, let part): self = try rule(part)
        case .open(let law): self = law.editNumber.map { .edit($0) } ?? .open
        case .readings(_, let readings): self = .readings(try readings.map { try rule($0.condition) })
        case .aimsAt(let target):
            let nodes = try aim(target)
            self = .aim(surely: nodes.surely, atMost: nodes.atMost)
        }
    }

    /// The smallest sets of at most `most` edits under which the condition holds (or fails) for certain at the point.
    func sets(_ wanted: Bool, at point: [Int], most: Int, in diagrams: Diagrams) -> MinimalSets {
        switch self {
        case .value(let variable, let mask): return mask.contains(point[variable]) == wanted ? .free : .impossible
        case .granted: return .free
        case .all(let parts):
            return wanted ? each(parts, true, point, most, diagrams) : either(parts, false, point, most, diagrams)
        case .any(let parts):
            return wanted ? either(parts, true, point, most, diagrams) : each(parts, false, point, most, diagrams)
        case .readings(let parts): return each(parts, wanted, point, most, diagrams)
        case .not(let part): return part.sets(!wanted, at: point, most: most, in: diagrams)
        case .edit(let number): return wanted ? MinimalSets([EditSet(number)]) : .free
        case .open: return .impossible
        case .aim(let surely, let atMost):
            return diagrams.holds(wanted ? surely : atMost, at: point) == wanted ? .free : .impossible
        }
    }

    private func either(
        _ parts: [PointRule], _ wanted: Bool, _ point: [Int], _ most: Int, _ diagrams: Diagrams
    ) -> MinimalSets {
        var result = MinimalSets.impossible
        for part in parts {
            result = result.or(part.sets(wanted, at: point, most: most, in: diagrams))
            if result.isFree { break }
        }
        return result
    }

    private func each(
        _ parts: [PointRule], _ wanted: Bool, _ point: [Int], _ most: Int, _ diagrams: Diagrams
    ) -> MinimalSets {
        var result = MinimalSets.free
        for part in parts {
            result = result.and(part.sets(wanted, at: point, most: most, in: diagrams), most: most)
            if result.sets.isEmpty { break }
        }
        return result
    }
}
