import Law
import YAMLTree

/// Reads `Jurisdictions/<CODE>/cases.yaml`: what the law says of sample facts, written from the text.
struct CaseReading {
    let vocabulary: Vocabulary
    let code: JurisdictionCode
    let offences: Set<OffenceID>
    let sink: Sink
    static let answers = ["met", "not-met", "depends", "appraisal", "unknown"]

    func read(_ root: YAMLNode) -> [Sample] {
        guard let fields = Fields(root, "the file", sink: sink) else { return [] }
        fields.checkJurisdiction(code)
        _ = fields.text("note")
        var samples: [Sample] = []
        for node in fields.list("cases") ?? [] { samples.append(contentsOf: read(case: node)) }
        fields.finish()
        return samples
    }

    private func read(case node: YAMLNode) -> [Sample] {
        guard let fields = Fields(node, "a case", sink: sink) else { return [] }
        let reading = FactsReading(vocabulary: vocabulary, sink: sink)
        let date = fields.date("date")
        _ = fields.text("note")
        let line = node.start.line
        var samples: [Sample] = []
        if fields.optional("offence") == nil {
            let expected = fields.text("state")
            if let expected, !CaseReading.answers.contains(expected) {
                sink.error(
                    "law/value", "`\(expected)` is no answer of a state", at: fields.optional("state") ?? node,
                    hint: Sink.suggestion(for: expected, among: CaseReading.answers))
            }
            let because = fields.text("because")
            let facts = facts(fields.required("facts"), reading)
            fields.finish()
            guard let expected, let facts else {
                if !fields.states("state") {
                    sink.error("law/missing", "a case names an `offence`, or the `state` answer it expects", at: node)
                }
                return []
            }
            return [Sample(offence: nil, facts: facts, expected: expected, date: date, because: because, line: line)]
        }
        let id = fields.requiredText("offence").map { OffenceID($0) }
        if let id, !offences.contains(id) {
            sink.error(
                "law/unknown-offence", "there is no offence `\(id)`", at: fields.optional("offence") ?? node,
                hint: Sink.suggestion(for: id.text, among: offences.map(\.text).sorted()))
        }
        let punished = facts(fields.optional("punished"), reading)
        let nearMiss = fields.optional("near-miss")
        let alsoPunished = fields.list("also-punished") ?? []
        let alsoNot = fields.list("also-not") ?? []
        fields.finish()
        if !fields.states("punished") {
            sink.error("law/missing", "`punished`, facts that the offence punishes, is missing", at: node)
        }
        if nearMiss == nil { sink.error("law/missing", "`near-miss` is missing", at: node) }
        guard let id, let punished else { return [] }
        func add(_ facts: Facts, _ expected: String, _ because: String?, _ line: Int) {
            samples.append(
                Sample(offence: id, facts: facts, expected: expected, date: date, because: because, line: line))
        }
        add(punished, "met", nil, line)
        for (change, expected) in alsoPunished.map({ ($0, "met") }) + ([nearMiss].compactMap { $0 } + alsoNot).map({ ($0, "not-met") }) {
            guard let (facts, because) = changed(punished, change, reading) else { continue }
            add(facts, expected, because, change.start.line)
        }
        return samples
    }

    private func facts(_ node: YAMLNode?, _ reading: FactsReading) -> Facts? {
        guard let node else { return nil }
        guard case .mapping(let mapping) = node.content else {
            sink.error("law/shape", "facts must be a mapping of elements to values", at: node)
            return nil
        }
        return reading.read(mapping.entries)
    }

    /// The facts with `changes:` put in; `n/a` takes a fact out. Without `changes:` the mapping itself is the change.
    private func changed(_ facts: Facts, _ node: YAMLNode, _ reading: FactsReading) -> (Facts, String?)? {
        guard case .mapping(let mapping) = node.content else {
            sink.error("law/shape", "a changed case must be a mapping with `changes`", at: node)
            return nil
        }
        let because = mapping["because"]?.scalarText
        var entries = mapping.entries.filter { $0.key != "because" }
        if let changes = mapping["changes"] {
            guard case .mapping(let inner) = changes.content else {
                sink.error("law/shape", "`changes` must be a mapping of elements to values", at: changes)
                return nil
            }
            for stray in entries where stray.key != "changes" {
                sink.error(
                    "law/unknown-key", "`\(stray.key)` is not known here", key: stray,
                    hint: vocabulary.index(of: stray.key) == nil
                        ? Sink.suggestion(for: stray.key, among: ["because", "changes"]) : "write it inside `changes`")
            }
            entries = inner.entries
        }
        var result = facts
        for entry in entries where entry.value.scalarText == "n/a" {
            guard let index = vocabulary.index(of: entry.key) else { continue }
            result.values[index] = nil
        }
        let stated = reading.read(entries.filter { $0.value.scalarText != "n/a" || vocabulary.index(of: $0.key) == nil })
        return (result.overlaid(with: stated), because)
    }
}
