import Law
import YAMLTree

/// Reads `Rules/benchmarks/<id>.yaml`.
struct BenchmarkReading {
    let vocabulary: Vocabulary
    let id: String
    let sink: Sink

    func read(_ root: YAMLNode) -> Benchmark? {
        guard let fields = Fields(root, "the benchmark", sink: sink) else { return nil }
        if let stated = fields.required("benchmark"), stated.scalarText != id {
            sink.error("law/benchmark", "the file is named `\(id)`, it says something else", at: stated)
        }
        let titles = fields.languages("title") ?? [:]
        let sources = SourceReading(sink: sink).read(fields)
        let conditions = ConditionReading(vocabulary: vocabulary, sink: sink)
        readDefinitions(fields, conditions)
        let nodes = fields.list("provisions") ?? []
        if nodes.isEmpty { sink.error("law/missing", "`provisions` needs a list of provisions", at: root) }
        let provisions = nodes.compactMap { provision($0, sources, conditions) }
        if Set(provisions.map(\.id)).count != provisions.count {
            sink.error("law/duplicate", "two provisions have the same `id`", at: root)
        }
        fields.finish()
        return Benchmark(id: id, titles: titles, sources: sources, provisions: provisions)
    }

    private func readDefinitions(_ fields: Fields, _ conditions: ConditionReading) {
        guard let node = fields.optional("definitions"), let all = Fields(node, "`definitions`", sink: sink) else { return }
        var bodies: [String: YAMLNode] = [:]
        for entry in all.entries {
            guard let one = Fields(entry.value, "the definition `\(entry.key)`", sink: sink) else { continue }
            _ = one.requiredText("provision")
            _ = one.text("note")
            bodies[entry.key] = one.required("when")
            one.finish()
        }
        conditions.define(bodies)
        // Every definition is read, so that an unused one with an error is reported too.
        for entry in all.entries where bodies[entry.key] != nil { _ = conditions.definition(entry.key, at: entry.value) }
    }

    private func provision(
        _ node: YAMLNode, _ sources: [Source], _ conditions: ConditionReading
    ) -> BenchmarkProvision? {
        guard let fields = Fields(node, "a provision", sink: sink) else { return nil }
        let id = fields.requiredText("id")
        let titles = fields.languages("title") ?? [:]
        let provision = fields.requiredText("provision")
        let sourceID = fields.requiredText("source")
        let source = sources.first { $0.id == sourceID }
        if let sourceID, source == nil {
            sink.error(
                "law/unknown-source", "there is no source `\(sourceID)`", at: node,
                hint: Sink.suggestion(for: sourceID, among: sources.map(\.id)))
        }
        let review = fields.choice("review", Review.self)
        let when = fields.required("when").flatMap { conditions.read($0) }
        let exceptions = (fields.list("except") ?? []).compactMap { exception($0, conditions) }
        let reservable = reservable(fields, conditions)
        let leastMaximum = fields.optional("penalty").map { penalties($0, conditions) } ?? []
        let silent = fields.texts("silent")
        let note = fields.text("note")
        fields.finish()
        guard let id, let provision, let source, let review, let when else { return nil }
        return BenchmarkProvision(
            id: OffenceID(id), titles: titles, provision: provision, source: source, review: review, when: when,
            exceptions: exceptions, reservable: reservable, leastMaximum: leastMaximum, silent: silent, note: note)
    }

    private func exception(_ node: YAMLNode, _ conditions: ConditionReading) -> OffenceException? {
        guard let fields = Fields(node, "an exception", sink: sink) else { return nil }
        let name = fields.requiredText("name")
        let kind = fields.choice("kind", ExceptionKind.self) ?? .exclusion
        let provision = fields.requiredText("provision")
        let when = fields.required("when").flatMap { conditions.read($0) }
        _ = fields.text("note")
        fields.finish()
        guard let name, let provision, let when else { return nil }
        return OffenceException(name: name, kind: kind, burden: nil, provision: provision, when: when)
    }

    private func reservable(_ fields: Fields, _ conditions: ConditionReading) -> Reservable {
        guard let node = fields.optional("reservable") else { return .nothing }
        switch node.content {
        case .scalar(let scalar) where scalar.text == "no": return .nothing
        case .scalar(let scalar) where scalar.text == "yes": return .everything
        case .sequence(let items):
            return .parts(
                items.compactMap { item in
                    guard let one = Fields(item, "a reservation", sink: sink) else { return nil }
                    let provision = one.requiredText("provision")
                    let what = one.requiredText("what")
                    let when = one.required("when").flatMap { conditions.read($0) }
                    _ = one.text("note")
                    one.finish()
                    guard let provision, let what, let when else { return nil }
                    return Reservable.Part(provision: provision, what: what, when: when)
                })
        default:
            sink.error("law/value", "`reservable` is `yes`, `no` or a list of what may be left out", at: node)
            return .nothing
        }
    }

    private func penalties(_ node: YAMLNode, _ conditions: ConditionReading) -> [(when: Condition, term: Term)] {
        let nodes: [YAMLNode]
        if case .sequence(let items) = node.content { nodes = items } else { nodes = [node] }
        return nodes.compactMap { node in
            guard let one = Fields(node, "a penalty", sink: sink) else { return nil }
            let when = one.optional("when").map { conditions.read($0) } ?? .always
            let term = one.requiredText("at-least-maximum")
                .flatMap { PenaltyReading(sink: sink, ceiling: nil).term($0, at: node) }
            _ = one.text("provision")
            _ = one.text("note")
            one.finish()
            guard let when, let term else { return nil }
            return (when, term)
        }
    }
}
