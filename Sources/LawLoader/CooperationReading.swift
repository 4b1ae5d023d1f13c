import Law
import YAMLTree

/// Reads `Jurisdictions/<CODE>/cooperation.yaml`.
struct CooperationReading {
    let code: JurisdictionCode
    let catalogue: GroundCatalogue
    /// The ids of the categories of the vocabulary.
    let categories: [String]
    let sink: Sink

    func read(_ root: YAMLNode) -> Cooperation? {
        guard let fields = Fields(root, "the file", sink: sink) else { return nil }
        fields.checkJurisdiction(code)
        let sources = SourceReading(sink: sink).read(fields)
        let extradition = fields.optional("extradition").flatMap { law($0, .extradition) }
        let assistance = fields.optional("assistance").flatMap { law($0, .assistance) }
        let reach = fields.list("reach").map { nodes in nodes.compactMap { self.reach($0) } }
        let notes = fields.texts("notes")
        fields.finish()
        return Cooperation(
            extradition: extradition, assistance: assistance, reach: reach, sources: sources, notes: notes)
    }

    private func law(_ node: YAMLNode, _ kind: Request.Kind) -> CooperationLaw? {
        guard let fields = Fields(node, "`\(kind.rawValue)`", sink: sink) else { return nil }
        let terms = TermsReading(catalogue: catalogue, kinds: [kind], categories: categories, sink: sink)
        let own = terms.read(fields)
        let withoutTreaty = fields.optional("without-treaty").flatMap { node -> WithoutTreaty? in
            guard let one = Fields(node, "`without-treaty`", sink: sink) else { return nil }
            let granted = one.requiredChoice("granted", WithoutTreaty.Granted.self)
            let states = one.list("states").map { nodes in Set(nodes.compactMap { CircumstancesReading.code($0, sink) }) }
            let authority = AuthorityReading.read(one)
            one.finish()
            guard let granted, let authority else { return nil }
            return WithoutTreaty(granted: granted, states: states, authority: authority)
        }
        let treaties = fields.optional("treaties").flatMap { node -> TreatyRelation? in
            guard let one = Fields(node, "`treaties`", sink: sink) else { return nil }
            let grounds = one.requiredChoice("national-grounds", TreatyRelation.NationalGrounds.self)
            let authority = AuthorityReading.read(one)
            one.finish()
            guard let grounds, let authority else { return nil }
            return TreatyRelation(nationalGrounds: grounds, authority: authority)
        }
        var available: [Measure: CooperationLaw.Availability] = [:]
        if kind == .assistance, let node = fields.optional("available"), let all = Fields(node, "`available`", sink: sink) {
            for entry in all.entries {
                guard let measure = Measure(rawValue: entry.key) else {
                    sink.error(
                        "law/value", "`\(entry.key)` is no measure", key: entry,
                        hint: Sink.suggestion(for: entry.key, among: Measure.allCases.map(\.rawValue)))
                    continue
                }
                guard let one = Fields(entry.value, "`\(entry.key)`", sink: sink) else { continue }
                let answer = one.requiredChoice("answer", CooperationLaw.Availability.Answer.self)
                let authority = AuthorityReading.read(one)
                one.finish()
                if let answer, let authority {
                    available[measure] = CooperationLaw.Availability(answer: answer, authority: authority)
                }
            }
        }
        var under: [InstrumentID: CooperationTerms] = [:]
        if let node = fields.optional("under"), let all = Fields(node, "`under`", sink: sink) {
            for entry in all.entries {
                guard let one = Fields(entry.value, "`\(entry.key)`", sink: sink) else { continue }
                under[InstrumentID(entry.key)] = terms.read(one)
                _ = one.text("note")
                one.finish()
            }
        }
        _ = fields.text("note")
        fields.finish()
        return CooperationLaw(
            terms: own, withoutTreaty: withoutTreaty, treaties: treaties, available: available, under: under)
    }

    private func reach(_ node: YAMLNode) -> Reach? {
        guard let fields = Fields(node, "a basis of jurisdiction", sink: sink) else { return nil }
        let basis = fields.requiredChoice("basis", Reach.Basis.self)
        let categories = fields.texts("categories")
        for category in categories where !self.categories.contains(category) {
            sink.error(
                "law/unknown-category", "there is no category `\(category)`", at: fields.optional("categories") ?? node,
                hint: Sink.suggestion(for: category, among: self.categories))
        }
        var offences: Reach.Offences? = categories.isEmpty ? nil : .categories(categories)
        if let listed = fields.optional("offences") {
            if let text = listed.scalarText {
                if text == "all" {
                    offences = .all
                } else {
                    sink.error("law/value", "`offences` is `all` or a list of ids", at: listed)
                }
            } else {
                offences = .some(Set(fields.texts("offences").map { OffenceID($0) }))
            }
        }
        if offences == nil { sink.error("law/missing", "`offences` or `categories` is missing", at: node) }
        let conditions = ConditionReading(vocabulary: catalogue.vocabulary, sink: sink)
        let when = fields.optional("when").map { conditions.read($0) } ?? .always
        let double = fields.flag("double-criminality-at-place")
        let subsidiary = fields.flag("subsidiary") ?? false
        let authority = AuthorityReading.read(fields)
        fields.finish()
        guard let basis, let offences, let when, let authority else { return nil }
        return Reach(
            basis: basis, offences: offences, when: when, doubleCriminalityAtPlace: double, isSubsidiary: subsidiary,
            authority: authority)
    }
}
