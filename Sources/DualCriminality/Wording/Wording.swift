import ConditionAlgebra
import Law

/// Puts facts and regions into words of the vocabulary.
public struct Wording: Sendable {
    public let vocabulary: Vocabulary
    public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// "the child is 14 to 17", "the material is a drawing or a text".
    public func literal(_ index: ElementIndex, _ set: ValueSet) -> String {
        let element = vocabulary[index]
        if set.isOnlyNotApplicable { return element.phrase.filled(with: "not there") }
        switch element.domain {
        case .flag(let yes, let no):
            switch set.values {
            case .choice(0b10): return yes
            case .choice(0b01): return no
            default: return "\(yes), or not"
            }
        case .choice, .ordered, .number: return element.phrase.filled(with: values(index, set))
        }
    }

    /// "14 to 17", "a drawing or a text", "at least realistic".
    public func values(_ index: ElementIndex, _ set: ValueSet) -> String {
        let element = vocabulary[index]
        switch (element.domain, set.values) {
        case (.flag, .choice(let bits)): return bits == 0b10 ? "yes" : bits == 0b01 ? "no" : "yes or no"
        case (.choice(let values), .choice(let bits)):
            let inside = values.indices.filter { bits & (1 << UInt64($0)) != 0 }
            let outside = values.indices.filter { bits & (1 << UInt64($0)) == 0 }
            if inside.count > 4, outside.count <= 3, !outside.isEmpty {
                return "anything but " + Wording.list(outside.map { values[$0].phrase })
            }
            return Wording.list(Wording.phrases(of: bits, values, element.groupPhrases))
        case (.ordered(let values), .choice(let bits)):
            let inside = values.indices.filter { bits & (1 << UInt64($0)) != 0 }
            guard let first = inside.first, let last = inside.last, inside.count > 1, last - first + 1 == inside.count else {
                return Wording.list(inside.map { values[$0].phrase })
            }
            if last == values.count - 1 { return "at least " + values[first].phrase }
            if first == 0 { return "at most " + values[last].phrase }
            return Wording.list(inside.map { values[$0].phrase })
        case (.number(let range, let unit), .numbers(let ranges)):
            return Wording.list(ranges.map { Wording.range($0, in: range, unit) })
        default: return ""
        }
    }

    /// The values in words; a group that is whole by its own words, the largest first, where the list gets shorter.
    private static func phrases(of bits: UInt64, _ values: [ElementValue], _ groups: [GroupPhrase]) -> [String] {
        var rest = bits
        var phrases: [(place: Int, phrase: String)] = []
        for group in groups where group.bits & rest == group.bits && group.bits.nonzeroBitCount > 1 {
            phrases.append((group.bits.trailingZeroBitCount, group.phrase))
            rest &= ~group.bits
        }
        for place in values.indices where rest & (1 << UInt64(place)) != 0 { phrases.append((place, values[place].phrase)) }
        return phrases.sorted { $0.place < $1.place }.map(\.phrase)
    }

    /// The ids of the values: `no`, `photo, video`, `14 to 17`.
    public func valueIDs(_ index: ElementIndex, _ set: ValueSet) -> String {
        guard case .choice(let bits) = set.values else { return values(index, set) }
        return vocabulary[index].domain.valueIDs.enumerated().filter { bits & (1 << UInt64($0.offset)) != 0 }
            .map(\.element).joined(separator: ", ")
    }

    /// All literals of a region, joined by "and".
    public func region(_ literals: [(ElementIndex, ValueSet)]) -> String {
        literals.map { literal($0.0, $0.1) }.joined(separator: " and ")
    }

    /// The same, but a long row of facts that must only be absent becomes a count.
    public func shortened(_ literals: [(ElementIndex, ValueSet)]) -> String {
        let absent = literals.filter { literal in
            if case .flag = vocabulary[literal.0].domain { return literal.1 == .no }
            return false
        }
        guard absent.count > 3 else { return region(literals) }
        let rest = literals.filter { literal in !absent.contains { $0.0 == literal.0 } }
        return (rest.isEmpty ? "" : region(rest) + ", and ") + "nothing more is shown (\(absent.count) further facts are absent)"
    }

    private static func range(_ range: ClosedRange<Int>, in domain: ClosedRange<Int>, _ unit: NumberUnit) -> String {
        let suffix: String
        switch unit {
        case .years: suffix = ""
        case .months: suffix = " months"
        case .items: suffix = " items"
        }
        if range.lowerBound == domain.lowerBound, range.upperBound == domain.upperBound { return "of any age" }
        if range.lowerBound == domain.lowerBound { return "under \(range.upperBound + 1)\(suffix)" }
        if range.upperBound == domain.upperBound { return "at least \(range.lowerBound)\(suffix)" }
        if range.count == 1 { return "\(range.lowerBound)\(suffix)" }
        return "\(range.lowerBound) to \(range.upperBound)\(suffix)"
    }

    static func list(_ parts: [String]) -> String {
        switch parts.count {
        case 0: return "nothing"
        case 1: return parts[0]
        default: return parts.dropLast().joined(separator: ", ") + " or " + (parts.last ?? "")
        }
    }
}

extension String {
    /// The phrase with its `{}` replaced.
    fileprivate func filled(with text: String) -> String {
        guard let place = firstRange(of: "{}") else { return isEmpty ? text : self + " " + text }
        return self[..<place.lowerBound] + text + self[place.upperBound...]
    }
}
