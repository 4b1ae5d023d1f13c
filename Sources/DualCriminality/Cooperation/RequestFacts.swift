import Law

/// Finds the facts that depend on the request alone: persons, places, proceedings.
struct RequestFacts {
    let request: Request
    let requested: Jurisdiction
    let catalogue: GroundCatalogue
    let strict: Bool

    func facts(of count: Count) -> CaseFacts {
        var result = CaseFacts(catalogue)
        result.state(request.caseFacts)
        if !strict { result.presume() }
        result.set("purpose", [request.purpose.rawValue])
        persons(count, &result)
        places(count, &result)
        proceedings(count, &result)
        return result
    }

    private func persons(_ count: Count, _ result: inout CaseFacts) {
        let person = request.person
        if let nationalities = person.nationalities {
            let states = nationalities.isEmpty ? "none" : nationalities.map(\.state.text).joined(separator: ", ")
            let own = nationalities.first { $0.state.isOrIsPart(of: request.requested) }
            let stated = "nationality: \(states)"
            result.set("person.national-of-requested", own != nil, because: [stated])
            result.set(
                "person.national-of-requesting", nationalities.contains { $0.state.isOrIsPart(of: request.requesting) }, because: [stated])
            nationalityAtConduct(own, count, stated, &result)
        } else {
            for id in ["person.national-of-requested", "person.was-national-of-requested", "person.national-of-requesting"] {
                result.open(id, .fact("person.nationalities"))
            }
        }
        if let resident = person.residentIn {
            result.set("person.resident-of-requested", resident.isOrIsPart(of: request.requested), because: ["residence: \(resident)"])
        } else {
            result.open("person.resident-of-requested", .fact("person.resident-in"))
        }
        if let age = person.ageAtConduct {
            result.set("person.age-at-conduct", number: age)
            if let rule = requested.generalPart.ageOfResponsibility {
                result.set(
                    "person.below-age-of-responsibility", age < rule.age,
                    because: ["\(age) years old, responsible from \(rule.age) (\(rule.authority.provision))"])
            } else {
                // At 18 nobody is below the age of responsibility of any state.
                if age >= 18 {
                    result.set("person.below-age-of-responsibility", false, because: ["\(age) years old"])
                } else {
                    result.open(
                        "person.below-age-of-responsibility",
                        .law("the age of criminal responsibility of \(requested.name) is not encoded"))
                }
            }
        } else {
            result.open("person.age-at-conduct", .fact("person.age-at-conduct"))
            result.open("person.below-age-of-responsibility", .fact("person.age-at-conduct"))
        }
        if let now = person.ageNow {
            result.set("person.age-at-request", number: now)
        } else {
            result.open("person.age-at-request", .fact("person.age-now"))
        }
        if let victims = count.victim.nationalities {
            result.set("victim.national-of-requested", victims.contains { $0.isOrIsPart(of: request.requested) })
        } else {
            result.open("victim.national-of-requested", .fact("victim.nationalities"))
        }
    }

    /// A nationality acquired later does not count where the time of the conduct is asked.
    private func nationalityAtConduct(
        _ own: Person.Nationality?, _ count: Count, _ stated: String, _ result: inout CaseFacts
    ) {
        let id = "person.was-national-of-requested"
        guard let own else { return result.set(id, false, because: [stated]) }
        guard let since = own.since else { return result.set(id, true, because: [stated]) }
        let reason = "\(stated), since \(since.iso)"
        if let from = count.committed.from, since <= from {
            result.set(id, true, because: [reason])
        } else if let to = count.committed.to, since > to {
            result.set(id, false, because: [reason])
        } else {
            result.open(id, [.fact("committed")], because: ["\(reason), in the course of the conduct"])
        }
    }

    private func places(_ count: Count, _ result: inout CaseFacts) {
        guard let places = count.places else {
            result.open("place.in-requested", .fact("committed.in"))
            result.open("place.outside-requesting", .fact("committed.in"))
            return
        }
        let words = places.isEmpty
            ? "no place" : places.map { ($0.state?.text ?? "no state") + ($0.part == .whole ? "" : " (\($0.part.rawValue))") }
                .joined(separator: ", ")
        // A server alone is no place at which the person acts.
        let acts = places.filter { $0.part != .server }
        let inRequested = acts.filter { ($0.state?.isOrIsPart(of: request.requested) ?? false) }
        let isWhole = !inRequested.isEmpty && acts.count == inRequested.count && inRequested.contains { $0.part == .whole }
        result.set(
            "place.in-requested", [inRequested.isEmpty ? "none" : isWhole ? "whole" : "part"],
            because: ["done in \(words)"])
        result.set(
            "place.outside-requesting", !acts.contains { ($0.state?.isOrIsPart(of: request.requesting) ?? false) }, because: ["done in \(words)"])
    }

    private func proceedings(_ count: Count, _ result: inout CaseFacts) {
        func judgments(_ id: String, _ isMeant: (JurisdictionCode) -> Bool) {
            let own = request.finalJudgments.filter { isMeant($0.state) && ($0.count ?? count.id) == count.id }
            guard let first = own.first else {
                if strict, !request.statesJudgments { return result.open(id, .fact("case.final-judgments")) }
                return result.set(id, ["none"], presumed: !request.statesJudgments)
            }
            let outcomes = own.compactMap { $0.outcome?.rawValue }
            guard outcomes.count == own.count else {
                return result.open(id, [.fact("case.final-judgments: outcome")], because: ["final judgment in \(first.state), the outcome is not stated"])
            }
            // Of several judgments each may bar; where all do, it does not matter which is asked.
            result.set(id, outcomes.unique, because: own.map { "\($0.state): \($0.outcome?.rawValue ?? "")" })
        }
        func pending(_ id: String, _ isMeant: (JurisdictionCode) -> Bool) {
            if strict, !request.statesPending { return result.open(id, .fact("case.pending-in")) }
            let own = request.pendingIn.filter(isMeant)
            result.set(id, [own.isEmpty ? "no" : "yes"], presumed: own.isEmpty && !request.statesPending)
        }
        judgments("judgment.requested") { $0.isOrIsPart(of: request.requested) }
        judgments("judgment.requesting") { $0.isOrIsPart(of: request.requesting) }
        judgments("judgment.third") { !$0.isOrIsPart(of: request.requested) && !$0.isOrIsPart(of: request.requesting) }
        pending("pending.requested") { $0.isOrIsPart(of: request.requested) }
        pending("pending.third") { !$0.isOrIsPart(of: request.requested) && !$0.isOrIsPart(of: request.requesting) }
    }
}
