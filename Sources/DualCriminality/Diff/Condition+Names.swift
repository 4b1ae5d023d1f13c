import Law

extension Condition {
    /// The condition with each definition as no more than its name.
    ///
    /// So an amendment of a definition is one edit, however many offences use it.
    var withNamesOnly: Condition {
        mappingDefinitions { name, _ in .definition(name, .always) }
    }

    /// The names of the definitions in it, those inside definitions left out.
    var namedDefinitions: Set<String> {
        var names: Set<String> = []
        _ = mappingDefinitions { name, part in
            names.insert(name)
            return part
        }
        return names
    }

    /// The condition with each outermost definition replaced.
    func mappingDefinitions(_ replace: (String, Condition) -> Condition) -> Condition {
        switch self {
        case .has, .open, .aimsAt: return self
        case .all(let parts): return .all(parts.map { $0.mappingDefinitions(replace) })
        case .any(let parts): return .any(parts.map { $0.mappingDefinitions(replace) })
        case .not(let part): return .not(part.mappingDefinitions(replace))
        case .definition(let name, let part): return replace(name, part)
        case .readings(let id, let readings):
            return .readings(
                id, readings.map { Reading(id: $0.id, condition: $0.condition.mappingDefinitions(replace)) })
        }
    }

    /// The offences at which it aims, those in definitions included.
    var aimedOffences: Set<OffenceID> {
        var found: Set<OffenceID> = []
        forEach { if case .aimsAt(let aimed) = $0 { found.formUnion(aimed.offences) } }
        return found
    }

    /// Acts outside of which it cannot hold; an upper bound, read off its form in time linear in its size.
    func possibleActs(_ act: ElementIndex, all: ValueSet) -> ValueSet {
        switch self {
        case .has(act, let set): return set
        case .has, .not, .open, .aimsAt: return all
        case .all(let parts):
            return parts.reduce(all) { $0.intersection($1.possibleActs(act, all: all)) }
        case .any(let parts):
            return parts.reduce(ValueSet(choices: 0)) { $0.union($1.possibleActs(act, all: all)) }
        case .definition(_, let part): return part.possibleActs(act, all: all)
        case .readings(_, let readings):
            return readings.reduce(ValueSet(choices: 0)) { $0.union($1.condition.possibleActs(act, all: all)) }
        }
    }
}

extension OffenceVersion {
    /// The version with every condition of it changed.
    func mappingConditions(_ change: (Condition) -> Condition) -> OffenceVersion {
        OffenceVersion(
            inForce: inForce, when: change(when), hook: hook.map { Hook(when: change($0.when), provision: $0.provision) },
            exceptions: exceptions.map {
                OffenceException(name: $0.name, kind: $0.kind, burden: $0.burden, provision: $0.provision, when: change($0.when))
            },
            attempt: attempt,
            penalty: penalty.map {
                PenaltyLine(
                    when: change($0.when), imprisonment: $0.imprisonment, fine: $0.fine, trial: $0.trial, provision: $0.provision)
            },
            limitation: limitation, provision: provision, review: review, inForceIsRead: inForceIsRead)
    }

    /// The version with its maxima that are the general ceiling set to this one.
    func withCeiling(_ ceiling: Term) -> OffenceVersion {
        OffenceVersion(
            inForce: inForce, when: when, hook: hook, exceptions: exceptions, attempt: attempt,
            penalty: penalty.map { line in
                guard let range = line.imprisonment, range.isCeiling else { return line }
                return PenaltyLine(
                    when: line.when, imprisonment: Imprisonment(minimum: range.minimum, maximum: ceiling, isCeiling: true),
                    fine: line.fine, trial: line.trial, provision: line.provision)
            },
            limitation: limitation, provision: provision, review: review, inForceIsRead: inForceIsRead)
    }

    /// The version in force on all days.
    var atAllTimes: OffenceVersion {
        OffenceVersion(
            inForce: DateInterval(), when: when, hook: hook, exceptions: exceptions, attempt: attempt, penalty: penalty,
            limitation: limitation, provision: provision, review: review, inForceIsRead: inForceIsRead)
    }

    /// Every condition of the version.
    var conditions: [Condition] {
        [when] + (hook.map { [$0.when] } ?? []) + exceptions.map(\.when) + penalty.map(\.when)
    }
}
