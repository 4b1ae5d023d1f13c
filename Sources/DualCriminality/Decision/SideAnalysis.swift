import ConditionAlgebra
import Law

/// One view for each day that is asked of a state.
struct SideViews: Sendable {
    let jurisdiction: Jurisdiction
    let side: Side
    let days: [(asked: AskedDay, view: LawView)]

    /// The views, compiled for the cases in which these facts hold.
    func compiled(
        for facts: Facts, _ decider: inout Decider
    ) throws -> [(asked: AskedDay, view: CompiledView)] {
        decider.compiler.assume(decider.compiler.facts.region(facts))
        defer { decider.compiler.assume(.everything) }
        var result: [(asked: AskedDay, view: CompiledView)] = []
        for (asked, view) in days { result.append((asked, try CompiledView(view, &decider.compiler))) }
        return result
    }
}

/// Answers one side for one set of facts.
struct SideAnalysis {
    let wording: Wording
    /// The most regions that are shown; beyond, "and rarer combinations".
    static let regionLimit = 12
    static let nearestLimit = 3

    /// Several acts are asked one by one and put together: an act is a fact, so the parts decide the whole exactly, and
    /// no union over all acts has to be built.
    func answer(
        _ views: SideViews, stated: Facts, strict: Bool, _ decider: inout Decider
    ) throws -> (SideAnswer, PunishabilityStatus) {
        let acts = try decider.acts(in: stated)
        guard let act = wording.vocabulary.index(of: "act"), acts.count > 1 else {
            return try oneAct(views, stated: stated, strict: strict, isPart: false, decider)
        }
        var parts: [(act: ValueSet, answer: SideAnswer, status: PunishabilityStatus)] = []
        for value in acts {
            var facts = stated
            facts.values[act] = value
            let (answer, status) = try oneAct(views, stated: facts, strict: strict, isPart: true, decider)
            parts.append((value, answer, status))
        }
        return MergedAnswer(wording: wording, act: act, parts: parts).answer
    }

    private func oneAct(
        _ views: SideViews, stated: Facts, strict: Bool, isPart: Bool, _ decider: Decider
    ) throws -> (SideAnswer, PunishabilityStatus) {
        // A copy for each question: its answer, and whether it passes the budget, must not depend on what was asked before.
        var decider = decider
        do {
            return try decide(views, stated: stated, strict: strict, isPart: isPart, &decider)
        } catch is DiagramTooLarge {
            // An honest answer instead of none (DESIGN-AMENDMENTS 19).
            return (SideAnalysis.empty(views, "the question is too large to decide with so few facts; state more of them"), .unknown)
        }
    }

    /// - Parameter isPart: one of several acts; what to establish is then said for all of them together.
    private func decide(
        _ views: SideViews, stated: Facts, strict: Bool, isPart: Bool, _ decider: inout Decider
    ) throws -> (SideAnswer, PunishabilityStatus) {
        let (facts, presumed) = strict ? (stated, []) : try decider.presuming(stated)
        let cases = try decider.cases(facts)
        var answers: [(asked: AskedDay, status: PunishabilityStatus, union: Node, view: CompiledView)] = []
        for (asked, view) in try views.compiled(for: stated, &decider) {
            let union = try decider.union(view, in: cases)
            answers.append((asked, try decider.status(union, in: cases), union, view))
        }
        let status = ConductPeriods.together(answers.map { ($0.asked, $0.status) })
        // The day that decides is shown: the first with the worst status, otherwise the last.
        let shown = answers.last { $0.status == status } ?? answers.last
        guard let shown else {
            return (SideAnalysis.empty(views, "no day is given on which the law could be asked"), .unknown)
        }
        let offences = try offenceAnswers(shown.view, cases, &decider)
        let open = try openQuestions(shown.union, status: shown.status, &decider)
        var establish: Alternatives?
        if !isPart, shown.status == .depends || shown.status == .appraisal {
            establish = try toEstablish(shown.union, cases, &decider)
        }
        let sufficient = shown.status == .met && !isPart ? try sufficientFacts(shown.view, offences, facts, presumed, &decider) : nil
        let assumed = try assumptions(
            shown.view, stated: stated, facts: facts, presumed: presumed, sufficient: sufficient, &decider)
        let answer = SideAnswer(
            jurisdiction: views.jurisdiction.code.text,
            status: Punishability(status),
            metBy: shown.status == .met ? (offences.contains { $0.status == .met } ? "one" : "together") : nil,
            offences: offences,
            establish: establish,
            suffices: (sufficient ?? []).filter { !presumed.contains($0) }.map {
                FactDescription($0, facts.values[$0] ?? wording.vocabulary[$0].all, wording: wording)
            },
            assumed: assumed,
            appraisal: try appraisals(shown.union, cases, facts, status: shown.status, &decider),
            open: open,
            nearest: shown.status == .notMet || (shown.status == .unknown && offences.isEmpty)
                ? try nearest(shown.view, facts, &decider) : [],
            periods: answers.map {
                PeriodAnswer(
                    from: $0.asked.interval.from?.iso ?? "", to: $0.asked.interval.to?.iso ?? "",
                    law: $0.asked.law.rawValue, status: Punishability($0.status))
            })
        return (answer, status)
    }

