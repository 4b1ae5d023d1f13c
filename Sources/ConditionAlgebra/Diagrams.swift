/// A store of conditions over one finite space, each an ordered, reduced, multi-valued decision diagram.
///
/// Every node tests one variable and has one child per value of it; variables are tested in the order of their numbers;
/// a node whose children are all the same does not exist, and no node exists twice. So equal conditions are the same
/// `Node`, and satisfiable, valid and equivalent are comparisons of two integers.
///
/// The store is a value: a copy is independent, shares memory until one of the two changes, and may be used on another
/// thread. All algorithms recurse at most once per variable. Subscripts and arguments that name a variable or a node
/// the store does not have trap, as an array subscript does.
public struct Diagrams: Sendable {
    /// The variables and their domains.
    public let space: Space

    /// The most nodes the store may hold, `.never` and `.always` included; at most 16,777,216.
    public var budget: Int {
        didSet { budget = min(budget, Self.largestBudget) }
    }

    /// One operation may take this many steps per node of the budget. Two diagrams within the budget can have a number
    /// of pairs of nodes that is the product of their sizes; without this limit an operation could run for hours and
    /// never create a node.
    public static let stepsPerNode = 16

    private static let largestBudget = 1 << 24

    // A node is an index into these: the variable it tests, the hash of its content and where its children start.
    var levels: [Int32]
    var hashes: [UInt32]
    var starts: [Int32]
    var children: [Int32] = []

    /// Open addressing; 0 is an empty slot, which is free because `.never` is never looked up.
    var uniqueSlots: [UInt64] = Array(repeating: 0, count: 64)

    /// Results of binary operations.
    var results = IntegerMap<Int32>(filler: 0)

    /// A stack of the children of nodes under construction, so that building a node allocates nothing.
    var pending: [Int32] = []

    var steps = 0

    /// Steps that one question may take over all its operations; nil where each operation has its own limit.
    var questionLimit: Int?

    /// An empty store with a budget of nodes.
    public init(space: Space, budget: Int = 200_000) {
        self.space = space
        self.budget = min(budget, Self.largestBudget)
        // Terminals lie below every variable.
        levels = [Int32(space.count), Int32(space.count)]
        hashes = [0, 0]
        starts = [0, 0]
    }

    /// The number of nodes in the store, `.never` and `.always` included.
    public var count: Int { levels.count }
}

extension Diagrams {
    /// A moment in the life of a store.
    public struct Checkpoint: Sendable {
        let count: Int
    }

    /// Remembers the present content, for `discard(after:)`.
    public func checkpoint() -> Checkpoint {
        Checkpoint(count: count)
    }

    /// Forgets every node made after a checkpoint; those nodes must not be used again. Nodes made before it stay valid.
    ///
    /// Long-lived stores use this around queries that build conditions only to look at them (`cover`, `fewestFacts`).
    /// O(size of the store), nothing if no node was made.
    public mutating func discard(after checkpoint: Checkpoint) {
        pending.removeAll(keepingCapacity: true)
        guard checkpoint.count < count else { return }
        let kept = checkpoint.count
        children.removeLast(children.count - Int(starts[kept]))
        levels.removeLast(levels.count - kept)
        hashes.removeLast(hashes.count - kept)
        starts.removeLast(starts.count - kept)
        rebuildUniqueTable(slots: uniqueSlots.count)
        results.filter { key, result in
            let (first, second) = Operation.operands(of: key)
            return Int(result) < kept && Int(first) < kept && Int(second) < kept
        }
    }

    /// Runs one operation; if it passes the budget, the store is put back to what it was.
    mutating func undoingOnFailure<Result>(
        _ body: (inout Diagrams) throws(DiagramTooLarge) -> Result
    ) throws(DiagramTooLarge) -> Result {
        let start = checkpoint()
        if questionLimit == nil { steps = 0 }
        // The cache never outgrows the nodes by much: what is recomputed costs less than what it would occupy.
        if results.count > max(1 << 16, budget * 4) { results.removeAll() }
        do {
            return try body(&self)
        } catch {
            discard(after: start)
            throw error
        }
    }

    mutating func countStep() throws(DiagramTooLarge) {
        steps &+= 1
        if steps > questionLimit ?? budget * Self.stepsPerNode { throw DiagramTooLarge(limit: .steps, budget: budget) }
    }

    /// Begins a question that may take a number of steps, over all its operations until the next one begins.
    ///
    /// Remembered results are forgotten, so whether a question is too large depends on its diagrams alone and not on what
    /// was asked of the store before: the same question always has the same answer. O(1).
    public mutating func beginQuestion(steps limit: Int) {
        results.removeAll()
        steps = 0
        questionLimit = limit
    }
}
