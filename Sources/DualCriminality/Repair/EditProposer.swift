import ConditionAlgebra
import Law

/// Finds what stands in the way of an offence in a region of the gap, and what could be written instead.
struct EditProposer {
    let facts: FactSpace
    let state: Jurisdiction
    let date: LegalDate
    /// The most edits that one repair may take.
    let bound: Int
    let grantsAppraisals: Bool
    /// Only these offences are edited: an offence that has nothing in common with the provision is another offence.
    let related: Set<OffenceID>
    /// What every region of the gap together can have.
    let hull: [ValueMask]
    /// Which part of the vocabulary an element speaks of: `material`, `child`.
    private let subjects: [String]
    private let act: ElementIndex?
    private let mental: ElementIndex?
    private(set) var edits: [AmendmentEdit] = []
    private var known: Set<AmendmentEdit> = []

    init(
        facts: FactSpace, state: Jurisdiction, date: LegalDate, bound: Int, grantsAppraisals: Bool, related: Set<OffenceID>,
        boxes: [GapBox]
    ) {
        self.facts = facts
        self.state = state
        self.date = date
        self.bound = bound
        self.grantsAppraisals = grantsAppraisals
        self.related = related
        var hull = [ValueMask](repeating: ValueMask(), count: facts.elementCount)
        for box in boxes { for place in hull.indices { hull[place].formUnion(box.values[place]) } }
        self.hull = hull
        subjects = facts.vocabulary.elements.map { element in
            element.id.contains(".") ? String(element.id.prefix { $0 != "." }) : ""
        }
        act = facts.vocabulary.index(of: "act")
        mental = facts.vocabulary.index(of: "mental")
    }

    /// How many edits a text needs in the region at least, and which could serve.
    private struct Need {
        var count: Int
        var edits: [AmendmentEdit] = []

        static let nothing = Need(count: 0)
        static let impossible = Need(count: 99)
    }

    /// Adds the edits that could make offences punish the region.
    mutating func propose(for box: GapBox) {
        for offence in state.offences where related.contains(offence.id) {
            guard let version = offence.version(on: date) else { continue }
            var memo: [String: Need] = [:]
            // Requirements that only this offence has.
            let others = version.when.elements
            var total = need(version.when, true, box, .offence(offence.id), [], others, &memo)
            for (place, exception) in version.exceptions.enumerated() where exception.kind.subtracts {
                var memo: [String: Need] = [:]
                var one = need(exception.when, false, box, .exception(offence.id, place), [], [], &memo)
                if one.count > 0 {
                    one.edits.append(
                        AmendmentEdit(holder: .exception(offence.id, place), change: .stopLeavingOut(exception.when)))
                    one.count = min(one.count, 1)
                }
                total.count += one.count
                total.edits += one.edits
            }
            // One more than the bound: a part of the region may need less than the whole.
            guard total.count <= bound + 1 else { continue }
            add(total.edits)
        }
    }

    /// Attempt and participation: what regions of the margins can call for.
    mutating func proposeForms(for boxes: [GapBox]) {
        func can(_ element: String, _ value: String) -> Bool {
            guard let element = facts.vocabulary.element(element),
                let place = element.domain.valueIDs.firstIndex(of: value)
            else { return false }
            return hull[element.index.number].contains(place)
        }
        if can("participation", "instigator") || can("participation", "accomplice"),
            state.generalPart.participation.map({ !$0.instigator || !$0.accomplice }) ?? true
        {
            add([AmendmentEdit(holder: .participation, change: .punishInstigatorsAndAccomplices)])
        }
        guard can("stage", "attempted") else { return }
        for offence in state.offences where related.contains(offence.id) {
            guard let version = offence.version(on: date), version.attempt != .yes, version.attempt != .included,
                version.attempt != .samePenalty, boxes.contains(where: { reaches(version.when, $0) })
            else { continue }
            add([AmendmentEdit(holder: .offence(offence.id), change: .punishAttempt)])
        }
    }

    private func reaches(_ condition: Condition, _ box: GapBox) -> Bool {
        var memo: [String: Need] = [:]
        return need(condition, true, box, .newOffence, [], [], &memo).count <= bound - 1
    }

    private mutating func add(_ found: [AmendmentEdit]) {
        for edit in found where edits.count < EditSet.capacity - 8 && known.insert(edit).inserted { edits.append(edit) }
    }

