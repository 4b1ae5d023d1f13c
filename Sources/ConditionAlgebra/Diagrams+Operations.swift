/// The binary operations that are computed directly; the others are built from them.
enum Operation: UInt64 {
    case and = 1
    case or = 2
    case subtract = 3

    /// The key under which a result is remembered; node numbers take 24 bits (`Diagrams.largestBudget`).
    func key(_ first: Int32, _ second: Int32) -> UInt64 {
        rawValue << 48 | UInt64(UInt32(bitPattern: first)) << 24 | UInt64(UInt32(bitPattern: second))
    }

    static func operands(of key: UInt64) -> (Int32, Int32) {
        (Int32(truncatingIfNeeded: (key >> 24) & 0xFF_FFFF), Int32(truncatingIfNeeded: key & 0xFF_FFFF))
    }
}

// Every operation takes at most the product of the sizes of its operands, in practice about their sum, and leaves the
// store unchanged when it throws.
extension Diagrams {
    /// The condition that a variable has one of the values. O(size of the domain).
    public mutating func literal(_ variable: Int, _ values: ValueMask) throws(DiagramTooLarge) -> Node {
        try region([variable: values])
    }

    /// The condition that a point is inside a region; `.never` for an empty region. O(sum of the domains mentioned).
    public mutating func region(_ region: Region) throws(DiagramTooLarge) -> Node {
        try undoingOnFailure { (store) throws(DiagramTooLarge) in
            var result = Node.always.index
            for literal in region.literals.reversed() {
                let base = store.pending.count
                for value in 0..<store.space.sizes[literal.variable] {
                    store.pending.append(literal.values.contains(value) ? result : Node.never.index)
                }
                result = try store.makeNode(level: literal.variable, childrenFrom: base)
            }
            return Node(result)
        }
    }

    /// Both conditions.
    public mutating func and(_ first: Node, _ second: Node) throws(DiagramTooLarge) -> Node {
        try run(.and, first, second)
    }

    /// At least one of the conditions.
    public mutating func or(_ first: Node, _ second: Node) throws(DiagramTooLarge) -> Node {
        try run(.or, first, second)
    }

    /// The first condition without the second.
    public mutating func subtract(_ first: Node, _ second: Node) throws(DiagramTooLarge) -> Node {
        try run(.subtract, first, second)
    }

    /// The opposite. O(size).
    public mutating func not(_ condition: Node) throws(DiagramTooLarge) -> Node {
        try run(.subtract, .always, condition)
    }

    /// Where the first condition holds, the second does: ¬first ∨ second.
    public mutating func implies(_ first: Node, _ second: Node) throws(DiagramTooLarge) -> Node {
        try undoingOnFailure { (store) throws(DiagramTooLarge) in
            let exception = try store.apply(.subtract, first.index, second.index)
            return Node(try store.apply(.subtract, Node.always.index, exception))
        }
    }

    /// All of the conditions; `.always` of none.
    public mutating func all(_ conditions: some Sequence<Node>) throws(DiagramTooLarge) -> Node {
        try fold(.and, conditions, unit: .always)
    }

    /// At least one of the conditions; `.never` of none.
    public mutating func any(_ conditions: some Sequence<Node>) throws(DiagramTooLarge) -> Node {
        try fold(.or, conditions, unit: .never)
    }

    private mutating func run(
        _ operation: Operation, _ first: Node, _ second: Node
    ) throws(DiagramTooLarge) -> Node {
        try undoingOnFailure { (store) throws(DiagramTooLarge) in
            Node(try store.apply(operation, first.index, second.index))
        }
    }

    private mutating func fold(
        _ operation: Operation, _ conditions: some Sequence<Node>, unit: Node
    ) throws(DiagramTooLarge) -> Node {
        try undoingOnFailure { (store) throws(DiagramTooLarge) in
            var result = unit.index
            for condition in conditions { result = try store.apply(operation, result, condition.index) }
            return Node(result)
        }
    }

    /// The operation without the safety net: the caller undoes on failure.
    mutating func apply(
        _ operation: Operation, _ first: Int32, _ second: Int32
    ) throws(DiagramTooLarge) -> Int32 {
        let never = Node.never.index
        let always = Node.always.index
        var first = first
        var second = second
        switch operation {
        case .and:
            if first == never || second == never { return never }
            if first == always || first == second { return second }
            if second == always { return first }
        case .or:
            if first == always || second == always { return always }
            if first == never || first == second { return second }
            if second == never { return first }
        case .subtract:
            if first == never || second == always || first == second { return never }
            if second == never { return first }
        }
        if operation != .subtract && second < first { swap(&first, &second) }

        let key = operation.key(first, second)
        if let known = results[key] { return known }
        try countStep()
        let firstLevel = level(first)
        let secondLevel = level(second)
        let top = min(firstLevel, secondLevel)
        let base = pending.count
        for value in 0..<space.sizes[top] {
            let result = try apply(
                operation,
                firstLevel == top ? child(first, value) : first,
                secondLevel == top ? child(second, value) : second)
            pending.append(result)
        }
        let node = try makeNode(level: top, childrenFrom: base)
        results.set(key, node)
        return node
    }
}
