import Law

/// How far a state's law reaches the model definitions of an instrument.
public struct Harmonization: Hashable, Sendable, Encodable {
    public struct Shortfall: Hashable, Sendable, Encodable {
        public let id: String
        public let title: String
        public let provision: String
        /// Of the whole model definition.
        public let coverage: CoverageStatus
        /// Of what remains if the state makes every reservation that the instrument permits; nil where nothing remains.
        public let coverageWithReservations: CoverageStatus?
        /// What the instrument lets a party leave out.
        public let reservable: [String]
        public let gaps: [OffenceComparison.Gap]
        public let gapsComplete: Bool
        public let witness: [FactDescription]
        public let coveredBy: [OffenceComparison.Counterpart]
        public let terms: [String]
        public let open: [String]
        public let review: String
        /// Edits of the state's own law that close the gaps, those that change least first, a new offence last.
        public let repairs: [Repair]
        /// How far repairs were looked for; nil where none were asked for, or none is needed.
        public let repairSearch: RepairSearchReport?
        /// For each least maximum penalty that the provision names: how far the state's maxima reach it.
        public let penalties: [PenaltyComparison]

        enum CodingKeys: String, CodingKey {
            case id, title, provision, coverage, reservable, gaps, witness, terms, open, review, repairs, penalties
            case repairSearch = "repair-search"
            case coverageWithReservations = "coverage-with-reservations"
            case gapsComplete = "gaps-complete"
            case coveredBy = "covered-by"
        }
    }

    public let schema = "dualcrim/harmonization/1"
    public let state: String
    public let benchmark: String
    public let title: String
    public let asOf: String
    public let provisions: [Shortfall]

    enum CodingKeys: String, CodingKey {
        case schema, state, benchmark, title, provisions
        case asOf = "as-of"
    }
}

/// Compares the model definitions of an instrument with the law of a state.
public struct Harmonizer: Sendable {
    public let vocabulary: Vocabulary
    public let benchmark: Benchmark
    public let state: Jurisdiction
    public let date: LegalDate

    public init(vocabulary: Vocabulary, benchmark: Benchmark, state: Jurisdiction, date: LegalDate) {
        self.vocabulary = vocabulary
        self.benchmark = benchmark
        self.state = state
        self.date = date
    }

    /// - Parameter provision: only the provision with this id; nil for all. What an edit would newly punish is always
    ///   judged by the whole instrument.
    /// - Parameter repairs: whether to look for repairs.
    /// - Throws: `FactSpaceError` where benchmark and law together cut an element too finely.
    public func run(provision: String? = nil, repairs: Bool = false) throws -> Harmonization {
        let asked = benchmark.only(provision)
        let models = [{ _ in .never }, Harmonizer.reserved].map { asked.asJurisdiction(leavingOut: $0) }
        let law = try ComparedLaw(models + [state], vocabulary: vocabulary, date: date)
        let whole = try law.compare(0, with: 2)
        let reduced = try law.compare(1, with: 2)
        let rest = Dictionary(reduced.offences.map { ($0.id, $0.coverage) }, uniquingKeysWith: { first, _ in first })
        var finder = repairs
            ? try RepairFinder(vocabulary: vocabulary, benchmark: benchmark, state: state, date: date) : nil
        let hasPenalties = asked.provisions.contains { !$0.leastMaximum.isEmpty }
        let tiers = hasPenalties
            ? try PenaltyTiers(vocabulary: vocabulary, benchmark: benchmark, state: state, date: date) : nil
        let provisions = try zip(asked.provisions, whole.offences).map { provision, compared in
            let place = benchmark.provisions.firstIndex { $0.id == provision.id } ?? 0
            let repaired = try finder?.repairs(place: place, layers: compared.layers)
            return Harmonization.Shortfall(
                id: compared.id, title: compared.title, provision: compared.provision, coverage: compared.coverage,
                coverageWithReservations: provision.reservable == .everything ? nil : rest[compared.id],
                reservable: Harmonizer.words(provision.reservable), gaps: compared.gaps,
                gapsComplete: compared.gapsComplete, witness: compared.witness, coveredBy: compared.coveredBy,
                terms: compared.terms, open: compared.open, review: compared.review,
                repairs: repaired?.repairs ?? [], repairSearch: repaired?.report,
                penalties: try tiers?.compare(provision, place: place) ?? [])
        }
        return Harmonization(
            state: state.code.text, benchmark: benchmark.id, title: benchmark.title, asOf: date.iso, provisions: provisions)
    }

    private static func reserved(_ provision: BenchmarkProvision) -> Condition {
        switch provision.reservable {
        case .nothing: return .never
        case .everything: return .never
        case .parts(let parts): return .any(parts.map(\.when))
        }
    }

    private static func words(_ reservable: Reservable) -> [String] {
        switch reservable {
        case .nothing: return []
        case .everything: return ["the whole provision"]
        case .parts(let parts): return parts.map { "\($0.what) (\($0.provision))" }
        }
    }
}

extension Benchmark {
    /// The instrument with one provision; unchanged for nil.
    func only(_ provision: String?) -> Benchmark {
        guard let provision else { return self }
        return Benchmark(
            id: id, titles: titles, sources: sources, provisions: provisions.filter { $0.id.text == provision })
    }

    /// The model definitions as if they were the offences of a state, so that they are compared like one.
    func asJurisdiction(leavingOut: (BenchmarkProvision) -> Condition) -> Jurisdiction {
        let authority = Authority(provision: "", review: .sourceChecked)
        // What is asked of attempt and participation stands in the conditions themselves: an attempt counts wherever they
        // do not ask for the completed act, and the general part adds nothing.
        let general = GeneralPart(
            defaultFault: nil,
            attempt: .init(punishable: .none, impossible: false, penalty: .same, authority: authority), crime: nil,
            participation: .init(instigator: true, accomplice: true, authority: authority), ageOfResponsibility: nil,
            ceiling: nil, limitation: nil)
        let offences = provisions.map { provision -> Offence in
            let left = leavingOut(provision)
            let version = OffenceVersion(
                inForce: DateInterval(), when: left == .never ? provision.when : .all([provision.when, .not(left)]),
                hook: nil, exceptions: provision.exceptions, attempt: .yes, penalty: [], limitation: nil,
                provision: provision.provision, review: provision.review, inForceIsRead: true)
            return Offence(
                id: provision.id, titles: provision.titles, source: provision.source, before: .noOffence,
                versions: [version], silent: provision.silent, note: provision.note)
        }
        return Jurisdiction(
            code: JurisdictionCode(id), names: titles, parent: nil, generalPart: general, coverage: [:], outsideLaw: [],
            sources: sources, definitions: [], offences: offences, cooperation: nil)
    }
}
