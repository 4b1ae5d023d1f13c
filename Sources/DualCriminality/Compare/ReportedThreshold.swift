import Law

/// The thresholds at which coverage is reported, in months (DESIGN-AMENDMENTS 17).
enum ReportedThreshold: String, CaseIterable {
    case any
    case year = "12"
    case moreThanYear = "more-than-12"
    case threeYears = "36"

    var threshold: Threshold? {
        switch self {
        case .any: return nil
        case .year: return Threshold(term: .years(1), exclusive: false)
        case .moreThanYear: return Threshold(term: .years(1), exclusive: true)
        case .threeYears: return Threshold(term: .years(3), exclusive: false)
        }
    }

    func isReached(by line: PenaltyLine) -> Bool {
        guard let threshold else { return true }
        return line.imprisonment.map { threshold.isReached(by: $0.maximum) } ?? false
    }
}

/// The penalty of a version over all its lines.
enum PenaltyRange {
    static func words(_ version: OffenceVersion) -> String? {
        let ranges = version.penalty.compactMap(\.imprisonment)
        guard let low = ranges.map(\.minimum).min(), let high = ranges.map(\.maximum).max() else { return nil }
        return Imprisonment(minimum: low, maximum: high).words
    }
}
