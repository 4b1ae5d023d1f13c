import Law
import YAMLTree

/// Reads `Rules/parties.yaml`: which state is bound by which instrument, and since when.
struct PartiesReading {
    let sink: Sink

    func read(_ root: YAMLNode) -> PartyTable? {
        guard let fields = Fields(root, "the table of parties", sink: sink) else { return nil }
        _ = fields.whole("parties")
        _ = SourceReading(sink: sink).read(fields)
        _ = fields.texts("notes")
        var result: [InstrumentID: PartyTable.Entry] = [:]
        if let node = fields.required("instruments"), let all = Fields(node, "`instruments`", sink: sink) {
            for entry in all.entries { result[InstrumentID(entry.key)] = instrument(entry) }
        }
        fields.finish()
        return PartyTable(instruments: result)
    }

    private func instrument(_ entry: YAMLMapping.Entry) -> PartyTable.Entry? {
        guard let fields = Fields(entry.value, "`\(entry.key)`", sink: sink) else { return nil }
        let isEncoded = fields.flag("encoded") ?? true
        let titles = fields.languages("title")
        let kinds = Set(fields.choices("for", Request.Kind.self) ?? [])
        if !isEncoded, titles?["en"] == nil || kinds.isEmpty {
            sink.error(
                "law/missing", "an instrument that is not encoded needs `title` and `for`", at: entry.value,
                hint: "write `title: {en: …}` and `for: [extradition]`, `[assistance]` or both")
        }
        let complete = fields.flag("complete") ?? false
        let isProtocol = fields.flag("protocol") ?? false
        _ = fields.text("note")
        var states: [JurisdictionCode: PartyTable.Status] = [:]
        if let node = fields.required("states"), let all = Fields(node, "`states`", sink: sink) {
            for entry in all.entries {
                guard JurisdictionCode.isWellFormed(entry.key) else {
                    sink.error("law/jurisdiction", "`\(entry.key)` is no code of a state", key: entry)
                    continue
                }
                states[JurisdictionCode(entry.key)] = status(entry)
            }
        }
        fields.finish()
        return PartyTable.Entry(
            isEncoded: isEncoded, title: titles?["en"], kinds: kinds, isComplete: complete,
            isProtocol: isProtocol, states: states)
    }

    private func status(_ entry: YAMLMapping.Entry) -> PartyTable.Status? {
        guard let fields = Fields(entry.value, "`\(entry.key)`", sink: sink) else { return nil }
        let isParty = fields.flag("party") ?? true
        let from = fields.optional("from")?.scalarText == "unknown" ? nil : fields.date("from")
        let until = fields.date("until")
        let asOf = fields.date("as-of")
        let side = fields.text("side")
        let review = fields.choice("review", Review.self) ?? .draft
        let note = fields.text("note")
        fields.finish()
        if isParty, !fields.states("from") {
            sink.error(
                "law/missing", "`from`, the day on which it entered into force for `\(entry.key)`, is missing",
                at: entry.value, hint: "write `from: unknown` where the source does not say")
        }
        if !isParty, fields.states("from") {
            sink.error("law/contradiction", "`party: no` stands beside `from`", at: entry.value)
        }
        if let from, let until, until < from {
            sink.error("law/dates", "it ends on \(until.iso), before it begins on \(from.iso)", at: entry.value)
        }
        return PartyTable.Status(isParty: isParty, from: from, until: until, asOf: asOf, side: side, review: review, note: note)
    }
}
