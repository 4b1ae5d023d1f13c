import Law

/// Comparisons of one or several states with others: what `gaps` and `matrix` show.
public struct GapMatrix: Hashable, Sendable, Encodable {
    /// One harmonised category of one pair.
    public struct Cell: Hashable, Sendable, Encodable {
        public let from: String
        public let to: String
        public let category: String
        /// Nil where FROM punishes nothing in the category that is encoded.
        public let coverage: CoverageStatus?
        /// How many offences of FROM in the category have each coverage.
        public let covered: Int
        public let partlyCovered: Int
        public let notCovered: Int
        public let unknown: Int
        /// The gap in words, of the offence with the widest one; empty where there is none.
        public let gap: String
        /// The offence of FROM that has it.
        public let provision: String

        enum CodingKeys: String, CodingKey {
            case from, to, category, coverage, covered, unknown, gap, provision
            case partlyCovered = "partly-covered"
            case notCovered = "not-covered"
        }
    }

    public let schema = "dualcrim/gaps/1"
    public let asOf: String
    public let cells: [Cell]

    enum CodingKeys: String, CodingKey {
        case schema, cells
        case asOf = "as-of"
    }

    public init(_ comparisons: [Comparison]) {
        asOf = comparisons.first?.asOf ?? ""
        cells = comparisons.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.flatMap { comparison in
            comparison.categories.map { GapMatrix.cell($0, of: comparison) }
        }
    }

    private static func cell(_ category: CategoryComparison, of comparison: Comparison) -> Cell {
        let members = comparison.offences.filter { $0.categories.contains(category.id) }
        func count(_ status: CoverageStatus) -> Int { members.filter { $0.coverage == status }.count }
        // The gap that says most: a whole offence before a part, then the shortest words.
        let worst = members.filter { !$0.gaps.isEmpty && $0.coverage != .covered }.min { left, right in
            (left.coverage == .notCovered ? 0 : 1, left.gaps[0].region.all.count, left.id)
                < (right.coverage == .notCovered ? 0 : 1, right.gaps[0].region.all.count, right.id)
        }
        return Cell(
            from: comparison.from, to: comparison.to, category: category.id, coverage: category.coverage,
            covered: count(.covered), partlyCovered: count(.partlyCovered), notCovered: count(.notCovered),
            unknown: count(.unknown), gap: worst?.gaps[0].region.text ?? "", provision: worst?.provision ?? "")
    }
}
