import ConditionAlgebra
import Law

/// Puts edits into words: "StGB § 184c(1): raise …".
struct RepairWording {
    let state: Jurisdiction
    let date: LegalDate
    let wording: Wording
    /// How the provision of the instrument is cited.
    let model: String

    func describe(_ edit: AmendmentEdit) -> Repair.Edit {
        var kind = Repair.Edit.Kind.widen
        var element: ElementIndex?
        var from: ValueSet?
        var to: ValueSet?
        var added: RegionDescription?
        let words: String
        switch edit.change {
        case .widen(let index, let old, let new):
            (element, from, to) = (index, old, new)
            if wording.vocabulary[index].id == "mental" { kind = .lowerFault }
            words = widening(index, old, new)
        case .narrow(let index, let old, let new):
            kind = .narrowException
            (element, from, to) = (index, old, new)
            words = new.isEmpty
                ? "no longer leave out cases where \(wording.literal(index, old))"
                : "leave out only cases where \(literal(index, new)), not all where \(literal(index, old))"
        case .drop(let condition):
            kind = .dropRequirement
            if case .has(let index, let set) = condition { (element, from) = (index, set) }
            words = "drop the requirement that \(phrase(condition))"
        case .stopLeavingOut(let condition):
            kind = .dropException
            words = exception(edit).map { "drop the exception “\($0.name)”" }
                ?? "no longer leave out cases where \(phrase(condition))"
        case .add(let literals):
            kind = .addCase
            let region = RegionDescription(literals.map { ($0.element, $0.values) }, wording: wording)
            added = region
            words = "let it also cover cases where \(region.text)"
        case .settle(let law, let met):
            kind = .settleOpenLaw
            words = "say expressly that \(met ? "this is so" : "this is not so"): \(law.text)"
        case .choose(let reading):
            kind = .chooseReading
            words = "say expressly that the reading “\(reading.id.spaced)” is meant"
        case .punishAttempt:
            kind = .punishAttempt
            words = "make the attempt punishable"
        case .punishInstigatorsAndAccomplices:
            kind = .punishParticipation
            words = "punish instigators and accomplices"
        case .create(_, let condition):
            kind = .newOffence
            words = "a new offence with the definition of \(model)"
                + (condition == .always ? "" : ", for cases where \(phrase(condition))")
        }
        let cited = citation(edit.holder)
        var offence: String?
        var definition: String?
        switch edit.holder {
        case .offence(let id), .exception(let id, _): offence = id.text
        case .definition(let name): definition = name
        case .participation, .newOffence: break
        }
        var place = cited
        if let definition { place = (cited.isEmpty ? "" : cited + " ") + "(“\(definition.spaced)”)" }
        if case .exception(_, _) = edit.holder, let exception = exception(edit), kind == .narrowException {
            place += " (exception “\(exception.name)”)"
        }
        return Repair.Edit(
            kind: kind, provision: cited, offence: offence, definition: definition, exception: exception(edit)?.name,
            element: element.map { wording.vocabulary[$0].id },
            from: element.flatMap { index in from.map { FactDescription(index, $0, wording: wording) } },
            to: element.flatMap { index in to.map { FactDescription(index, $0, wording: wording) } }, added: added,
            text: place.isEmpty ? words : "\(place): \(words)")
    }

    private func widening(_ index: ElementIndex, _ old: ValueSet, _ new: ValueSet) -> String {
        let element = wording.vocabulary[index]
        let also = new.notApplicable && !old.notApplicable && !old.isOnlyNotApplicable
            ? ", or where there is no such thing" : ""
        if element.id == "mental" {
            return "lower the fault from “\(wording.literal(index, old))” to “\(wording.literal(index, new))”"
        }
        switch (element.domain, old.values, new.values) {
        case (.number, .numbers(let before), .numbers(let after)):
            guard let first = before.first, let last = before.last, let low = after.first, let high = after.last else { break }
            if before == after { return "let it also cover cases where there is no such thing as “\(element.phrase.unfilled)”" }
            let verb = low.lowerBound == first.lowerBound ? "raise" : high.upperBound == last.upperBound ? "lower" : "widen"
            return "\(verb) “\(wording.literal(index, old))” to “\(wording.values(index, new))”\(also)"
        case (.choice, .choice(let before), .choice(let after)) where after & ~before != 0:
            return "let it also cover cases where \(wording.literal(index, ValueSet(choices: after & ~before)))\(also)"
        default: break
        }
        return "widen “\(wording.literal(index, old))” to “\(literal(index, new))”\(also)"
    }

    private func literal(_ index: ElementIndex, _ set: ValueSet) -> String { wording.literal(index, set) }

    /// A small condition in words.
    private func phrase(_ condition: Condition) -> String {
        switch condition {
        case .has(let index, let set): return literal(index, set)
        case .all(let parts): return parts.map { inner($0) }.joined(separator: " and ")
        case .any(let parts): return parts.map { inner($0) }.joined(separator: " or ")
        case .not(let part): return "not (\(phrase(part)))"
        case .definition(let name, _): return "“\(name.spaced)” is met"
        case .open(let law): return "it is settled \(law.text)"
        case .readings(_, let readings): return readings.map { phrase($0.condition) }.joined(separator: " or ")
        case .aimsAt: return "the act aims at certain offences"
        }
    }

    private func inner(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts) where parts.count > 1, .any(let parts) where parts.count > 1: return "(\(phrase(condition)))"
        default: return phrase(condition)
        }
    }

    private func exception(_ edit: AmendmentEdit) -> OffenceException? {
        guard case .exception(let id, let place) = edit.holder,
            let exceptions = state.offence(id)?.version(on: date)?.exceptions, exceptions.indices.contains(place)
        else { return nil }
        return exceptions[place]
    }

    func citation(_ holder: AmendmentEdit.Holder) -> String {
        switch holder {
        case .offence(let id): return cite(id)
        case .exception(let id, let place):
            guard let exceptions = state.offence(id)?.version(on: date)?.exceptions, exceptions.indices.contains(place),
                let offence = state.offence(id)
            else { return cite(id) }
            return DualCriminality.cite(offence.source.short, exceptions[place].provision)
        case .definition(let name): return state.definitions.first { $0.name == name }?.provision ?? ""
        case .participation: return state.generalPart.participation?.authority.provision ?? ""
        case .newOffence: return ""
        }
    }

    private func cite(_ id: OffenceID) -> String {
        guard let offence = state.offence(id) else { return id.text }
        return DualCriminality.cite(offence.source.short, offence.version(on: date)?.provision ?? "")
    }
}

extension String {
    /// `shows-youth` as words.
    fileprivate var spaced: String { split(separator: "-").joined(separator: " ") }

    /// A phrase of the vocabulary without the place for its value.
    fileprivate var unfilled: String { split(separator: "{}").joined(separator: "…") }
}
