import Law

/// Finds whether time has lapsed under either law.
struct LapseFacts {
    let assessor: Assessor
    let request: Request

    func complete(_ facts: inout CaseFacts, _ law: ItemLaw) {
        complete("lapsed.requesting", law.requesting, law.statuses.requesting, assessor.requesting, &facts, law)
        complete("lapsed.requested", law.requested, law.statuses.requested, assessor.requested, &facts, law)
    }

    private func complete(
        _ id: String, _ answer: SideAnswer, _ status: PunishabilityStatus, _ state: Jurisdiction, _ facts: inout CaseFacts,
        _ law: ItemLaw
    ) {
        if request.purpose == .sentence {
            return facts.open(id, .law("lapse of time for enforcing a sentence is not encoded for \(state.name)"))
        }
        let met = answer.offences.filter { $0.status == .met }
        let relevant = met.isEmpty ? answer.offences : met
        guard !relevant.isEmpty else {
            return status == .notMet
                ? facts.set(id, false, because: ["\(state.name): not punishable, so no time runs"])
                : facts.open(id, .law("\(state.name): it turns on law that is not encoded"))
        }
        let found = relevant.map { (offence: $0, finding: finding($0, state, law)) }
        // The conduct can be prosecuted as long as one offence can.
        if let open = found.first(where: { if case .notLapsed = $0.finding.answer { true } else { false } }) {
            return facts.set(id, false, because: [LapseFacts.words(open, state)])
        }
        let undecided = found.filter { if case .open = $0.finding.answer { true } else { false } }
        if undecided.isEmpty, let last = found.last {
            // What else may be met could carry a longer period.
            guard status == .met else {
                return facts.open(id, [.fact("counts: facts")], because: [LapseFacts.words(last, state)])
            }
            return facts.set(id, true, because: found.map { LapseFacts.words($0, state) })
        }
        let openings = undecided.flatMap { entry -> [CaseFacts.Opening] in
            guard case .open(let reasons) = entry.finding.answer else { return [] }
            return reasons.map { reason in
                switch reason {
                case .fact(let fact): return .fact(fact.rawValue)
                case .law(let text): return .law("\(state.name): \(text)")
                }
            }
        }.unique
        facts.open(id, openings, because: undecided.prefix(2).map { LapseFacts.words($0, state) })
    }

    private func finding(_ offence: OffenceAnswer, _ state: Jurisdiction, _ law: ItemLaw) -> LapseFinding {
        LapseOfTime(
            state: state.code, limitation: offence.lapse.limitation, ladder: state.generalPart.limitation,
            maximum: offence.lapse.maxima, conduct: law.count.committed,
            isContinuing: AssessmentPlan.isContinuing(law.count, assessor.vocabulary), victim: law.count.victim,
            childAge: childAge(law), asked: request.date, procedural: request.procedural
        ).finding()
    }

    /// The age of the child at the time of the conduct, where the facts state it.
    private func childAge(_ law: ItemLaw) -> ClosedRange<Int>? {
        guard let element = assessor.vocabulary.element("child.age"),
            case .numbers(let ranges)? = law.facts.values[element.index]?.values,
            let first = ranges.first, let last = ranges.last
        else { return nil }
        return first.lowerBound...last.upperBound
    }

    private static func words(_ entry: (offence: OffenceAnswer, finding: LapseFinding), _ state: Jurisdiction) -> String {
        let outcome: String
        switch entry.finding.answer {
        case .lapsed(let day): outcome = "lapsed since \(day.iso)"
        case .notLapsed(let until): outcome = until.map { "not lapsed before \($0.iso)" } ?? "not lapsed"
        case .open(let reasons): outcome = "open: " + reasons.map(\.words).joined(separator: ", ")
        }
        return "\(state.name), \(entry.offence.provision): \(outcome); "
            + entry.finding.because.joined(separator: "; ")
    }
}
