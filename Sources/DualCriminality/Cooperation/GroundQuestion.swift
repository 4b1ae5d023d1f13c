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

    init(_ ground: Ground, _ basis: LegalBasis, _ texts: Texts, kind: Request.Kind) {
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
        // National rules that yield do not matter beside a treaty, nor do those of a state whose law yields altogether
        // where the treaty says something itself or is silent.
        let national = (nationalTerms?.rules(ground.id, for: kind) ?? []).filter { rule in
            guard isTreaty else { return true }
            switch rule.yieldsToTreaty {
            case .yes: return false
            case .whereItSpeaks: return treaty.isEmpty
            case .no: return basis.nationalGroundsRemain || !treaty.isEmpty
            }
        }
        let isExhaustive = basis.instrument?.isExhaustive ?? false
        let treatyAnswers = treatyTerms?.answers(ground.id, for: kind) ?? true
        let nationalAnswers = nationalTerms?.answers(ground.id, for: kind) ?? false
        let belongsToBasis = ground.id == .noLegalBasis || ground.id == .outOfScope || ground.id == .notListed

        var requiredT = Condition.any([region(treaty, .mandatory), unknownEffect(treaty, basis.short)])
        if isTreaty, !treatyAnswers, !isExhaustive, !belongsToBasis { requiredT = .any([requiredT, missing(basis.short)]) }
        let permittedT = region(treaty, .optional)
        let excludedT = region(treaty, .excluded)
        var requiredN = Condition.any([region(national, .mandatory), unknownEffect(national, "national law")])
        let nationalMatters = !isTreaty || basis.nationalGroundsRemain
        let name = isTreaty ? "the requested state's law under \(basis.short)" : "the requested state's law"
        if !nationalAnswers, nationalMatters, !belongsToBasis {
            if let rule = ground.everywhere, !treatyAnswers || treaty.isEmpty {
                requiredN = rule.effect == .mandatory ? .any([requiredN, rule.when]) : requiredN
            } else {
                requiredN = .any([requiredN, missing(name)])
            }
        }
        var permittedN = region(national, .optional)
        if let rule = ground.everywhere, rule.effect == .optional, !nationalAnswers {
            permittedN = .any([permittedN, rule.when])
        }
        let excludedN = region(national, .excluded)
        requiredN = .all([requiredN, .not(excludedN)])
        if isExhaustive {
            requiredN = .all([requiredN, .any([permittedT, requiredT])])
            permittedN = .never
        }
        mandatory = .all([.any([requiredT, requiredN]), .not(excludedT)])
        optional = .all([.any([permittedT, permittedN]), .not(excludedT), .not(excludedN)])
        conditions = .any([region(treaty, .condition), region(national, .condition)])
        treatyRules = treaty
        nationalRules = national + (nationalAnswers || treatyAnswers && isTreaty ? [] : [ground.everywhere].compactMap { $0 })
        self.gaps = gaps
        treatyIsKnown = isTreaty ? treatyAnswers || isExhaustive : nil
        nationalIsKnown = nationalAnswers
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

    func mentions(_ element: ElementIndex?) -> Bool { element.map { elements.contains($0) } ?? false }
}
