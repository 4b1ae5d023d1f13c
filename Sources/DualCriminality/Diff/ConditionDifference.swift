import Law

/// What is different between two conditions, in the words of the vocabulary.
///
/// Definitions count by their names. The order of parts does not matter: conditions that differ in it only have no
/// difference. The words follow the form of the conditions; what they mean is compared by the diagrams.
struct ConditionDifference {
    let wording: Wording

    /// One text for each place that differs.
    func changes(_ old: Condition, _ new: Condition) -> [String] {
        if old == new { return [] }
        switch (old, new) {
        case (.has(let one, let before), .has(let two, let after)) where one == two:
            return [literal(one, before, after)]
        case (.not(let before), .not(let after)): return changes(before, after).map { "in what is excluded: " + $0 }
        case (.definition(let before, _), .definition(let after, _)) where before == after: return []
        case (.readings(let one, let before), .readings(let two, let after)) where one == two && before.map(\.id) == after.map(\.id):
            return zip(before, after).flatMap { pair in
                changes(pair.0.condition, pair.1.condition).map { "read as \(pair.0.id): " + $0 }
            }
        case (.aimsAt(let before), .aimsAt(let after)):
            return ["the aim: an offence under \(Wording.aims(before)) → \(Wording.aims(after))"]
        case (.any(let before), .any(let after)): return alternatives(before, after)
        case (.any(let before), _) where before.contains(new): return alternatives(before, [new])
        case (_, .any(let after)) where after.contains(old): return alternatives([old], after)
        case (.all, _), (_, .all): return requirements(parts(old), parts(new))
        default: return [wording.condition(old) + " → " + wording.condition(new)]
        }
    }

    private func parts(_ condition: Condition) -> [Condition] {
        if case .all(let inner) = condition { return inner.flatMap { parts($0) } }
        return [condition]
    }

    private func literal(_ element: ElementIndex, _ before: ValueSet, _ after: ValueSet) -> String {
        if case .flag = wording.vocabulary[element].domain {
            return wording.literal(element, before) + " → " + wording.literal(element, after)
        }
        if before.isOnlyNotApplicable || after.isOnlyNotApplicable {
            return wording.literal(element, before) + " → " + wording.literal(element, after)
        }
        let one = wording.values(element, before)
        let two = wording.values(element, after)
        guard one == two else { return wording.literal(element, before) + " → " + two }
        return wording.literal(element, before) + ": also where there is no such thing "
            + (after.notApplicable ? "(now)" : "(no longer)")
    }

    private func requirements(_ old: [Condition], _ new: [Condition]) -> [String] {
        let rest = unmatched(old, new)
        let paired = pair(rest.old, rest.new) { isSameRequirement($0, $1) }
        return paired.pairs.flatMap { changes($0, $1) }
            + paired.old.map { "no longer required: " + wording.condition($0) }
            + paired.new.map { "required now: " + wording.condition($0) }
    }

    private func alternatives(_ old: [Condition], _ new: [Condition]) -> [String] {
        let rest = unmatched(old, new)
        let paired = pair(rest.old, rest.new) { isSameAlternative($0, $1) }
        return paired.pairs.flatMap { one, two in
            let common = parts(one).filter { parts(two).contains($0) }
            let place = common.isEmpty ? "" : "where " + place(common) + ": "
            return changes(one, two).map { place + $0 }
        }
            + paired.old.map { "alternative removed: " + wording.condition($0) }
            + paired.new.map { "alternative added: " + wording.condition($0) }
    }

    /// Enough of what an alternative asks besides to know which one it is.
    private func place(_ common: [Condition]) -> String {
        let texts = common.map { wording.condition($0) }
        var shown: [String] = []
        for text in texts where shown.isEmpty || (shown + [text]).joined(separator: " and ").count <= 80 { shown.append(text) }
        return shown.joined(separator: " and ") + (shown.count < texts.count ? " …" : "")
    }

    /// Without the parts that stand on both sides.
    private func unmatched(_ old: [Condition], _ new: [Condition]) -> (old: [Condition], new: [Condition]) {
        var rest = new
        let gone = old.filter { part in
            guard let place = rest.firstIndex(where: { $0 == part || changes(part, $0).isEmpty }) else { return true }
            rest.remove(at: place)
            return false
        }
        return (gone, rest)
    }

    private func pair(
        _ old: [Condition], _ new: [Condition], _ fits: (Condition, Condition) -> Bool
    ) -> (pairs: [(Condition, Condition)], old: [Condition], new: [Condition]) {
        var pairs: [(Condition, Condition)] = []
        var rest = new
        let gone = old.filter { part in
            guard let place = rest.firstIndex(where: { fits(part, $0) }) else { return true }
            pairs.append((part, rest.remove(at: place)))
            return false
        }
        return (pairs, gone, rest)
    }

    /// Whether two requirements are the same one, changed: they speak of the same element, or of elements in common.
    private func isSameRequirement(_ one: Condition, _ two: Condition) -> Bool {
        switch (one, two) {
        case (.has(let left, _), .has(let right, _)): return left == right
        case (.any(let parts), .has), (.any(let parts), .definition), (.any(let parts), .open): return parts.contains(two)
        case (.has, .any(let parts)), (.definition, .any(let parts)), (.open, .any(let parts)): return parts.contains(one)
        case (.any(let left), .any(let right)):
            return left.contains { right.contains($0) } || !one.elements.isDisjoint(with: two.elements)
        case (.not(let left), .not(let right)): return isSameAlternative(left, right) || isSameRequirement(left, right)
        case (.readings(let left, _), .readings(let right, _)): return left == right
        case (.aimsAt, .aimsAt): return true
        default: return false
        }
    }

    /// Whether two alternatives are the same one, changed: they have a part in common, or speak of the same element.
    private func isSameAlternative(_ one: Condition, _ two: Condition) -> Bool {
        let elements = one.elements
        if elements.count == 1, elements == two.elements { return true }
        let (left, right) = (parts(one), parts(two))
        if left.contains(where: { right.contains($0) }) { return true }
        guard left.count == right.count, left.count > 1 else { return false }
        return Set(left.compactMap(\.element)) == Set(right.compactMap(\.element))
    }
}

extension Condition {
    /// The element of a literal.
    fileprivate var element: ElementIndex? {
        if case .has(let element, _) = self { return element }
        return nil
    }
}
