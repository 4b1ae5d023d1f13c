import Law

/// One ground on one legal basis, as conditions over the facts of the case: the product of what the treaty and the
/// requested state's law make of it (DESIGN-AMENDMENTS 11).
///
/// With R, P, E the facts in which a text requires refusal, permits it, or excludes the ground, T the treaty and N the
/// national law:
///
///     mandatory = (RT ∪ RN) ∖ ET      RN only where N does not exclude it, and where the treaty is exhaustive only within PT
///     optional  = (PT ∪ PN) ∖ ET ∖ EN ∖ mandatory
///
/// A text that is not known to have the ground, or not to have it, contributes an open question; the algebra then says
/// where the answer does not matter.
struct GroundQuestion: Sendable {
    let ground: Ground
    let mandatory: Condition
    let optional: Condition
    /// In which a condition has to be named.
    let conditions: Condition
    /// The rules on which it rests, the treaty's first.
    let treatyRules: [GroundRule]
    let nationalRules: [GroundRule]
    /// What is not known of the texts.
    let gaps: [String]
    /// Whether what the treaty says of the ground is known; nil without a treaty.
    let treatyIsKnown: Bool?
    let nationalIsKnown: Bool

    /// The rules of a basis about every ground.
    struct Texts {
        let treaty: GroundRules?
        let national: GroundRules?

        init(_ basis: LegalBasis, kind: Request.Kind, catalogue: GroundCatalogue) {
            treaty = basis.treaty?.rules(catalogue, kind: kind)
            national = basis.national?.rules(catalogue, kind: kind)
        }
    }

    init(_ ground: Ground, _ basis: LegalBasis, _ texts: Texts, request: Request, catalogue: GroundCatalogue) {
        let kind = request.kind
        self.ground = ground
        var gaps: [String] = []
        func missing(_ text: String) -> Condition {
            gaps.append("whether \(text) has this ground is not encoded")
            return .all([ground.when, .open(OpenLaw(text: "\(ground.id): \(text)"))])
        }
        func region(_ rules: [GroundRule], _ effect: RuleEffect) -> Condition {
            .any(rules.filter { $0.effect == effect }.map(\.when))
        }
        func unknownEffect(_ rules: [GroundRule], _ text: String) -> Condition {
            .any(
                rules.filter { $0.effect == .unknown }.map {
                    .all([$0.when, .open(OpenLaw(text: "\(ground.id): effect under \(text)"))])
                })
        }
        let isTreaty = basis.treaty != nil
        let (treatyTerms, nationalTerms) = (texts.treaty, texts.national)
        let treaty = treatyTerms?.rules(ground.id, for: kind) ?? []
        let own = nationalTerms?.rules(ground.id, for: kind) ?? []
        let national = isTreaty ? own.compactMap { $0.beside(treaty, basis, catalogue) } : own
        let isExhaustive = basis.instrument?.isExhaustive ?? false
        // A ground that says what applies everywhere needs no text of its own.
        let isEverywhere = ground.everywhere != nil
        let treatyAnswers = treatyTerms?.answers(ground.id, for: kind) ?? true
        let nationalAnswers = nationalTerms?.answers(ground.id, for: kind) ?? false
        let belongsToBasis = ground.id == .noLegalBasis || ground.id == .outOfScope || ground.id == .notListed

        var requiredT = Condition.any([region(treaty, .mandatory), unknownEffect(treaty, basis.short)])
        if isTreaty, !treatyAnswers, !isExhaustive, !belongsToBasis, !isEverywhere {
            requiredT = .any([requiredT, missing(basis.short)])
        }
        let permittedT = region(treaty, .optional)
        let excludedT = region(treaty, .excluded)
        let everywhere = nationalAnswers ? [] : [ground.everywhere].compactMap { $0 }
        var requiredN = Condition.any([region(national + everywhere, .mandatory), unknownEffect(national + everywhere, "national law")])
        let name = isTreaty ? "the requested state's law under \(basis.short)" : "the requested state's law"
        if !nationalAnswers, !isTreaty || basis.nationalGroundsRemain, !belongsToBasis, !isEverywhere {
            requiredN = .any([requiredN, missing(name)])
        }
        var permittedN = region(national + everywhere, .optional)
        let excludedN = region(national, .excluded)
        requiredN = .all([requiredN, .not(excludedN)])
        if isExhaustive {
            requiredN = .all([requiredN, .any([permittedT, requiredT])])
            permittedN = .never
        }
        mandatory = .all([.any([requiredT, requiredN]), .not(excludedT)])
        optional = .all([.any([permittedT, permittedN]), .not(excludedT), .not(excludedN)])
        conditions = .any([region(treaty, .condition), region(national + everywhere, .condition)])
        // Rules about sentences are not told of somebody who is wanted for prosecution, and the reverse.
        let purpose = catalogue.has("purpose", request.purpose.rawValue)
        treatyRules = treaty.filter { $0.when.canHold(with: purpose) }
        nationalRules = (national + everywhere).filter { $0.when.canHold(with: purpose) }
        self.gaps = gaps
        treatyIsKnown = isTreaty ? treatyAnswers || isExhaustive || isEverywhere : nil
        nationalIsKnown = nationalAnswers || isEverywhere
    }

