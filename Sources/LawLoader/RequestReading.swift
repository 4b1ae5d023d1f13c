import Law
import YAMLTree

/// Reads a request file (DESIGN §5).
struct RequestReading {
    let vocabulary: Vocabulary
    let catalogue: GroundCatalogue
    let sink: Sink

    func read(_ root: YAMLNode) -> Request? {
        guard let fields = Fields(root, "a request", sink: sink) else { return nil }
        reportIdentities(fields)
        let kind = fields.choice("request", Request.Kind.self)
        if !fields.states("request") {
            sink.error(
                "request/missing", "`request` is missing", at: root, hint: "write `request: extradition` or `request: assistance`")
        }
        let requesting = jurisdiction("requesting", fields)
        let requested = jurisdiction("requested", fields)
        if let requesting, requesting == requested {
            sink.error(
                "request/value", "the requesting and the requested state are the same, `\(requesting)`",
                at: fields.optional("requested") ?? root)
        }
        let date = fields.date("date")
        if !fields.states("date") {
            sink.error("request/missing", "`date`, the day of the request, is missing", at: root)
        }
        let purpose = fields.choice("purpose", Request.Purpose.self) ?? .prosecution
        let imposed = fields.term("sentence-imposed")
        let remaining = fields.term("sentence-remaining")
        let measures = fields.choices("measures", Measure.self) ?? []
        if kind == .extradition, !measures.isEmpty {
            sink.error(
                "request/value", "`measures` belong to a request for assistance", at: fields.optional("measures") ?? root)
        }
        let basis = fields.text("legal-basis").map { InstrumentID($0) }
        let circumstances = CircumstancesReading(catalogue: catalogue, sink: sink).read(fields)
        _ = fields.text("note")
        var counts: [Count] = []
        if let nodes = fields.list("counts") {
            if nodes.isEmpty { sink.error("request/missing", "`counts` is empty", at: fields.optional("counts") ?? root) }
            var ids: Set<String> = []
            let cases = RequestReading.cases(in: nodes)
            if cases > RequestReading.mostCases {
                sink.error(
                    "request/too-large", "the request states \(cases) items and alternatives, more than the \(RequestReading.mostCases) allowed",
                    at: fields.optional("counts") ?? root, hint: "split it into several requests")
            }
            for (place, node) in nodes.enumerated() where cases <= RequestReading.mostCases {
                guard let count = count(node, place: place, requestDate: date) else { continue }
                counts.append(count)
                if !ids.insert(count.id).inserted {
                    sink.error("request/duplicate", "two counts have the same `id`", at: node.mapping?["id"] ?? node)
                }
            }
        } else if !fields.states("counts") {
            sink.error("request/missing", "`counts` is missing", at: root)
        }
        // A judgment for a count that is not there would bar nothing.
        let isWhole = !sink.hasErrors
        for node in circumstances.namedCounts where isWhole && !counts.contains(where: { $0.id == node.scalarText }) {
            let named = node.scalarText ?? ""
            sink.error(
                "request/unknown-count", "there is no count `\(named)`", at: node,
                hint: Sink.suggestion(for: named, among: counts.map(\.id)))
        }
        fields.finish()
        guard let kind, let requesting, let requested, let date, !counts.isEmpty, !sink.hasErrors else { return nil }
        return Request(
            kind: kind, requesting: requesting, requested: requested, date: date, purpose: purpose,
            sentenceImposed: imposed, sentenceRemaining: remaining, measures: measures, person: circumstances.person,
            caseFacts: circumstances.facts, finalJudgments: circumstances.judgments,
            pendingIn: circumstances.pendingIn, statesJudgments: circumstances.statesJudgments,
            statesPending: circumstances.statesPending,
            procedural: circumstances.procedural, legalBasis: basis, counts: counts)
    }

    /// Every alternative of every item is judged on its own.
    static let mostCases = 10_000

    /// How many there are. A count's alternatives hold for each of its items.
    private static func cases(in counts: [YAMLNode]) -> Int {
        func size(_ node: YAMLNode?) -> Int { max(1, node?.sequence?.count ?? 1) }
        var cases = 0
        for count in counts {
            let shared = size(count.mapping?["alternatives"])
            guard let items = count.mapping?["items"]?.sequence else {
                cases += shared
                continue
            }
            for item in items { cases += item.mapping?["alternatives"].map { size($0) } ?? shared }
        }
        return cases
    }

    private func jurisdiction(_ key: String, _ fields: Fields) -> JurisdictionCode? {
        guard let node = fields.optional(key) else {
            sink.error("request/missing", "`\(key)` is missing", at: fields.node, hint: "write the code of the state, such as `DE`")
            return nil
        }
        return CircumstancesReading.code(node, sink)
    }

