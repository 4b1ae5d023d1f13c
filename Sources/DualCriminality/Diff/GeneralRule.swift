import Law

/// The rules of a general part, each an edit of its own.
enum GeneralRule: String, CaseIterable, Sendable {
    case defaultFault = "default-fault"
    case attempt
    case crime
    case participation
    case ageOfResponsibility = "age-of-responsibility"
    case ceiling
    case limitation

    var title: String {
        switch self {
        case .defaultFault: return "the general fault rule"
        case .attempt: return "the general rules on attempt"
        case .crime: return "what makes an offence a crime"
        case .participation: return "the rules on instigators and accomplices"
        case .ageOfResponsibility: return "the age of criminal responsibility"
        case .ceiling: return "the general ceiling of imprisonment"
        case .limitation: return "the general limitation of time"
        }
    }

    /// Whether a comparison of definitions can turn on it.
    var isCompared: Bool { self != .ageOfResponsibility && self != .limitation }

    func provision(in general: GeneralPart) -> String? {
        switch self {
        case .defaultFault: return general.defaultFault?.authority.provision
        case .attempt: return general.attempt?.authority.provision
        case .participation: return general.participation?.authority.provision
        case .ageOfResponsibility: return general.ageOfResponsibility?.authority.provision
        case .limitation: return general.limitation?.authority.provision
        case .crime, .ceiling: return nil
        }
    }

    /// What the rule says, in words; nil where it is not encoded. Equal words mean equal rules.
    func words(_ general: GeneralPart, _ wording: Wording) -> String? {
        switch self {
        case .defaultFault: return general.defaultFault.map { wording.condition($0.atLeast) }
        case .attempt:
            guard let rule = general.attempt else { return nil }
            let when: [GeneralPart.AttemptPunishable: String] = [
                .all: "attempt always punishable", .none: "attempt never punishable",
                .whereStated: "attempt punishable where stated",
                .crimesAndWhereStated: "attempt punishable of crimes and where stated",
            ]
            let impossible = rule.impossible.map { $0 ? ", also where it cannot succeed" : ", not where it cannot succeed" }
                ?? ", open where it cannot succeed"
            let penalty: [GeneralPart.AttemptPenalty: String] = [
                .same: "same penalty", .mayBeReduced: "penalty may be reduced", .half: "half the penalty",
            ]
            return (when[rule.punishable] ?? "") + impossible + "; " + (penalty[rule.penalty] ?? "")
        case .crime:
            switch general.crime {
            case .minimum(let threshold)?: return "a minimum of " + threshold.words
            case .maximum(let threshold)?: return "a maximum of " + threshold.words
            case nil: return nil
            }
        case .participation:
            return general.participation.map {
                "instigators " + ($0.instigator ? "punished" : "not punished") + ", accomplices "
                    + ($0.accomplice ? "punished" : "not punished")
            }
        case .ageOfResponsibility: return general.ageOfResponsibility.map { "\($0.age)" }
        case .ceiling: return general.ceiling?.words
        case .limitation:
            guard let ladder = general.limitation else { return nil }
            if ladder.none { return "none" }
            let steps = ladder.steps.map { step in
                (step.after?.words ?? "never") + (step.maximum.map { " for a maximum of \($0.words)" } ?? " for all else")
            }.joined(separator: ", ") + ", from " + ladder.from.rawValue.replacing("-", with: " ")
            let first = ladder.firstDay.map { ["first day " + $0.rawValue.replacing("-", with: " ")] } ?? []
            return ([steps] + first + [ladder.interruption?.words].compactMap { $0 }).joined(separator: "; ")
        }
    }
}

extension GeneralPart {
    /// The general part with one rule of another.
    func replacing(_ rule: GeneralRule, from other: GeneralPart) -> GeneralPart {
        func taken<Value>(_ own: GeneralRule, _ path: KeyPath<GeneralPart, Value>) -> Value {
            (rule == own ? other : self)[keyPath: path]
        }
        return GeneralPart(
            defaultFault: taken(.defaultFault, \.defaultFault), attempt: taken(.attempt, \.attempt),
            crime: taken(.crime, \.crime), participation: taken(.participation, \.participation),
            ageOfResponsibility: (rule == .ageOfResponsibility ? other : self).ageOfResponsibility,
            ceiling: taken(.ceiling, \.ceiling), limitation: taken(.limitation, \.limitation))
    }
}
