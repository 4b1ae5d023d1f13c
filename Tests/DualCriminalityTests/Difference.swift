import DualCriminality
import Foundation
import Law

/// One difference, or one agreement, that the fact sheets name between two states: a row of `Tests/Cases/differences.json`.
///
/// Numbers are ranges ("14 to 17", ends included), everything else lists the ids of values; "yes" and "no" for flags.
struct Difference: Decodable, Sendable {
    typealias Region = [String: Wanted]

    let id: String
    let from: String
    let to: String
    let offence: String
    let coverage: String
    /// Layers besides, where it turns on more than the elements.
    let layers: [String: String]?
    /// One gap names all of these elements and reaches all of these values …
    let gap: Region?
    /// … and none of these.
    let outside: Region?
    /// Every gap names these elements, with no other value.
    let only: Region?
    /// No gap names these elements with any of these values: here the two laws agree, or the other one is open.
    let quiet: Region?
    /// What is named as open law where the answer is unknown.
    let open: String?
    /// What the sheets say.
    let fact: String
    let sources: [String]
    /// Why the comparison does not yet find it.
    let known: String?

    /// Values in the words of the file.
    enum Wanted: Decodable, Sendable {
        case values(Set<String>)
        case numbers(ClosedRange<Int>)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let values = try? container.decode([String].self) {
                self = .values(Set(values))
                return
            }
            let ends = try container.decode(String.self).split(separator: " ").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "a range reads `14 to 17`")
            }
            self = .numbers(first...last)
        }
    }

    static let all: [Difference] = {
        guard let data = try? Data(contentsOf: file) else { return [] }
        return (try? JSONDecoder().decode([Difference].self, from: data)) ?? []
    }()

    static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Cases/differences.json")
}

/// What the elements of one gap may be: a gap that does not name an element says nothing about it.
struct GapValues {
    private var named: [String: (values: Set<String>, numbers: [ClosedRange<Int>])] = [:]

    init(_ region: RegionDescription, vocabulary: Vocabulary) {
        for fact in region.all {
            var values = Set(fact.in ?? [])
            if let value = fact.is { values.insert(value) }
            if case .ordered(let scale)? = vocabulary.index(of: fact.element).map({ vocabulary[$0].domain }) {
                let ids = scale.map(\.id)
                if let least = fact.atLeast { values.formUnion(ids.drop { $0 != least }) }
                if let most = fact.atMost { values.formUnion(ids.prefix { $0 != most } + [most]) }
            }
            var numbers = (fact.ranges ?? []).map { $0.from...$0.to }
            if let from = fact.from, let to = fact.to { numbers.append(from...to) }
            named[fact.element] = (values, numbers)
        }
    }

    /// The element is named and may have every one of the values.
    func reaches(_ element: String, _ wanted: Difference.Wanted) -> Bool {
        guard let own = named[element] else { return false }
        return switch wanted {
        case .values(let values): values.isSubset(of: own.values)
        case .numbers(let range): range.allSatisfy { number in own.numbers.contains { $0.contains(number) } }
        }
    }

    /// The element is named and may have one of the values.
    func touches(_ element: String, _ wanted: Difference.Wanted) -> Bool {
        guard let own = named[element] else { return false }
        return switch wanted {
        case .values(let values): !values.isDisjoint(with: own.values)
        case .numbers(let range): own.numbers.contains { $0.overlaps(range) }
        }
    }

    /// The element is named and can have no other value.
    func staysWithin(_ element: String, _ wanted: Difference.Wanted) -> Bool {
        guard let own = named[element] else { return false }
        return switch wanted {
        case .values(let values): own.numbers.isEmpty && own.values.isSubset(of: values)
        case .numbers(let range):
            own.values.isEmpty && own.numbers.allSatisfy { range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound }
        }
    }
}
