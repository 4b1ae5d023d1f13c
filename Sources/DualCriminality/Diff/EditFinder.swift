import Law

/// Finds the differences between two versions of one state's law, each with the patch that makes it.
struct EditFinder {
    let old: StateSnapshot
    let new: StateSnapshot
    let vocabulary: Vocabulary
    private let wording: Wording

    init(old: StateSnapshot, new: StateSnapshot, vocabulary: Vocabulary) {
        self.old = old
        self.new = new
        self.vocabulary = vocabulary
        wording = Wording(vocabulary: vocabulary)
    }

    /// In a fixed order: offences, definitions, general part, coverage, open law; each by its id.
    func edits() -> [StateEdit] { offences() + definitions() + generalPart() + coverage() + openLaw() }

    private func edit(
        _ subject: LawEdit.Subject, _ kind: LawEdit.Kind, _ name: String, title: String = "", provision: String = "",
        _ changes: [LawEdit.Change], _ patch: LawPatch
    ) -> StateEdit {
        let state = new.state
        return StateEdit(
            edit: LawEdit(
                id: "\(state.code)/\(subject.rawValue)/\(name)", state: state.code.text, stateName: state.name,
                subject: subject, kind: kind, name: name, title: title, provision: provision, changes: changes),
            patch: patch)
    }

    private func offences() -> [StateEdit] {
        let ids = Set(old.offences.map(\.id)).union(new.offences.map(\.id)).sorted()
        return ids.compactMap { offence($0, old.offence($0), new.offence($0)) }
    }

    private func offence(_ id: OffenceID, _ before: OffenceOnDay?, _ after: OffenceOnDay?) -> StateEdit? {
        func make(_ kind: LawEdit.Kind, _ changes: [LawEdit.Change], _ shown: OffenceOnDay?, _ version: OffenceVersion) -> StateEdit {
            let source = shown?.offence.source.short ?? ""
            return edit(
                .offence, kind, id.text, title: shown?.offence.title ?? "", provision: cite(source, version.provision), changes,
                .offence(id, after))
        }
        func inForce(_ text: String) -> [LawEdit.Change] { [LawEdit.Change(aspect: .inForce, text: text)] }
        switch (before?.content, after?.content) {
        case (.inForce(let one)?, .inForce(let two)?):
            var changes = OffenceDifference(wording: wording).changes(one, two)
            if changes.isEmpty { return nil }
            if let from = two.inForce.from, from != one.inForce.from {
                changes += inForce("in force from \(from.iso)")
            }
            return make(.changed, changes, after, two)
        case (let earlier, .inForce(let two)?):
            var texts = two.inForce.from.map { ["in force from \($0.iso)"] } ?? []
            if case .earlierLaw(let law)? = earlier { texts.append(law.text) }
            return make(.added, texts.flatMap(inForce), after, two)
        case (.inForce(let one)?, let later):
            var texts = one.inForce.to.map { ["in force until \($0.iso)"] } ?? []
            if case .earlierLaw(let law)? = later { texts.append(law.text) }
            return make(.removed, texts.flatMap(inForce), before, one)
        case (.earlierLaw(let one)?, .earlierLaw(let two)?) where one != two:
            return edit(
                .openLaw, .changed, id.text, title: after?.offence.title ?? "",
                inForce(one.text + " → " + two.text), .offence(id, after))
        case (.earlierLaw(let one)?, nil):
            return edit(
                .openLaw, .removed, id.text, title: before?.offence.title ?? "", inForce(one.text), .offence(id, nil))
        case (nil, .earlierLaw(let two)?):
            return edit(.openLaw, .added, id.text, title: after?.offence.title ?? "", inForce(two.text), .offence(id, after))
        default: return nil
        }
    }

    private func definitions() -> [StateEdit] {
        let names = Set(old.definitions.keys).union(new.definitions.keys).sorted()
        return names.compactMap { name in
            let before = old.definitions[name]
            let after = new.definitions[name]
            guard let shown = after ?? before else { return nil }
            func make(_ kind: LawEdit.Kind, _ texts: [String], _ patch: LawPatch) -> StateEdit {
                edit(
                    .definition, kind, name, title: name.replacing("-", with: " "), provision: shown.provision,
                    texts.map { LawEdit.Change(aspect: .elements, text: $0) }, patch)
            }
            switch (before, after) {
            case (let before?, let after?):
                let texts = ConditionDifference(wording: wording).changes(before.body, after.body)
                return texts.isEmpty ? nil : make(.changed, texts, .definition(name, after))
            // Offences name it or do not; alone it changes nothing.
            case (nil, let after?): return make(.added, [wording.condition(after.body)], .none)
            case (let before?, nil): return make(.removed, [wording.condition(before.body)], .none)
            case (nil, nil): return nil
            }
        }
    }

    private func generalPart() -> [StateEdit] {
        GeneralRule.allCases.compactMap { rule in
            let before = rule.words(old.generalPart, wording)
            let after = rule.words(new.generalPart, wording)
            guard before != after else { return nil }
            let text = "\(rule.title): \(before ?? "not encoded") → \(after ?? "not encoded")"
            return edit(
                .generalPart, before == nil ? .added : after == nil ? .removed : .changed, rule.rawValue, title: rule.title,
                provision: rule.provision(in: new.generalPart) ?? rule.provision(in: old.generalPart) ?? "",
                [LawEdit.Change(aspect: .rule, text: text)], .generalPart(rule, new.generalPart))
        }
    }

    private func coverage() -> [StateEdit] {
        vocabulary.categories.compactMap { category in
            let before = old.coverage[category.id] ?? .notEncoded
            let after = new.coverage[category.id] ?? .notEncoded
            guard words(before) != words(after) else { return nil }
            return edit(
                .coverage, .changed, category.id, title: category.title,
                [LawEdit.Change(aspect: .rule, text: words(before) + " → " + words(after))],
                .coverage(category.id, new.coverage[category.id]))
        }
    }

    private func words(_ coverage: Coverage) -> String {
        switch coverage.status {
        case .encoded: return "encoded, general law " + (coverage.generalLawSearched ? "searched" : "not searched")
        case .noOffence: return "no offence, general law " + (coverage.generalLawSearched ? "searched" : "not searched")
        case .notEncoded: return "not encoded"
        }
    }

    private func openLaw() -> [StateEdit] {
        let texts = Set(old.openLaw.map(\.text)).union(new.openLaw.map(\.text)).sorted()
        return texts.compactMap { text in
            let before = old.openLaw.first { $0.text == text }
            let after = new.openLaw.first { $0.text == text }
            func make(_ kind: LawEdit.Kind, _ texts: [String]) -> StateEdit {
                edit(
                    .openLaw, kind, text, title: text, texts.map { LawEdit.Change(aspect: .rule, text: $0) },
                    .openLaw(removed: before, added: after))
            }
            switch (before, after) {
            case (let before?, let after?):
                let changes = ConditionDifference(wording: wording).changes(before.when, after.when)
                return changes.isEmpty ? nil : make(.changed, changes)
            case (nil, let after?): return make(.added, [wording.condition(after.when)])
            case (let before?, nil): return make(.removed, [wording.condition(before.when)])
            case (nil, nil): return nil
            }
        }
    }
}
