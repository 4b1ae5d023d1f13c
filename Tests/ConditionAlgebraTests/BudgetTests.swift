import Testing

@testable import ConditionAlgebra

@Suite struct BudgetTests {
    /// The number of variables at 1 is even: a node or two for every variable.
    private func parity(_ variables: Range<Int>, _ store: inout Diagrams) throws(DiagramTooLarge) -> Node {
        var even = Node.always
        var odd = Node.never
        for variable in variables.reversed() {
            let one = try store.literal(variable, [1])
            let zero = try store.literal(variable, [0])
            let nextEven = try store.or(try store.and(zero, even), try store.and(one, odd))
            odd = try store.or(try store.and(zero, odd), try store.and(one, even))
            even = nextEven
        }
        return even
    }

    @Test func aStoreThatRefusesIsAsItWas() throws {
        var source = Seed.generator("budget")
        var refusals = 0
        for _ in 0..<300 {
            var world = try World.random(variables: 3...6, using: &source)
            let (f, fPoints, _) = try world.randomCondition(depth: 4, using: &source)
            let (g, gPoints, _) = try world.randomCondition(depth: 4, using: &source)
            let room = world.store.count
            world.store.budget = room + Int.random(in: 0...2, using: &source)
            let expected = fPoints.intersection(gPoints)
            do {
                let both = try world.store.and(f, g)
                try demand(world.writtenOut(both) == expected, "and within the budget")
                continue
            } catch let error as DiagramTooLarge {
                try demand(error == DiagramTooLarge(limit: .nodes, budget: world.store.budget), "\(error)")
            }
            refusals += 1
            try demand(world.store.count == room, "\(world.store.count) nodes, \(room) before")
            try demand(world.store.checkInvariants().isEmpty, "\(world.store.checkInvariants())")
            // Usable: what needs no new node works, and with a higher budget the same operation succeeds.
            try demand(try world.store.or(f, f) == f, "or")
            try demand(world.store.isPossible(f, in: .everything) == !fPoints.isEmpty, "query")
            world.store.budget = 10_000
            try demand(world.writtenOut(try world.store.and(f, g)) == expected, "and after the budget was raised")
            try demand(world.store.checkInvariants().isEmpty, "\(world.store.checkInvariants())")
        }
        #expect(refusals > 30)
    }

    @Test func everyOperationKeepsToTheBudget() throws {
        var store = Diagrams(space: try Space(sizes: Array(repeating: 2, count: 12)))
        let left = try parity(0..<12, &store)
        let right = try store.region([0: [1], 3: [0], 6: [1], 9: [1]])
        let room = store.count
        store.budget = room
        let attempts: [(String, (inout Diagrams) throws -> Void)] = [
            (
                "literal",
                {
                    _ = try $0.literal(3, [])
                    _ = try $0.region([3: [1], 8: [0]])
                }
            ),
            ("not", { _ = try $0.not(right) }),
            ("and", { _ = try $0.and(left, right) }),
            ("or", { _ = try $0.or(left, right) }),
            ("subtract", { _ = try $0.subtract(left, right) }),
            ("implies", { _ = try $0.implies(right, left) }),
            ("all", { _ = try $0.all([left, right]) }),
            ("any", { _ = try $0.any([left, right]) }),
            ("exists", { _ = try $0.exists(right, over: [3]) }),
            ("forall", { _ = try $0.forall(try $0.exists(right, over: [3]), over: [2]) }),
            ("restrict", { _ = try $0.restrict(right, 6, 1) }),
            ("cover", { _ = try $0.cover(lower: left, upper: left) }),
        ]
        for (name, attempt) in attempts {
            #expect(throws: DiagramTooLarge(limit: .nodes, budget: room), "\(name)") { try attempt(&store) }
            #expect(store.count == room, "\(name)")
            #expect(store.checkInvariants() == [], "\(name)")
        }
    }

