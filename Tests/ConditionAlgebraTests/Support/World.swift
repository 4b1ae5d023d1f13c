@testable import ConditionAlgebra

/// A small space with all its points, and a store over it: everything a diagram says can be compared with enumeration.
struct World {
    let space: Space
    let points: [[Int]]
    /// The distance in `points` between neighbours in each variable.
    let strides: [Int]
    let everything: PointSet
    let nothing: PointSet
    /// The points at which a variable has a value.
    let slices: [[PointSet]]

    var store: Diagrams
    private var written: [Int32: PointSet]

    init(_ space: Space) {
        self.space = space
        var points: [[Int]] = [[]]
        for size in space.sizes { points = points.flatMap { point in (0..<size).map { point + [$0] } } }
        var strides = Array(repeating: 1, count: space.count)
        for variable in strides.indices.dropLast().reversed() {
            strides[variable] = strides[variable + 1] * space.sizes[variable + 1]
        }
        self.points = points
        self.strides = strides
        everything = PointSet(count: points.count) { _ in true }
        nothing = PointSet(count: points.count) { _ in false }
        slices = space.sizes.indices.map { variable in
            (0..<space.sizes[variable]).map { value in
                PointSet(count: points.count) { points[$0][variable] == value }
            }
        }
        store = Diagrams(space: space)
        written = [Node.never.index: nothing, Node.always.index: everything]
    }

    /// Two to six variables with two to five values each; fewer where the test has to be expensive.
    static func random(
        variables: ClosedRange<Int> = 2...6, values: ClosedRange<Int> = 2...5, using source: inout RandomSource
    ) throws -> World {
        let count = Int.random(in: variables, using: &source)
        return World(try Space(sizes: (0..<count).map { _ in Int.random(in: values, using: &source) }))
    }

    mutating func randomCondition(
        depth: Int = 3, using source: inout RandomSource
    ) throws -> (node: Node, points: PointSet, tree: Expression) {
        let tree = Expression.random(over: space, depth: depth, using: &source)
        return (try tree.compile(in: &store), writtenOut(tree), tree)
    }

    mutating func randomDefinitions(
        using source: inout RandomSource
    ) throws -> (node: Node, points: PointSet, tree: Expression) {
        let tree = Expression.definitions(over: space, using: &source)
        return (try tree.compile(in: &store), writtenOut(tree), tree)
    }

    // MARK: the enumerating counterparts

    func writtenOut(_ tree: Expression) -> PointSet {
        switch tree {
        case .literal(let variable, let values):
            values.reduce(nothing) { $1 < slices[variable].count ? $0.union(slices[variable][$1]) : $0 }
        case .and(let parts): parts.reduce(everything) { $0.intersection(writtenOut($1)) }
        case .or(let parts): parts.reduce(nothing) { $0.union(writtenOut($1)) }
        case .not(let part): everything.subtracting(writtenOut(part))
        }
    }

    func writtenOut(_ region: Region) -> PointSet {
        region.literals.reduce(everything) { $0.intersection(writtenOut(.literal($1.variable, $1.values))) }
    }

    /// What a node of the store says, read off the node's children.
    mutating func writtenOut(_ node: Node) -> PointSet { writtenOut(node.index) }

    private mutating func writtenOut(_ node: Int32) -> PointSet {
        if let known = written[node] { return known }
        let variable = store.level(node)
        var result = nothing
        for value in 0..<space.sizes[variable] {
            result = result.union(slices[variable][value].intersection(writtenOut(store.child(node, value))))
        }
        written[node] = result
        return result
    }

    /// The points that differ from some member in the given variables only.
    func spread(_ set: PointSet, over variables: [Int]) -> PointSet {
        var result = set
        for variable in variables {
            let previous = result
            result = PointSet(count: points.count) { index in
                let origin = index - points[index][variable] * strides[variable]
                return (0..<space.sizes[variable]).contains { previous.contains(origin + $0 * strides[variable]) }
            }
        }
        return result
    }
}
