import ConditionAlgebra
import Law

/// One fact in machine-readable form (DESIGN-AMENDMENTS 21).
///
/// Exactly one of the forms is filled: `is` for flags, `in` for choices, `at-least`/`at-most` for ordered choices,
/// `from`/`to` for one range of numbers, `ranges` for several.
public struct FactDescription: Hashable, Sendable, Encodable {
    public struct Range: Hashable, Sendable, Encodable {
        public let from: Int
        public let to: Int
    }

    public let element: String
    public let `is`: String?
    public let `in`: [String]?
    public let atLeast: String?
    public let atMost: String?
    public let from: Int?
    public let to: Int?
    public let ranges: [Range]?
    /// The same in words.
    public let text: String

    enum CodingKeys: String, CodingKey {
        case element, `is`, `in`, from, to, ranges, text
        case atLeast = "at-least"
        case atMost = "at-most"
    }

    public init(_ index: ElementIndex, _ set: ValueSet, wording: Wording) {
        let definition = wording.vocabulary[index]
        element = definition.id
        text = wording.literal(index, set)
        var isValue: String?
        var inValues: [String]?
        var least: String?
        var most: String?
        var ranges: [Range] = []
        switch (definition.domain, set.values) {
        case (.flag, .choice(let bits)): isValue = bits == 0b10 ? "yes" : bits == 0b01 ? "no" : nil
        case (.ordered(let values), .choice(let bits)):
            let inside = values.indices.filter { bits & (1 << UInt64($0)) != 0 }
            if let first = inside.first, let last = inside.last, inside.count > 1, last - first + 1 == inside.count,
                first == 0 || last == values.count - 1
            {
                if last == values.count - 1 { least = values[first].id } else { most = values[last].id }
            } else {
                inValues = inside.map { values[$0].id }
            }
        case (.choice(let values), .choice(let bits)):
            inValues = values.indices.filter { bits & (1 << UInt64($0)) != 0 }.map { values[$0].id }
        case (.number, .numbers(let own)): ranges = own.map { Range(from: $0.lowerBound, to: $0.upperBound) }
        default: break
        }
        if set.notApplicable { inValues = (inValues ?? []) + ["n/a"] }
        self.is = isValue
        self.in = inValues
        atLeast = least
        atMost = most
        from = ranges.count == 1 ? ranges[0].from : nil
        to = ranges.count == 1 ? ranges[0].to : nil
        self.ranges = ranges.count > 1 ? ranges : nil
    }
}

/// A set of cases: all of these facts together.
public struct RegionDescription: Hashable, Sendable, Encodable {
    public let all: [FactDescription]
    public let text: String

    init(_ literals: [(ElementIndex, ValueSet)], wording: Wording) {
        all = literals.map { FactDescription($0.0, $0.1, wording: wording) }
        text = wording.shortened(literals)
    }

    /// Regions that are listed together: what has to be absent is counted only where that tells no two of them apart.
    static func several(_ regions: [[(ElementIndex, ValueSet)]], wording: Wording) -> [RegionDescription] {
        let short = regions.map { RegionDescription($0, wording: wording) }
        let counts = Dictionary(grouping: short, by: \.text).mapValues(\.count)
        return zip(short, regions).map { description, literals in
            guard counts[description.text, default: 0] > 1 else { return description }
            return RegionDescription(all: description.all, text: wording.region(literals))
        }
    }

    private init(all: [FactDescription], text: String) {
        self.all = all
        self.text = text
    }

    init(_ region: Region, space: FactSpace, wording: Wording) {
        let literals = region.literals.filter { $0.variable < space.elementCount }.map {
            (ElementIndex($0.variable), space.values($0.values, of: ElementIndex($0.variable)))
        }
        self.init(literals, wording: wording)
    }
}

/// Alternatives: any one of these regions.
public struct Alternatives: Hashable, Sendable, Encodable {
    public let anyOf: [RegionDescription]
    /// False where there are rarer combinations besides.
    public let complete: Bool

    enum CodingKeys: String, CodingKey {
        case anyOf = "any-of"
        case complete
    }
}
