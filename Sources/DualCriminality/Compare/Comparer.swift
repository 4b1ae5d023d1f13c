import ConditionAlgebra
import Law

/// Compares the definitions of one state with the law of another, exactly.
///
/// A value: safe to share between threads; the same law always gives the same comparison.
public struct Comparer: Sendable {
    public let vocabulary: Vocabulary
    public let from: Jurisdiction
    public let to: Jurisdiction
    public let date: LegalDate
    /// The most gaps that are listed for an offence.
    public var gapLimit = 12

    public init(vocabulary: Vocabulary, from: Jurisdiction, to: Jurisdiction, date: LegalDate) {
        self.vocabulary = vocabulary
        self.from = from
        self.to = to
        self.date = date
    }

    /// - Parameter category: only offences in this harmonised category; nil for all.
    /// - Throws: `FactSpaceError` where the two laws together cut an element too finely.
    public func compare(category: String? = nil) throws -> Comparison {
        let own = LawView(from, on: date, side: .requested, vocabulary: vocabulary)
        let other = LawView(to, on: date, side: .requested, vocabulary: vocabulary)
        let fresh = try CompareEngine(own: own, other: other)
        var offences: [OffenceComparison] = []
        for place in own.offences.indices {
            // A fresh store for each offence, so that the answer never depends on what was asked before.
            var engine = fresh
            let categories = try engine.categories(of: place)
            if let category, !categories.contains(category) { continue }
            offences.append(try engine.compare(place, categories: categories, gapLimit: gapLimit))
        }
        let shown = category.map { id in vocabulary.categories.filter { $0.id == id } } ?? vocabulary.categories
        let summaries = shown.map { category in
            let members = offences.filter { $0.categories.contains(category.id) }
            return CategoryComparison(
                id: category.id, title: category.title, coverage: CoverageStatus.ofParts(members.map(\.coverage)),
                offences: members.count)
        }
        return Comparison(
            from: from.code.text, to: to.code.text, asOf: date.iso, offences: offences, categories: summaries)
    }
}

extension CoverageStatus {
    /// The whole from its parts; nil where there are none.
    static func ofParts(_ parts: [CoverageStatus]) -> CoverageStatus? {
        let kinds = Set(parts)
        if kinds.isEmpty { return nil }
        if kinds.count == 1 { return parts[0] }
        if kinds.isSubset(of: [.covered, .unknown]) { return .unknown }
        if kinds.isSubset(of: [.notCovered, .unknown]) { return .unknown }
        return .partlyCovered
    }
}