    var isFull: Bool { edits.count >= EditSet.capacity - 8 }

    // MARK: - The walk

    private func need(
        _ condition: Condition, _ wanted: Bool, _ box: GapBox, _ holder: AmendmentEdit.Holder, _ path: [Int],
        _ others: Set<ElementIndex>, _ memo: inout [String: Need]
    ) -> Need {
        switch condition {
        case .has(let element, let set): return literal(element, set, wanted, box, holder, path)
        case .all(let parts), .any(let parts):
            var needs: [Need] = []
            for (place, part) in parts.enumerated() {
                needs.append(need(part, wanted, box, holder, path + [place], others, &memo))
            }
            if case .all = condition, wanted { return all(parts, needs, holder, path) }
            if case .any = condition, !wanted { return joined(needs) }
            var result = either(needs)
            if wanted, result.count > 0 { widenByCase(condition, box, holder, path, others, &result) }
            return result
        case .not(let part):
            var result = need(part, !wanted, box, holder, path + [0], others, &memo)
            if wanted, result.count > 0, !touchesAct(part) {
                result.edits.append(AmendmentEdit(holder: holder, path: path + [0], change: .stopLeavingOut(part)))
                result.count = 1
            }
            return result
        case .definition(let name, let part):
            let key = (wanted ? "+" : "-") + name
            if let known = memo[key] { return known }
            var result = need(part, wanted, box, .definition(name), [], others, &memo)
            var isList = false
            if case .any = part { isList = true }
            // A list of cases was treated as the text itself.
            if wanted, result.count > 0, !isList {
                widenByCase(part, box, .definition(name), [], others, &result)
            }
            memo[key] = result
            return result
        case .open(let law):
            return Need(count: 1, edits: [AmendmentEdit(holder: holder, path: path, change: .settle(law, met: wanted))])
        case .readings(_, let readings):
            var needs: [Need] = []
            for (place, reading) in readings.enumerated() {
                needs.append(need(reading.condition, wanted, box, holder, path + [place], others, &memo))
            }
            var result = joined(needs)
            if wanted, result.count > 0, let place = needs.firstIndex(where: { $0.count == 0 }) {
                result.edits.append(AmendmentEdit(holder: holder, path: path, change: .choose(readings[place])))
                result.count = 1
            }
            return result
        case .aimsAt:
            guard wanted else { return .impossible }
            return Need(count: 1, edits: [AmendmentEdit(holder: holder, path: path, change: .drop(condition))])
        }
    }

    /// All parts are needed; a small requirement may also be dropped as a whole.
    private func all(
        _ parts: [Condition], _ needs: [Need], _ holder: AmendmentEdit.Holder, _ path: [Int]
    ) -> Need {
        var needs = needs
        for place in parts.indices where needs[place].count > 0 {
            guard case .any = parts[place], isSmall(parts[place]) else { continue }
            let whole = AmendmentEdit(holder: holder, path: path + [place], change: .drop(parts[place]))
            // To drop one of the alternatives is to drop them all.
            needs[place].edits.removeAll { edit in
                guard case .drop = edit.change else { return false }
                return edit.holder == holder && edit.path.count == path.count + 2 && edit.path.starts(with: whole.path)
            }
            needs[place].edits.append(whole)
            needs[place].count = 1
        }
        return joined(needs)
    }

    private func joined(_ needs: [Need]) -> Need {
        Need(count: min(99, needs.reduce(0) { $0 + $1.count }), edits: needs.flatMap(\.edits))
    }

    private func either(_ needs: [Need]) -> Need {
        if needs.contains(where: { $0.count == 0 }) { return .nothing }
        let possible = needs.filter { $0.count <= bound }
        guard let least = possible.map(\.count).min() else { return .impossible }
        // The cases that are nearest; the others would be edited for nothing.
        return Need(count: least, edits: possible.filter { $0.count == least }.flatMap(\.edits))
    }

