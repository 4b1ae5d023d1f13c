import ConditionAlgebra
import Law

/// Judges a request on one legal basis: every ground, for every count.
struct BasisJudge {
    let assessor: Assessor
    let request: Request
    var basis: LegalBasis
    let questions: [GroundQuestion]
    let wording: Wording

    init(_ assessor: Assessor, _ request: Request, _ basis: LegalBasis) {
        self.assessor = assessor
        self.request = request
        self.basis = basis
        let catalogue = assessor.rules.catalogue
        let texts = GroundQuestion.Texts(basis, kind: request.kind, catalogue: catalogue)
        questions = catalogue.grounds.filter { $0.kinds.contains(request.kind) }.map {
            GroundQuestion($0, basis, texts, request: request, catalogue: catalogue)
        }
        wording = Wording(vocabulary: catalogue.vocabulary)
    }

    /// One finding and what it means for the verdict.
    struct Judged {
        var finding: Finding
        let verdict: Verdict
    }

    /// Every ground on the facts of one item.
    func judge(_ facts: CaseFacts, _ law: ItemLaw, _ grounds: inout GroundDecider) throws -> [Judged] {
        var result: [Judged] = []
        for question in questions {
            if request.kind == .assistance, question.mentions("measure", "measure-available", in: wording.vocabulary), !request.measures.isEmpty {
                for measure in request.measures {
                    let own = withMeasure(measure, facts)
                    let answer = try grounds.answer(question, owner: basis.id, own)
                    var judged = self.judged(question, answer, own, law, measure: measure)
                    if judged.finding.outcome == .bars || judged.finding.outcome == .unknown && judged.verdict != .clear {
                        let free = try freeMeasures(question, facts, &grounds).filter { $0 != measure }
                        if !free.isEmpty {
                            judged.finding = judged.finding.adding(
                                Finding.Cure(
                                    kind: .measure,
                                    text: "on this ground nothing stands against: " + free.map(\.rawValue).joined(separator: ", ")))
                        }
                    }
                    result.append(judged)
                }
            } else {
                var own = facts
                if request.kind == .assistance {
                    own.open("measure", .fact("measures"))
                    own.open("measure-available", .fact("measures"))
                }
                let answer = try grounds.answer(question, owner: basis.id, own)
                result.append(judged(question, answer, own, law, measure: nil))
            }
        }
        return result
    }

    private func withMeasure(_ measure: Measure, _ facts: CaseFacts) -> CaseFacts {
        var own = facts
        own.set("measure", [measure.rawValue])
        let id = "measure-available"
        guard let known = assessor.requested.cooperation?.assistance?.available[measure] else {
            own.open(id, .law("whether \(assessor.requested.name) has the measure in a comparable case is not encoded"))
            return own
        }
        switch known.answer {
        case .yes: own.set(id, true, because: [known.authority.provision])
        case .no: own.set(id, false, because: [known.authority.provision])
        case .unknown: own.open(id, .law(known.authority.note ?? "\(known.authority.provision) has it for certain offences only"))
        }
        return own
    }

    /// The measures against which the ground does not stand.
    private func freeMeasures(
        _ question: GroundQuestion, _ facts: CaseFacts, _ grounds: inout GroundDecider
    ) throws -> [Measure] {
        try Measure.allCases.filter { measure in
            try grounds.answer(question, owner: basis.id, withMeasure(measure, facts)).any == .notMet
        }
    }

    // MARK: - From an answer to a finding

    private func judged(
        _ question: GroundQuestion, _ answer: GroundDecider.Answer, _ facts: CaseFacts, _ law: ItemLaw, measure: Measure?
    ) -> Judged {
        var outcome: Finding.Outcome
        var verdict = Verdict.clear
        var effect = question.effectWords(answer)
        switch answer.mandatory {
        case .met: (outcome, verdict) = (.bars, .obstructed)
        case .notMet:
            switch answer.any {
            case .met: outcome = .mayBar
            case .notMet: outcome = .clear
            case .depends, .appraisal, .unknown: outcome = .unknown
            }
            if outcome != .clear { effect = "optional" }
            // A condition that is not met is no refusal, but has to be named.
            if outcome == .clear, answer.conditions != .notMet {
                (outcome, effect) = (answer.conditions == .met ? .mayBar : .unknown, RuleEffect.condition.rawValue)
            }
        case .depends, .appraisal: (outcome, verdict) = (.unknown, .conditional)
        case .unknown: (outcome, verdict) = (.unknown, .notAssessable)
        }
        let isCount = question.ground.scope == .count
        let finding = Finding(
            ground: question.ground.id.text, count: isCount ? law.count.id : nil, item: isCount ? law.item.id : nil,
            measure: measure?.rawValue, outcome: outcome, effect: effect, effectFrom: question.effectFrom,
            basis: basis.id, provision: question.provision, because: reasons(question, facts, outcome),
            establish: establish(question, answer, law, outcome), cure: cures(question, facts, law, outcome),
            assumed: question.elements.filter { facts.presumed.contains($0) }.map { wording.vocabulary[$0].id },
            review: (question.rules.map(\.authority.review).min() ?? .draft).rawValue)
        return Judged(finding: finding, verdict: verdict)
    }