    private func count(_ node: YAMLNode, place: Int, requestDate: LegalDate?) -> Count? {
        guard let fields = Fields(node, "a count", sink: sink) else { return nil }
        reportIdentities(fields)
        let id = fields.text("id") ?? String(place + 1)
        let charged = fields.texts("charged-under").map { OffenceID($0) }
        var places: [Place]?
        let committed = fields.optional("committed").flatMap { self.committed($0, requestDate: requestDate, &places) }
        if fields.optional("committed") == nil {
            sink.error("request/missing", "`committed` is missing", at: node, hint: "write `committed: {from: …, to: …}`")
        }
        let victim = CircumstancesReading(catalogue: catalogue, sink: sink).victim(fields)
        _ = fields.text("note")
        let reading = FactsReading(vocabulary: vocabulary, sink: sink)
        let earlierErrors = sink.diagnostics.count
        var base = Facts()
        if let factsNode = fields.optional("facts") {
            if case .mapping(let mapping) = factsNode.content {
                base = reading.read(mapping.entries)
            } else {
                sink.error("request/shape", "`facts` must be a mapping of elements to values", at: factsNode)
            }
        }
        let shared = alternatives(fields.list("alternatives"), reading)
        var items: [Item] = []
        if let nodes = fields.list("items") {
            if nodes.isEmpty {
                sink.error("request/missing", "`items` is empty", at: fields.optional("items") ?? node)
            }
            var ids: Set<String> = []
            for (place, itemNode) in nodes.enumerated() {
                guard let item = item(itemNode, place: place, base: base, shared: shared, reading) else { continue }
                items.append(item)
                if !ids.insert(item.id).inserted {
                    sink.error(
                        "request/duplicate", "two items of count `\(id)` have the same `id`",
                        at: itemNode.mapping?["id"] ?? itemNode)
                }
            }
        } else {
            items = [Item(id: id, alternatives: shared.map { base.overlaid(with: $0) })]
        }
        fields.finish()
        if sink.diagnostics.count == earlierErrors, items.allSatisfy({ $0.alternatives.allSatisfy(\.values.isEmpty) }) {
            sink.error("request/missing", "count `\(id)` states no facts", at: node, hint: "write `facts: {act: …, …}`")
        }
        guard let committed, !items.isEmpty else { return nil }
        return Count(
            id: id, chargedUnder: charged, committed: committed, places: places, victim: victim, items: items)
    }

    private func item(
        _ node: YAMLNode, place: Int, base: Facts, shared: [Facts], _ reading: FactsReading
    ) -> Item? {
        guard case .mapping(let mapping) = node.content else {
            sink.error("request/shape", "an item must be a mapping of elements to values", at: node)
            return nil
        }
        if let id = mapping["id"], id.scalarText?.isEmpty ?? true {
            sink.error("request/shape", "the `id` of an item is text", at: id)
        }
        let id = mapping["id"]?.scalarText ?? String(place + 1)
        let own = reading.read(mapping.entries, skipping: ["id", "alternatives"])
        var alternativesOfItem = shared
        if let list = mapping["alternatives"] {
            if case .sequence(let nodes) = list.content {
                alternativesOfItem = alternatives(nodes, reading)
            } else {
                sink.error("request/shape", "`alternatives` must be a list", at: list)
            }
        }
        let facts = base.overlaid(with: own)
        return Item(id: id, alternatives: alternativesOfItem.map { facts.overlaid(with: $0) })
    }

    private func alternatives(_ nodes: [YAMLNode]?, _ reading: FactsReading) -> [Facts] {
        guard let nodes, !nodes.isEmpty else { return [Facts()] }
        return nodes.compactMap { node in
            guard case .mapping(let mapping) = node.content else {
                sink.error("request/shape", "an alternative must be a mapping of elements to values", at: node)
                return nil
            }
            return reading.read(mapping.entries)
        }
    }

    private func committed(_ node: YAMLNode, requestDate: LegalDate?, _ places: inout [Place]?) -> DateInterval? {
        guard let fields = Fields(node, "`committed`", sink: sink) else { return nil }
        let on = fields.date("on")
        let from = fields.date("from") ?? on
        let to = fields.date("to") ?? on
        places = fields.list("in").map { nodes in nodes.compactMap { CircumstancesReading.place($0, sink) } }
        fields.finish()
        if fields.states("on"), fields.states("from") || fields.states("to") {
            sink.error(
                "request/dates", "`on` stands beside `from` or `to`", at: node,
                hint: "write `on` for one day, `from` and `to` for more")
            return nil
        }
        guard let from, let to else {
            let isUnreadable = fields.states("on") || (fields.states("from") && fields.states("to"))
            if !isUnreadable {
                sink.error("request/missing", "`committed` needs `from` and `to`, or `on`", at: node)
            }
            return nil
        }
        guard from <= to else {
            sink.error("request/dates", "the conduct ends on \(to.iso), before it begins on \(from.iso)", at: node)
            return nil
        }
        if let requestDate, requestDate < to {
            sink.error(
                "request/dates", "the conduct ends on \(to.iso), after the request of \(requestDate.iso)", at: node)
            return nil
        }
        return DateInterval(from: from, to: to)
    }

    private func reportIdentities(_ fields: Fields) {
        FactsReading(vocabulary: vocabulary, sink: sink).reportIdentities(fields)
    }
}
