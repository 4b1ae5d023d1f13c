import Law

/// Compares the offences of one state with the law of another.
///
/// A value: safe to share between threads; the same law always gives the same comparison. `ComparedLaw` compares many
/// states without compiling any twice.
public struct Comparer: Sendable {
    public let vocabulary: Vocabulary
    public let from: Jurisdiction
    public let to: Jurisdiction
    public let date: LegalDate
    /// The most gaps that are listed for an offence, unless told otherwise.
    public static let gapLimit = 12
    public var gapLimit = Comparer.gapLimit

    public init(vocabulary: Vocabulary, from: Jurisdiction, to: Jurisdiction, date: LegalDate) {
        self.vocabulary = vocabulary
        self.from = from
        self.to = to
        self.date = date
    }

    /// - Parameter category: only offences in this harmonised category; nil for all.
    /// - Throws: `FactSpaceError` where the two laws together cut an element too finely.
    public func compare(category: String? = nil) throws -> Comparison {
        try ComparedLaw([from, to], vocabulary: vocabulary, date: date)
            .compare(0, with: 1, category: category, gapLimit: gapLimit)
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
