/// One condition, frozen into a single table for fast decisions. Independent of the store it was made from: equal
/// conditions over the same space are equal, whatever stores they come from.
public struct FlatDiagram: Hashable, Sendable {
    /// The number of values of each variable of the space.
    public let sizes: [Int]

    // Places 0 and 1 stand for never and always. From place 2 on each node is a row: its variable, the size of the
    // domain, the place of the child for each value. A child's row comes after its parent's.
    private let table: [Int32]
    private let root: Int32

    /// Copies a condition. O(size).
    public init(_ condition: Node, in diagrams: Diagrams) {
        sizes = diagrams.space.sizes
        let nodes = diagrams.nodes(below: condition)
        var places = IntegerMap<Int32>(filler: 0)
        places.set(node: Node.never.index, 0)
        places.set(node: Node.always.index, 1)
        var end: Int32 = 2
        for node in nodes {
            places.set(node: node, end)
            end += 2 + Int32(diagrams.space.sizes[diagrams.level(node)])
        }
        var table: [Int32] = [0, 0]
        table.reserveCapacity(Int(end))
        for node in nodes {
            let variable = diagrams.level(node)
            let size = diagrams.space.sizes[variable]
            table.append(Int32(variable))
            table.append(Int32(size))
            for value in 0..<size { table.append(places[node: diagrams.child(node, value)] ?? 0) }
        }
        self.table = table
        root = places[node: condition.index] ?? 0
    }

    /// Whether a point fulfils the condition. O(number of variables tested), no allocation.
    ///
    /// `point` must hold one value per variable, each within its domain; this is not checked in release builds.
    public func decide(_ point: UnsafePointer<UInt8>) -> Bool {
        table.withUnsafeBufferPointer { table in
            var place = Int(root)
            while place > 1 {
                let value = Int(point[Int(table[place])])
                assert(value < Int(table[place + 1]), "the value must be in the variable's domain")
                place = Int(table[place &+ 2 &+ value])
            }
            return place == 1
        }
    }

    /// Whether a point, given as one value per variable, fulfils the condition. O(number of variables tested).
    ///
    /// Traps if the point is too short or a tested value is not in its variable's domain.
    public func decide(_ point: Span<UInt8>) -> Bool {
        var place = Int(root)
        while place > 1 {
            let value = Int(point[Int(table[place])])
            precondition(value < Int(table[place + 1]), "the value must be in the variable's domain")
            place = Int(table[place + 2 + value])
        }
        return place == 1
    }

    /// Whether a point, given as one value per variable, fulfils the condition. Traps as the variant with `Span` does.
    public func decide(_ point: [UInt8]) -> Bool {
        decide(point.span)
    }

    /// What the condition says about the points within masks, one mask per variable. O(size), and no allocation on the
    /// heap for small diagrams. `.open` if a mask has no value of its variable's domain, since then there is no point.
    public func status(in masks: [ValueMask]) -> Status {
        precondition(masks.count == sizes.count, "one mask per variable is needed")
        for (variable, mask) in masks.enumerated() where mask.isDisjoint(with: ValueMask(first: sizes[variable])) {
            return .open
        }
        return withUnsafeTemporaryAllocation(of: Bool.self, capacity: table.count) { isReached in
            isReached.initialize(repeating: false)
            isReached[Int(root)] = true
            // Rows come after their parents', so one pass in order settles everything.
            var place = 2
            while place < table.count && !(isReached[0] && isReached[1]) {
                let size = Int(table[place + 1])
                if isReached[place] {
                    let mask = masks[Int(table[place])].intersection(ValueMask(first: size))
                    for value in mask { isReached[Int(table[place + 2 + value])] = true }
                }
                place += 2 + size
            }
            return switch (isReached[0], isReached[1]) {
            case (false, true): .holds
            case (true, false): .fails
            default: .open
            }
        }
    }

    /// What the condition says about the points of a region.
    public func status(in region: Region) -> Status {
        var masks = sizes.map { ValueMask(first: $0) }
        for literal in region.literals { masks[literal.variable].formIntersection(literal.values) }
        return status(in: masks)
    }
}
