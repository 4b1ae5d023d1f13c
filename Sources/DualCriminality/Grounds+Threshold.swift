import ConditionAlgebra
import Law

extension Grounds {
    /// The penalty threshold of the requested state's own extradition law, on each side that it names.
    func threshold(
        _ law: ExtraditionLaw, _ facts: Facts, _ requesting: SideAnswer, _ requested: SideAnswer,
        _ decider: inout Decider
    ) throws -> [(finding: Finding, verdict: Verdict)] {
        var result: [(finding: Finding, verdict: Verdict)] = []
        if let authority = law.thresholdAuthority {
            for (rule, side, answer) in [
                (law.requestingThreshold, views.requesting, requesting), (law.requestedThreshold, views.requested, requested),
            ] {
                guard let rule else { continue }
                result.append(try one(rule, side, answer, facts, law, authority, &decider))
            }
        }
        if request.purpose == .sentence, let authority = law.sentenceAuthority {
            result += sentence(law, authority)
        }
        return result
    }

    private func one(
        _ rule: ThresholdRule, _ side: SideViews, _ answer: SideAnswer, _ facts: Facts, _ law: ExtraditionLaw,
        _ authority: Authority, _ decider: inout Decider
    ) throws -> (finding: Finding, verdict: Verdict) {
        let (status, isPunishable) = try reached(rule, side, facts, law, &decider)
        let name = side.jurisdiction.name
        let met = answer.offences.filter { $0.status == .met }
        let highest = (met.isEmpty ? answer.offences : met).filter { $0.imprisonment != nil }.prefix(3)
            .map { "\($0.provision): \($0.imprisonment?.text ?? "")" }
        let because: [String]
        switch status {
        case .met: because = ["\(name): \(rule.words), reached by \(highest.joined(separator: "; "))"]
        case .notMet where isPunishable == .notMet:
            because = ["\(name): \(rule.words) asked, but the facts are not punishable there"]
        case .notMet:
            because = [
                "\(name): \(rule.words) asked, not reached on these facts"
                    + (highest.isEmpty ? "" : " (\(highest.joined(separator: "; ")))")
            ]
        case .depends, .appraisal:
            because = ["\(name): \(rule.words); whether it is reached turns on what is open above"]
        case .unknown: because = ["\(name): \(rule.words); it turns on law that is not encoded"]
        }
        var cures: [Finding.Cure] = []
        if status == .notMet, isPunishable != .notMet {
            cures.append(
                Finding.Cure(
                    kind: .basis, text: "look for a treaty between the two states with a lower threshold"))
        }
        let finding = Finding(
            ground: "penalty-threshold", count: count.id, item: item.id,
            outcome: Grounds.outcome(status, law.thresholdEffect), effect: law.thresholdEffect.rawValue,
            basis: "domestic", provision: authority.provision, because: because, establish: nil, cure: cures,
            review: authority.review.rawValue)
        return (finding, Grounds.verdict(status, law.thresholdEffect))
    }

    /// Whether the threshold is reached, and whether the facts are punishable at all; act by act, as in `SideAnalysis`.
    private func reached(
        _ rule: ThresholdRule, _ side: SideViews, _ facts: Facts, _ law: ExtraditionLaw, _ decider: inout Decider
    ) throws -> (PunishabilityStatus, PunishabilityStatus) {
        guard let act = assessor.vocabulary.index(of: "act") else { return (.unknown, .unknown) }
        var parts: [(PunishabilityStatus, PunishabilityStatus)] = []
        for value in try decider.acts(in: facts) {
            var stated = facts
            stated.values[act] = value
            do {
                let known = assessor.options.strict ? stated : try decider.presuming(stated).facts
                let cases = try decider.cases(known)
                var statuses: [(asked: AskedDay, status: PunishabilityStatus)] = []
                var punishable: [(asked: AskedDay, status: PunishabilityStatus)] = []
                for (asked, view) in try side.compiled(for: stated, &decider) {
                    let node = try decider.reaching(
                        rule, in: view, cases: cases, asAttempted: law.attemptReducesThreshold)
                    statuses.append((asked, try decider.status(node, in: cases)))
                    punishable.append((asked, try decider.status(decider.union(view, in: cases), in: cases)))
                }
                parts.append((ConductPeriods.together(statuses), ConductPeriods.together(punishable)))
            } catch is DiagramTooLarge {
                parts.append((.unknown, .unknown))
            }
        }
        return (PunishabilityStatus.ofParts(parts.map(\.0)), PunishabilityStatus.ofParts(parts.map(\.1)))
    }

    private func sentence(_ law: ExtraditionLaw, _ authority: Authority) -> [(finding: Finding, verdict: Verdict)] {
        var result: [(finding: Finding, verdict: Verdict)] = []
        for (threshold, stated, word, key) in [
            (law.remainingSentence, request.sentenceRemaining, "remains to be served", "sentence-remaining"),
            (law.imposedSentence, request.sentenceImposed, "was imposed", "sentence-imposed"),
        ] {
            guard let threshold else { continue }
            let status: PunishabilityStatus
            let because: String
            if let stated {
                status = threshold.isReached(by: stated) ? .met : .notMet
                because = "\(threshold.words) asked; \(stated.words) \(word)"
            } else {
                status = .depends
                because = "\(threshold.words) asked; the request does not say how much \(word) (`\(key)`)"
            }
            let finding = Finding(
                ground: "sentence-threshold", count: count.id, item: item.id,
                outcome: Grounds.outcome(status, .mandatory), effect: GroundEffect.mandatory.rawValue,
                basis: "domestic", provision: authority.provision, because: [because], establish: nil,
                cure: stated == nil ? [Finding.Cure(kind: .fact, text: "state `\(key)`")] : [],
                review: authority.review.rawValue)
            result.append((finding, Grounds.verdict(status, .mandatory)))
        }
        return result
    }
}
