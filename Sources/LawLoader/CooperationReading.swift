import Law
import YAMLTree

/// Reads `Jurisdictions/<CODE>/cooperation.yaml`.
struct CooperationReading {
    let code: JurisdictionCode
    let sink: Sink

    func read(_ root: YAMLNode) -> Cooperation? {
        guard let fields = Fields(root, "the file", sink: sink) else { return nil }
        fields.checkJurisdiction(code)
        let sources = SourceReading(sink: sink).read(fields)
        let extradition = fields.optional("extradition").flatMap { self.extradition($0) }
        let assistance = fields.optional("assistance").flatMap { self.assistance($0) }
        let notes = fields.texts("notes")
        fields.finish()
        return Cooperation(extradition: extradition, assistance: assistance, sources: sources, notes: notes)
    }

    private func extradition(_ node: YAMLNode) -> ExtraditionLaw? {
        guard let fields = Fields(node, "`extradition`", sink: sink) else { return nil }
        let test = fields.required("dual-criminality").flatMap { self.test($0) }
        var requesting: ThresholdRule?
        var requested: ThresholdRule?
        var effect = GroundEffect.mandatory
        var authority: Authority?
        var remaining: Threshold?
        var imposed: Threshold?
        var sentenceAuthority: Authority?
        var reduces = false
        if let node = fields.optional("threshold"), let threshold = Fields(node, "`threshold`", sink: sink) {
            if let node = threshold.optional("prosecution"), let one = Fields(node, "`prosecution`", sink: sink) {
                requesting = one.optional("requesting").flatMap { rule($0) }
                requested = one.optional("requested").flatMap { rule($0) }
                effect = one.choice("effect", GroundEffect.self) ?? .mandatory
                authority = AuthorityReading.read(one)
                one.finish()
            }
            if let node = threshold.optional("sentence"), let one = Fields(node, "`sentence`", sink: sink) {
                let penalties = PenaltyReading(sink: sink, ceiling: nil)
                remaining = one.optional("remaining").flatMap { penalties.threshold($0) }
                imposed = one.optional("imposed").flatMap { penalties.threshold($0) }
                sentenceAuthority = AuthorityReading.read(one)
                one.finish()
            }
            if let attempt = threshold.text("attempt") {
                switch attempt {
                case "as-attempted": reduces = true
                case "as-completed": reduces = false
                default:
                    sink.error(
                        "law/value", "`attempt` is `as-attempted` or `as-completed`, not `\(attempt)`",
                        at: threshold.optional("attempt") ?? node)
                }
            }
            threshold.finish()
        }
        _ = fields.text("note")
        fields.finish()
        guard let test else { return nil }
        return ExtraditionLaw(
            dualCriminality: test, requestingThreshold: requesting, requestedThreshold: requested,
            thresholdEffect: effect, thresholdAuthority: authority, remainingSentence: remaining,
            imposedSentence: imposed, sentenceAuthority: sentenceAuthority, attemptReducesThreshold: reduces)
    }

    private func test(_ node: YAMLNode) -> DualCriminalityTest? {
        guard let fields = Fields(node, "`dual-criminality`", sink: sink) else { return nil }
        let mode = fields.choice("test", DualCriminalityTest.Mode.self) ?? .conduct
        let alternatives = fields.choice("alternatives", DualCriminalityTest.Alternatives.self) ?? .every
        var requesting: [LawDate] = [.conduct]
        var requested: [LawDate] = [.conduct]
        if let node = fields.optional("time"), let time = Fields(node, "`time`", sink: sink) {
            requesting = time.choices("requesting", LawDate.self) ?? requesting
            requested = time.choices("requested", LawDate.self) ?? requested
            _ = time.text("provision")
            _ = time.choice("review", Review.self)
            _ = time.text("source")
            _ = time.text("note")
            time.finish()
        }
        let effect = fields.choice("effect", GroundEffect.self) ?? .mandatory
        let counts = fields.choices("counts", ExceptionKind.self)
        var disregards = Set(fields.choices("disregards", ExceptionKind.self) ?? [])
        if let counts {
            for kind in counts where disregards.contains(kind) {
                sink.error(
                    "law/contradiction", "`\(kind.rawValue)` stands under both `counts` and `disregards`", at: node)
            }
            disregards.subtract(counts)
        }
        let inferred = fields.choices("inferred", DualCriminalityTest.Inference.self) ?? []
        let authority = AuthorityReading.read(fields)
        fields.finish()
        guard let authority else { return nil }
        return DualCriminalityTest(
            mode: mode, alternatives: alternatives, requestingDates: requesting, requestedDates: requested,
            effect: effect, disregards: disregards, inferred: inferred,
            authority: authority)
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

    private func assistance(_ node: YAMLNode) -> AssistanceLaw? {
        guard let fields = Fields(node, "`assistance`", sink: sink) else { return nil }
        _ = fields.text("note")
        guard let ruleNode = fields.required("dual-criminality"),
            let rule = Fields(ruleNode, "`dual-criminality`", sink: sink)
        else { return nil }
        fields.finish()
        let kind = rule.requiredChoice("rule", AssistanceLaw.Rule.self)
        let measures = rule.choices("measures", Measure.self) ?? []
        let dates = rule.choices("time", LawDate.self) ?? [.request]
        let effect = rule.choice("effect", GroundEffect.self) ?? .mandatory
        let authority = AuthorityReading.read(rule)
        rule.finish()
        guard let kind, let authority else { return nil }
        return AssistanceLaw(
            rule: kind, measures: Set(measures), requestedDates: dates, effect: effect, authority: authority)
    }
}
