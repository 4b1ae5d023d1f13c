import Law

/// Comparisons of several states with one another, category by category: what `gaps` and `matrix` show.
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
        /// The first gap in words of the offence of which the largest share is not covered; empty where there is none.
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
    /// By FROM, then TO, then the order of the vocabulary's categories.
    public let cells: [Cell]

    enum CodingKeys: String, CodingKey {
        case schema, cells
        case asOf = "as-of"
    }
}

extension ComparedLaw {
    /// One state against another.
    public struct Pair: Hashable, Sendable {
        public let from: Int
        public let to: Int
        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    /// Compares many pairs in the core layer, on several threads.
    ///
    /// The result depends neither on the order of the pairs nor on the number of threads.
    ///
    /// - Parameters:
    ///   - threads: at least 1.
    ///   - progress: called with the number of pairs done, from any of the threads, one call at a time.
    public func matrix(
        _ pairs: [Pair], category: String? = nil, threads: Int = 1, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws -> GapMatrix {
        let shown = shown(category)
        // By FROM, so that one thread remembers what it answered about the offences of one state.
        let rows = Dictionary(grouping: Set(pairs), by: \.from).sorted { $0.key < $1.key }
        let done = try Workers.map(rows, threads: threads, progress: { progress($0) }, weight: { $0.value.count }) { row in
            var engine = CompareEngine(self)
            return try row.value.flatMap { pair in
                try cells(definitions[pair.from], definitions[pair.to], category, shown, &engine)
            }
        }
        let order = Dictionary(uniqueKeysWithValues: vocabulary.categories.enumerated().map { ($0.element.id, $0.offset) })
        let all = done.flatMap { $0 }.sorted {
            ($0.from, $0.to, order[$0.category] ?? 0) < ($1.from, $1.to, order[$1.category] ?? 0)
        }
        return GapMatrix(asOf: date.iso, cells: all)
    }

    private func cells(
        _ own: CompiledDefinitions, _ other: CompiledDefinitions, _ category: String?,
        _ shown: [(place: Int, category: Law.Category)], _ engine: inout CompareEngine
    ) throws -> [GapMatrix.Cell] {
        let offences = try places(own, category).map { place in
            (coverage: try engine.coverage(place, of: own, by: other), categories: own.categories[place])
        }
        return try shown.map { place, category in
            let members = offences.filter { $0.categories.contains(place) }.map(\.coverage)
            func count(_ status: CoverageStatus) -> Int { members.count { $0.status == status } }
            let widest = members.filter { $0.status != .covered && $0.gapShare > 0 }.min { left, right in
                (-left.gapShare, left.place) < (-right.gapShare, right.place)
            }
            let offence = widest.map { own.view.offences[$0.place] }
            return GapMatrix.Cell(
                from: own.view.jurisdiction.code.text, to: other.view.jurisdiction.code.text, category: category.id,
                coverage: CoverageStatus.ofParts(members.map(\.status)), covered: count(.covered),
                partlyCovered: count(.partlyCovered), notCovered: count(.notCovered), unknown: count(.unknown),
                gap: try widest.flatMap { try engine.widestGap($0.place, of: own, by: other) } ?? "",
                provision: offence.map { cite($0.offence.source.short, $0.version.provision) } ?? "")
        }
    }
}
