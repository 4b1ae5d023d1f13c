import Law

/// A state's law on one day, so that parts of it can be exchanged.
///
/// Definitions are named in it, not spelled out, and so is the general ceiling: `jurisdiction(…)` puts them back.
struct StateSnapshot: Sendable {
    struct Definition: Hashable, Sendable {
        let provision: String
        /// With the definitions inside it as names.
        let body: Condition
    }

    let state: Jurisdiction
    let date: LegalDate
    private(set) var generalPart: GeneralPart
    private(set) var coverage: [String: Coverage]
    private(set) var openLaw: [OutsideLaw]
    private(set) var definitions: [String: Definition]
    /// In the order of the file.
    private(set) var offences: [OffenceOnDay]

    init(_ state: Jurisdiction, on date: LegalDate, vocabulary: Vocabulary) {
        self.state = state
        self.date = date
        generalPart = state.generalPart
        coverage = state.coverage
        openLaw = state.outsideLaw
        var definitions: [String: Definition] = [:]
        for definition in state.definitions {
            // The loader wraps the body in its name.
            var body = definition.condition
            if case .definition(_, let inner) = body { body = inner }
            definitions[definition.name] = Definition(provision: definition.provision, body: body.withNamesOnly)
        }
        self.definitions = definitions
        offences = state.offences.compactMap { offence in
            if let version = offence.version(on: date) {
                let named = version.mappingConditions(\.withNamesOnly).withCeiling(.none)
                return OffenceOnDay(offence: offence, content: .inForce(named))
            }
            return LawView.earlierLaw(offence, on: date, vocabulary).map { OffenceOnDay(offence: offence, content: .earlierLaw($0)) }
        }
    }

    func offence(_ id: OffenceID) -> OffenceOnDay? { offences.first { $0.id == id } }

    mutating func apply(_ patch: LawPatch) {
        switch patch {
        case .offence(let id, let content):
            let place = offences.firstIndex { $0.id == id }
            switch (place, content) {
            case (let place?, let content?): offences[place] = content
            case (let place?, nil): offences.remove(at: place)
            case (nil, let content?): offences.append(content)
            case (nil, nil): break
            }
        case .definition(let name, let definition): if let definition { definitions[name] = definition }
        case .generalPart(let rule, let other): generalPart = generalPart.replacing(rule, from: other)
        case .coverage(let category, let status): coverage[category] = status
        case .openLaw(let removed, let added):
            let place = removed.flatMap { openLaw.firstIndex(of: $0) }
            switch (place, added) {
            case (let place?, let added?): openLaw[place] = added
            case (let place?, nil): openLaw.remove(at: place)
            case (nil, let added?): openLaw.append(added)
            case (nil, nil): break
            }
        case .none: break
        }
    }

    /// The law as it can be compared: every offence of the day, in force at all times.
    ///
    /// - Parameters:
    ///   - fallback: definitions of the other law, for a name that this one does not define.
    ///   - only: the offences to keep; nil for all.
    /// - Returns: nil where definitions of the two laws, mixed, lead back to themselves.
    func jurisdiction(fallback: [String: Definition], only: Set<OffenceID>? = nil) -> Jurisdiction? {
        var table = DefinitionTable(own: definitions, fallback: fallback)
        var kept: [Offence] = []
        var earlier: [OutsideLaw] = []
        for offence in offences {
            switch offence.content {
            case .earlierLaw(let law): earlier.append(law)
            case .inForce(let version):
                if let only, !only.contains(offence.id) { continue }
                let spelledOut = version.mappingConditions { table.spelledOut($0) }
                    .withCeiling(generalPart.ceiling ?? .life).atAllTimes
                kept.append(offence.offence.with(versions: [spelledOut]))
            }
        }
        guard !table.isCircular else { return nil }
        return Jurisdiction(
            code: state.code, names: state.names, parent: state.parent, generalPart: generalPart, coverage: coverage,
            outsideLaw: openLaw + earlier, sources: state.sources, definitions: [], offences: kept, cooperation: nil)
    }
}

/// One offence as it stands on a day.
struct OffenceOnDay: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        case inForce(OffenceVersion)
        /// The day lies before the first encoded version, and what applied was not read.
        case earlierLaw(OutsideLaw)
    }

    let offence: Offence
    let content: Content

    var id: OffenceID { offence.id }
    var version: OffenceVersion? {
        if case .inForce(let version) = content { return version }
        return nil
    }
}

extension Offence {
    fileprivate func with(versions: [OffenceVersion]) -> Offence {
        Offence(
            id: id, titles: titles, source: source, before: .noOffence, versions: versions, silent: silent, note: note)
    }
}

/// Spells out definitions, each once.
struct DefinitionTable {
    let own: [String: StateSnapshot.Definition]
    let fallback: [String: StateSnapshot.Definition]
    private var done: [String: Condition] = [:]
    private var open: Set<String> = []
    /// Some definition led back to itself.
    private(set) var isCircular = false

    init(own: [String: StateSnapshot.Definition], fallback: [String: StateSnapshot.Definition]) {
        self.own = own
        self.fallback = fallback
    }

    mutating func spelledOut(_ condition: Condition) -> Condition {
        var table = self
        defer { self = table }
        return condition.mappingDefinitions { name, _ in .definition(name, table.body(name)) }
    }

    private mutating func body(_ name: String) -> Condition {
        if let known = done[name] { return known }
        guard open.insert(name).inserted else {
            isCircular = true
            return .never
        }
        defer { open.remove(name) }
        // The loader refuses names that nothing defines, so one of the two laws has it.
        let result = spelledOut((own[name] ?? fallback[name])?.body ?? .never)
        done[name] = result
        return result
    }
}
