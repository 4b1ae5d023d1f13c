import DualCriminality

/// What changes between two versions of the law, as text: the edits, then the answers, pair by pair.
public struct DiffText {
    private let style: Style
    private let verbose: Bool

    public init(style: Style, verbose: Bool = false) {
        self.style = style
        self.verbose = verbose
    }

    public func render(_ diff: LawDiff) -> String {
        var out = style.paint(
            "\(diff.before.law) (\(diff.before.asOf)) → \(diff.after.law) (\(diff.after.asOf))", .strong) + "\n"
        if diff.edits.isEmpty { out += "\nThe laws do not differ in any definition.\n" }
        let numbers = Dictionary(
            diff.edits.enumerated().map { ($0.element.id, $0.offset + 1) }, uniquingKeysWith: { first, _ in first })
        for (place, edit) in diff.edits.enumerated() { out += "\n" + self.edit(edit, number: place + 1) }
        if !diff.edits.isEmpty { out += "\n" + summary(diff) }
        var pair = ""
        for change in diff.changes {
            let own = "\(change.fromName) → \(change.toName)"
            if own != pair { out += "\n" + style.paint(own, .strong) + "\n" }
            pair = own
            out += self.change(change, diff, numbers)
        }
        for note in diff.notes { out += "\n" + style.wrap("note: " + note, indent: 6, first: 0) + "\n" }
        return out
    }

    private func summary(_ diff: LawDiff) -> String {
        let reached = "\(counted(diff.compared, "answer")) can be reached by an edit, in \(counted(diff.pairs, "pair")) of states"
        let text = diff.changes.isEmpty
            ? "No answer changes. (\(reached))"
            : "\(counted(diff.changes.count, "answer")) \(diff.changes.count == 1 ? "changes" : "change"). (\(reached))"
        return style.wrap(text, indent: 0) + "\n"
    }

    private func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

    private func edit(_ edit: LawEdit, number: Int) -> String {
        var heading = "\(number)  \(edit.stateName)"
        if !edit.provision.isEmpty { heading += "  " + edit.provision }
        switch edit.subject {
        case .offence: heading += "  \(edit.title) (\(edit.name))"
        case .definition: heading += "  definition “\(edit.title)”"
        case .generalPart, .coverage: heading += "  \(edit.title)"
        case .openLaw: heading += "  law that is not encoded: \(edit.title)"
        case .state: break
        }
        var out = style.paint(style.wrap(heading, indent: 3, first: 0), .strong) + "  \(edit.kind.rawValue)\n"
        let shown = verbose ? edit.changes : Array(edit.changes.prefix(6))
        for change in shown { out += "   " + Style.padded("-", 2) + style.wrap(change.text, indent: 5, first: 5) + "\n" }
        if edit.changes.count > shown.count { out += "     and \(edit.changes.count - shown.count) more (--verbose)\n" }
        if edit.causes > 0 {
            let text = edit.kind == .changed || edit.subject != .offence ? "changes " : "with it "
            out += "     " + text + (edit.causes == 1 ? "1 answer" : "\(edit.causes) answers") + "\n"
        }
        return out
    }

    private func change(_ change: AnswerChange, _ diff: LawDiff, _ numbers: [String: Int]) -> String {
        var out = "  " + style.paint(change.provision, .strong) + "   "
        switch (change.before, change.after) {
        case (let before?, let after?):
            out += before.coverage == after.coverage
                ? paint(after.coverage) : paint(before.coverage) + " → " + paint(after.coverage)
            switch change.effect {
            case .reachesMore: out += ", " + style.paint("\(change.toName) reaches more of it", .good)
            case .reachesLess: out += ", " + style.paint("\(change.toName) reaches less of it", .bad)
            case .other: out += ", differs in " + change.differs.joined(separator: ", ")
            }
        case (nil, let after?): out += "new: " + paint(after.coverage)
        case (let before?, nil): out += "gone; was " + paint(before.coverage)
        case (nil, nil): break
        }
        out += "\n    " + style.paint(style.wrap("\(change.title) (\(change.id))", indent: 4), .dim) + "\n"
        func line(_ word: String, _ text: String) {
            out += "    " + Style.padded(word, 12) + style.wrap(text, indent: 16, first: 16) + "\n"
        }
        if let before = change.before, change.after != nil { line("before", words(before, change.differs)) }
        if let after = change.after { line(change.before == nil ? "gap" : "after", words(after, change.differs)) }
        for text in cause(change.cause, diff, numbers) { line("because of", text) }
        return out
    }

    /// The gap, and the parts that differ besides.
    private func words(_ answer: AnswerChange.Answer, _ differs: [String]) -> String {
        var parts: [String] = []
        let limit = verbose ? Int.max : 2
        let gaps = answer.gaps.prefix(limit).map { gap in
            (gap.layer == .core ? "" : gap.layer == .appraisal ? "evaluation: " : "margins: ") + gap.region.text
        }
        if gaps.isEmpty {
            parts.append(answer.coverage == .unknown ? "open law decides" : "no gap")
        } else {
            parts.append(gaps.joined(separator: "; or ") + (answer.gaps.count > gaps.count || !answer.gapsComplete ? "; and rarer combinations" : ""))
        }
        if differs.contains("appraisal") { parts.append("if courts do not find so: \(answer.layers.appraisal.rawValue)") }
        if differs.contains("margins") { parts.append("with defences and attempts: \(answer.layers.margins.rawValue)") }
        if differs.contains("covered-at") {
            let names = [("12", "at least 12 months"), ("more-than-12", "more than 12 months"), ("36", "at least 36 months")]
            parts.append(
                "by offences of " + names.compactMap { key, name in answer.coveredAt[key].map { "\(name): \($0.rawValue)" } }
                    .joined(separator: ", "))
        }
        return parts.joined(separator: " | ")
    }

    private func cause(_ cause: Cause, _ diff: LawDiff, _ numbers: [String: Int]) -> [String] {
        func name(_ id: String) -> String {
            guard let edit = diff.edits.first(where: { $0.id == id }) else { return id }
            let what = edit.subject == .offence || edit.subject == .openLaw ? "" : ", \(edit.title)"
            return "\(numbers[id] ?? 0) (\(edit.provision.isEmpty ? edit.stateName : edit.provision)\(what))"
        }
        func set(_ ids: [String]) -> String { ids.map(name).joined(separator: " with ") }
        var texts: [String]
        switch cause.kind {
        case .one: texts = cause.edits.map(set)
        case .each: texts = ["each alone: " + cause.edits.map(set).joined(separator: ", ")]
        case .set: texts = ["only together: " + cause.edits.map(set).joined(separator: "; or ")]
        case .together: texts = ["together, none can be left out: " + cause.edits.map(set).joined(separator: "; or ")]
        }
        if verbose, !cause.partly.isEmpty { texts.append("partly alone: " + cause.partly.map(name).joined(separator: ", ")) }
        return texts
    }

    private func paint(_ status: CoverageStatus) -> String {
        style.paint(status.rawValue, status == .covered ? .good : status == .notCovered ? .bad : .open)
    }
}
