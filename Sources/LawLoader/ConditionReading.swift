import Law
import YAMLTree

/// Reads conditions. Definitions are resolved by name, once each; a definition that leads back to itself is an error.
final class ConditionReading {
    private let vocabulary: Vocabulary
    private let sink: Sink
    private let values: ValueReading
    private var definitionNodes: [String: YAMLNode] = [:]
    private var resolved: [String: Condition] = [:]
    private var resolving: [String] = []
    /// How many parts of conditions were read, those of a definition counted at each use.
    private var parts = 0
    private var partsOfDefinition: [String: Int] = [:]
    private var isTooLarge = false
    /// Every place where an offence is aimed at.
    private(set) var aimedAt: [(offence: OffenceID, node: YAMLNode)] = []

    /// Definitions inside definitions, and parts of all conditions of a file: later steps walk through all of them.
    static let deepest = 32
    static let mostParts = 1_000_000

    init(vocabulary: Vocabulary, sink: Sink) {
        self.vocabulary = vocabulary
        self.sink = sink
        values = ValueReading(sink: sink)
    }

    /// Makes the definitions of the file known; each node is the `when:` of the definition.
    func define(_ nodes: [String: YAMLNode]) { definitionNodes = nodes }

    func definition(_ name: String, at node: YAMLNode) -> Condition? {
        if let done = resolved[name] { return count(partsOfDefinition[name] ?? 0, at: node) ? done : nil }
        guard let body = definitionNodes[name] else {
            sink.error(
                "law/unknown-definition", "there is no definition `\(name)`", at: node,
                hint: Sink.suggestion(for: name, among: definitionNodes.keys.sorted()))
            return nil
        }
        guard !resolving.contains(name) else {
            sink.error(
                "law/circular-definition",
                "the definition `\(name)` leads back to itself: \((resolving + [name]).map { "`\($0)`" }.joined(separator: " → "))",
                at: node)
            return nil
        }
        guard resolving.count < ConditionReading.deepest else {
            sink.error(
                "law/too-deep", "`\(name)` lies more than \(ConditionReading.deepest) definitions deep", at: node,
                hint: "name fewer definitions inside definitions")
            return nil
        }
        resolving.append(name)
        defer { resolving.removeLast() }
        let before = parts
        let condition = Condition.definition(name, read(body) ?? .never)
        resolved[name] = condition
        partsOfDefinition[name] = parts - before
        return condition
    }

