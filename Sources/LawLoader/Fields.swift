import Law
import YAMLTree

/// Reads the entries of one mapping by name and reports the names that nobody asked for.
///
/// With a fallback, an entry that the mapping lacks is read from the fallback (versions of an offence inherit so).
final class Fields {
    let node: YAMLNode
    let sink: Sink
    private let mapping: YAMLMapping
    private let fallback: Fields?
    private var asked: [String] = []
    /// Entries of the fallback that a mapping before it states itself.
    private var replaced: Set<String> = []

    /// Nil, with an error, where the node is no mapping.
    init?(_ node: YAMLNode, _ what: String, sink: Sink, fallback: Fields? = nil) {
        guard case .mapping(let mapping) = node.content else {
            sink.error("law/shape", "\(what) must be a mapping, this is a \(node.kindName)", at: node)
            return nil
        }
        self.node = node
        self.sink = sink
        self.mapping = mapping
        self.fallback = fallback
    }

    var entries: [YAMLMapping.Entry] { mapping.entries }

    /// True where the mapping itself, not the fallback, has the entry.
    func states(_ key: String) -> Bool { mapping[key] != nil }

    func optional(_ key: String) -> YAMLNode? {
        asked.append(key)
        guard let own = mapping[key] else { return fallback?.optional(key) }
        fallback?.replaced.insert(key)
        return own
    }

    func required(_ key: String) -> YAMLNode? {
        if let value = optional(key) { return value }
        sink.error("law/missing", "`\(key)` is missing", at: node)
        return nil
    }

    func text(_ key: String) -> String? { optional(key).flatMap { text(of: $0, key) } }

    func requiredText(_ key: String) -> String? { required(key).flatMap { text(of: $0, key) } }

    private func text(of node: YAMLNode, _ key: String) -> String? {
        guard case .scalar(let scalar) = node.content else {
            sink.error("law/shape", "`\(key)` must be text, this is a \(node.kindName)", at: node)
            return nil
        }
        if scalar.text.isEmpty {
            sink.error("law/empty", "`\(key)` is empty", at: node)
            return nil
        }
        return scalar.text
    }

    func list(_ key: String) -> [YAMLNode]? {
        guard let node = optional(key) else { return nil }
        guard case .sequence(let items) = node.content else {
            sink.error("law/shape", "`\(key)` must be a list, this is a \(node.kindName)", at: node)
            return nil
        }
        return items
    }

    func texts(_ key: String) -> [String] {
        (list(key) ?? []).compactMap { text(of: $0, key) }
    }

    /// `yes` or `no`.
    func flag(_ key: String) -> Bool? {
        guard let node = optional(key), let word = text(of: node, key) else { return nil }
        switch word {
        case "yes": return true
        case "no": return false
        default:
            sink.error("law/value", "`\(key)` is `yes` or `no`, not `\(word)`", at: node)
            return nil
        }
    }

    /// One of the raw values of an enumeration.
    func choice<Value>(_ key: String, _ type: Value.Type) -> Value?
    where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
        guard let node = optional(key), let word = text(of: node, key) else { return nil }
        return choice(word, at: node, type)
    }

    func choices<Value>(_ key: String, _ type: Value.Type) -> [Value]?
    where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
        list(key)?.compactMap { node in text(of: node, key).flatMap { choice($0, at: node, type) } }
    }

    /// The kinds of request in a required list `for`, which names at least one.
    func kinds() -> Set<Request.Kind> {
        guard let node = required("for") else { return [] }
        let kinds = Set(choices("for", Request.Kind.self) ?? [])
        if node.sequence?.isEmpty ?? false { sink.error("law/empty", "`for` is empty", at: node) }
        return kinds
    }

    private func choice<Value>(_ word: String, at node: YAMLNode, _ type: Value.Type) -> Value?
    where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
        if let value = Value(rawValue: word) { return value }
        sink.error(
            "law/value", "`\(word)` is no value here", at: node,
            hint: Sink.suggestion(for: word, among: Value.allCases.map(\.rawValue)))
        return nil
    }

    /// As ``choice(_:_:)``, an error where there is no such entry.
    func requiredChoice<Value>(_ key: String, _ type: Value.Type) -> Value?
    where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
        required(key) == nil ? nil : choice(key, type)
    }

    /// The stated code of a state, which must be that of the folder.
    func checkJurisdiction(_ code: JurisdictionCode) {
        guard let stated = required("jurisdiction"), let text = text(of: stated, "jurisdiction"), text != code.text else {
            return
        }
        sink.error("law/jurisdiction", "the folder is `\(code)`, the file says `\(text)`", at: stated)
    }

    /// A term of imprisonment.
    func term(_ key: String) -> Term? {
        guard let node = optional(key), let text = text(of: node, key) else { return nil }
        return PenaltyReading(sink: sink, ceiling: nil).term(text, at: node)
    }

    func requiredTerm(_ key: String) -> Term? { required(key) == nil ? nil : term(key) }

    /// `1 year` is at least one year, `over 10 years` more than ten.
    func limit(_ key: String) -> Threshold? {
        guard let node = optional(key), let text = text(of: node, key) else { return nil }
        let exclusive = text.hasPrefix("over ")
        return PenaltyReading(sink: sink, ceiling: nil).term(exclusive ? String(text.dropFirst(5)) : text, at: node)
            .map { Threshold(term: $0, exclusive: exclusive) }
    }

    func date(_ key: String) -> LegalDate? {
        guard let node = optional(key), let word = text(of: node, key) else { return nil }
        if let date = LegalDate(iso: word) { return date }
        sink.error("law/date", "`\(word)` is no date", at: node, hint: "write it as year-month-day, such as 2026-03-01")
        return nil
    }

    func requiredWhole(_ key: String) -> Int? { required(key) == nil ? nil : whole(key) }

    func whole(_ key: String) -> Int? {
        guard let node = optional(key), let word = text(of: node, key) else { return nil }
        if let number = Int(word) { return number }
        sink.error("law/number", "`\(word)` is no whole number", at: node)
        return nil
    }

    /// A mapping of language codes to text.
    func languages(_ key: String) -> [String: String]? {
        guard let node = optional(key) else { return nil }
        guard case .mapping(let mapping) = node.content else {
            sink.error("law/shape", "`\(key)` must give the text by language, such as {en: …}", at: node)
            return nil
        }
        var result: [String: String] = [:]
        for entry in mapping.entries {
            if let text = text(of: entry.value, entry.key) { result[entry.key] = text }
        }
        return result
    }

    /// Reports every entry that nobody asked for. Call it last.
    func finish() {
        for entry in mapping.entries where !asked.contains(entry.key) {
            if replaced.contains(entry.key) {
                sink.error(
                    "law/versions", "this `\(entry.key)` never applies: every version has its own", key: entry,
                    hint: "take it out here")
                continue
            }
            sink.error(
                "law/unknown-key", "`\(entry.key)` is not known here", key: entry,
                hint: Sink.suggestion(for: entry.key, among: Array(Set(asked)).sorted()))
        }
    }
}
