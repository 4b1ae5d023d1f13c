import Law
import YAMLTree

/// Reads `Rules/grounds.yaml` and the files of `Rules/grounds/` as one catalogue.
struct GroundsReading {
    /// The files, in the order in which their elements and grounds stand in the catalogue.
    let parts: [(root: YAMLNode, sink: Sink)]

    func read() -> GroundCatalogue? {
        let files = parts.compactMap { part in
            Fields(part.root, "the file", sink: part.sink).map { (fields: $0, sink: part.sink) }
        }
        var version = 0
        var elements = VocabularyReading.ElementList()
        for (fields, sink) in files {
            version = fields.whole("grounds-version") ?? version
            guard let node = fields.optional("elements"), let all = Fields(node, "`elements`", sink: sink) else { continue }
            let known = Set(elements.all.map(\.id))
            for entry in all.entries where known.contains(entry.key) {
                sink.error("law/duplicate", "another file has an element `\(entry.key)`", key: entry)
            }
            VocabularyReading(sink: sink).read(all.entries.filter { !known.contains($0.key) }, into: &elements)
        }
        let bare = elements.vocabulary(version: version)
        var constraints: [Constraint] = []
        var grounds: [Ground] = []
        for (fields, sink) in files {
            let conditions = ConditionReading(vocabulary: bare, sink: sink)
            let reading = VocabularyReading(sink: sink)
            constraints += reading.readConstraints(fields, conditions) + reading.readLater(&elements, conditions)
            guard let node = fields.optional("grounds"), let all = Fields(node, "`grounds`", sink: sink) else {
                fields.finish()
                continue
            }
            for entry in all.entries {
                if grounds.contains(where: { $0.id.text == entry.key }) {
                    sink.error("law/duplicate", "another file has a ground `\(entry.key)`", key: entry)
                }
                if let ground = ground(entry, conditions, sink) { grounds.append(ground) }
            }
            fields.finish()
        }
        let vocabulary = Vocabulary(
            version: version, elements: elements.all, constraints: constraints, applicability: elements.applicability,
            macros: [:], categories: [], aims: [], victim: [], unpresumed: elements.unpresumed)
        return GroundCatalogue(vocabulary: vocabulary, grounds: grounds)
    }

    private func ground(_ entry: YAMLMapping.Entry, _ conditions: ConditionReading, _ sink: Sink) -> Ground? {
        guard let fields = Fields(entry.value, "the ground `\(entry.key)`", sink: sink) else { return nil }
        let title = fields.requiredText("title")
        let kinds = fields.kinds()
        let scope = fields.requiredChoice("scope", Ground.Scope.self)
        let origin = fields.requiredChoice("raised-by", Ground.Origin.self)
        let when = fields.required("when").flatMap { conditions.read($0) }
        let cures = GroundRulesReading.cures(fields, sink: sink)
        let id = GroundID(entry.key)
        var everywhere: GroundRule?
        if let node = fields.optional("everywhere"), let one = Fields(node, "`everywhere`", sink: sink) {
            let effect = one.requiredChoice("effect", RuleEffect.self)
            let authority = AuthorityReading.read(one)
            one.finish()
            if let effect, let authority, let when {
                everywhere = GroundRule(ground: id, kinds: kinds, effect: effect, when: when, authority: authority)
            }
        }
        _ = fields.text("note")
        fields.finish()
        guard let title, let scope, let origin, let when else { return nil }
        return Ground(
            id: id, title: title, kinds: kinds, scope: scope, raisedBy: origin, when: when, cures: cures,
            everywhere: everywhere)
    }
}
