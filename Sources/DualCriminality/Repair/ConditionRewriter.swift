import Law

/// Rewrites the texts of a state part by part, each named definition once.
struct ConditionRewriter {
    /// What stands in the place of a part, whose own parts are rewritten already.
    let change: (AmendmentEdit.Holder, [Int], Condition) -> Condition
    private var done: [String: Condition] = [:]

    init(_ change: @escaping (AmendmentEdit.Holder, [Int], Condition) -> Condition) { self.change = change }

    mutating func rewrite(_ condition: Condition, in holder: AmendmentEdit.Holder, at path: [Int] = []) -> Condition {
        let result: Condition
        switch condition {
        case .has, .open, .aimsAt: result = condition
        case .all(let parts):
            result = .all(parts.indices.map { rewrite(parts[$0], in: holder, at: path + [$0]) })
        case .any(let parts):
            result = .any(parts.indices.map { rewrite(parts[$0], in: holder, at: path + [$0]) })
        case .not(let part): result = .not(rewrite(part, in: holder, at: path + [0]))
        case .readings(let id, let readings):
            result = .readings(
                id,
                readings.indices.map {
                    Reading(id: readings[$0].id, condition: rewrite(readings[$0].condition, in: holder, at: path + [$0]))
                })
        case .definition(let name, let part):
            if let known = done[name] {
                result = known
            } else {
                result = .definition(name, rewrite(part, in: .definition(name)))
                done[name] = result
            }
        }
        return change(holder, path, result)
    }

    /// Every text of the state: definitions, and the offences in the version of the day.
    mutating func rewrite(_ state: Jurisdiction, on date: LegalDate) -> Jurisdiction {
        let definitions = state.definitions.map { definition in
            guard case .definition(let name, let part) = definition.condition else { return definition }
            if done[name] == nil { done[name] = .definition(name, rewrite(part, in: .definition(name))) }
            return Definition(
                name: name, provision: definition.provision, condition: done[name] ?? definition.condition)
        }
        let offences = state.offences.map { offence in
            offence.changingVersion(on: date) { version in
                version.with(
                    when: rewrite(version.when, in: .offence(offence.id)),
                    exceptions: version.exceptions.indices.map { place in
                        let old = version.exceptions[place]
                        return old.with(when: rewrite(old.when, in: .exception(offence.id, place)))
                    },
                    penalty: version.penalty.map { $0.with(when: rewriteUses(in: $0.when)) })
            }
        }
        return state.with(definitions: definitions, offences: offences)
    }

    /// A text that is not edited itself, with the definitions that it uses.
    private mutating func rewriteUses(in condition: Condition) -> Condition {
        switch condition {
        case .has, .open, .aimsAt: return condition
        case .all(let parts): return .all(parts.map { rewriteUses(in: $0) })
        case .any(let parts): return .any(parts.map { rewriteUses(in: $0) })
        case .not(let part): return .not(rewriteUses(in: part))
        case .readings(let id, let readings):
            return .readings(id, readings.map { Reading(id: $0.id, condition: rewriteUses(in: $0.condition)) })
        case .definition(let name, let part):
            if let known = done[name] { return known }
            let result = Condition.definition(name, rewrite(part, in: .definition(name)))
            done[name] = result
            return result
        }
    }
}

extension Offence {
    /// The offence with the version of the day replaced; unchanged where no version applies.
    func changingVersion(on date: LegalDate, _ change: (OffenceVersion) -> OffenceVersion) -> Offence {
        Offence(
            id: id, titles: titles, source: source, before: before,
            versions: versions.map { $0.inForce.contains(date) ? change($0) : $0 }, silent: silent, note: note)
    }
}

extension OffenceVersion {
    func with(
        when: Condition? = nil, exceptions: [OffenceException]? = nil, attempt: AttemptRule? = nil,
        penalty: [PenaltyLine]? = nil
    ) -> OffenceVersion {
        OffenceVersion(
            inForce: inForce, when: when ?? self.when, hook: hook, exceptions: exceptions ?? self.exceptions,
            attempt: attempt ?? self.attempt, penalty: penalty ?? self.penalty, limitation: limitation,
            provision: provision, review: review, inForceIsRead: inForceIsRead)
    }
}

extension OffenceException {
    func with(when: Condition) -> OffenceException {
        OffenceException(name: name, kind: kind, burden: burden, provision: provision, when: when)
    }
}

extension PenaltyLine {
    func with(when: Condition) -> PenaltyLine {
        PenaltyLine(when: when, imprisonment: imprisonment, fine: fine, trial: trial, provision: provision)
    }
}

extension GeneralPart {
    /// Instigators and accomplices are punished.
    func withParticipation() -> GeneralPart {
        GeneralPart(
            defaultFault: defaultFault, attempt: attempt, crime: crime,
            participation: .init(
                instigator: true, accomplice: true,
                authority: participation?.authority ?? Authority(provision: "", review: .draft)),
            ageOfResponsibility: ageOfResponsibility, ceiling: ceiling, limitation: limitation)
    }
}

extension Jurisdiction {
    func with(
        generalPart: GeneralPart? = nil, definitions: [Definition]? = nil, offences: [Offence]? = nil
    ) -> Jurisdiction {
        Jurisdiction(
            code: code, names: names, parent: parent, generalPart: generalPart ?? self.generalPart, coverage: coverage,
            outsideLaw: outsideLaw, sources: sources, definitions: definitions ?? self.definitions,
            offences: offences ?? self.offences, cooperation: cooperation)
    }
}
