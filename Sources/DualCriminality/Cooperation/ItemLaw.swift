import ConditionAlgebra
import Law

/// What the definitions of both states say of one item, on one set of facts, under one test of dual criminality.
struct ItemLaw {
    let count: Count
    let item: Item
    let facts: Facts
    let views: (requesting: SideViews, requested: SideViews)
    let requesting: SideAnswer
    let requested: SideAnswer
    let statuses: (requesting: PunishabilityStatus, requested: PunishabilityStatus)
    /// Most legal bases ask for the same threshold.
    fileprivate let thresholds = ThresholdAnswers()

    var dualCriminality: PunishabilityStatus {
        PunishabilityStatus.worst([statuses.requesting, statuses.requested]) ?? .unknown
    }

    func side(_ side: Side) -> (views: SideViews, answer: SideAnswer, status: PunishabilityStatus) {
        switch side {
        case .requesting: return (views.requesting, requesting, statuses.requesting)
        case .requested: return (views.requested, requested, statuses.requested)
        }
    }

    /// The highest maximum that a state threatens, over the offences that are or may be met.
    ///
    /// Certain is what the facts surely carry; possible, what a tier that they leave open or another version may carry.
    func maximum(_ side: Side) -> (certain: Term?, possible: Term?) {
        let (views, answer, _) = self.side(side)
        let certain = answer.offences.filter { $0.status == .met }.compactMap { $0.lapse.maxima?.lowerBound }.max()
        var possible = answer.offences.compactMap { $0.lapse.maxima?.upperBound }.max()
        guard views.days.count > 1 else { return (certain, possible) }
        var least = certain
        for offence in answer.offences {
            let versions = views.days.compactMap { day in
                day.view.offences.first { $0.offence.id.text == offence.id }?.version
            }
            for range in versions.compactMap({ LapseOfTime.maxima(of: $0.penalty) }) {
                possible = max(possible ?? range.upperBound, range.upperBound)
                least = least.map { min($0, range.upperBound) }
            }
        }
        return (least, possible)
    }
}

/// Thresholds that were decided for one item.
private final class ThresholdAnswers {
    struct Question: Hashable {
        let rule: ThresholdRule
        let side: Side
        let reduces: Bool
    }

    var known: [Question: (reached: PunishabilityStatus, punishable: PunishabilityStatus)] = [:]
}

/// Whether the penalty for an item reaches a threshold.
struct ThresholdCheck {
    let assessor: Assessor
    /// Whether a reduction for attempt counts; nil where no text says, and then only what holds either way is sure.
    let attemptReduces: Bool?

    struct Answer: Hashable {
        let reached: PunishabilityStatus
        /// Whether the facts are punishable at all.
        let punishable: PunishabilityStatus
        let because: String
    }

    func answer(_ rule: ThresholdRule, _ side: Side, _ law: ItemLaw, _ decider: inout Decider) throws -> Answer {
        let (views, answer, _) = law.side(side)
        let (reduced, isPunishable) = try reached(rule, side, law, attemptReduces ?? true, &decider)
        var status = reduced
        if attemptReduces == nil, status != .met, try reached(rule, side, law, false, &decider).reached != status {
            status = .unknown
        }
        let name = views.jurisdiction.name
        let met = answer.offences.filter { $0.status == .met }
        let highest = (met.isEmpty ? answer.offences : met).filter { $0.imprisonment != nil }.prefix(3)
            .map { "\($0.provision): \($0.imprisonment?.text ?? "")" }
        let because: String
        switch status {
        case .met: because = "\(name): \(rule.words), reached by \(highest.joined(separator: "; "))"
        case .notMet where isPunishable == .notMet:
            because = "\(name): \(rule.words) asked, but the facts are not punishable there"
        case .notMet:
            because = "\(name): \(rule.words) asked, not reached on these facts"
                + (highest.isEmpty ? "" : " (\(highest.joined(separator: "; ")))")
        case .depends, .appraisal:
            because = "\(name): \(rule.words); whether it is reached turns on what is open in the definitions"
        case .unknown where reduced != .unknown:
            because = "\(name): \(rule.words); the text does not say whether a reduction for attempt counts"
        case .unknown: because = "\(name): \(rule.words); it turns on law that is not encoded"
        }
        return Answer(reached: status, punishable: isPunishable, because: because)
    }

    private func reached(
        _ rule: ThresholdRule, _ side: Side, _ law: ItemLaw, _ reduces: Bool, _ decider: inout Decider
    ) throws -> (reached: PunishabilityStatus, punishable: PunishabilityStatus) {
        let question = ThresholdAnswers.Question(rule: rule, side: side, reduces: reduces)
        if let known = law.thresholds.known[question] { return known }
        let found = try decide(rule, law.side(side).views, law.facts, reduces, &decider)
        law.thresholds.known[question] = found
        return found
    }

    /// Act by act, as in `SideAnalysis`.
    private func decide(
        _ rule: ThresholdRule, _ side: SideViews, _ facts: Facts, _ reduces: Bool, _ decider: inout Decider
    ) throws -> (reached: PunishabilityStatus, punishable: PunishabilityStatus) {
        guard let act = assessor.vocabulary.index(of: "act") else { return (.unknown, .unknown) }
        var parts: [(PunishabilityStatus, PunishabilityStatus)] = []
        for value in try decider.acts(in: facts) {
            var stated = facts
            stated.values[act] = value
            // A copy for each question, as in `SideAnalysis`.
            var decider = decider
            do {
                let known = assessor.options.strict ? stated : try decider.presuming(stated).facts
                let cases = try decider.cases(known)
                var statuses: [(asked: AskedDay, status: PunishabilityStatus)] = []
                var punishable: [(asked: AskedDay, status: PunishabilityStatus)] = []
                for (asked, view) in try side.compiled(for: stated, &decider) {
                    let node = try decider.reaching(rule, in: view, cases: cases, asAttempted: reduces)
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
}

extension Decider {
    /// What holds of a condition of the vocabulary on facts, presumptions included.
    mutating func status(
        of condition: Condition, owner: String, _ facts: Facts, strict: Bool
    ) -> PunishabilityStatus {
        var decider = self
        do {
            let known = strict ? facts : try decider.presuming(facts).facts
            let cases = try decider.cases(known)
            // What the facts settle need not be compiled: of long definitions almost nothing is left.
            decider.compiler.assume(decider.compiler.facts.region(known))
            let node = try decider.compiler.compile(condition, owner: owner, aimed: { _ in nil })
            return try decider.status(node, in: cases)
        } catch {
            // Too large: an honest answer instead of none.
            return .unknown
        }
    }
}
