import Law

/// Finds whether time has lapsed under either law.
struct LapseFacts {
    let assessor: Assessor
    let request: Request

    func complete(_ facts: inout CaseFacts, _ law: ItemLaw) {
        complete("lapsed.requesting", law.requesting, law.statuses.requesting, law.views.requesting, &facts, law)
        complete("lapsed.requested", law.requested, law.statuses.requested, law.views.requested, &facts, law)
    }

    private func complete(
        _ id: String, _ answer: SideAnswer, _ status: PunishabilityStatus, _ views: SideViews, _ facts: inout CaseFacts,
        _ law: ItemLaw
    ) {
        let state = views.jurisdiction
        if request.purpose == .sentence {
            return facts.open(id, .law("lapse of time for enforcing a sentence is not encoded for \(state.name)"))
        }
        guard !answer.offences.isEmpty else {
            return status == .notMet
                ? facts.set(id, false, because: ["\(state.name): not punishable, so no time runs"])
                : facts.open(id, .law("\(state.name): it turns on law that is not encoded"))
        }
        let found = answer.offences.map { (offence: $0, finding: finding($0, views, law)) }
        func hasNotLapsed(_ entry: (offence: OffenceAnswer, finding: LapseFinding)) -> Bool {
            if case .notLapsed = entry.finding.answer { true } else { false }
        }
        // The conduct can be prosecuted as long as one offence can that it surely fulfils, or all that it may fulfil.
        if let open = found.first(where: { $0.offence.status == .met && hasNotLapsed($0) }) ?? (found.allSatisfy(hasNotLapsed) ? found.first : nil) {
            return facts.set(id, false, because: [LapseFacts.words(open, state)])
        }
        let undecided = found.filter { if case .open = $0.finding.answer { true } else { false } }
        if undecided.isEmpty, !found.contains(where: hasNotLapsed), status == .met {
            return facts.set(id, true, because: found.map { LapseFacts.words($0, state) })
        }
        if undecided.isEmpty {
            return facts.open(id, [.fact("counts: facts")], because: found.prefix(2).map { LapseFacts.words($0, state) })
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

    /// Under the rule of every day that is asked: where they differ, it turns on when the act was done.
    private func finding(_ offence: OffenceAnswer, _ views: SideViews, _ law: ItemLaw) -> LapseFinding {
        let shown = finding(offence.lapse.limitation, offence.lapse.maxima, views, law)
        let versions = views.days.compactMap { day in
            day.view.offences.first { $0.offence.id.text == offence.id }?.version
        }
        for version in versions where version.limitation != offence.lapse.limitation {
            let other = finding(version.limitation, LapseOfTime.maxima(of: version.penalty), views, law)
            if !other.answer.isLike(shown.answer) {
                return LapseFinding(
                    answer: .open([.fact(.committed)]), because: shown.because + ["under another version: "] + other.because,
                    review: shown.review)
            }
        }
        return shown
    }

    private func finding(
        _ limitation: Limitation?, _ maxima: ClosedRange<Term>?, _ views: SideViews, _ law: ItemLaw
    ) -> LapseFinding {
        LapseOfTime(
            state: views.jurisdiction.code, limitation: limitation, ladder: views.jurisdiction.generalPart.limitation,
            maximum: maxima, conduct: law.count.committed,
            isContinuing: AssessmentPlan.isContinuing(law.count, assessor.vocabulary), victim: law.count.victim,
            childAge: childAge(law), asked: request.date,
            // An act cannot have been taken for conduct that had not begun.
            procedural: request.procedural?.filter { act in law.count.committed.from.map { act.on >= $0 } ?? true }
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

extension LapseAnswer {
    /// Both say that time has lapsed, or that it has not, or that it is open.
    fileprivate func isLike(_ other: LapseAnswer) -> Bool {
        switch (self, other) {
        case (.lapsed, .lapsed), (.notLapsed, .notLapsed), (.open, .open): return true
        default: return false
        }
    }
}
