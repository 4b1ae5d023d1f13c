import Law

/// What is different between two versions of an offence, in words.
struct OffenceDifference {
    let wording: Wording
    private var conditions: ConditionDifference { ConditionDifference(wording: wording) }

    init(wording: Wording) { self.wording = wording }

    /// Empty where the versions mean the same; review states and dates alone are no difference.
    func changes(_ old: OffenceVersion, _ new: OffenceVersion) -> [LawEdit.Change] {
        var found: [LawEdit.Change] = []
        func add(_ aspect: LawEdit.Aspect, _ texts: [String]) {
            found += texts.map { LawEdit.Change(aspect: aspect, text: $0) }
        }
        add(.elements, conditions.changes(old.when, new.when))
        add(.exception, exceptions(old.exceptions, new.exceptions))
        if old.attempt != new.attempt { add(.attempt, ["attempt \(words(old.attempt)) → \(words(new.attempt))"]) }
        add(.penalty, penalties(old.penalty, new.penalty))
        add(.jurisdiction, hooks(old.hook, new.hook))
        let limitation = (old.limitation.map(words) ?? "general rule", new.limitation.map(words) ?? "general rule")
        if limitation.0 != limitation.1 { add(.limitation, ["limitation: \(limitation.0) → \(limitation.1)"]) }
        if old.provision != new.provision { add(.provision, ["provision \(old.provision) → \(new.provision)"]) }
        return found
    }

    private func exceptions(_ old: [OffenceException], _ new: [OffenceException]) -> [String] {
        var rest = new
        var found: [String] = []
        for before in old {
            // The same name, and where a name stands twice, the same content first.
            let place = rest.firstIndex { $0.name == before.name && conditions.changes(before.when, $0.when).isEmpty }
                ?? rest.firstIndex { $0.name == before.name }
            guard let place else {
                found.append("exception removed: " + words(before))
                continue
            }
            let after = rest.remove(at: place)
            let about = "exception “\(before.name)”: "
            if before.kind != after.kind { found.append(about + "\(before.kind.rawValue) → \(after.kind.rawValue)") }
            if before.kind.subtracts || after.kind.subtracts {
                found += conditions.changes(before.when, after.when).map { about + $0 }
            }
        }
        return found + rest.map { "exception added: " + words($0) }
    }

    private func words(_ exception: OffenceException) -> String {
        "“\(exception.name)” (\(exception.kind.rawValue), \(exception.provision))"
            + (exception.kind.subtracts ? ": " + wording.condition(exception.when) : "")
    }

    private func penalties(_ old: [PenaltyLine], _ new: [PenaltyLine]) -> [String] {
        var rest = new
        var gone: [PenaltyLine] = []
        var found: [String] = []
        for before in old {
            let place = rest.firstIndex { $0.trial == before.trial && conditions.changes(before.when, $0.when).isEmpty }
            guard let place else {
                gone.append(before)
                continue
            }
            let after = rest.remove(at: place)
            if words(before) != words(after) { found.append("penalty \(words(before)) → \(words(after))" + circumstances(after)) }
        }
        // The same number of lines left: each is the one that was there, changed.
        if gone.count == rest.count {
            for (before, after) in zip(gone, rest) {
                if words(before) != words(after) { found.append("penalty \(words(before)) → \(words(after))" + circumstances(after)) }
                found += conditions.changes(before.when, after.when).map { "penalty \(words(after)): " + $0 }
            }
            return found
        }
        return found + gone.map { "penalty removed: " + words($0) + circumstances($0) }
            + rest.map { "penalty added: " + words($0) + circumstances($0) }
    }

    private func circumstances(_ line: PenaltyLine) -> String {
        line.when == .always ? "" : " where " + wording.condition(line.when)
    }

    private func words(_ line: PenaltyLine) -> String {
        var text = "none"
        if let range = line.imprisonment {
            let least = range.minimum == .none ? "" : range.minimum.words + " up to "
            text = range.isCeiling ? least + "the general ceiling" : range.words
        }
        switch line.fine {
        case .alternative?: text += " or a fine"
        case .additional?: text += " and a fine"
        case .only?: text = "a fine only"
        case nil: break
        }
        return text + (line.trial.map { " on \($0.rawValue)" } ?? "")
    }

    private func hooks(_ old: Hook?, _ new: Hook?) -> [String] {
        switch (old, new) {
        case (let before?, let after?):
            return conditions.changes(before.when, after.when).map { "jurisdictional element: " + $0 }
        case (let before?, nil): return ["jurisdictional element removed: " + wording.condition(before.when)]
        case (nil, let after?): return ["jurisdictional element added: " + wording.condition(after.when)]
        case (nil, nil): return []
        }
    }

    private func words(_ rule: AttemptRule) -> String {
        switch rule {
        case .general: return "under the general rules"
        case .yes: return "punishable"
        case .no: return "not punishable"
        case .included: return "complete with the attempt"
        case .onlyErrorAboutChild: return "punishable only where the person addressed is no such child"
        case .samePenalty: return "punishable as the completed offence"
        }
    }

    private func words(_ limitation: Limitation) -> String {
        if limitation.none { return "none" }
        var parts = [limitation.after?.words ?? "general period"]
        if let from = limitation.from { parts.append("from " + from.rawValue.replacing("-", with: " ")) }
        if let victim = limitation.victim { parts.append(victim.words) }
        if let first = limitation.firstDay { parts.append("first day " + first.rawValue.replacing("-", with: " ")) }
        if let interruption = limitation.interruption?.words { parts.append(interruption) }
        parts += limitation.perhaps.map { "perhaps instead " + words($0.rule) }
        return parts.joined(separator: ", ")
    }
}