    private func reasons(_ question: GroundQuestion, _ facts: CaseFacts, _ outcome: Finding.Outcome) -> [String] {
        if question.ground.id == .dualCriminality,
            let element = wording.vocabulary.element("dual-criminality")
        {
            var words = facts.because[element.index] ?? []
            if question.mentions("on-list", in: wording.vocabulary), let list = wording.vocabulary.element("on-list"), basis.list != nil
            {
                words.append("list: " + facts.words(list.index, wording))
            }
            if outcome == .clear, question.rules.isEmpty || question.rules.allSatisfy({ $0.effect == .excluded }) {
                words.append(question.rules.isEmpty ? "it is no ground here" : "it is not asked here")
            }
            return words + (outcome == .unknown ? question.gaps : [])
        }
        var words = question.elements.map { facts.words($0, wording) }.unique
        if question.rules.isEmpty, question.gaps.isEmpty { words.append("no such ground in the texts that apply") }
        if outcome != .clear { words += question.openLaw.map { "open law: \($0)" } + question.gaps }
        return words
    }

    private func establish(
        _ question: GroundQuestion, _ answer: GroundDecider.Answer, _ law: ItemLaw, _ outcome: Finding.Outcome
    ) -> Alternatives? {
        guard outcome == .unknown else { return nil }
        if question.ground.id == .dualCriminality {
            return (law.statuses.requested == law.dualCriminality ? law.requested : law.requesting).establish
        }
        return answer.establish
    }

    private func cures(
        _ question: GroundQuestion, _ facts: CaseFacts, _ law: ItemLaw, _ outcome: Finding.Outcome
    ) -> [Finding.Cure] {
        guard outcome != .clear else { return [] }
        var result: [Finding.Cure] = []
        if question.ground.id == .dualCriminality {
            result += DualCriminalityWording.cures(law.requesting, law.statuses.requesting, assessor.requesting.name)
            result += DualCriminalityWording.cures(law.requested, law.statuses.requested, assessor.requested.name)
        } else {
            // What the definitions leave open is said under dual criminality.
            let missing = question.elements.flatMap { facts.openings[$0] ?? [] }
                .filter { $0.kind == .fact && $0.text != "counts: facts" }.map(\.text).unique
            result += missing.map { Finding.Cure(kind: .fact, id: $0, text: "state `\($0)`") }
        }
        for cure in question.rules.flatMap(\.cures) + question.ground.cures {
            result.append(
                Finding.Cure(
                    kind: Finding.Cure.Kind(cure.kind), id: cure.id, provision: cure.provision,
                    text: cure.text))
        }
        if question.ground.id.text == "nationality" || question.ground.id.text == "territoriality",
            let duty = basis.dutyToProsecute
        {
            result.append(
                Finding.Cure(
                    kind: .transfer, id: nil, provision: duty.authority.provision,
                    text: "the requested state then has to submit the case for prosecution"
                        + (duty.onRequest == true ? " if the requesting state asks for it" : "")))
        }
        return result.unique
    }
}

extension GroundQuestion {
    /// The provisions on which the ground rests, the treaty's first; of a ground that no text has, nothing.
    var provision: String { rules.map(\.authority.provision).unique.joined(separator: "; ") }

    var effectFrom: Finding.EffectFrom {
        func words(_ rules: [GroundRule], silent: Bool) -> String {
            guard !rules.isEmpty else { return silent ? "silent" : "unknown" }
            return rules.map(\.effect.rawValue).unique.joined(separator: ", ")
        }
        return Finding.EffectFrom(
            treaty: treatyIsKnown.map { words(treatyRules, silent: $0) }, national: words(nationalRules, silent: nationalIsKnown))
    }

    func effectWords(_ answer: GroundDecider.Answer) -> String {
        let effects = Set(rules.map(\.effect))
        if effects.contains(.mandatory) { return RuleEffect.mandatory.rawValue }
        if effects.contains(.optional) { return RuleEffect.optional.rawValue }
        if effects.contains(.condition) { return RuleEffect.condition.rawValue }
        if effects == [.excluded] { return "none" }
        return gaps.isEmpty && effects.isEmpty ? "none" : RuleEffect.unknown.rawValue
    }
}

extension Finding.Cure.Kind {
    init(_ kind: GroundCure.Kind) {
        switch kind {
        case .fact: self = .fact
        case .count: self = .count
        case .basis: self = .basis
        case .measure: self = .measure
        case .assurance: self = .assurance
        case .transfer: self = .transfer
        case .review: self = .review
        }
    }
}
