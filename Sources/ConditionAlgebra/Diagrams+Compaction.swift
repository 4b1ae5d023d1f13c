extension Diagrams {
    /// A store with only these conditions, and where each of them is in it.
    ///
    /// Building conditions leaves behind what was needed on the way, most of a store's nodes. A store that is kept, copied and
    /// searched for long is faster without them. O(size of the conditions). It never has more nodes than the store itself, so it
    /// throws only if the budget was lowered since.
    public func compacted(
        keeping conditions: some Sequence<Node>
    ) throws(DiagramTooLarge) -> (store: Diagrams, places: [Node: Node]) {
        var store = Diagrams(space: space, budget: budget)
        var copies = IntegerMap<Int32>(filler: 0)
        var places: [Node: Node] = [:]
        for condition in conditions where places[condition] == nil {
            places[condition] = Node(try store.copy(condition.index, of: self, &copies))
        }
        return (store, places)
    }

    private mutating func copy(
        _ node: Int32, of source: Diagrams, _ copies: inout IntegerMap<Int32>
    ) throws(DiagramTooLarge) -> Int32 {
        if node <= 1 { return node }
        if let known = copies[node: node] { return known }
        let variable = source.level(node)
        let base = pending.count
        for value in 0..<space.sizes[variable] { pending.append(try copy(source.child(node, value), of: source, &copies)) }
        let place = try makeNode(level: variable, childrenFrom: base)
        copies.set(node: node, place)
        return place
    }
}
