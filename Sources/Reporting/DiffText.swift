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
        var parts = [edit.stateName, edit.provision]
        switch edit.subject {
        case .offence: parts.append("\(edit.title) (\(edit.name))")
        case .definition: parts.append("definition “\(edit.title)”")
        case .generalPart, .coverage: parts.append(edit.title)
        case .openLaw: parts.append("law that is not encoded: \(edit.title)")
        case .state: break
        }
        let heading = parts.filter { !$0.isEmpty }.joined(separator: " · ") + ": \(edit.kind.rawValue)"
        var out = style.paint(Style.padded(String(number), 3) + style.wrap(heading, indent: 3, first: 3), .strong) + "\n"
        let shown = verbose ? edit.changes : Array(edit.changes.prefix(6))
        for change in shown { out += "   - " + style.wrap(change.text, indent: 5, first: 5) + "\n" }
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
            case .other where before.coverage == after.coverage: out += ", " + differs(change, before, after)
            case .other: break
            }
        case (nil, let after?): out += "new: " + paint(after.coverage)
        case (let before?, nil): out += "gone; was " + paint(before.coverage)
        case (nil, nil): break
        }
        out += "\n    " + style.paint(style.wrap("\(change.title) (\(change.id))", indent: 4), .dim) + "\n"
        func line(_ word: String, _ text: String) {
            out += "    " + Style.padded(word, 12) + style.wrap(text, indent: 16, first: 16) + "\n"
        }
        for (word, text) in details(change) { line(word, text) }
        for text in cause(change.cause, diff, numbers) { line("because of", text) }
        return out
    }

    private func differs(_ change: AnswerChange, _ before: AnswerChange.Answer, _ after: AnswerChange.Answer) -> String {
        let isFewer = Set(after.gaps).isStrictSubset(of: before.gaps) && before.gapsComplete
        let isMore = Set(before.gaps).isStrictSubset(of: after.gaps) && after.gapsComplete
        let words = [
            "gaps": isFewer ? "fewer gaps" : isMore ? "more gaps" : "other gaps", "appraisal": "another evaluation",
            "margins": "other margins", "covered-at": "another coverage at a threshold",
        ]
        return change.differs.compactMap { words[$0] }.joined(separator: ", ")
    }

    private func details(_ change: AnswerChange) -> [(String, String)] {
        guard let before = change.before, let after = change.after else {
            let only = change.after ?? change.before
            return only.map { gaps($0.gaps, complete: $0.gapsComplete) }?.map { [("gap", $0)] } ?? []
        }
        var lines: [(String, String)] = []
        let gone = before.gaps.filter { !after.gaps.contains($0) }
        let come = after.gaps.filter { !before.gaps.contains($0) }
        if let text = gaps(gone, complete: after.gaps.isEmpty ? before.gapsComplete : true) { lines.append(("gap before", text)) }
        if let text = gaps(come, complete: before.gaps.isEmpty ? after.gapsComplete : true) { lines.append(("gap now", text)) }
        if change.differs == ["gaps"], gone.isEmpty, come.isEmpty {
            lines.append(("gap now", after.gapsComplete ? "no rarer combinations any more" : "rarer combinations besides"))
        }
        if before.coverage == after.coverage || verbose {
            func layer(_ words: String, _ path: KeyPath<OffenceComparison.Layers, CoverageStatus>) {
                let (one, two) = (before.layers[keyPath: path], after.layers[keyPath: path])
                if one != two { lines.append(("", "\(words): \(one.rawValue) → \(two.rawValue)")) }
            }
            layer("unless courts find so", \.appraisal)
            layer("with defences and attempts", \.margins)
        }
        return lines + thresholds(before, after).map { ("", $0) }
    }

    private func gaps(_ gaps: [OffenceComparison.Gap], complete: Bool) -> String? {
        guard !gaps.isEmpty else { return nil }
        let shown = gaps.prefix(verbose ? .max : 2)
        let words = shown.map { gap in
            (gap.layer == .core ? "" : gap.layer == .appraisal ? "evaluation: " : "margins: ") + gap.region.text
        }
        return words.joined(separator: "; or ") + (gaps.count > shown.count || !complete ? "; and rarer combinations" : "")
    }

    /// "by offences of at least 12 and more than 12 months: not-covered → covered": the thresholds that change, those that change alike together.
    private func thresholds(_ before: AnswerChange.Answer, _ after: AnswerChange.Answer) -> [String] {
        var groups: [(change: String, names: [String])] = []
        for (key, name) in [("12", "at least 12"), ("more-than-12", "more than 12"), ("36", "at least 36")] {
            guard let one = before.coveredAt[key], let two = after.coveredAt[key], one != two else { continue }
            let change = "\(one.rawValue) → \(two.rawValue)"
            if let place = groups.firstIndex(where: { $0.change == change }) {
                groups[place].names.append(name)
            } else {
                groups.append((change, [name]))
            }
        }
        return groups.map { "by offences with a maximum of \($0.names.joined(separator: ", ")) months: \($0.change)" }
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
