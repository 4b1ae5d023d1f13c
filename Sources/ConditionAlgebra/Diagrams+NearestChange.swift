/// The smallest change of known facts that would bring a condition about.
public struct NearestChange: Hashable, Sendable {
    /// A known fact that would have to be different.
    public struct Change: Hashable, Sendable {
        public let variable: Int
        /// The value it takes in the case that was found.
        public let chosen: Int
        /// Every value, outside the known ones, that would do as well: with the other changes as chosen, the unchanged
        /// facts within what is known, and the unknown as it suits. Sets of several changes may not be combined freely.
        public let values: ValueMask
    }

    /// A weight for facts that cannot be changed at all.
    public static let unchangeable = Int.max

    /// The sum of the weights of the changed facts.
    public let cost: Int
    /// In ascending order of variable; empty if the condition is possible as things are.
    public let changes: [Change]
}

extension Diagrams {
    /// Finds, among all points that fulfil a condition, one for which the known facts that would have to be different
    /// weigh the least. Nil if there is none: the condition is `.never`, or each point needs an unchangeable fact
    /// changed; and nil if a known set of values is empty.
    ///
    /// The cost is the exact minimum (a shortest path through the diagram, O(size × domain)). Among equal costs fewer
    /// changes win; then earlier variables stay unchanged rather than later ones; then smaller values.
    ///
    /// - Parameters:
    ///   - known: for each variable that is known, the values it may have; all others are unknown and cost nothing.
    ///   - weights: one per variable of the space; what it costs to leave the known values. Negative weights count as
    ///     0, `NearestChange.unchangeable` forbids the change.
    public func nearestChange(_ condition: Node, known: Region, weights: [Int]) -> NearestChange? {
        precondition(weights.count == space.count, "one weight per variable is needed")
        let masks = space.masks(of: known)
        guard !masks.contains(0) else { return nil }
        var search = ChangeSearch(diagrams: self, masks: masks, weights: weights)
        guard let cost = search.cost(of: condition.index) else { return nil }
        let chosen = search.changes(from: condition.index)

        let changes = chosen.map { variable, value in
            var others = masks
            for other in chosen where other.variable != variable {
                others[other.variable] = ValueMask(other.value).bits
            }
            var reach = Reach(of: .always, in: others, self)
            // None of these is among the known values: with one that is, the change would not be needed.
            let values = reach.values(of: variable, from: condition.index)
            return NearestChange.Change(variable: variable, chosen: value, values: values)
        }
        return NearestChange(cost: cost.weight, changes: changes)
    }
}

private struct ChangeSearch {
    struct Cost: Comparable {
        var weight: Int
        var changes: Int

        static func < (first: Cost, second: Cost) -> Bool {
            (first.weight, first.changes) < (second.weight, second.changes)
        }
    }

    let diagrams: Diagrams
    let masks: [UInt64]
    let weights: [Int]
    // The outer optional of a look-up says whether the node was visited, the inner whether it leads anywhere.
    var known = IntegerMap<Cost?>(filler: nil)

    init(diagrams: Diagrams, masks: [UInt64], weights: [Int]) {
        self.diagrams = diagrams
        self.masks = masks
        self.weights = weights
    }

    mutating func cost(of node: Int32) -> Cost? {
        if node <= 1 { return node == Node.always.index ? Cost(weight: 0, changes: 0) : nil }
        if let result = known[node: node] { return result }
        var best: Cost?
        for value in diagrams.space.full(diagrams.level(node)) {
            guard let total = cost(of: node, taking: value) else { continue }
            if best.map({ total < $0 }) ?? true { best = total }
        }
        known.set(node: node, best)
        return best
    }

    /// The changed variables and their values, in order.
    ///
    /// Follows all cheapest paths at once, variable by variable: as long as one of them leaves the variable as it is,
    /// those that change it are given up. All paths followed have changed the same facts, so what remains costs the
    /// same on each.
    mutating func changes(from start: Int32) -> [(variable: Int, value: Int)] {
        var result: [(variable: Int, value: Int)] = []
        var frontier: Set<Int32> = [start]
        for variable in masks.indices {
            guard let remaining = frontier.first.flatMap({ cost(of: $0) }) else { break }
            let mask = ValueMask(bits: masks[variable])
            var unchanged = frontier.filter { diagrams.level($0) > variable }
            let testing = frontier.subtracting(unchanged)
            for node in testing {
                for value in mask where cost(of: diagrams.child(node, value)) == remaining {
                    unchanged.insert(diagrams.child(node, value))
                }
            }
            frontier = unchanged
            guard frontier.isEmpty else { continue }
            for value in diagrams.space.full(variable).subtracting(mask) {
                for node in testing where cost(of: node, taking: value) == remaining {
                    frontier.insert(diagrams.child(node, value))
                }
                if !frontier.isEmpty {
                    result.append((variable, value))
                    break
                }
            }
        }
        return result
    }

    private mutating func cost(of node: Int32, taking value: Int) -> Cost? {
        guard var total = cost(of: diagrams.child(node, value)) else { return nil }
        let variable = diagrams.level(node)
        guard !ValueMask(bits: masks[variable]).contains(value) else { return total }
        let weight = max(0, weights[variable])
        guard weight != NearestChange.unchangeable else { return nil }
        total.weight = total.weight.addingSaturating(weight)
        total.changes += 1
        return total
    }
}

extension Int {
    /// The sum, or the greatest number if it is beyond; for sums of numbers that are not negative.
    func addingSaturating(_ other: Int) -> Int {
        let (sum, isTooLarge) = addingReportingOverflow(other)
        return isTooLarge ? .max : sum
    }
}
