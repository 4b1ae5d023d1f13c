import Law
import YAMLTree

/// Reads what a request says of the person, the case, the assurances and the victim: the facts that grounds other than the
/// definitions turn on.
struct CircumstancesReading {
    let catalogue: GroundCatalogue
    let sink: Sink

    struct Result {
        var person = Person()
        var facts = Facts()
        var judgments: [FinalJudgment] = []
        var pendingIn: [JurisdictionCode] = []
        var statesJudgments = false
        var statesPending = false
        /// Where judgments name the count that they concern.
        var namedCounts: [YAMLNode] = []
        var procedural: [ProceduralAct]?
    }

    func read(_ fields: Fields) -> Result {
        var result = Result()
        if let node = fields.optional("person"), let one = Fields(node, "`person`", sink: sink) {
            person(one, &result)
        }
        if let node = fields.optional("case"), let one = Fields(node, "`case`", sink: sink) { theCase(one, &result) }
        if let node = fields.optional("assurances"), let one = Fields(node, "`assurances`", sink: sink) {
            state(one, prefix: "assurance.", &result.facts)
            one.finish()
        }
        result.procedural = fields.list("procedural").map { nodes in nodes.compactMap { act($0) } }
        return result
    }

    private func person(_ person: Fields, _ result: inout Result) {
        reportIdentities(person)
        let nationalities = person.list("nationalities").map { nodes in nodes.compactMap { nationality($0) } }
        let resident = person.optional("resident-in").flatMap { CircumstancesReading.code($0, sink) }
        let present = person.optional("present-in").flatMap { CircumstancesReading.code($0, sink) }
        let age = person.whole("age-at-conduct")
        let now = person.whole("age-now")
        if let age, let now, now < age {
            sink.error("request/contradiction", "the person is younger now than at the time of the conduct", at: person.node)
        }
        result.person = Person(
            nationalities: nationalities, residentIn: resident, presentIn: present, ageAtConduct: age, ageNow: now)
        state(person, prefix: "person.", &result.facts)
        person.finish()
    }

    private func nationality(_ node: YAMLNode) -> Person.Nationality? {
        guard case .mapping = node.content else {
            return CircumstancesReading.code(node, sink).map { Person.Nationality(state: $0) }
        }
        guard let one = Fields(node, "a nationality", sink: sink) else { return nil }
        let state = one.required("state").flatMap { CircumstancesReading.code($0, sink) }
        let since = one.date("since")
        one.finish()
        return state.map { Person.Nationality(state: $0, since: since) }
    }

    private func theCase(_ one: Fields, _ result: inout Result) {
        reportIdentities(one)
        // Whether death or a life sentence threatens follows from the law; who knows better may say so.
        for key in ["death-possible", "life-possible"] { state(one, key: key, element: "penalty." + key, &result.facts) }
        state(one, key: "death-penalty-possible", element: "penalty.death-possible", &result.facts)
        state(one, key: "life-sentence-possible", element: "penalty.life-possible", &result.facts)
        result.statesJudgments = one.states("final-judgments") || one.states("final-judgment-in")
        result.statesPending = one.states("pending-in")
        for node in one.list("final-judgments") ?? [] {
            guard let judgment = Fields(node, "a final judgment", sink: sink) else { continue }
            let state = judgment.required("state").flatMap { CircumstancesReading.code($0, sink) }
            let outcome = judgment.choice("outcome", FinalJudgment.Outcome.self)
            let count = judgment.text("count")
            if count != nil, let named = judgment.optional("count") { result.namedCounts.append(named) }
            judgment.finish()
            if let state { result.judgments.append(FinalJudgment(state: state, outcome: outcome, count: count)) }
        }
        for node in one.list("final-judgment-in") ?? [] {
            if let state = CircumstancesReading.code(node, sink) {
                result.judgments.append(FinalJudgment(state: state, outcome: nil))
            }
        }
        result.pendingIn = (one.list("pending-in") ?? []).compactMap { CircumstancesReading.code($0, sink) }
        state(one, prefix: "case.", &result.facts)
        one.finish()
    }