    /// Nil after an error anywhere inside; every error inside is reported.
    func read(_ node: YAMLNode) -> Condition? {
        guard case .mapping(let mapping) = node.content else {
            sink.error("law/condition", "a condition must be a mapping, this is a \(node.kindName)", at: node)
            return nil
        }
        guard !sink.isFull, count(1 + mapping.count, at: node) else { return nil }
        var parts: [Condition] = []
        var failed = false
        for entry in mapping.entries where !sink.isFull {
            if let part = entryCondition(entry) { parts.append(part) } else { failed = true }
        }
        if failed { return nil }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    /// False, with one error for the whole file, where the conditions have become too many.
    private func count(_ more: Int, at node: YAMLNode) -> Bool {
        parts += more
        if parts > ConditionReading.mostParts, !isTooLarge {
            isTooLarge = true
            sink.error(
                "law/too-large", "the conditions of this file have more than \(ConditionReading.mostParts) parts, definitions counted at each use",
                at: node, hint: "name definitions in fewer places")
        }
        return !isTooLarge
    }

    private func entryCondition(_ entry: YAMLMapping.Entry) -> Condition? {
        switch entry.key {
        case "any": return conditions(entry).map(Condition.any)
        case "all": return conditions(entry).map(Condition.all)
        case "not": return read(entry.value).map(Condition.not)
        case "is": return named(entry.value)
        case "open": return open(entry.value)
        case "readings": return readings(entry)
        case "aims-at": return aimsAt(entry.value)
        default: return literal(entry)
        }
    }

    private func literal(_ entry: YAMLMapping.Entry) -> Condition? {
        if let element = vocabulary.element(entry.key) {
            return values.set(entry.value, of: element).map { .has(element.index, $0) }
        }
        if let targets = vocabulary.macros[entry.key] {
            var parts: [Condition] = []
            for target in targets {
                guard let set = values.set(entry.value, of: vocabulary[target]) else { return nil }
                parts.append(.has(target, set))
            }
            return .any(parts)
        }
        let known = vocabulary.elements.map(\.id) + vocabulary.macros.keys.sorted()
            + ["any", "all", "not", "is", "open", "readings", "aims-at"]
        sink.error(
            "law/unknown-element", "there is no element `\(entry.key)`", key: entry,
            hint: Sink.suggestion(for: entry.key, among: known))
        return nil
    }

    /// One literal by name, as profiles need it.
    func literal(_ id: String, _ value: YAMLNode) -> Condition? {
        guard let element = vocabulary.element(id) else {
            sink.error("law/unknown-element", "there is no element `\(id)`", at: value)
            return nil
        }
        return values.set(value, of: element).map { .has(element.index, $0) }
    }

    private func conditions(_ entry: YAMLMapping.Entry) -> [Condition]? {
        guard case .sequence(let items) = entry.value.content, !items.isEmpty else {
            sink.error("law/condition", "`\(entry.key)` needs a list of conditions", at: entry.value)
            return nil
        }
        let read = items.map { self.read($0) }
        return read.contains { $0 == nil } ? nil : read.compactMap { $0 }
    }

    private func named(_ node: YAMLNode) -> Condition? {
        switch node.content {
        case .scalar(let scalar): return definition(scalar.text, at: node)
        case .sequence(let items) where !items.isEmpty:
            let parts = items.map { named($0) }
            return parts.contains { $0 == nil } ? nil : .all(parts.compactMap { $0 })
        default:
            sink.error("law/condition", "`is` names a definition or a list of them", at: node)
            return nil
        }
    }

    private func open(_ node: YAMLNode) -> Condition? {
        guard case .scalar(let scalar) = node.content, !scalar.text.isEmpty else {
            sink.error("law/condition", "`open` says in words what is not encoded", at: node)
            return nil
        }
        return .open(OpenLaw(text: scalar.text))
    }

    private func readings(_ entry: YAMLMapping.Entry) -> Condition? {
        guard case .sequence(let items) = entry.value.content, items.count >= 2 else {
            sink.error("law/condition", "`readings` needs a list of at least two readings", at: entry.value)
            return nil
        }
        var result: [Reading] = []
        for item in items {
            guard let fields = Fields(item, "a reading", sink: sink) else { continue }
            let id = fields.requiredText("id")
            let condition = fields.required("when").flatMap { read($0) }
            fields.finish()
            if let id, result.contains(where: { $0.id == id }) {
                sink.error("law/duplicate", "two readings are called `\(id)`", at: item)
            }
            if let id, let condition { result.append(Reading(id: id, condition: condition)) }
        }
        guard result.count == items.count else { return nil }
        return .readings(result.map(\.id).joined(separator: "/") + "@\(entry.keyPosition.line)", result)
    }

    private func aimsAt(_ node: YAMLNode) -> Condition? {
        guard let fields = Fields(node, "`aims-at`", sink: sink) else { return nil }
        let offences = fields.texts("offences").map { OffenceID($0) }
        for item in fields.optional("offences")?.sequence ?? [] {
            if let text = item.scalarText, !text.isEmpty { aimedAt.append((OffenceID(text), item)) }
        }
        let against = fields.text("against")
        fields.finish()
        if offences.isEmpty, !fields.states("offences") || fields.list("offences")?.isEmpty == true {
            sink.error("law/condition", "`aims-at` needs `offences`, a list of ids", at: node)
        }
        if let against, against != "same-child" {
            sink.error("law/value", "`against` is `same-child`, not `\(against)`", at: fields.optional("against") ?? node)
        }
        guard !offences.isEmpty, against == nil || against == "same-child" else { return nil }
        return .aimsAt(AimedOffences(offences: offences, sameChild: against != nil))
    }
}