    private func literal(
        _ element: ElementIndex, _ set: ValueSet, _ wanted: Bool, _ box: GapBox, _ holder: AmendmentEdit.Holder,
        _ path: [Int]
    ) -> Need {
        if grantsAppraisals, facts.vocabulary[element].kind == .appraisal { return .nothing }
        let inside = box.values[element.number]
        let mask = facts.mask(set, of: element)
        if wanted ? inside.isSubset(of: mask) : inside.isDisjoint(with: mask) { return .nothing }
        if element == act { return .impossible }
        func edit(_ change: AmendmentEdit.Change) -> AmendmentEdit {
            AmendmentEdit(holder: holder, path: path, change: change)
        }
        if !wanted {
            let rest = facts.values(mask.subtracting(inside), of: element)
            return Need(count: 1, edits: [edit(.narrow(element, from: set, to: rest))])
        }
        var edits: [AmendmentEdit] = []
        for added in [inside, hull[element.number]] where !added.isEmpty {
            let wider = set.union(facts.values(added, of: element)).filled(facts.vocabulary[element])
            // Every value at all is the same as not asking.
            if wider.union(.none(like: wider, true)) == facts.vocabulary[element].all.union(.none(like: wider, true)) { continue }
            if wider != set, !edits.contains(where: { $0.change == .widen(element, from: set, to: wider) }) {
                edits.append(edit(.widen(element, from: set, to: wider)))
            }
        }
        // The general rule on fault takes the place of a fault that an offence does not name, so it is only widened.
        if element != mental { edits.append(edit(.drop(.has(element, set)))) }
        return Need(count: 1, edits: edits)
    }

    /// Another case beside those that a text names: the values of the region for its own elements, and for those that
    /// speak of the same subject and that the rest of the offence leaves alone.
    private func widenByCase(
        _ condition: Condition, _ box: GapBox, _ holder: AmendmentEdit.Holder, _ path: [Int],
        _ others: Set<ElementIndex>, _ result: inout Need
    ) {
        let own = condition.elements
        guard own.count > 1, !touchesAct(condition), holder != .newOffence else { return }
        let about = Set(own.map { subjects[$0.number] }).subtracting([""])
        var found: [AmendmentEdit] = []
        for values in [box.values, hull] {
            var literals: [AmendmentEdit.Literal] = []
            for element in facts.vocabulary.elements {
                let index = element.index
                guard element.kind != .hook, !(grantsAppraisals && element.kind == .appraisal) else { continue }
                guard own.contains(index) || (about.contains(subjects[index.number]) && !others.contains(index)) else { continue }
                let mask = values[index.number]
                if mask.isEmpty || mask == facts.space.full(index.number) { continue }
                literals.append(.init(index, facts.values(mask, of: index)))
            }
            guard !literals.isEmpty else { continue }
            let edit = AmendmentEdit(holder: holder, path: path, change: .add(literals))
            if !found.contains(edit) { found.append(edit) }
        }
        // Only a text that nearly fits already.
        guard !found.isEmpty, result.count <= 2 else { return }
        result.edits = (result.count <= bound ? result.edits : []) + found
        result.count = 1
    }

    private func touchesAct(_ condition: Condition) -> Bool { act.map { condition.elements.contains($0) } ?? false }

    /// A requirement of a few facts, which can be said in one line.
    private func isSmall(_ condition: Condition) -> Bool {
        var literals = 0
        var isPlain = !touchesAct(condition)
        condition.forEach { part in
            switch part {
            case .has: literals += 1
            case .definition, .readings, .aimsAt: isPlain = false
            default: break
            }
        }
        return isPlain && literals <= 4
    }
}

extension ValueSet {
    /// No value of the same kind, or only "there is no such thing".
    fileprivate static func none(like set: ValueSet, _ notApplicable: Bool) -> ValueSet {
        if case .numbers = set.values { return ValueSet(numbers: [], notApplicable: notApplicable) }
        return ValueSet(choices: 0, notApplicable: notApplicable)
    }

    /// A set of numbers or degrees without holes: laws say "under 18", not "under 14 or 16 to 17".
    func filled(_ element: Element) -> ValueSet {
        switch (element.domain, values) {
        case (.number, .numbers(let ranges)):
            guard let first = ranges.first, let last = ranges.last else { return self }
            return ValueSet(numbers: [first.lowerBound...last.upperBound], notApplicable: notApplicable)
        case (.ordered, .choice(let bits)):
            guard bits != 0 else { return self }
            let low = bits.trailingZeroBitCount
            let high = 63 - bits.leadingZeroBitCount
            let all = (high == 63 ? UInt64.max : (1 << UInt64(high + 1)) - 1) & ~((1 << UInt64(low)) - 1)
            return ValueSet(choices: all, notApplicable: notApplicable)
        default: return self
        }
    }
}
