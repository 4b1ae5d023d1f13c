/// A condition described by regions.
public struct Cover: Hashable, Sendable {
    /// In the order in which they were found.
    public var regions: [Region]
    /// Whether the regions contain every point they should.
    public var isComplete: Bool

    public init(regions: [Region], isComplete: Bool) {
        self.regions = regions
        self.isComplete = isComplete
    }
}

extension Diagrams {
    /// Describes a condition by few regions: together they contain `lower`, and each lies within `upper`.
    ///
    /// The room between the two makes the description short: `upper` adds the points where it does not matter what is
    /// said (combinations that cannot occur, or cases outside the question). What is claimed:
    /// - each region is *prime*: freeing a variable or adding a value to one would leave `upper`;
    /// - the cover is *irredundant*: without any one of its regions a point of `lower` would be missed;
    /// - the result depends on the arguments only, not on what else the store holds (short of its budget).
    ///
    /// Not claimed: that no cover with fewer regions exists (that is a set cover problem, hard in general).
    ///
    /// - Parameters:
    ///   - lower: what must be covered. Points of it outside `upper` cannot be, and then the cover is not complete.
    ///   - upper: what may be covered.
    ///   - priority: variables in the order in which the regions try to do without them, the most dispensable first.
    ///     Those not named follow, the last variable first.
    ///   - limit: the most regions to find before redundant ones are dropped. If more would be needed, `isComplete` is
    ///     false, and irredundant means with respect to what is covered.
    ///
    /// O(regions × variables mentioned × size of `upper`), plus a few unions and subtractions a region. The conditions
    /// built on the way stay in the store; see `discard(after:)`.
    public mutating func cover(
        lower: Node, upper: Node, priority: [Int] = [], limit: Int = .max
    ) throws(DiagramTooLarge) -> Cover {
        let start = checkpoint()
        do {
            let wanted = try and(lower, upper)
            var rest = wanted
            var regions: [Region] = []
            var parts: [Node] = []
            while regions.count < limit, let witness = witness(rest) {
                let region = expand(Region(point: witness), within: upper, priority: priority)
                let part = try self.region(region)
                regions.append(region)
                parts.append(part)
                rest = try subtract(rest, part)
            }
            let kept = try irredundant(parts, covering: try subtract(wanted, rest))
            return Cover(regions: kept.map { regions[$0] }, isComplete: rest == .never && wanted == lower)
        } catch {
            discard(after: start)
            throw error
        }
    }

    /// Enlarges a region that lies within a condition until it is prime: no variable can be freed and no value added.
    ///
    /// One variable after the other, in the order described for `cover`, is given every value it can have. O(variables
    /// mentioned × size). A region that does not lie within the condition is returned as it is.
    public func expand(_ region: Region, within condition: Node, priority: [Int] = []) -> Region {
        guard !region.isEmpty, holdsEverywhere(condition, in: region) else { return region }
        var isNamed = Array(repeating: false, count: space.count)
        var order: [Int] = []
        for variable in priority + (0..<space.count).reversed() where !isNamed[variable] {
            isNamed[variable] = true
            order.append(variable)
        }
        var result = region
        for variable in order where result[variable] != nil {
            // Whether a value can be added does not depend on which others are, so the greatest set is unique.
            // Variables treated later only make the region larger and this harder, so it stays the greatest.
            var reach = Reach(of: .never, in: space.masks(of: result), self)
            let forbidden = reach.values(of: variable, from: condition.index)
            result[variable] = forbidden.isEmpty ? nil : space.full(variable).subtracting(forbidden)
        }
        return result
    }

    /// Leaves in each set of values that a region mentions only the values which occur in condition ∧ region; for
    /// printing.
    ///
    /// The result contains every point of condition ∧ region. It need not lie within the condition, and it is no longer
    /// prime; all sets are empty if the condition is impossible in the region. O(variables mentioned × size).
    public func shrink(_ region: Region, within condition: Node) -> Region {
        let masks = space.masks(of: region)
        guard !masks.contains(0) else { return region }
        var reach = Reach(of: .always, in: masks, self)
        var result = region
        for literal in region.literals {
            let possible = reach.values(of: literal.variable, from: condition.index)
            result[literal.variable] = literal.values.intersection(possible)
        }
        return result
    }

    /// The indices of the regions that remain when each one whose points of `wanted` the others cover is dropped, later
    /// regions first: the witness of an earlier one was shorter, so it tends to be easier to read.
    private mutating func irredundant(
        _ parts: [Node], covering wanted: Node
    ) throws(DiagramTooLarge) -> [Int] {
        // unionBefore[i]: the regions before i, none of which has been judged when i is.
        var unionBefore = [Node.never]
        for part in parts { unionBefore.append(try or(unionBefore[unionBefore.count - 1], part)) }
        var kept: [Int] = []
        var keptUnion = Node.never
        for index in parts.indices.reversed() {
            let others = try or(keptUnion, unionBefore[index])
            if try subtract(wanted, others) != .never {
                kept.append(index)
                keptUnion = try or(keptUnion, parts[index])
            }
        }
        return kept.reversed()
    }
}
