import DualCriminality
import Law

/// What `dualcrim list` shows.
public enum Tables {
    public static func jurisdictions(_ states: [Jurisdiction]) -> Table {
        Table(
            columns: ["code", "name", "offences", "source-checked", "newest source"],
            rows: states.map { state in
                [
                    state.code.text, state.name, String(state.offences.count),
                    String(state.offences.filter { $0.review >= .sourceChecked }.count),
                    state.sources.map(\.consolidated).max()?.iso ?? "",
                ]
            })
    }

    public static func offences(_ states: [Jurisdiction]) -> Table {
        Table(
            columns: ["state", "id", "provision", "review", "title"],
            rows: states.flatMap { state in
                state.offences.map { offence in
                    [
                        state.code.text, offence.id.text,
                        offence.source.short + " " + (offence.latest?.provision ?? ""), offence.review.rawValue, offence.title,
                    ]
                }
            })
    }

    public static func categories(_ vocabulary: Vocabulary, _ states: [Jurisdiction]) -> Table {
        guard let state = states.first else {
            return Table(columns: ["id", "title"], rows: vocabulary.categories.map { [$0.id, $0.title] })
        }
        return Table(
            columns: ["id", "coverage", "general law", "note"],
            rows: vocabulary.categories.map { category in
                let coverage = state.coverage[category.id] ?? .notEncoded
                return [
                    category.id, coverage.status.rawValue, coverage.generalLawSearched ? "searched" : "not searched",
                    coverage.note ?? "",
                ]
            })
    }

    public static func elements(_ vocabulary: Vocabulary) -> Table {
        Table(
            columns: ["id", "kind", "values", "definition"],
            rows: vocabulary.elements.map { element in
                let values: String
                switch element.domain {
                case .flag: values = "yes, no"
                case .number(let range, let unit): values = "\(range.lowerBound) to \(range.upperBound) \(unit.rawValue)"
                case .choice(let all): values = "\(all.count) values"
                case .ordered(let all): values = all.map(\.id).joined(separator: " < ")
                }
                return [element.id, element.kind.rawValue, values, element.definition]
            })
    }

    /// The grounds that this version decides.
    public static let grounds = Table(
        columns: ["id", "what it asks"],
        rows: [
            ["dual-criminality", "whether the conduct is an offence in both states, as the requested state tests it"],
            ["penalty-threshold", "whether the maximum penalty reaches the threshold of the requested state's own law"],
            ["sentence-threshold", "whether what was imposed or remains to be served reaches the threshold"],
            ["law-not-source-checked", "whether the assessment rests on provisions that were read only once"],
            ["rules-inferred", "whether the requested state's test has parts that its text does not settle"],
            ["commencement-not-verified", "whether it rests on commencement dates that are not in the sources"],
        ])

    public static func benchmarks(_ benchmarks: [Benchmark]) -> Table {
        Table(
            columns: ["id", "provisions", "source-checked", "title"],
            rows: benchmarks.map { benchmark in
                [
                    benchmark.id, String(benchmark.provisions.count),
                    String(benchmark.provisions.filter { $0.review >= .sourceChecked }.count), benchmark.title,
                ]
            })
    }

    public static let instruments = Table(
        columns: ["id", "title"], rows: [],
        empty: "no instruments are encoded yet: only the states' own cooperation law is applied")
}
