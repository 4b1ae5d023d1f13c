/// What a condition says about a region.
public enum Status: Hashable, Sendable {
    /// Every point of the region fulfils the condition.
    case holds
    /// No point of the region does.
    case fails
    /// Some do and some do not; or the region is empty, and nothing may be concluded from facts that cannot be.
    case open
}

// Queries change nothing. Each visits every node of the condition at most once: O(size).
extension Diagrams {
    /// Whether every point of a region fulfils a condition; true of an empty region, which has no point that does not.
    public func holdsEverywhere(_ condition: Node, in region: Region) -> Bool {
        let masks = space.masks(of: region)
        guard !masks.contains(0) else { return true }
        var reach = Reach(of: .never, in: masks, self)
        return !reach.reaches(condition.index)
    }

    /// Whether some point of a region fulfils a condition; false of an empty region.
    public func isPossible(_ condition: Node, in region: Region) -> Bool {
        let masks = space.masks(of: region)
        guard !masks.contains(0) else { return false }
        var reach = Reach(of: .always, in: masks, self)
        return reach.reaches(condition.index)
    }

    /// Whether a condition holds, fails or is open in a region.
    public func status(_ condition: Node, in region: Region) -> Status {
        switch (isPossible(condition, in: region), holdsEverywhere(condition, in: region)) {
        case (true, true): .holds
        case (false, false): .fails
        default: .open
        }
    }

    /// Whether a condition holds at a point, given as the value of every variable in order. O(number of variables).
    public func holds(_ condition: Node, at point: [Int]) -> Bool {
        var node = condition.index
        while node > 1 {
            let variable = level(node)
            precondition(0..<space.sizes[variable] ~= point[variable], "the value must be in the variable's domain")
            node = child(node, point[variable])
        }
        return node == Node.always.index
    }

    /// The variables that a condition depends on, in ascending order.
    public func support(_ condition: Node) -> [Int] {
        var isTested = Array(repeating: false, count: space.count)
        for node in nodes(below: condition) { isTested[level(node)] = true }
        return isTested.indices.filter { isTested[$0] }
    }

    /// The number of nodes of a condition that test a variable; 0 for `.never` and `.always`.
    public func size(_ condition: Node) -> Int {
        nodes(below: condition).count
    }

    /// The share of a region's points that fulfil a condition: 0...1, exactly 0 if the condition is impossible in the
    /// region, up to rounding between. 0 for an empty region.
    ///
    /// - Parameter weights: how much each value of each variable counts, above 0; nil where all count alike, and then the
    ///   share is exactly 1 if the condition holds everywhere in the region.
    public func fraction(_ condition: Node, in region: Region, weights: [[Double]]? = nil) -> Double {
        let masks = space.masks(of: region)
        guard !masks.contains(0) else { return 0 }
        var known = IntegerMap<Double>(filler: 0)
        return fraction(condition.index, masks: masks, weights, known: &known)
    }

    private func fraction(
        _ node: Int32, masks: [UInt64], _ weights: [[Double]]?, known: inout IntegerMap<Double>
    ) -> Double {
        if node <= 1 { return node == Node.always.index ? 1 : 0 }
        if let result = known[node: node] { return result }
        let variable = level(node)
        var sum = 0.0
        var whole = 0.0
        for value in ValueMask(bits: masks[variable]) {
            let weight = weights.map { $0[variable][value] } ?? 1
            sum += weight * fraction(child(node, value), masks: masks, weights, known: &known)
            whole += weight
        }
        let result = sum / whole
        known.set(node: node, result)
        return result
    }

    /// The inner nodes of a condition, ordered by variable and then by where they are first met from the top; so every
    /// node precedes its children, and the order does not depend on what else the store holds.
    func nodes(below condition: Node) -> [Int32] {
        var seen = IntegerMap<Bool>(filler: false)
        var rows: [[Int32]] = Array(repeating: [], count: space.count)
        func visit(_ node: Int32) {
            guard node > 1, seen[node: node] == nil else { return }
            seen.set(node: node, true)
            rows[level(node)].append(node)
            for value in 0..<space.sizes[level(node)] { visit(child(node, value)) }
        }
        visit(condition.index)
        return rows.flatMap { $0 }
    }
}