    /// States every element of the catalogue whose name is the prefix and a key of the mapping; derived ones are not asked.
    private func state(_ fields: Fields, prefix: String, _ facts: inout Facts) {
        for element in catalogue.vocabulary.elements where element.kind != .derived && element.id.hasPrefix(prefix) {
            state(fields, key: String(element.id.dropFirst(prefix.count)), element: element.id, &facts)
        }
    }

    private func state(_ fields: Fields, key: String, element: String, _ facts: inout Facts) {
        guard let element = catalogue.vocabulary.element(element), let node = fields.optional(key) else { return }
        let reading = FactsReading(vocabulary: catalogue.vocabulary, sink: sink)
        guard let set = reading.value(node, element) else { return }
        if let earlier = facts.values.updateValue(set, forKey: element.index), earlier != set {
            sink.error("request/contradiction", "`\(element.id)` is stated twice, with different values", at: node)
        }
    }

    private func act(_ node: YAMLNode) -> ProceduralAct? {
        guard let one = Fields(node, "a step of the proceedings", sink: sink) else { return nil }
        let kind = one.requiredChoice("act", ProceduralAct.Kind.self)
        let on = one.required("on") == nil ? nil : one.date("on")
        let state = one.required("in").flatMap { CircumstancesReading.code($0, sink) }
        one.finish()
        guard let kind, let on, let state else { return nil }
        return ProceduralAct(kind: kind, on: on, state: state)
    }

    /// The `victim:` of a count.
    func victim(_ fields: Fields) -> Victim {
        guard let node = fields.optional("victim"), let one = Fields(node, "`victim`", sink: sink) else { return Victim() }
        reportIdentities(one)
        let nationalities = one.list("nationalities").map { nodes in
            nodes.compactMap { CircumstancesReading.code($0, sink) }
        }
        let resident = one.optional("resident-in").flatMap { CircumstancesReading.code($0, sink) }
        let now = one.whole("age-now")
        let then = one.whole("age-at-conduct")
        if let now, let then, now < then {
            sink.error("request/contradiction", "the victim is younger now than at the time of the conduct", at: one.node)
        }
        var born: DateInterval?
        if let node = one.optional("born"), let interval = Fields(node, "`born`", sink: sink) {
            let from = interval.date("from")
            let to = interval.date("to")
            interval.finish()
            if let from, let to, to < from {
                sink.error("request/dates", "the birth lies between \(from.iso) and \(to.iso), which is before it", at: node)
            } else {
                born = DateInterval(from: from, to: to)
            }
        }
        one.finish()
        return Victim(nationalities: nationalities, residentIn: resident, ageNow: now, ageAtConduct: then, born: born)
    }

    /// A place of the conduct: a code, or `{state: GB, part: part}`.
    static func place(_ node: YAMLNode, _ sink: Sink) -> Place? {
        guard case .mapping = node.content else {
            if node.scalarText == "no-state" { return Place(state: nil, part: .whole) }
            return code(node, sink).map { Place(state: $0, part: .whole) }
        }
        guard let one = Fields(node, "a place", sink: sink) else { return nil }
        let state = one.required("state").flatMap { code($0, sink) }
        let part = one.choice("part", Place.Part.self) ?? .whole
        one.finish()
        return state.map { Place(state: $0, part: part) }
    }

    static func code(_ node: YAMLNode, _ sink: Sink) -> JurisdictionCode? {
        guard let text = node.scalarText, JurisdictionCode.isWellFormed(text) else {
            sink.error(
                "request/jurisdiction", "`\(node.scalarText ?? node.kindName)` is no code of a state", at: node,
                hint: "write an ISO 3166 code, such as `DE` or `GB-EAW`")
            return nil
        }
        return JurisdictionCode(text)
    }

    private func reportIdentities(_ fields: Fields) {
        FactsReading(vocabulary: catalogue.vocabulary, sink: sink).reportIdentities(fields)
    }
}
