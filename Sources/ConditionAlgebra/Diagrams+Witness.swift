extension Diagrams {
    /// An example: values for a few variables such that every point of the region with these values fulfils the
    /// condition. Nil if the condition is impossible in the region. O(size × domain).
    ///
    /// It follows the path through the diagram, within the region, on which the fewest variables matter, and stops
    /// where the rest of the region fulfils the condition anyway; a variable whose values in the region all lead to the
    /// same node does not matter and is not mentioned. "Fewest" is among the paths: an example without a variable that
    /// the diagram tests on every path is not looked for. Between paths of the same length, and starting at the first
    /// variable, values in `preferred` win, then smaller ones.
    public func witness(
        _ condition: Node, in region: Region = .everything, preferring preferred: Region = .everything
    ) -> [Int: Int]? {
        let masks = space.masks(of: region)
        guard !masks.contains(0) else { return nil }
        var search = WitnessSearch(diagrams: self, masks: masks)
        guard search.distance(condition.index) != nil else { return nil }
        return search.path(from: condition.index, preferring: preferred)
    }
}

private struct WitnessSearch {
    let diagrams: Diagrams
    let masks: [UInt64]
    var failing: Reach
    var known = IntegerMap<Int?>(filler: nil)

    init(diagrams: Diagrams, masks: [UInt64]) {
        self.diagrams = diagrams
        self.masks = masks
        failing = Reach(of: .never, in: masks, diagrams)
    }

    /// The fewest variables that matter from a node on; nil if the condition cannot be fulfilled from there.
    mutating func distance(_ node: Int32) -> Int? {
        if node == Node.never.index { return nil }
        if let result = known[node: node] { return result }
        var result: Int?
        if !failing.reaches(node) {
            result = 0
        } else if let only = commonChild(of: node) {
            result = distance(only)
        } else {
            for value in mask(of: node) {
                guard let length = distance(diagrams.child(node, value)) else { continue }
                result = min(result ?? .max, length + 1)
            }
        }
        known.set(node: node, result)
        return result
    }

    mutating func path(from start: Int32, preferring preferred: Region) -> [Int: Int] {
        var result: [Int: Int] = [:]
        var node = start
        while let length = distance(node), length > 0 {
            if let only = commonChild(of: node) {
                node = only
                continue
            }
            let mask = mask(of: node)
            let variable = diagrams.level(node)
            let nearest = mask.filter { distance(diagrams.child(node, $0)) == length - 1 }
            guard let value = nearest.first(where: { preferred[variable]?.contains($0) ?? true }) ?? nearest.first
            else { break }
            result[variable] = value
            node = diagrams.child(node, value)
        }
        return result
    }

    private func mask(of node: Int32) -> ValueMask {
        ValueMask(bits: masks[diagrams.level(node)])
    }

    /// The one child that all values of the mask lead to, if there is only one.
    private func commonChild(of node: Int32) -> Int32? {
        let mask = mask(of: node)
        guard let first = mask.first else { return nil }
        let candidate = diagrams.child(node, first)
        return mask.allSatisfy { diagrams.child(node, $0) == candidate } ? candidate : nil
    }
}
