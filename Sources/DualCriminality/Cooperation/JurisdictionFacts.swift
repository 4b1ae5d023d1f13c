import Law

/// Finds whether the requested state has jurisdiction itself, and whether its law would reach such conduct abroad.
struct JurisdictionFacts {
    let assessor: Assessor
    let request: Request
    let law: ItemLaw
    /// Decides which categories the facts fall into.
    let decider: Decider

    private var requested: Jurisdiction { assessor.requested }
    private var catalogue: GroundCatalogue { assessor.rules.catalogue }

    func complete(_ facts: inout CaseFacts, _ grounds: inout GroundDecider) throws {
        try ownJurisdiction(&facts, &grounds)
        try counterpart(&facts, &grounds)
    }

    /// Jurisdiction over the facts as they are (DESIGN-AMENDMENTS 12).
    private func ownJurisdiction(_ facts: inout CaseFacts, _ grounds: inout GroundDecider) throws {
        let id = "requested-has-jurisdiction"
        if let element = catalogue.vocabulary.element("place.in-requested") {
            guard let place = facts.facts.values[element.index] else {
                return facts.open(id, .fact("committed.in"))
            }
            if case .has(_, let none) = catalogue.has("place.in-requested", "none"), place != none {
                return facts.set(id, true, because: ["conduct on the territory of \(requested.name)"])
            }
        }
        let reach = requested.cooperation?.reach?.filter { !$0.isSubsidiary }
        try set(id, reach, facts, "jurisdiction", &facts, &grounds)
    }

    /// Would the law reach the conduct if every link to the requesting state were one to the requested state?
    private func counterpart(_ facts: inout CaseFacts, _ grounds: inout GroundDecider) throws {
        var swapped = facts
        let person = request.person
        if let nationalities = person.nationalities {
            let own = nationalities.contains { $0.state == request.requesting }
            swapped.replace("person.national-of-requested", own)
            swapped.replace("person.was-national-of-requested", own)
        }
        if let resident = person.residentIn {
            swapped.replace("person.resident-of-requested", resident == request.requesting)
        }
        if let victims = law.count.victim.nationalities {
            swapped.replace("victim.national-of-requested", victims.contains(request.requesting))
        }
        try set(
            "counterpart-reach", requested.cooperation?.reach, swapped, "reach over such conduct abroad", &facts, &grounds)
    }

    private func set(
        _ id: String, _ reach: [Reach]?, _ asked: CaseFacts, _ what: String, _ facts: inout CaseFacts,
        _ grounds: inout GroundDecider
    ) throws {
        guard let reach else {
            return facts.open(id, .law("the bases of jurisdiction of \(requested.name) are not encoded"))
        }
        var statuses: [PunishabilityStatus] = []
        var missing: [CaseFacts.Opening] = []
        for rule in reach {
            guard let matched = matches(rule) else { continue }
            let links = try grounds.status(rule, asked)
            let place = rule.doubleCriminalityAtPlace == true ? punishableAtPlace : .met
            let status = PunishabilityStatus.worst([links, matched, place]) ?? .unknown
            if status == .met {
                return facts.set(
                    id, true, because: ["\(what) of \(requested.name): \(rule.basis.rawValue) (\(rule.authority.provision))"])
            }
            if status != .notMet {
                statuses.append(status)
                missing += rule.when.elements.sorted().flatMap { asked.openings[$0] ?? [] }
            }
        }
        switch PunishabilityStatus.best(statuses) {
        case nil: facts.set(id, false, because: ["no basis of \(what) is given in \(requested.name)"])
        case .depends?:
            facts.open(
                id, missing.isEmpty ? [.fact("counts: facts")] : missing.unique,
                because: ["\(what) of \(requested.name) turns on facts that are not stated"])
        default: facts.open(id, .law("\(what) turns on law that is not encoded"))
        }
    }

    /// Whether the conduct is punishable where it was done, beyond the requested state. The law of a third state is not
    /// read for one request.
    private var punishableAtPlace: PunishabilityStatus {
        guard let places = law.count.places else { return .depends }
        let abroad = places.filter { $0.part != .server && $0.state != request.requested }
        return PunishabilityStatus.worst(
            abroad.map { place in
                // Where no state rules, nothing has to be punishable.
                guard let state = place.state else { return .met }
                return state == request.requesting ? law.statuses.requesting : .unknown
            }) ?? .met
    }

    /// Whether the offences that the rule names are those that the conduct meets in the requested state; nil where none is.
    private func matches(_ rule: Reach) -> PunishabilityStatus? {
        switch rule.offences {
        case .all: return law.statuses.requested == .notMet ? nil : law.statuses.requested
        case .some(let ids):
            let named = law.requested.offences.filter { ids.contains(OffenceID($0.id)) }.map(\.status)
            return PunishabilityStatus.best(named.filter { $0 != .notMet })
        case .categories(let ids):
            let guards = ids.compactMap { assessor.vocabulary.category($0)?.guardCondition }
            var decider = decider
            let inside = decider.status(of: .any(guards), owner: "", law.facts, strict: assessor.options.strict)
            guard inside != .notMet, law.statuses.requested != .notMet else { return nil }
            return PunishabilityStatus.worst([inside, law.statuses.requested])
        }
    }
}

extension CaseFacts {
    /// Takes the place of what was found or stated, for a question about other facts than those of the case.
    mutating func replace(_ id: String, _ value: Bool) {
        guard let element = catalogue.vocabulary.element(id) else { return }
        override(element.index, value ? .yes : .no)
    }
}