    var rules: [GroundRule] { treatyRules + nationalRules }

    /// The elements that the ground turns on, in their order.
    var elements: [ElementIndex] {
        var found: Set<ElementIndex> = ground.when.elements
        for rule in rules { found.formUnion(rule.when.elements) }
        return found.sorted()
    }

    /// The law that the rules leave open.
    var openLaw: [String] {
        var found: [String] = []
        for rule in rules {
            rule.when.forEach { if case .open(let law) = $0 { found.append(law.text) } }
        }
        return found.unique
    }

    func mentions(_ names: String..., in vocabulary: Vocabulary) -> Bool {
        names.contains { name in vocabulary.element(name).map { elements.contains($0.index) } ?? false }
    }
}

extension Condition {
    /// False where the condition asks, beside whatever else, for another value of the same element.
    fileprivate func canHold(with literal: Condition) -> Bool {
        guard case .has(let element, let wanted) = literal else { return true }
        switch self {
        case .has(element, let set): return !set.intersection(wanted).isEmpty
        case .all(let parts): return parts.allSatisfy { $0.canHold(with: literal) }
        case .any(let parts): return parts.isEmpty || parts.contains { $0.canHold(with: literal) }
        default: return true
        }
    }
}

extension GroundRule {
    /// What is left of a rule of national law where a treaty with these rules on the ground is the basis.
    fileprivate func beside(_ treaty: [GroundRule], _ basis: LegalBasis, _ catalogue: GroundCatalogue) -> GroundRule? {
        switch yieldsToTreaty {
        case .yes: return nil
        case .whereItSpeaks:
            // A treaty that refers to the conditions of national law does not provide otherwise.
            if basis.instrument?.isSubjectToNationalLaw ?? false { return self }
            // A treaty that only permits a refusal does not provide otherwise: national law may use the permission.
            let speaking = treaty.filter { $0.effect == .mandatory || $0.effect == .excluded }
            guard !speaking.isEmpty else { return self }
            // A treaty that has a rule for some measures only leaves national law alone for the others, and one whose rule
            // only may exist leaves it alone where it does not.
            let measure = catalogue.vocabulary.element("measure")?.index
            var spoken: [Condition] = []
            for rule in speaking {
                var measures: [Condition] = []
                rule.when.forEach { part in
                    if case .has(let element, _) = part, element == measure { measures.append(part) }
                }
                let limits = [measures.isEmpty ? nil : Condition.any(measures), rule.existsIf].compactMap { $0 }
                guard !limits.isEmpty else { return nil }
                spoken.append(.all(limits))
            }
            return GroundRule(
                ground: ground, kinds: kinds, effect: effect, when: .all([when, .not(.any(spoken))]),
                yieldsToTreaty: yieldsToTreaty, authority: authority, cures: cures)
        case .no: return basis.nationalGroundsRemain || !treaty.isEmpty ? self : nil
        }
    }
}
