import Law
import YAMLTree

/// Reads facts: what is known of each element. Unlike in a condition, a plain list is an error here, because it can be
/// read as "all of these" or as "one of these".
struct FactsReading {
    let vocabulary: Vocabulary
    let sink: Sink

    /// Words that would name a person; identities do not belong in a request.
    static let personalKeys: Set<String> = [
        "name", "names", "surname", "first-name", "last-name", "birthday", "date-of-birth", "birth-date", "born-on",
        "address", "email", "phone", "telephone", "passport", "national-id", "id-number", "ssn", "username", "nickname",
        "suspect", "victim-name", "place-of-birth", "photo-of-person", "ip-address", "account",
    ]

    func read(_ entries: [YAMLMapping.Entry], skipping: Set<String> = []) -> Facts {
        var facts = Facts()
        for entry in entries where !skipping.contains(entry.key) && !sink.isFull {
            if let element = vocabulary.element(entry.key) {
                if let set = value(entry.value, element) { state(set, element, at: entry.value, &facts) }
            } else if readList(entry, into: &facts) {
                continue
            } else {
                unknown(entry)
            }
        }
        return facts
    }

    /// `aims: [sexual-activity, distribution]`: several flags of one group, all true.
    private func readList(_ entry: YAMLMapping.Entry, into facts: inout Facts) -> Bool {
        let members = vocabulary.elements.filter { $0.list == entry.key }
        guard !members.isEmpty else { return false }
        guard case .sequence(let items) = entry.value.content else {
            sink.error("request/shape", "`\(entry.key)` lists what is true, such as [\(short(members[0].id))]", at: entry.value)
            return true
        }
        for item in items {
            guard case .scalar(let scalar) = item.content,
                let member = members.first(where: { short($0.id) == scalar.text || $0.id == scalar.text })
            else {
                sink.error(
                    "request/value", "this is no member of `\(entry.key)`", at: item,
                    hint: Sink.suggestion(
                        for: item.scalarText ?? "", among: members.map { short($0.id) }))
                continue
            }
            state(.yes, member, at: item, &facts)
        }
        return true
    }

    /// A flag can be stated by its own name and in a list; both must then say the same.
    private func state(_ set: ValueSet, _ element: Element, at node: YAMLNode, _ facts: inout Facts) {
        if let earlier = facts.values.updateValue(set, forKey: element.index), earlier != set {
            sink.error("request/contradiction", "`\(element.id)` is stated twice, with different values", at: node)
        }
    }

    private func short(_ id: String) -> String {
        id.split(separator: ".", maxSplits: 1).last.map(String.init) ?? id
    }

    func value(_ node: YAMLNode, _ element: Element) -> ValueSet? {
        let values = ValueReading(sink: sink)
        switch node.content {
        case .scalar: return values.set(node, of: element)
        case .sequence:
            sink.error(
                "request/list", "a list is ambiguous here: `\(element.id)` has one value for each item", at: node,
                hint: "not known which: write {one-of: […]}; several that all happened: write `items:`, one for each")
            return nil
        case .mapping(let mapping):
            guard mapping.entries.count == 1, let list = mapping["one-of"] else {
                sink.error(
                    "request/value", "the value of `\(element.id)` is text, a range or {one-of: […]}", at: node)
                return nil
            }
            guard case .sequence = list.content else {
                sink.error("request/value", "`one-of` needs a list", at: list)
                return nil
            }
            return values.set(list, of: element)
        }
    }

    /// Upper and lower case, and `-`, `_` and space, are alike here.
    static func isPersonal(_ key: String) -> Bool {
        personalKeys.contains(String(key.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 }))
    }

    func reportIdentity(_ entry: YAMLMapping.Entry) {
        sink.error(
            "request/identity", "`\(entry.key)` does not belong in a request: it holds legal facts, no identities",
            key: entry, hint: "take the entry out; nothing that identifies a person is needed")
    }

    /// Reports every entry that would name a person.
    func reportIdentities(_ fields: Fields) {
        for entry in fields.entries where FactsReading.isPersonal(entry.key) {
            reportIdentity(entry)
            _ = fields.optional(entry.key)
        }
    }

    private func unknown(_ entry: YAMLMapping.Entry) {
        if FactsReading.isPersonal(entry.key) { return reportIdentity(entry) }
        let lists = Set(vocabulary.elements.compactMap(\.list))
        if vocabulary.macros[entry.key] != nil {
            let targets = (vocabulary.macros[entry.key] ?? []).map { "`\(vocabulary[$0].id)`" }.joined(separator: " or ")
            sink.error(
                "request/unknown-element", "`\(entry.key)` is a word of definitions, not a fact", key: entry,
                hint: "state \(targets)")
            return
        }
        sink.error(
            "request/unknown-element", "there is no element `\(entry.key)`", key: entry,
            hint: Sink.suggestion(for: entry.key, among: vocabulary.elements.map(\.id) + lists.sorted()))
    }
}
