import Law

/// The law of a state with candidate edits written into it as switches, so that one tree of conditions stands for the law
/// under every choice of edits.
///
/// A switch is an open leaf with a name that no law has: met where its edit is chosen. An edit that widens a part P to P′
/// turns it into "P, or switch and P′"; one that narrows it into "P, and unless switch P′".
struct AmendableLaw {
    let edits: [AmendmentEdit]
    /// For each offence of the view, what it punishes under a choice of edits; `completed` without attempts.
    let offences: [Entry]
    let view: LawView

    struct Entry {
        let id: OffenceID
        let whole: Condition
        let completed: Condition
        /// The edits that occur in it.
        let switches: EditSet
    }

    /// - Parameter edits: at most `EditSet.capacity`.
    init(_ state: Jurisdiction, on date: LegalDate, edits: [AmendmentEdit], vocabulary: Vocabulary) {
        self.edits = edits
        var byPlace: [EditPlace: [Int]] = [:]
        var attempts: [OffenceID: Int] = [:]
        var participation: Int?
        var created: [Int] = []
        for (number, edit) in edits.enumerated() {
            switch (edit.holder, edit.change) {
            case (.offence(let id), .punishAttempt): attempts[id] = number
            case (.participation, _): participation = number
            case (.newOffence, _): created.append(number)
            default: byPlace[EditPlace(edit), default: []].append(number)
            }
        }
        var rewriter = ConditionRewriter { holder, path, condition in
            (byPlace[EditPlace(holder: holder, path: path)] ?? []).reduce(condition) { old, number in
                edits[number].switched(number, from: condition, to: old)
            }
        }
        let amendable = rewriter.rewrite(state, on: date)
        func view(attempts: Bool, participation: Bool) -> LawView {
            var law = amendable
            if attempts { law = law.punishingAttempt(of: Set(law.offences.map(\.id)), on: date) }
            if participation { law = law.with(generalPart: law.generalPart.withParticipation()) }
            return LawView(law, on: date, side: .requested, vocabulary: vocabulary)
        }
        let plain = view(attempts: false, participation: false)
        let attempted = attempts.isEmpty ? nil : view(attempts: true, participation: false)
        let shared = participation == nil ? nil : view(attempts: false, participation: true)
        let both = attempted == nil || shared == nil ? nil : view(attempts: true, participation: true)
        var offences: [Entry] = []
        for (place, offence) in plain.offences.enumerated() {
            let attempt = attempts[offence.offence.id]
            var whole = [offence.parts.whole]
            var completed = [offence.parts.completed]
            if let attempt, let attempted { whole.append(.switched([attempt], attempted.offences[place].parts.whole)) }
            if let participation, let shared {
                whole.append(.switched([participation], shared.offences[place].parts.whole))
                completed.append(.switched([participation], shared.offences[place].parts.completed))
            }
            if let attempt, let participation, let both {
                whole.append(.switched([attempt, participation], both.offences[place].parts.whole))
            }
            offences.append(Entry(id: offence.offence.id, whole: whole, completed: completed))
        }
        for number in created {
            guard case .create(let model, let condition) = edits[number].change else { continue }
            let law = state.with(offences: [model.asNewOffence(where: condition)])
            guard let made = LawView(law, on: date, side: .requested, vocabulary: vocabulary).offences.first else { continue }
            offences.append(
                Entry(
                    id: made.offence.id, whole: [.switched([number], made.parts.whole)],
                    completed: [.switched([number], made.parts.completed)]))
        }
        self.offences = offences
        self.view = plain
    }
}

extension AmendableLaw {
    /// The offences that a choice of edits changes.
    func changed(by set: EditSet, isPresumed: Bool) -> [NewlyPunished.Changed] {
        offences.filter { !$0.switches.isDisjoint(with: set) }.map { offence in
            NewlyPunished.Changed(
                id: offence.id, punishes: (isPresumed ? offence.completed : offence.whole).choosing(set))
        }
    }
}

extension AmendableLaw.Entry {
    fileprivate init(id: OffenceID, whole: [Condition], completed: [Condition]) {
        self.id = id
        self.whole = whole.count == 1 ? whole[0] : .any(whole)
        self.completed = completed.count == 1 ? completed[0] : .any(completed)
        var switches = EditSet.none
        self.whole.forEach { part in
            if let number = part.switchNumber { switches.insert(number) }
        }
        self.switches = switches
    }
}

extension AmendmentEdit {
    /// What stands in the place of a part once the edit is a switch; `old` may hold other switches already.
    fileprivate func switched(_ number: Int, from original: Condition, to old: Condition) -> Condition {
        let new = altered(original)
        let on = Condition.open(.edit(number))
        return widens ? .any([old, .all([on, new])]) : .all([old, .any([.not(on), new])])
    }
}

extension OpenLaw {
    private static let mark = "\u{1}edit "

    /// The switch of an edit.
    static func edit(_ number: Int) -> OpenLaw { OpenLaw(text: mark + String(number)) }

    var editNumber: Int? { text.hasPrefix(OpenLaw.mark) ? Int(text.dropFirst(OpenLaw.mark.count)) : nil }
}

extension Condition {
    /// Applies only where all these edits are chosen.
    fileprivate static func switched(_ numbers: [Int], _ condition: Condition) -> Condition {
        .all(numbers.map { .open(.edit($0)) } + [condition])
    }

    var switchNumber: Int? {
        if case .open(let law) = self { return law.editNumber }
        return nil
    }

    /// The condition under a choice of edits: every switch is on or off.
    func choosing(_ edits: EditSet) -> Condition {
        switch self {
        case .has, .aimsAt: return self
        case .open(let law):
            guard let number = law.editNumber else { return self }
            return edits.contains(number) ? .always : .never
        case .all(let parts):
            var kept: [Condition] = []
            for part in parts {
                let chosen = part.choosing(edits)
                if chosen == .never { return .never }
                if chosen != .always { kept.append(chosen) }
            }
            return kept.count == 1 ? kept[0] : .all(kept)
        case .any(let parts):
            var kept: [Condition] = []
            for part in parts {
                let chosen = part.choosing(edits)
                if chosen == .always { return .always }
                if chosen != .never { kept.append(chosen) }
            }
            return kept.count == 1 ? kept[0] : .any(kept)
        case .not(let part): return .not(part.choosing(edits))
        case .definition(let name, let part): return .definition(name, part.choosing(edits))
        case .readings(let id, let readings):
            return .readings(id, readings.map { Reading(id: $0.id, condition: $0.condition.choosing(edits)) })
        }
    }
}
