/// "All of these" and "any of these", which are each other's mirror image.
enum Junction {
    case all, any

    private var other: Junction { self == .all ? .any : .all }
    /// What no part changes: always true for "all".
    private var neutral: Formula { make([]) }
    private var opposite: Formula { other.make([]) }

    private func make(_ parts: [Formula]) -> Formula { self == .all ? .all(parts) : .any(parts) }

    /// The parts, where the formula is such a junction.
    private func parts(of formula: Formula) -> [Formula]? {
        switch (self, formula) {
        case (.all, .all(let parts)), (.any, .any(let parts)): return parts
        default: return nil
        }
    }

    /// The junction of the parts, in words for "all": without what is always true, without repetition; never true where
    /// a part is the negation of another; in an alternative among the parts, the ways that another part excludes fall
    /// away, and an alternative of which another part is one way says nothing.
    func join(_ parts: [Formula]) -> Formula {
        var kept: [Formula] = []
        for part in parts {
            if part == opposite { return opposite }
            kept += self.parts(of: part) ?? [part]
        }
        kept = kept.distinct
        guard kept.count > 1 else { return kept.first ?? neutral }
        let known = Set(kept)
        for (place, part) in kept.enumerated() {
            guard let ways = other.parts(of: part) else {
                if known.contains(part.negated) { return opposite }
                continue
            }
            if ways.contains(where: known.contains) {
                kept.remove(at: place)
                return join(kept)
            }
            let left = ways.filter { !known.contains($0.negated) }
            if left.count < ways.count {
                kept[place] = other.join(left)
                return join(kept)
            }
        }
        return make(kept)
    }
}
