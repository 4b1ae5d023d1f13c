import Law
import YAMLTree

/// Reads what one text says about one kind of cooperation: the entries that instruments, national law and national law
/// under an instrument have in common.
struct TermsReading {
    let catalogue: GroundCatalogue
    /// The kinds of request that the text is about.
    let kinds: Set<Request.Kind>
    /// The ids of the categories of the vocabulary.
    let categories: [String]
    let sink: Sink

    func read(_ fields: Fields) -> CooperationTerms {
        var test: DualCriminalityTest?
        var assistance: AssistanceTest?
        if let node = fields.optional("dual-criminality") {
            // The rule by measures belongs to assistance, the test to extradition; a text on assistance alone has no test.
            if node.mapping?["rule"] != nil || kinds == [.assistance] {
                assistance = self.assistance(node)
                if !kinds.contains(.assistance) {
                    sink.error("law/kind", "a `rule` by measures belongs to assistance", at: node)
                }
            } else {
                test = DualCriminalityReading(sink: sink).read(node)
            }
        }
        var threshold = PenaltyParts()
        if let node = fields.optional("threshold") { threshold = self.threshold(node) }
        let list = fields.optional("list").flatMap { offences($0, "`list`") }
        let extraditable = fields.optional("offences-listed").flatMap { offences($0, "`offences-listed`") }
        var grounds = GroundRulesReading(catalogue: catalogue, kinds: kinds, sink: sink).read(fields)
        if let scope = scope(fields) { grounds = grounds.completed(by: GroundRules(rules: [scope.ground: [scope]])) }
        let speciality = fields.optional("speciality").flatMap { self.speciality($0) }
        let documents = (fields.list("documents") ?? []).compactMap { document($0) }
        let duty = fields.optional("duty-to-prosecute").flatMap { self.duty($0) }
        return CooperationTerms(
            dualCriminality: test, assistance: assistance, penalty: threshold.penalty, sentence: threshold.sentence,
            attemptReducesThreshold: threshold.attemptReduces, list: list, extraditable: extraditable, grounds: grounds,
            speciality: speciality, documents: documents, dutyToProsecute: duty)
    }

    private struct PenaltyParts {
        var penalty: PenaltyThreshold?
        var sentence: SentenceThreshold?
        var attemptReduces: Bool?
    }

    private func threshold(_ node: YAMLNode) -> PenaltyParts {
        var result = PenaltyParts()
        guard let threshold = Fields(node, "`threshold`", sink: sink) else { return result }
        let accessory = threshold.optional("accessory").flatMap { node -> Authority? in
            guard let one = Fields(node, "`accessory`", sink: sink) else { return nil }
            defer { one.finish() }
            return AuthorityReading.read(one)
        }
        if let node = threshold.optional("prosecution"), let one = Fields(node, "`prosecution`", sink: sink) {
            let requesting = one.optional("requesting").flatMap { rule($0) }
            let requested = one.optional("requested").flatMap { rule($0) }
            let effect = one.choice("effect", GroundEffect.self) ?? .mandatory
            let measures = one.choices("measures", Measure.self).map { Set($0) }
            let yields = one.choice("yields-to-treaty", TreatyYield.self) ?? .no
            let authority = AuthorityReading.read(one)
            one.finish()
            if let authority {
                result.penalty = PenaltyThreshold(
                    requesting: requesting, requested: requested, effect: effect, measures: measures,
                    accessory: accessory, yieldsToTreaty: yields, authority: authority)
            }
        }
        if accessory != nil, !threshold.states("prosecution") {
            sink.error(
                "law/missing", "`accessory` stands without `prosecution`, the threshold from which it frees", at: node,
                hint: "write the threshold again beside it, where a text changes only `accessory`")
        }
        if let node = threshold.optional("sentence"), let one = Fields(node, "`sentence`", sink: sink) {
            let penalties = PenaltyReading(sink: sink, ceiling: nil)
            let remaining = one.optional("remaining").flatMap { penalties.threshold($0) }
            let imposed = one.optional("imposed").flatMap { penalties.threshold($0) }
            let yields = one.choice("yields-to-treaty", TreatyYield.self) ?? .no
            let authority = AuthorityReading.read(one)
            one.finish()
            if let authority {
                result.sentence = SentenceThreshold(
                    remaining: remaining, imposed: imposed, yieldsToTreaty: yields, authority: authority)
            }
        }
        if let attempt = threshold.text("attempt") {
            switch attempt {
            case "as-attempted": result.attemptReduces = true
            case "as-completed": result.attemptReduces = false
            default:
                sink.error(
                    "law/value", "`attempt` is `as-attempted` or `as-completed`, not `\(attempt)`",
                    at: threshold.optional("attempt") ?? node)
            }
        }
        threshold.finish()
        return result
    }

    private func rule(_ node: YAMLNode) -> ThresholdRule? {
        guard case .mapping(let mapping) = node.content else {
            sink.error("law/threshold", "a threshold is a mapping such as {at-least: 1 year}", at: node)
            return nil
        }
        guard mapping["crime"] != nil else {
            return PenaltyReading(sink: sink, ceiling: nil).threshold(node).map(ThresholdRule.maximum)
        }
        guard let fields = Fields(node, "a threshold", sink: sink) else { return nil }
        let crime = fields.flag("crime")
        let atLeast = fields.term("or-at-least")
        fields.finish()
        if crime == false {
            sink.error(
                "law/threshold", "`crime: no` asks for nothing", at: node, hint: "write `crime: yes` or {at-least: 1 year}")
        }
        guard crime == true else { return nil }
        return .crimeOr(atLeast.map { Threshold(term: $0, exclusive: false) })
    }

