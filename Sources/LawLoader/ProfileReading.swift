import Law
import YAMLTree

/// Reads `Jurisdictions/<CODE>/profile.yaml`.
struct ProfileReading {
    let vocabulary: Vocabulary
    let code: JurisdictionCode
    let sink: Sink

    struct Result {
        var names: [String: String]
        var parent: JurisdictionCode?
        var generalPart: GeneralPart
        var coverage: [String: Coverage]
        var outsideLaw: [OutsideLaw]
        var sources: [Source]
    }

    func read(_ root: YAMLNode) -> Result? {
        guard let fields = Fields(root, "the profile", sink: sink) else { return nil }
        fields.checkJurisdiction(code)
        let names = fields.required("name") == nil ? nil : fields.languages("name")
        _ = fields.text("short")
        _ = fields.text("legal-tradition")
        _ = fields.text("note")
        let parent = fields.text("parent").map { JurisdictionCode($0) }
        let sources = SourceReading(sink: sink).read(fields)
        let conditions = ConditionReading(vocabulary: vocabulary, sink: sink)
        let general = fields.required("general-part").flatMap { GeneralPartReading(sink: sink).read($0, conditions) }
        let coverage = fields.required("coverage").map { self.coverage($0) } ?? [:]
        let outside = (fields.list("open-law") ?? []).compactMap { outsideLaw($0, conditions) }
        fields.finish()
        guard let names, let general else { return nil }
        return Result(
            names: names, parent: parent, generalPart: general, coverage: coverage, outsideLaw: outside, sources: sources)
    }

    private func coverage(_ node: YAMLNode) -> [String: Coverage] {
        guard let fields = Fields(node, "`coverage`", sink: sink) else { return [:] }
        var result: [String: Coverage] = [:]
        let known = vocabulary.categories.map(\.id)
        for entry in fields.entries {
            guard known.contains(entry.key) else {
                sink.error(
                    "law/unknown-category", "there is no category `\(entry.key)`", key: entry,
                    hint: Sink.suggestion(for: entry.key, among: known))
                continue
            }
            if entry.value.scalarText != nil {
                if let status = fields.choice(entry.key, Coverage.Status.self) {
                    if status == .noOffence { reasonMissing(entry.value) }
                    result[entry.key] = Coverage(status: status, generalLawSearched: false, note: nil)
                }
                continue
            }
            guard let one = Fields(entry.value, "the coverage of `\(entry.key)`", sink: sink) else { continue }
            let status = one.requiredChoice("status", Coverage.Status.self)
            let general = one.text("general-law")
            if let general, !["searched", "not-searched"].contains(general) {
                sink.error(
                    "law/value", "`general-law` is `searched` or `not-searched`, not `\(general)`",
                    at: one.optional("general-law") ?? entry.value)
            }
            let because = one.text("because")
            let note = one.text("note")
            one.finish()
            guard let status else { continue }
            if status == .noOffence, !one.states("because") { reasonMissing(entry.value) }
            result[entry.key] = Coverage(
                status: status, generalLawSearched: general == "searched", note: because ?? note)
        }
        return result
    }

    private func reasonMissing(_ node: YAMLNode) {
        sink.error(
            "law/missing", "`because` is missing: `no-offence` needs its reason", at: node,
            hint: "write {status: no-offence, because: …}")
    }

    private func outsideLaw(_ node: YAMLNode, _ conditions: ConditionReading) -> OutsideLaw? {
        guard let fields = Fields(node, "an entry of `open-law`", sink: sink) else { return nil }
        let text = fields.requiredText("text")
        let when = fields.required("when").flatMap { conditions.read($0) }
        fields.finish()
        guard let text, let when else { return nil }
        return OutsideLaw(text: text, when: when)
    }
}

/// Reads `general-part:`.
struct GeneralPartReading {
    let sink: Sink