    @Test func aCoverThatFailsHalfWayLeavesNothing() throws {
        var store = Diagrams(space: try Space(sizes: Array(repeating: 2, count: 6)))
        let f = try parity(0..<6, &store)
        var failures = 0
        for extra in stride(from: 0, to: 1_000, by: 20) {
            var copy = store
            copy.budget = store.count + extra
            do {
                #expect(try copy.cover(lower: f, upper: f).regions.count == 32)
            } catch {
                failures += 1
                #expect(copy.count == store.count, "with room for \(extra)")
                #expect(copy.checkInvariants() == [], "with room for \(extra)")
            }
        }
        #expect((5..<50).contains(failures), "\(failures) of 50")
    }

    /// Two diagrams of a few thousand nodes whose conjunction is empty, but only after some hundred thousand pairs.
    @Test func workIsLimitedEvenWhereNoNodesAreMade() throws {
        let count = 16
        var store = Diagrams(space: try Space(sizes: Array(repeating: 4, count: count) + [2]))
        func remainder(by modulus: Int, factors: [Int], last: Int) throws -> Node {
            var row = [try store.literal(count, [last])] + Array(repeating: Node.never, count: modulus - 1)
            for variable in (0..<count).reversed() {
                row = try (0..<modulus).map { sum in
                    var node = Node.never
                    for value in 0..<4 {
                        let next = row[(sum + factors[variable] * value) % modulus]
                        node = try store.or(node, try store.and(try store.literal(variable, [value]), next))
                    }
                    return node
                }
            }
            return row[0]
        }
        let f = try remainder(by: 61, factors: (0..<count).map { 7 * $0 + 3 }, last: 0)
        let g = try remainder(by: 59, factors: (0..<count).map { 11 * $0 * $0 + 5 }, last: 1)
        store.budget = 1_000
        // The store already holds more than the budget; what needs no node is still allowed, but only so much work.
        let room = store.count
        #expect(throws: DiagramTooLarge(limit: .steps, budget: 1_000)) { _ = try store.and(f, g) }
        #expect(store.count == room)
        store.budget = 100_000
        #expect(try store.and(f, g) == .never)
    }

    @Test func discardingForgetsWhatCameAfter() throws {
        var source = Seed.generator("discard")
        for _ in 0..<200 {
            var world = try World.random(using: &source)
            let (f, fPoints, tree) = try world.randomCondition(using: &source)
            let checkpoint = world.store.checkpoint()
            let count = world.store.count
            // A copy, so that nothing about later nodes is remembered by the test either.
            var later = world
            let (g, _, other) = try later.randomCondition(using: &source)
            _ = try later.store.or(try later.store.and(f, g), try later.store.not(g))
            later.store.discard(after: checkpoint)
            let context = "sizes \(world.space.sizes), f = \(tree), g = \(other)"
            try demand(later.store.count == count, context)
            try demand(later.store.checkInvariants().isEmpty, "\(later.store.checkInvariants()) \(context)")
            world.store = later.store
            // The store goes on with different conditions under the numbers that were given back.
            let (h, hPoints, third) = try world.randomCondition(using: &source)
            let both = try world.store.and(f, h)
            try demand(world.writtenOut(both) == fPoints.intersection(hPoints), "h = \(third), \(context)")
            try demand(world.store.checkInvariants().isEmpty, "\(world.store.checkInvariants()) \(context)")
        }
    }

    @Test func theErrorSaysWhatToDo() {
        let nodes = DiagramTooLarge(limit: .nodes, budget: 500).description
        #expect(
            nodes
                == "the combined conditions need more than 500 decision nodes; "
                + "decide them one by one, or raise the budget"
        )
        #expect(
            DiagramTooLarge(limit: .steps, budget: 500).description.contains("too much work for a budget of 500 nodes"))
    }

    @Test func theBudgetHasAnUpperEnd() throws {
        var store = Diagrams(space: try Space(sizes: [2]), budget: .max)
        #expect(store.budget == 1 << 24)
        store.budget = .max
        #expect(store.budget == 1 << 24)
    }
}