    private static func empty(_ views: SideViews, _ why: String) -> SideAnswer {
        SideAnswer(
            jurisdiction: views.jurisdiction.code.text, status: .unknown, metBy: nil, offences: [], establish: nil,
            suffices: [], assumed: [], appraisal: [], open: [why],
            nearest: [], periods: [])
    }

    // MARK: - Parts of the answer

    private func offenceAnswers(
        _ view: CompiledView, _ cases: Node, _ decider: inout Decider
    ) throws -> [OffenceAnswer] {
        var result: [(rank: Int, answer: OffenceAnswer)] = []
        for offence in view.offences {
            let status = try decider.status(offence.whole, in: cases)
            guard status != .notMet else { continue }
            let penalty = try decider.penalty(offence, in: cases)
            let place = PunishabilityStatus.allCases.firstIndex(of: status) ?? 0
            result.append((place, describe(offence.offence, status, penalty, view.view.jurisdiction)))
        }
        return result.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element.answer)
    }

    private func describe(
        _ view: OffenceView, _ status: PunishabilityStatus, _ penalty: PenaltyOnFacts, _ jurisdiction: Jurisdiction
    ) -> OffenceAnswer {
        let offence = view.offence
        var notes = view.version.exceptions.filter { !$0.kind.subtracts }.map { "\($0.name) (\($0.provision))" }
        if !view.version.inForceIsRead { notes.append("the date of commencement is not in the sources") }
        return OffenceAnswer(
            id: offence.id.text, title: offence.title, status: status,
            provision: cite(offence.source.short, view.version.provision),
            imprisonment: penalty.range.map { ImprisonmentAnswer($0, alternativeFine: penalty.alternativeFine) },
            fineOnly: penalty.range == nil && penalty.alternativeFine,
            limitation: OffenceFacts.limitation(view.version, jurisdiction.generalPart),
            review: view.version.review.rawValue, source: offence.source.title, asOf: offence.source.consolidated.iso,
            commencementRead: view.version.inForceIsRead, notes: notes,
            lapse: .init(limitation: view.version.limitation, maxima: penalty.maxima))
    }

    private func toEstablish(_ union: Node, _ cases: Node, _ decider: inout Decider) throws -> Alternatives? {
        let certain = try decider.certain(union, in: cases)
        guard certain != .never else { return nil }
        let upper = try decider.compiler.diagrams.or(certain, decider.compiler.diagrams.not(cases))
        let cover = try decider.compiler.diagrams.cover(
            lower: certain, upper: upper, limit: SideAnalysis.regionLimit)
        let space = decider.compiler.facts
        let possible = certain
        let regions = cover.regions
            .map { decider.compiler.diagrams.shrink($0, within: possible) }
            .sorted { ($0.literals.count, $0.description) < ($1.literals.count, $1.description) }
        return Alternatives(
            anyOf: regions.map { RegionDescription($0, space: space, wording: wording) }, complete: cover.isComplete)
    }

    /// The elements, stated or presumed, that are needed for "met".
    private func sufficientFacts(
        _ view: CompiledView, _ offences: [OffenceAnswer], _ facts: Facts, _ presumed: [ElementIndex],
        _ decider: inout Decider
    ) throws -> [ElementIndex] {
        let space = decider.compiler.facts
        // Outside the constraints anything may be: only possible cases must be covered.
        var condition = try decider.compiler.diagrams.not(decider.constraints)
        let known = space.region(facts)
        // Offences that are met on their own decide; where none is, all that come into question together.
        let met = offences.filter { $0.status == .met }.map(\.id)
        for offence in view.offences where met.isEmpty || met.contains(offence.offence.offence.id.text) {
            condition = try decider.compiler.diagrams.or(condition, whole(offence.offence, view.view, &decider))
        }
        var costs = [Int](repeating: 1000, count: space.space.count)
        for element in presumed { costs[element.number] = 1 }
        let found = decider.compiler.diagrams.fewestFacts(
            condition, known: known, costs: costs, possible: decider.constraints, nodeBudget: 4_000)
        return (found?.variables ?? []).map { ElementIndex($0) }
    }

    /// The whole offence, for every case and not only for the stated facts.
    private func whole(_ offence: OffenceView, _ view: LawView, _ decider: inout Decider) throws -> Node {
        try decider.compiler.compile(
            offence.parts.whole, owner: view.jurisdiction.code.text, aimed: view.aimed)
    }

    private func assumptions(
        _ view: CompiledView, stated: Facts, facts: Facts, presumed: [ElementIndex], sufficient: [ElementIndex]?,
        _ decider: inout Decider
    ) throws -> [Assumption] {
        var used: Set<ElementIndex>
        if let sufficient {
            used = Set(sufficient)
        } else {
            // Not met or open: the presumptions on which the answer could turn.
            let free = try decider.cases(stated)
            var union = Node.never
            for offence in view.offences {
                union = try decider.compiler.diagrams.or(union, decider.compiler.diagrams.and(offence.whole, free))
            }
            used = Set(decider.compiler.diagrams.support(union).map { ElementIndex($0) })
        }
        used.formIntersection(presumed)
        return presumed.filter { used.contains($0) }.map { element in
            let value = facts.values[element] ?? wording.vocabulary[element].all
            return Assumption(
                element: wording.vocabulary[element].id, value: wording.valueIDs(element, value),
                because: wording.vocabulary[element].kind == .hook ? "jurisdictional element" : "presumption",
                text: wording.literal(element, value))
        }
    }

    private func appraisals(
        _ union: Node, _ cases: Node, _ facts: Facts, status: PunishabilityStatus, _ decider: inout Decider
    ) throws -> [Appraisal] {
        guard status == .appraisal || status == .depends || status == .unknown else { return [] }
        return decider.compiler.diagrams.support(union).compactMap { variable in
            guard variable < decider.compiler.facts.elementCount else { return nil }
            let element = wording.vocabulary[ElementIndex(variable)]
            guard element.kind == .appraisal, facts.values[element.index] == nil else { return nil }
            return Appraisal(
                element: element.id, text: wording.literal(element.index, .yes), question: element.question)
        }
    }

    private func openQuestions(
        _ union: Node, status: PunishabilityStatus, _ decider: inout Decider
    ) throws -> [String] {
        guard status == .unknown || status == .depends || status == .appraisal else { return [] }
        return decider.compiler.diagrams.support(union).compactMap { variable in
            decider.compiler.facts.question(of: variable).map { question in
                question.readings.isEmpty
                    ? question.text : "the text can be read in several ways (\(question.readings.joined(separator: ", ")))"
            }
        }
    }

    private func nearest(_ view: CompiledView, _ facts: Facts, _ decider: inout Decider) throws -> [NearestOffence] {
        let space = decider.compiler.facts
        let known = space.region(facts)
        let weights = (0..<space.space.count).map { variable -> Int in
            guard variable < space.elementCount else { return 1 }
            let element = wording.vocabulary[ElementIndex(variable)]
            // What was only presumed can be alleged, but is seldom what keeps a case from being covered.
            if element.presume != nil { return 4 }
            switch element.change {
            case .fixed: return 10
            case .charge: return 25
            case .establish: return 3
            }
        }
        // In the order of what they cost at least, so that offences too far away for the list are never compiled.
        let bound = ChangeBound(space: space, known: known, weights: weights)
        let candidates = view.view.offences.enumerated()
            .compactMap { place, offence in bound.cost(offence.parts.whole).map { (least: $0, place: place, offence: offence) } }
            .sorted { ($0.least, $0.place) < ($1.least, $1.place) }
        var found: [(cost: Int, place: Int, nearest: NearestOffence)] = []
        for (least, place, offence) in candidates {
            if found.count == SideAnalysis.nearestLimit, let last = found.last, (last.cost, last.place) < (least, place) { break }
            let possible = try decider.compiler.diagrams.and(whole(offence, view.view, &decider), decider.constraints)
            guard let change = decider.compiler.diagrams.nearestChange(possible, known: known, weights: weights) else {
                continue
            }
            let fails = change.changes.compactMap { change -> NearestOffence.Change? in
                guard change.variable < space.elementCount else { return nil }
                let element = ElementIndex(change.variable)
                // Of many acts that would do, one is enough to name.
                let isLong = wording.vocabulary[element].change == .charge && change.values.count > 3
                let needed = isLong ? ValueMask(change.chosen) : change.values
                return NearestOffence.Change(
                    element: wording.vocabulary[element].id,
                    stated: wording.literal(element, facts.values[element] ?? wording.vocabulary[element].all),
                    needed: FactDescription(element, space.values(needed, of: element), wording: wording),
                    change: wording.vocabulary[element].change.rawValue)
            }
            guard !fails.isEmpty else { continue }
            found.append((
                change.cost, place,
                NearestOffence(
                    id: offence.offence.id.text, title: offence.offence.title,
                    provision: cite(offence.offence.source.short, offence.version.provision),
                    review: offence.version.review.rawValue, fails: fails)
            ))
            found.sort { ($0.cost, $0.place) < ($1.cost, $1.place) }
            if found.count > SideAnalysis.nearestLimit { found.removeLast() }
        }
        return found.map(\.nearest)
    }
}

/// `StGB § 184b(3)`; a provision that already names its text is left as it is.
func cite(_ short: String, _ provision: String) -> String {
    provision.hasPrefix(short) || provision.hasSuffix(" " + short) ? provision : short + " " + provision
}
