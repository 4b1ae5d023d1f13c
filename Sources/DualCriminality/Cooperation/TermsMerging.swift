import Law

extension Authority {
    fileprivate func cited(as short: String) -> Authority {
        Authority(provision: cite(short, provision), source: source, review: review, note: note)
    }
}

extension GroundRule {
    fileprivate func with(
        authority: Authority, cures: [GroundCure], when: Condition, existsIf: Condition?
    ) -> GroundRule {
        GroundRule(
            ground: ground, kinds: kinds, effect: effect, when: when, yieldsToTreaty: yieldsToTreaty, authority: authority,
            cures: cures, existsIf: existsIf)
    }

    fileprivate func cited(as short: String) -> GroundRule {
        let named = cures.map {
            GroundCure(kind: $0.kind, id: $0.id, text: $0.text, provision: $0.provision.map { cite(short, $0) })
        }
        return with(authority: authority.cited(as: short), cures: named, when: when, existsIf: existsIf)
    }

    fileprivate func only(if condition: Condition) -> GroundRule {
        with(
            authority: authority, cures: cures, when: .all([when, condition]),
            existsIf: .all([existsIf, condition].compactMap { $0 }))
    }
}

extension CooperationTerms {
    /// The same terms, their provisions with the short name of their text.
    func cited(as short: String) -> CooperationTerms {
        CooperationTerms(
            dualCriminality: dualCriminality.map {
                DualCriminalityTest(
                    mode: $0.mode, alternatives: $0.alternatives, requestingDates: $0.requestingDates,
                    requestedDates: $0.requestedDates, effect: $0.effect, disregards: $0.disregards, inferred: $0.inferred,
                    authority: $0.authority.cited(as: short))
            },
            assistance: assistance.map {
                AssistanceTest(
                    rule: $0.rule, measures: $0.measures, requestedDates: $0.requestedDates, effect: $0.effect,
                    yieldsToTreaty: $0.yieldsToTreaty, authority: $0.authority.cited(as: short))
            },
            penalty: penalty.map {
                PenaltyThreshold(
                    requesting: $0.requesting, requested: $0.requested, effect: $0.effect, measures: $0.measures,
                    accessory: $0.accessory?.cited(as: short), yieldsToTreaty: $0.yieldsToTreaty,
                    authority: $0.authority.cited(as: short))
            },
            sentence: sentence.map {
                SentenceThreshold(
                    remaining: $0.remaining, imposed: $0.imposed, yieldsToTreaty: $0.yieldsToTreaty,
                    authority: $0.authority.cited(as: short))
            },
            attemptReducesThreshold: attemptReducesThreshold,
            list: list.map { OffenceList(items: $0.items, requestingThreshold: $0.requestingThreshold, authority: $0.authority.cited(as: short)) },
            extraditable: extraditable.map {
                OffenceList(items: $0.items, requestingThreshold: $0.requestingThreshold, authority: $0.authority.cited(as: short))
            },
            grounds: GroundRules(
                rules: grounds.rules.mapValues { rules in rules.map { $0.cited(as: short) } }, silent: grounds.silent),
            speciality: speciality.map {
                SpecialityRule(consent: $0.consent, graceDays: $0.graceDays, authority: $0.authority.cited(as: short))
            },
            documents: documents.map { RequiredDocument(text: $0.text, provision: cite(short, $0.provision)) },
            dutyToProsecute: dutyToProsecute.map {
                DutyToProsecute(onRequest: $0.onRequest, authority: $0.authority.cited(as: short))
            })
    }

    /// These terms with `other` on top where an open question is answered with yes: exact in the algebra, because both
    /// the rules that are replaced and those that replace them hang on the same question.
    func replaced(by other: CooperationTerms, perhaps question: String) -> CooperationTerms {
        let open = Condition.open(OpenLaw(text: question))
        var rules = grounds.rules
        for (ground, new) in other.grounds.rules {
            let replacedKinds = new.reduce(into: Set<Request.Kind>()) { $0.formUnion($1.kinds) }
            let kept = (rules[ground] ?? []).flatMap { rule in
                [
                    rule.limited(to: rule.kinds.subtracting(replacedKinds)),
                    rule.limited(to: rule.kinds.intersection(replacedKinds))?.only(if: .not(open)),
                ].compactMap { $0 }
            }
            rules[ground] = kept + new.map { $0.only(if: open) }
        }
        let merged = GroundRules(rules: rules, silent: grounds.silent)
        return with(grounds: merged)
    }
}