    private func assistance(_ node: YAMLNode) -> AssistanceTest? {
        guard let rule = Fields(node, "`dual-criminality`", sink: sink) else { return nil }
        let kind = rule.requiredChoice("rule", AssistanceTest.Rule.self)
        let measures = rule.choices("measures", Measure.self) ?? []
        let dates = rule.choices("time", LawDate.self) ?? [.request]
        let effect = rule.choice("effect", GroundEffect.self) ?? .mandatory
        let yields = rule.choice("yields-to-treaty", TreatyYield.self) ?? .no
        let authority = AuthorityReading.read(rule)
        rule.finish()
        guard let kind, let authority else { return nil }
        return AssistanceTest(
            rule: kind, measures: Set(measures), requestedDates: dates, effect: effect, yieldsToTreaty: yields,
            authority: authority)
    }

    private func offences(_ node: YAMLNode, _ what: String) -> OffenceList? {
        guard let fields = Fields(node, what, sink: sink) else { return nil }
        var threshold: Threshold?
        if let node = fields.optional("threshold"), let one = Fields(node, "`threshold`", sink: sink) {
            threshold = one.optional("requesting").flatMap { PenaltyReading(sink: sink, ceiling: nil).threshold($0) }
            one.finish()
        }
        let items = (fields.list("items") ?? []).compactMap { node -> OffenceList.Item? in
            guard let one = Fields(node, "an item of the list", sink: sink) else { return nil }
            let id = one.requiredText("id")
            let title = one.requiredText("title")
            let known = one.list("categories") ?? []
            let categories = known.compactMap { node -> String? in
                guard let text = node.scalarText, self.categories.contains(text) else {
                    sink.error(
                        "law/unknown-category", "there is no category `\(node.scalarText ?? node.kindName)`", at: node,
                        hint: Sink.suggestion(for: node.scalarText ?? "", among: self.categories))
                    return nil
                }
                return text
            }
            _ = one.text("note")
            one.finish()
            guard let id, let title else { return nil }
            return OffenceList.Item(id: id, title: title, categories: categories)
        }
        let authority = AuthorityReading.read(fields)
        fields.finish()
        guard let authority else { return nil }
        return OffenceList(items: items, requestingThreshold: threshold, authority: authority)
    }

    /// `scope:` is the ground that the offence lies outside the instrument.
    private func scope(_ fields: Fields) -> GroundRule? {
        guard let node = fields.optional("scope"), let one = Fields(node, "`scope`", sink: sink) else { return nil }
        let conditions = ConditionReading(vocabulary: catalogue.vocabulary, sink: sink)
        let when = one.required("when").flatMap { conditions.read($0) }
        let own = Set(one.choices("for", Request.Kind.self) ?? Array(kinds))
        let authority = AuthorityReading.read(one)
        one.finish()
        guard let ground = catalogue[.outOfScope] else {
            sink.error(
                "law/unknown-ground", "`scope` needs the ground `\(GroundID.outOfScope)`, which the catalogue does not have",
                at: node)
            return nil
        }
        let possible = own.intersection(kinds).intersection(ground.kinds)
        if possible.isEmpty {
            sink.error("law/kind", "`scope` is for no kind of cooperation that the text is about", at: node)
        }
        guard let when, let authority, !possible.isEmpty else { return nil }
        return GroundRule(
            ground: ground.id, kinds: possible, effect: .mandatory, when: .not(when), authority: authority)
    }

    private func speciality(_ node: YAMLNode) -> SpecialityRule? {
        guard let fields = Fields(node, "`speciality`", sink: sink) else { return nil }
        let consent = fields.flag("consent")
        var days: Int?
        if let node = fields.optional("grace") {
            if let text = node.scalarText, case .days(let count)? = PenaltyReading.term(text) {
                days = count
            } else {
                sink.error("law/term", "`grace` is a number of days, such as `45 days`", at: node)
            }
        }
        _ = fields.text("other-offences")
        let authority = AuthorityReading.read(fields)
        fields.finish()
        return authority.map { SpecialityRule(consent: consent, graceDays: days, authority: $0) }
    }

    private func document(_ node: YAMLNode) -> RequiredDocument? {
        guard let fields = Fields(node, "a document", sink: sink) else { return nil }
        let text = fields.requiredText("text")
        let provision = fields.requiredText("provision")
        _ = fields.choice("review", Review.self)
        _ = fields.text("note")
        fields.finish()
        guard let text, let provision else { return nil }
        return RequiredDocument(text: text, provision: provision)
    }

    private func duty(_ node: YAMLNode) -> DutyToProsecute? {
        guard let fields = Fields(node, "`duty-to-prosecute`", sink: sink) else { return nil }
        let onRequest = fields.flag("on-request")
        let authority = AuthorityReading.read(fields)
        fields.finish()
        return authority.map { DutyToProsecute(onRequest: onRequest, authority: $0) }
    }
}
