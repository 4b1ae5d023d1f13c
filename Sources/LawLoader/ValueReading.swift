import Law
import YAMLTree

/// Reads sets of values as a lawyer would say them: `under 14`, `14 to 17`, `at least realistic`, `[photo, video]`, `yes`.
struct ValueReading {
    let sink: Sink
    /// Numbers beyond mean nothing in a law, and would make arithmetic overflow.
    static let countable = -1_000_000...1_000_000

    /// The set that a condition names for an element; nil after an error.
    func set(_ node: YAMLNode, of element: Element) -> ValueSet? {
        switch node.content {
        case .sequence(let items):
            guard !items.isEmpty else {
                sink.error("law/empty", "the list of values of `\(element.id)` is empty", at: node)
                return nil
            }
            var result: ValueSet?
            var failed = false
            for item in items {
                if case .scalar = item.content, let one = set(item, of: element) {
                    result = result.map { $0.union(one) } ?? one
                    continue
                }
                failed = true
                guard case .scalar = item.content else {
                    sink.error("law/value", "a value of `\(element.id)` must be text, this is a \(item.kindName)", at: item)
                    continue
                }
            }
            return failed ? nil : result
        case .mapping:
            sink.error("law/value", "the value of `\(element.id)` must be text or a list, this is a mapping", at: node)
            return nil
        case .scalar(let scalar):
            return set(scalar.text, of: element, at: node)
        }
    }

    private func set(_ text: String, of element: Element, at node: YAMLNode) -> ValueSet? {
        if text == "n/a" {
            guard element.mayBeNotApplicable else {
                sink.error("law/value", "`\(element.id)` always applies, so `n/a` is no value of it", at: node)
                return nil
            }
            return emptySet(of: element, notApplicable: true)
        }
        switch element.domain {
        case .flag:
            if text == "yes" { return .yes }
            if text == "no" { return .no }
            sink.error("law/value", "`\(element.id)` is `yes` or `no`, not `\(text)`", at: node)
            return nil
        case .choice(let values): return choice(text, values, ordered: false, element, node)
        case .ordered(let values): return choice(text, values, ordered: true, element, node)
        case .number(let range, let unit): return number(text, range, unit, element, node)
        }
    }

    private func emptySet(of element: Element, notApplicable: Bool) -> ValueSet {
        if case .number = element.domain { return ValueSet(numbers: [], notApplicable: notApplicable) }
        return ValueSet(choices: 0, notApplicable: notApplicable)
    }

    private func choice(
        _ text: String, _ values: [ElementValue], ordered: Bool, _ element: Element, _ node: YAMLNode
    ) -> ValueSet? {
        if let place = values.firstIndex(where: { $0.id == text }) { return ValueSet(choices: 1 << UInt64(place)) }
        if let group = element.groups[text] { return group }
        if ordered {
            for (word, upward) in [("at least ", true), ("at most ", false)] where text.hasPrefix(word) {
                let name = String(text.dropFirst(word.count))
                if let place = values.firstIndex(where: { $0.id == name }) {
                    let places = upward ? place..<values.count : 0..<(place + 1)
                    return ValueSet(choices: places.reduce(0) { $0 | (1 << UInt64($1)) })
                }
            }
        }
        let known = values.map(\.id) + element.groups.keys.sorted()
        let last = text.split(separator: " ").last.map(String.init) ?? text
        sink.error(
            "law/value", "`\(text)` is no value of `\(element.id)`", at: node,
            hint: Sink.suggestion(for: last, among: known))
        return nil
    }

    private func number(
        _ text: String, _ range: ClosedRange<Int>, _ unit: NumberUnit, _ element: Element, _ node: YAMLNode
    ) -> ValueSet? {
        let words = text.split(separator: " ").map(String.init)
        var bounds: (low: Int, high: Int)?
        var isRange = false
        func value(_ word: String, _ given: String?) -> Int? {
            guard let number = Int(word), ValueReading.countable.contains(number) else { return nil }
            switch (given, unit) {
            case (nil, _), ("months", .months), ("month", .months), ("years", .years), ("year", .years): return number
            case ("years", .months), ("year", .months): return number * 12
            default: return nil
            }
        }
        func tail(_ from: Int) -> Int? {
            guard words.count == from + 1 || words.count == from + 2 else { return nil }
            return value(words[from], words.count == from + 2 ? words[from + 1] : nil)
        }
        switch words.first {
        case "under": bounds = tail(1).map { (range.lowerBound, $0 - 1) }
        case "over": bounds = tail(1).map { ($0 + 1, range.upperBound) }
        case "less" where words.count > 2 && words[1] == "than": bounds = tail(2).map { (range.lowerBound, $0 - 1) }
        case "more" where words.count > 2 && words[1] == "than": bounds = tail(2).map { ($0 + 1, range.upperBound) }
        case "at" where words.count > 2 && words[1] == "least": bounds = tail(2).map { ($0, range.upperBound) }
        case "at" where words.count > 2 && words[1] == "most": bounds = tail(2).map { (range.lowerBound, $0) }
        default:
            if words.count == 3 || words.count == 4, words[1] == "to" {
                isRange = true
                let given = words.count == 4 ? words[3] : nil
                if let low = value(words[0], given), let high = value(words[2], given) { bounds = (low, high) }
            } else if let one = tail(0) {
                bounds = (one, one)
            }
        }
        guard let bounds else {
            sink.error(
                "law/number", "`\(text)` is no number of `\(element.id)`", at: node,
                hint: "write `15`, `under 14`, `at least 18`, `over 21`, `at most 13` or `14 to 17`")
            return nil
        }
        guard bounds.low <= bounds.high, range.contains(bounds.low), range.contains(bounds.high) else {
            sink.error(
                "law/number", "`\(text)` lies outside `\(element.id)`, which goes from \(range.lowerBound) to \(range.upperBound)",
                at: node, hint: isRange && bounds.low > bounds.high ? "the lower bound comes first" : nil)
            return nil
        }
        return ValueSet(numbers: [bounds.low...bounds.high])
    }
}
