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

    /// The grounds of the catalogue, and the findings about the encoding itself.
    public static func grounds(_ catalogue: GroundCatalogue) -> Table {
        let wording = Wording(vocabulary: catalogue.vocabulary)
        let encoding = [
            ["law-not-source-checked", "", "", "the assessment rests on provisions that were read only once"],
            ["rules-inferred", "", "", "the test of dual criminality has parts that its text does not settle"],
            ["commencement-not-verified", "", "", "it rests on commencement dates that are not in the sources"],
            ["treaties-not-encoded", "", "", "treaties that bind or may bind both states have no text here"],
        ]
        return Table(
            columns: ["id", "for", "raised by", "arises where"],
            rows: catalogue.grounds.map { ground in
                [
                    ground.id.text, ground.kinds.map(\.rawValue).sorted().joined(separator: ", "), ground.raisedBy.rawValue,
                    wording.condition(ground.when),
                ]
            } + encoding)
    }

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

    /// - Parameter state: only those that bind this state, with the day from which.
    public static func instruments(
        _ instruments: [Instrument], _ parties: PartyTable, of state: JurisdictionCode?
    ) -> Table {
        func since(_ id: InstrumentID) -> String? {
            let states = parties.instruments[id]?.states ?? [:]
            guard let state else { return "\(states.filter { $0.value.isParty }.count) states listed" }
            guard let status = states[state], status.isParty else { return nil }
            return (status.from?.iso ?? "date not known") + (status.until.map { " to \($0.iso)" } ?? "")
        }
        let encoded = instruments.compactMap { instrument in
            since(instrument.id).map { since in
                let rules = instrument.terms.grounds.rules.values.flatMap { $0 }
                return [
                    instrument.id.text, instrument.kinds.map(\.rawValue).sorted().joined(separator: ", "), since,
                    "\(rules.filter { $0.authority.review >= .sourceChecked }.count) of \(rules.count)", instrument.title,
                ]
            }
        }
        let others = parties.instruments.sorted { $0.key < $1.key }.filter { !$0.value.isEncoded }.compactMap { id, entry in
            since(id).map {
                [id.text, entry.kinds.map(\.rawValue).sorted().joined(separator: ", "), $0, "not encoded", entry.title ?? ""]
            }
        }
        return Table(
            columns: ["id", "for", state == nil ? "parties" : "in force", "rules source-checked", "title"],
            rows: encoded + others, empty: "no instrument is known to bind this state")
    }
}
