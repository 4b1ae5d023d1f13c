extension Diagrams {
    /// Some values of the variables fulfil the condition: the result no longer depends on them.
    public mutating func exists(_ condition: Node, over variables: [Int]) throws(DiagramTooLarge) -> Node {
        try quantify(.or, condition, over: variables)
    }

    /// All values of the variables fulfil the condition: the result no longer depends on them.
    public mutating func forall(_ condition: Node, over variables: [Int]) throws(DiagramTooLarge) -> Node {
        try quantify(.and, condition, over: variables)
    }

    /// What remains of a condition once a variable has a value, which must be in the variable's domain. O(size).
    public mutating func restrict(_ condition: Node, _ variable: Int, _ value: Int) throws(DiagramTooLarge) -> Node {
        precondition(0..<space.sizes[variable] ~= value, "the value must be in the variable's domain")
        return try restrict(condition, to: [variable: ValueMask(value)])
    }

    /// What remains of a condition once the facts of a region are known. O(size).
    ///
    /// The result agrees with the condition inside the region and is `.always` exactly if the condition holds
    /// everywhere in it, `.never` exactly if it holds nowhere in it. Outside the region it is the condition at the
    /// point in which each value outside is replaced by the region's smallest value of that variable; so it does not
    /// depend on variables that the region settles, and equal conditions within the region give the same node. `.never`
    /// for an empty region.
    public mutating func restrict(_ condition: Node, to region: Region) throws(DiagramTooLarge) -> Node {
        let masks = space.masks(of: region)
        guard !masks.contains(0) else { return .never }
        let last = masks.indices.last { masks[$0] != space.full($0).bits }
        guard let last else { return condition }
        return try undoingOnFailure { (store) throws(DiagramTooLarge) in
            var known = IntegerMap<Int32>(filler: 0)
            return Node(try store.restrict(condition.index, masks: masks, last: last, known: &known))
        }
    }

    private mutating func restrict(
        _ node: Int32, masks: [UInt64], last: Int, known: inout IntegerMap<Int32>
    ) throws(DiagramTooLarge) -> Int32 {
        let top = level(node)
        guard top <= last else { return node }
        if let result = known[node: node] { return result }
        let base = pending.count
        let mask = ValueMask(bits: masks[top])
        for value in 0..<space.sizes[top] {
            // The smallest value of the mask may come later in the row, so it is computed by its own call; the memo
            // makes that a look-up.
            let representative = mask.contains(value) ? value : masks[top].trailingZeroBitCount
            let result = try restrict(child(node, representative), masks: masks, last: last, known: &known)
            pending.append(result)
        }
        let result = try makeNode(level: top, childrenFrom: base)
        known.set(node: node, result)
        return result
    }

    private mutating func quantify(
        _ operation: Operation, _ condition: Node, over variables: [Int]
    ) throws(DiagramTooLarge) -> Node {
        guard let last = variables.max() else { return condition }
        var isQuantified = Array(repeating: false, count: space.count)
        for variable in variables { isQuantified[variable] = true }
        return try undoingOnFailure { (store) throws(DiagramTooLarge) in
            var known = IntegerMap<Int32>(filler: 0)
            return Node(
                try store.quantify(operation, condition.index, isQuantified, last: last, known: &known))
        }
    }

    private mutating func quantify(
        _ operation: Operation, _ node: Int32, _ isQuantified: [Bool], last: Int, known: inout IntegerMap<Int32>
    ) throws(DiagramTooLarge) -> Int32 {
        let top = level(node)
        guard top <= last else { return node }
        if let result = known[node: node] { return result }
        let result: Int32
        if isQuantified[top] {
            let final = operation == .or ? Node.always.index : Node.never.index
            var sum = operation == .or ? Node.never.index : Node.always.index
            for value in 0..<space.sizes[top] where sum != final {
                let part = try quantify(operation, child(node, value), isQuantified, last: last, known: &known)
                sum = try apply(operation, sum, part)
            }
            result = sum
        } else {
            let base = pending.count
            for value in 0..<space.sizes[top] {
                let part = try quantify(operation, child(node, value), isQuantified, last: last, known: &known)
                pending.append(part)
            }
            result = try makeNode(level: top, childrenFrom: base)
        }
        known.set(node: node, result)
        return result
    }
}
