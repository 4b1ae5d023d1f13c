import ConditionAlgebra
import Law

/// Finds the facts of one count on one legal basis that follow from the definitions and penalties of both states.
struct CountFacts {
    let assessor: Assessor
    let request: Request
    let basis: LegalBasis

    /// What one item gives on this basis, before the other counts are looked at.
    struct Core {
        let law: ItemLaw
        let requestingThreshold: ThresholdCheck.Answer?
        let requestedThreshold: ThresholdCheck.Answer?

        /// Dual criminality and the threshold together: whether the count can carry others.
        var extraditable: PunishabilityStatus {
            let thresholds = [requestingThreshold, requestedThreshold].compactMap { $0?.reached }
            return PunishabilityStatus.worst([law.dualCriminality] + thresholds) ?? .unknown
        }
    }

    func core(_ law: ItemLaw, _ decider: inout Decider) throws -> Core {
        let check = ThresholdCheck(assessor: assessor, attemptReduces: basis.attemptReduces)
        let penalty = basis.penalty
        return Core(
            law: law,
            requestingThreshold: try penalty?.requesting.map { try check.answer($0, .requesting, law, &decider) },
            requestedThreshold: try penalty?.requested.map { try check.answer($0, .requested, law, &decider) })
    }

    /// - Parameters:
    ///   - known: what the request alone gives.
    ///   - others: whether other counts are extraditable.
    func facts(
        _ core: Core, known: CaseFacts, others: [PunishabilityStatus], _ decider: inout Decider
    ) throws -> CaseFacts {
        var result = known
        let law = core.law
        if basis.test?.mode == .offence, request.kind == .extradition, law.count.chargedUnder.isEmpty,
            law.dualCriminality == .met
        {
            result.open(
                "dual-criminality", [.fact("counts: charged-under")],
                because: reasons(law) + ["\(basis.short) compares offences: which one is charged is not stated"])
        } else {
            result.set(
                "dual-criminality", law.dualCriminality, met: "met", notMet: "not-met", key: "counts: facts",
                because: reasons(law))
        }
        for (id, answer) in [
            ("requesting-threshold", core.requestingThreshold), ("requested-threshold", core.requestedThreshold),
        ] {
            guard let answer else {
                result.set(id, ["reached"], because: ["no threshold on this side"])
                continue
            }
            result.set(
                id, answer.reached, met: "reached", notMet: "not-reached", key: "counts: facts", because: [answer.because])
        }
        let other = PunishabilityStatus.best(others) ?? .notMet
        result.set(
            "other-count-extraditable", other, met: "yes", notMet: "no", key: "counts: facts",
            because: [others.isEmpty ? "there is no other count" : "another count: \(other.rawValue)"])
        sentence(&result)
        try lists(law, &result, &decider)
        penalties(law, &result)
        deathInRequested(law, &result)
        thirdState(law.count, &result)
        result.set("legal-basis", ["exists"], because: [basis.title])
        return result
    }

    private func reasons(_ law: ItemLaw) -> [String] {
        [(law.requesting, law.statuses.requesting, assessor.requesting.name), (law.requested, law.statuses.requested, assessor.requested.name)]
            .map { DualCriminalityWording.reason($0.0, $0.1, $0.2) }
    }

    private func sentence(_ result: inout CaseFacts) {
        let id = "sentence-threshold"
        guard request.purpose == .sentence, let threshold = basis.sentence else {
            return result.set(id, ["reached"], because: ["no sentence has to be measured"])
        }
        var reasons: [String] = []
        var missing: [CaseFacts.Opening] = []
        var isReached = true
        for (limit, stated, word, key) in [
            (threshold.remaining, request.sentenceRemaining, "remains to be served", "sentence-remaining"),
            (threshold.imposed, request.sentenceImposed, "was imposed", "sentence-imposed"),
        ] {
            guard let limit else { continue }
            guard let stated else {
                missing.append(.fact(key))
                reasons.append("\(limit.words) asked; the request does not say how much \(word) (`\(key)`)")
                continue
            }
            reasons.append("\(limit.words) asked; \(stated.words) \(word)")
            if !limit.isReached(by: stated) { isReached = false }
        }
        if !isReached {
            result.set(id, ["not-reached"], because: reasons)
        } else if missing.isEmpty {
            result.set(id, ["reached"], because: reasons)
        } else {
            result.open(id, missing, because: reasons)
        }
    }