    func read(_ node: YAMLNode, _ conditions: ConditionReading) -> GeneralPart? {
        guard let fields = Fields(node, "`general-part`", sink: sink) else { return nil }
        let fault = fields.optional("default-fault").flatMap { self.defaultFault($0, conditions) }
        let attempt = fields.optional("attempt").flatMap { self.attempt($0) }
        let crime = fields.optional("crime-threshold").flatMap { self.crime($0) }
        let participation = fields.optional("participation").flatMap { self.participation($0) }
        let responsibility = fields.optional("age-of-responsibility").flatMap { self.responsibility($0) }
        var ceiling: Term?
        if let node = fields.optional("ceiling"), let one = Fields(node, "`ceiling`", sink: sink) {
            ceiling = one.requiredTerm("imprisonment")
            _ = AuthorityReading.read(one)
            one.finish()
        }
        let limitation = fields.optional("limitation").flatMap { LimitationReading(sink: sink).ladder($0) }
        _ = fields.text("note")
        fields.finish()
        if attempt?.punishable == .crimesAndWhereStated, !fields.states("crime-threshold") {
            sink.error(
                "law/missing", "`crime-threshold` is missing: the attempt of crimes is punishable, so say what a crime is",
                at: node)
        }
        return GeneralPart(
            defaultFault: fault, attempt: attempt, crime: crime, participation: participation,
            ageOfResponsibility: responsibility, ceiling: ceiling, limitation: limitation)
    }

    private func defaultFault(_ node: YAMLNode, _ conditions: ConditionReading) -> GeneralPart.DefaultFault? {
        guard let fields = Fields(node, "`default-fault`", sink: sink) else { return nil }
        let level = fields.requiredText("at-least")
        let authority = AuthorityReading.read(fields)
        fields.finish()
        guard let level, let authority,
            let condition = conditions.atLeast("mental", level, at: fields.optional("at-least") ?? node)
        else { return nil }
        return GeneralPart.DefaultFault(atLeast: condition, authority: authority)
    }

    private func attempt(_ node: YAMLNode) -> GeneralPart.Attempt? {
        guard let fields = Fields(node, "`attempt`", sink: sink) else { return nil }
        let punishable = fields.requiredChoice("punishable", GeneralPart.AttemptPunishable.self)
        let impossible = fields.flag("impossible")
        let penalty = fields.choice("penalty", GeneralPart.AttemptPenalty.self) ?? .same
        let authority = AuthorityReading.read(fields)
        fields.finish()
        guard let punishable, let authority else { return nil }
        return GeneralPart.Attempt(punishable: punishable, impossible: impossible, penalty: penalty, authority: authority)
    }

    private func crime(_ node: YAMLNode) -> GeneralPart.CrimeThreshold? {
        guard let fields = Fields(node, "`crime-threshold`", sink: sink) else { return nil }
        let minimum = fields.limit("minimum")
        let maximum = fields.limit("maximum")
        _ = AuthorityReading.read(fields)
        fields.finish()
        guard fields.states("minimum") != fields.states("maximum") else {
            sink.error("law/threshold", "`crime-threshold` says either `minimum` or `maximum`", at: node)
            return nil
        }
        return minimum.map { .minimum($0) } ?? maximum.map { .maximum($0) }
    }

    private func participation(_ node: YAMLNode) -> GeneralPart.Participation? {
        guard let fields = Fields(node, "`participation`", sink: sink) else { return nil }
        let instigator = fields.flag("instigator") ?? false
        let accomplice = fields.flag("accomplice") ?? false
        let authority = AuthorityReading.read(fields)
        fields.finish()
        guard let authority else { return nil }
        return GeneralPart.Participation(instigator: instigator, accomplice: accomplice, authority: authority)
    }

    private func responsibility(_ node: YAMLNode) -> (age: Int, authority: Authority)? {
        guard let fields = Fields(node, "`age-of-responsibility`", sink: sink) else { return nil }
        let age = fields.requiredWhole("age")
        let authority = AuthorityReading.read(fields)
        fields.finish()
        guard let age, let authority else { return nil }
        return (age, authority)
    }
}

extension ConditionReading {
    /// The condition that an ordered element has at least this value.
    func atLeast(_ id: String, _ level: String, at node: YAMLNode) -> Condition? {
        let scalar = YAMLNode.text("at least " + level, at: node)
        return literal(id, scalar)
    }
}