extension CooperationTerms {
    /// The same terms with other rules on grounds.
    func with(grounds: GroundRules) -> CooperationTerms {
        CooperationTerms(
            dualCriminality: dualCriminality, assistance: assistance, penalty: penalty, sentence: sentence,
            attemptReducesThreshold: attemptReducesThreshold, list: list, extraditable: extraditable, grounds: grounds,
            speciality: speciality, documents: documents, dutyToProsecute: dutyToProsecute)
    }

    /// The rules about grounds, those included that sections of their own give rise to. A rule that stands under
    /// `grounds` prevails over the section.
    func rules(_ catalogue: GroundCatalogue, kind: Request.Kind) -> GroundRules {
        var implied: [GroundID: [GroundRule]] = [:]
        func add(
            _ ground: GroundID, _ effect: RuleEffect, _ authority: Authority, yields: TreatyYield = .no,
            when: (Condition) -> Condition = { $0 }
        ) {
            guard let known = catalogue[ground] else { return }
            implied[ground, default: []].append(
                GroundRule(
                    ground: ground, kinds: [kind], effect: effect, when: when(known.when), yieldsToTreaty: yields,
                    authority: authority))
        }
        if kind == .extradition, let test = dualCriminality {
            add(.dualCriminality, RuleEffect(test.effect), test.authority)
        }
        if kind == .assistance, let test = assistance {
            switch test.rule {
            case .never: add(.dualCriminality, .excluded, test.authority, yields: test.yieldsToTreaty)
            case .always: add(.dualCriminality, RuleEffect(test.effect), test.authority, yields: test.yieldsToTreaty)
            case .coerciveOnly:
                let asked = Measure.allCases.filter { test.requiresDualCriminality(for: $0) }
                add(.dualCriminality, RuleEffect(test.effect), test.authority, yields: test.yieldsToTreaty) {
                    .all([$0, catalogue.measures(asked)])
                }
            }
        }
        if let penalty {
            var sides: [Condition] = []
            if penalty.requesting != nil { sides.append(catalogue.has("requesting-threshold", "not-reached")) }
            if penalty.requested != nil { sides.append(catalogue.has("requested-threshold", "not-reached")) }
            var parts: [Condition] = [.any(sides)]
            if penalty.accessory != nil { parts.append(.not(catalogue.has("other-count-extraditable", "yes"))) }
            if kind == .assistance, let measures = penalty.measures { parts.append(catalogue.measures(Array(measures))) }
            add(.penaltyThreshold, RuleEffect(penalty.effect), penalty.authority, yields: penalty.yieldsToTreaty) { _ in
                .all(parts)
            }
        }
        if kind == .extradition, let sentence {
            add(.sentenceThreshold, .mandatory, sentence.authority, yields: sentence.yieldsToTreaty)
        }
        if kind == .extradition, let extraditable { add(.notListed, .mandatory, extraditable.authority) }
        return grounds.completed(by: GroundRules(rules: implied))
    }
}

extension RuleEffect {
    init(_ effect: GroundEffect) {
        switch effect {
        case .mandatory: self = .mandatory
        case .optional: self = .optional
        }
    }
}

extension GroundCatalogue {
    /// That the measure asked for is one of these.
    func measures(_ measures: [Measure]) -> Condition {
        guard let element = vocabulary.element("measure") else { return .never }
        let ids = element.domain.valueIDs
        let bits = measures.reduce(into: UInt64(0)) { bits, measure in
            if let place = ids.firstIndex(of: measure.rawValue) { bits |= 1 << UInt64(place) }
        }
        return .has(element.index, ValueSet(choices: bits))
    }
}