    /// The list without verification, the list of a list treaty, and the definitions of the instrument.
    private func lists(_ law: ItemLaw, _ result: inout CaseFacts, _ decider: inout Decider) throws {
        if let list = basis.list {
            let category = try status(of: list, law, &decider)
            var parts = [category.status]
            var reasons = [category.because]
            if let threshold = list.requestingThreshold {
                let check = ThresholdCheck(assessor: assessor, attemptReduces: basis.attemptReduces)
                let answer = try check.answer(.maximum(threshold), .requesting, law, &decider)
                parts.append(answer.reached)
                reasons.append(answer.because)
            }
            let together = PunishabilityStatus.worst(parts) ?? .unknown
            result.set("on-list", together, met: "yes", notMet: "no", key: "counts: facts", because: reasons)
        } else {
            result.set("on-list", false, because: ["\(basis.short) has no list without verification"])
        }
        if let list = basis.extraditable {
            let category = try status(of: list, law, &decider)
            result.set(
                "treaty-list", category.status, met: "listed", notMet: "not-listed", key: "counts: facts",
                because: [category.because])
        } else {
            result.set("treaty-list", ["no-list"])
        }
        guard let name = basis.instrument?.benchmark else {
            return result.set("within-instrument", true, because: ["\(basis.short) is not limited to certain offences"])
        }
        guard let benchmark = assessor.rules.benchmarks[name] else {
            return result.open("within-instrument", .law("the definitions of \(basis.short) are not encoded"))
        }
        let status = decider.status(
            of: benchmark.reach, owner: "benchmark " + name, law.facts, strict: assessor.options.strict)
        result.set(
            "within-instrument", status, met: "yes", notMet: "no", key: "counts: facts",
            because: ["\(status == .met ? "within" : status == .notMet ? "outside" : "perhaps within") the definitions of \(basis.short)"])
    }

    private func status(
        of list: OffenceList, _ law: ItemLaw, _ decider: inout Decider
    ) throws -> (status: PunishabilityStatus, because: String) {
        let matching = list.items.filter { !$0.categories.isEmpty }
        var possible: [String] = []
        for item in matching {
            let guards = item.categories.compactMap { assessor.vocabulary.category($0)?.guardCondition }
            let status = decider.status(of: .any(guards), owner: "", law.facts, strict: assessor.options.strict)
            if status == .met { return (.met, "“\(item.title)”") }
            if status != .notMet { possible.append("“\(item.title)”") }
        }
        return possible.isEmpty
            ? (.notMet, "no item of the list") : (.depends, "perhaps \(Wording.list(possible))")
    }

    private func deathInRequested(_ law: ItemLaw, _ result: inout CaseFacts) {
        let id = "penalty.death-in-requested"
        let highest = law.maximum(.requested)
        if let certain = highest.certain, certain >= .death {
            result.set(id, true, because: ["\(assessor.requested.name) threatens death"])
        } else if let possible = highest.possible, possible >= .death {
            result.open(id, .fact("counts: facts"))
        } else if law.statuses.requested == .unknown {
            result.open(id, .law("whether \(assessor.requested.name) threatens death turns on law that is not encoded"))
        } else {
            result.set(id, false, because: ["\(assessor.requested.name) does not threaten death"])
        }
    }

    /// Whether the third states whose judgments are stated are bound by the instrument.
    private func thirdState(_ count: Count, _ result: inout CaseFacts) {
        let id = "judgment.third-is-party"
        guard let instrument = basis.instrument?.id else { return result.set(id, false, because: ["no instrument is the basis"]) }
        let states = request.finalJudgments.filter {
            ($0.count ?? count.id) == count.id && $0.state != request.requested && $0.state != request.requesting
        }.map(\.state).unique
        let bonds = states.map { assessor.rules.parties.bond(of: $0, to: instrument, on: request.date) }
        func isBound(_ bond: PartyTable.Bond) -> Bool {
            if case .bound = bond { return true }
            return false
        }
        if bonds.allSatisfy(isBound) {
            result.set(id, !bonds.isEmpty, because: states.map { "\($0) is a party to \(basis.short)" })
        } else if bonds.allSatisfy({ $0 == .notBound }) {
            result.set(id, false, because: states.map { "\($0) is no party to \(basis.short)" })
        } else {
            result.open(id, .law("whether \(states.map(\.text).joined(separator: ", ")) is a party to \(basis.short) is not known"))
        }
    }

    private func penalties(_ law: ItemLaw, _ result: inout CaseFacts) {
        for (id, term, words) in [
            ("penalty.death-possible", Term.death, "death"), ("penalty.life-possible", Term.life, "life"),
        ] {
            let highest = law.maximum(.requesting)
            if let certain = highest.certain, certain >= term {
                result.set(id, true, because: ["\(assessor.requesting.name) threatens \(words)"])
            } else if let possible = highest.possible, possible >= term {
                result.open(id, [.fact("counts: facts")], because: ["whether \(assessor.requesting.name) threatens \(words) turns on facts that are open"])
            } else if law.statuses.requesting == .unknown {
                result.open(id, .law("whether \(assessor.requesting.name) threatens \(words) turns on law that is not encoded"))
            } else {
                result.set(id, false, because: ["\(assessor.requesting.name) threatens no more than \(highest.possible?.words ?? "nothing")"])
            }
        }
    }
}

extension Benchmark {
    /// The conduct that its provisions define.
    var reach: Condition {
        .any(
            provisions.map { provision in
                .all([provision.when, .not(.any(provision.exceptions.filter(\.kind.subtracts).map(\.when)))])
            })
    }
}
