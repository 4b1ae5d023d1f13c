extension Diagrams {
    /// Whether some point fulfils all conditions of one list and none of another; true for two empty lists.
    ///
    /// Builds nothing: the diagrams are walked side by side until a point is found, so where there is one the answer often
    /// costs little more than a step for each variable. Where there is none, at most as many steps as there are combinations
    /// of their nodes, in practice about what subtracting one after the other takes.
    ///
    /// - Parameter limit: the most steps; each is one combination of nodes.
    /// - Throws: `DiagramTooLarge` at the limit; whether it is reached depends on the conditions alone.
    public func hasPoint(
        in conditions: [Node], outside others: [Node], steps limit: Int = .max
    ) throws(DiagramTooLarge) -> Bool {
        var search = PointSearch(diagrams: self, limit: limit)
        return try search.find(conditions.map(\.index), others.map(\.index))
    }
}

private struct PointSearch {
    let diagrams: Diagrams
    let limit: Int
    private var steps = 0
    private static let worthRemembering = 4
    /// The nodes of all frames: first those that must hold, then those that must not.
    private var stack: [Int32] = []
    /// Combinations from which no point is reached.
    private var failed: Set<[Int32]> = []

    init(diagrams: Diagrams, limit: Int) {
        self.diagrams = diagrams
        self.limit = limit
    }

    /// How many of the nodes of the frame that was pushed last must hold.
    private var wantedCount = 0

    mutating func find(_ wanted: [Int32], _ unwanted: [Int32]) throws(DiagramTooLarge) -> Bool {
        stack = wanted + unwanted
        let end = stack.count
        // No variable is tested below all others, so this only takes away what is settled.
        guard push(from: 0, wanted: wanted.count, end: end, top: diagrams.space.count, value: 0) else { return false }
        return try find(from: end, wanted: wantedCount)
    }

    private mutating func pop(to end: Int) -> Bool {
        stack.removeLast(stack.count - end)
        return false
    }

    /// Searches from the frame that begins at `base` and ends the stack.
    private mutating func find(from base: Int, wanted: Int) throws(DiagramTooLarge) -> Bool {
        let end = stack.count
        // No node is settled, so each alone can be fulfilled, and failed.
        if end - base <= 1 { return true }
        steps += 1
        if steps > limit { throw DiagramTooLarge(limit: .steps, budget: limit) }
        let key = failed.isEmpty ? [] : Array(stack[base...])
        if !key.isEmpty, failed.contains(key) { return false }
        let startedAt = steps
        var top = Int.max
        for place in base..<end { top = min(top, diagrams.level(stack[place])) }
        for value in 0..<diagrams.space.sizes[top] {
            guard push(from: base, wanted: wanted, end: end, top: top, value: value) else { continue }
            if try find(from: end, wanted: wantedCount) { return true }
            stack.removeLast(stack.count - end)
        }
        // Remembering costs more than a few steps do.
        if steps > startedAt + PointSearch.worthRemembering { failed.insert(key.isEmpty ? Array(stack[base..<end]) : key) }
        return false
    }

    /// Pushes the frame that one value of the top variable leads to.
    private mutating func push(from base: Int, wanted: Int, end: Int, top: Int, value: Int) -> Bool {
        for place in base..<base + wanted {
            let node = stack[place]
            let next = node > 1 && diagrams.level(node) == top ? diagrams.child(node, value) : node
            if next == Node.never.index { return pop(to: end) }
            if next != Node.always.index && !stack[end...].contains(next) { stack.append(next) }
        }
        let middle = stack.count
        for place in base + wanted..<end {
            let node = stack[place]
            let next = node > 1 && diagrams.level(node) == top ? diagrams.child(node, value) : node
            if next == Node.always.index || stack[end..<middle].contains(next) { return pop(to: end) }
            if next != Node.never.index && !stack[middle...].contains(next) { stack.append(next) }
        }
        wantedCount = middle - end
        return true
    }
}
