import Law

/// Turns the condition trees of the law into formulas, under facts that are taken as known.
///
/// What the facts decide disappears; everything else is left as the tree says it. No diagram and no cell is involved.
struct Translation {
    let vocabulary: Vocabulary
    var variables: SolverVariables
    /// A formula agrees with its condition only where these facts hold.
    private(set) var known: Facts

    /// - Parameter variables: those of the questions so far, so that an open question is the same in all of them.
    init(_ vocabulary: Vocabulary, known: Facts = Facts(), variables: SolverVariables? = nil) {
        self.vocabulary = vocabulary
        self.known = known
        self.variables = variables ?? SolverVariables(vocabulary)
    }

    /// The combinations of facts that can occur, one formula for each constraint of the vocabulary.
    mutating func constraints() -> [(constraint: Constraint, holds: Formula)] {
        vocabulary.constraints.map { ($0, formula($0.never, of: SolverLaw.none).negated) }
    }

    /// What is known, one formula for each fact that leaves more than one value.
    func facts() -> [Formula] {
        known.values.sorted { $0.key < $1.key }.map { element, set in
            let variable = variables[element]
            return set.intersection(variable.domain).singles.count == 1 ? .always : .has(variable, set)
        }.filter { $0 != .always }
    }

    mutating func formula(_ condition: Condition, of law: SolverLaw) -> Formula {
        switch condition {
        case .has(let element, let set):
            let variable = variables[element]
            let own = (known.values[element] ?? variable.domain).intersection(variable.domain)
            if own.isSubset(of: set) { return .always }
            if own.intersection(set).isEmpty { return .never }
            return .has(variable, set)
        case .all(let parts):
            var result: [Formula] = []
            for part in parts {
                let next = formula(part, of: law)
                if next == .never { return .never }
                result.append(next)
            }
            return .and(result)
        case .any(let parts):
            var result: [Formula] = []
            for part in parts {
                let next = formula(part, of: law)
                if next == .always { return .always }
                result.append(next)
            }
            return .or(result)
        case .not(let part): return formula(part, of: law).negated
        case .definition(_, let part): return formula(part, of: law)
        case .open(let open): return .has(variables.open(open, owner: law.code), .yes)
        case .readings(let id, let readings):
            let variable = variables.readings(id, readings, owner: law.code)
            return .or(
                readings.enumerated().map { place, reading in
                    .and([
                        .has(variable, ValueSet(choices: 1 << UInt64(place))), formula(reading.condition, of: law),
                    ])
                })
        case .aimsAt(let target): return aim(target, of: law)
        }
    }

    /// "For the purpose of committing offence o": the flag of an aim, and some case of o with an act of that aim. The case
    /// has not happened: its facts are another copy of the elements, save what concerns the victim where it must be the
    /// same child (DESIGN-AMENDMENTS 6).
    private mutating func aim(_ target: AimedOffences, of law: SolverLaw) -> Formula {
        let projected = vocabulary.elements.map(\.index).filter { !target.sameChild || !vocabulary.victim.contains($0) }
        let copies = Dictionary(uniqueKeysWithValues: projected.map { (variables[$0], variables[$0].domain) })
        let before = known
        var ways: [Formula] = []
        for (aim, acts) in vocabulary.aims {
            let flag = formula(.has(aim, .yes), of: law)
            if flag == .never { continue }
            // What is known of the act that was done says nothing about the one that is aimed at.
            known = Facts(before.values.filter { !projected.contains($0.key) })
            for id in target.offences {
                guard let offence = law.completed[id] else { continue }
                let body = formula(.all([acts, .any([offence, offence.asBelieved(vocabulary)])]), of: law)
                ways.append(.and([flag, body == .never ? .never : .exists(copies, body)]))
            }
            known = before
        }
        return .or(ways)
    }
}

/// What the conditions of one state refer to.
struct SolverLaw {
    /// Owns the open questions.
    let code: String
    /// The offences that others may aim at.
    let completed: [OffenceID: Condition]

    static let none = SolverLaw(code: "", completed: [:])
}
