/// Known facts that suffice for a condition.
public struct SufficientFacts: Hashable, Sendable {
    /// The variables whose known values are needed, in ascending order.
    public let variables: [Int]
    /// The sum of their costs.
    public let total: Int
    /// True: no cheaper choice suffices. False: the search was too large, and it is only certain that none of the facts
    /// can be left out ("irreducible").
    public let isExact: Bool
}

extension Diagrams {
    /// The cheapest choice among the known facts that alone makes a condition hold whatever else is true.
    ///
    /// Nil if even all known facts do not suffice, or if together they cannot be (with `possible`): from facts that
    /// contradict each other or the constraints anything would follow. Since all of them together are possible, every
    /// choice among them is.
    ///
    /// The search runs over conjunctions of parts of the condition and is exact while it meets at most `nodeBudget` of
    /// them; beyond that, or beyond the budget of the store, facts are left out greedily, the dearest first, then later
    /// variables. Among equal totals fewer facts win, then facts about earlier variables. The conditions built on the
    /// way stay in the store; see `discard(after:)`.
    ///
    /// - Parameters:
    ///   - condition: what must follow. With constraints C and a definition D this is ¬C ∨ D.
    ///   - known: the known facts.
    ///   - costs: one per variable of the space; negative costs count as 0.
    ///   - possible: what can occur at all (C), or `.always`.
    ///   - nodeBudget: the most conditions the exact search may meet; 0 asks for the greedy answer.
    public mutating func fewestFacts(
        _ condition: Node, known: Region, costs: [Int], possible: Node = .always, nodeBudget: Int = 20_000
    ) -> SufficientFacts? {
        precondition(costs.count == space.count, "one cost per variable is needed")
        guard isPossible(possible, in: known), holdsEverywhere(condition, in: known) else { return nil }
        let costs = costs.map { Swift.max(0, $0) }
        let exact: [Int]? = try? undoingOnFailure { (store) throws(DiagramTooLarge) in
            var search = FactSearch(masks: store.space.masks(of: known), costs: costs, nodeBudget: nodeBudget)
            return try search.run(condition.index, &store)
        }
        let variables = exact ?? irreducibleFacts(condition, known: known, costs: costs)
        return SufficientFacts(
            variables: variables,
            total: variables.reduce(0) { $0.addingSaturating(costs[$1]) },
            isExact: exact != nil)
    }

    private func irreducibleFacts(_ condition: Node, known: Region, costs: [Int]) -> [Int] {
        var kept = known
        for variable in known.variables.sorted(by: { (costs[$0], $0) > (costs[$1], $1) }) {
            var fewer = kept
            fewer[variable] = nil
            if holdsEverywhere(condition, in: fewer) { kept = fewer }
        }
        return kept.variables
    }
}

/// cost(f) = min(cost(f for all values), cost of the fact + cost(f for the known values)), variable by variable.
private struct FactSearch {
    struct Choice: Sendable {
        var cost = 0
        var facts = 0
        var isKept = false
        /// The condition that must follow from later variables.
        var next = Node.always.index
    }

    let masks: [UInt64]
    let costs: [Int]
    let nodeBudget: Int
    // Nil for conditions that no choice of the remaining facts makes hold.
    var known = IntegerMap<Choice?>(filler: nil)

    init(masks: [UInt64], costs: [Int], nodeBudget: Int) {
        self.masks = masks
        self.costs = costs
        self.nodeBudget = nodeBudget
    }

    mutating func run(_ start: Int32, _ store: inout Diagrams) throws(DiagramTooLarge) -> [Int] {
        var variables: [Int] = []
        var node = start
        while node > 1, let choice = try best(node, &store) {
            if choice.isKept { variables.append(store.level(node)) }
            node = choice.next
        }
        return variables
    }

    private mutating func best(_ node: Int32, _ store: inout Diagrams) throws(DiagramTooLarge) -> Choice? {
        if node <= 1 { return node == Node.always.index ? Choice() : nil }
        if let result = known[node: node] { return result }
        guard known.count < nodeBudget else { throw DiagramTooLarge(limit: .steps, budget: nodeBudget) }
        let variable = store.level(node)
        let full = store.space.full(variable)
        let mask = ValueMask(bits: masks[variable])

        let whatever = try conjunction(node, full, &store)
        var result = try best(whatever, &store).map { choice in
            Choice(cost: choice.cost, facts: choice.facts, isKept: false, next: whatever)
        }
        if mask != full {
            let given = try conjunction(node, mask, &store)
            if let choice = try best(given, &store) {
                let cost = choice.cost.addingSaturating(costs[variable])
                if result.map({ (cost, choice.facts + 1) <= ($0.cost, $0.facts) }) ?? true {
                    result = Choice(cost: cost, facts: choice.facts + 1, isKept: true, next: given)
                }
            }
        }
        known.set(node: node, result)
        return result
    }

    /// What must hold below a node if its variable has any of the values.
    private func conjunction(
        _ node: Int32, _ values: ValueMask, _ store: inout Diagrams
    ) throws(DiagramTooLarge) -> Int32 {
        var result = Node.always.index
        for value in values where result != Node.never.index {
            result = try store.apply(.and, result, store.child(node, value))
        }
        return result
    }
}
