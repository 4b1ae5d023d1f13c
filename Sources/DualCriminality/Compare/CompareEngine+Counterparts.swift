import ConditionAlgebra
import Law

extension CompareEngine {
    /// What one offence of the other state has in common with the compared one, for one act, presumptions on.
    struct Common {
        let offence: Int
        /// The share of all cases of the act that both punish.
        let share: Double
        /// All that the compared offence punishes with this act is punished by the other one too.
        let holdsAllOfMine: Bool
        /// All that the other offence punishes with this act is punished by the compared one too.
        let holdsAllOfTheirs: Bool
    }

    /// The offences of the other state that reach part of it, those that reach most of it first.
    func counterparts(_ offence: OffenceView, _ acts: [ValueMask], _ commons: [[Common]]) -> [OffenceComparison.Counterpart] {
        let mine = acts.reduce(ValueMask()) { $0.union($1) }
        var found: [(share: Double, place: Int, counterpart: OffenceComparison.Counterpart)] = []
        for (place, theirs) in other.offences.enumerated() {
            let parts = commons.compactMap { $0.first { $0.offence == place } }
            guard !parts.isEmpty else { continue }
            // Acts that only one of the two knows are outside the other.
            let mineInside = parts.count == acts.count && parts.allSatisfy(\.holdsAllOfMine)
            let theirsInside = parts.allSatisfy(\.holdsAllOfTheirs) && (theirActs[place].isSubset(of: mine))
            let relation: DefinitionRelation
            switch (mineInside, theirsInside) {
            case (true, true): relation = .equivalent
            case (true, false): relation = .narrower
            case (false, true): relation = .wider
            case (false, false): relation = .overlapping
            }
            found.append((
                parts.reduce(0) { $0 + $1.share }, place,
                OffenceComparison.Counterpart(
                    id: theirs.offence.id.text, provision: cite(theirs.offence.source.short, theirs.version.provision),
                    relation: relation, imprisonment: PenaltyRange.words(theirs.version))
            ))
        }
        return found.sorted { ($1.share, $0.place) < ($0.share, $1.place) }.map(\.counterpart)
    }
}

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
