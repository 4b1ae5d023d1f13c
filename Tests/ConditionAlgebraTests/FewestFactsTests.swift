import Testing

@testable import ConditionAlgebra

@Suite struct FewestFactsTests {
    /// A question with known facts, for ¬C ∨ D with constraints C and a definition D.
    private struct Question {
        let condition: Node
        let points: PointSet
        let possible: Node
        let possiblePoints: PointSet
        let known: Region
        let costs: [Int]
        let context: String
    }

    /// Facts that are narrow, so that they often suffice.
    private func question(_ world: inout World, using source: inout RandomSource) throws -> Question {
        let (d, dPoints, tree) =
            try source.chance(0.5)
            ? world.randomCondition(depth: 4, using: &source) : world.randomDefinitions(using: &source)
        let (c, cPoints, other) = try world.randomCondition(depth: 1, using: &source)
        var known = Region()
        for variable in 0..<world.space.count where source.chance(0.85) {
            known[variable] =
                source.chance(0.7)
                ? [Int.random(in: 0..<world.space.sizes[variable], using: &source)]
                : .random(of: world.space.full(variable), using: &source)
        }
        let costs = (0..<world.space.count).map { _ in Int.random(in: 0...3, using: &source) }
        return Question(
            condition: try world.store.implies(c, d), points: world.everything.subtracting(cPoints).union(dPoints),
            possible: c, possiblePoints: cPoints, known: known, costs: costs,
            context: "sizes \(world.space.sizes), known \(known), costs \(costs), c = \(other), d = \(tree)")
    }

    private func suffices(_ variables: [Int], _ question: Question, _ world: World) -> Bool {
        var region = Region()
        for variable in variables { region[variable] = question.known[variable] }
        return world.writtenOut(region).isSubset(of: question.points)
    }

    @Test func exactAnswersAgreeWithEveryChoice() throws {
        var source = Seed.generator("fewest")
        var sufficient = 0
        for _ in 0..<4_000 {
            var world = try World.random(variables: 2...6, values: 2...3, using: &source)
            let question = try question(&world, using: &source)
            let result = world.store.fewestFacts(
                question.condition, known: question.known, costs: question.costs, possible: question.possible)

            let isPossible = !world.writtenOut(question.known).intersection(question.possiblePoints).isEmpty
            guard isPossible, suffices(question.known.variables, question, world) else {
                try demand(result == nil, "nothing suffices: \(question.context)")
                continue
            }
            var best: [Int]?
            var bestVariables: [Int] = []
            let variables = question.known.variables
            for choice in 0..<(1 << variables.count) {
                let chosen = variables.indices.filter { choice & (1 << $0) != 0 }.map { variables[$0] }
                guard suffices(chosen, question, world) else { continue }
                let key = [chosen.reduce(0) { $0 + question.costs[$1] }, chosen.count] + chosen
                if best.map({ key.lexicographicallyPrecedes($0) }) ?? true {
                    best = key
                    bestVariables = chosen
                }
            }
            let found = try #require(result, "\(question.context)")
            try demand(found.isExact, "exact: \(question.context)")
            try demand(found.total == best?[0], "total \(found.total): \(question.context)")
            try demand(found.variables == bestVariables, "\(found.variables) for \(bestVariables): \(question.context)")
            sufficient += bestVariables.isEmpty ? 0 : 1
        }
        #expect(sufficient > 200, "the test must see facts that are needed")
    }

    @Test func greedyAnswersAreIrreducible() throws {
        var source = Seed.generator("greedy")
        var answered = 0
        for _ in 0..<2_000 {
            var world = try World.random(variables: 2...6, values: 2...3, using: &source)
            let question = try question(&world, using: &source)
            let before = world.store.count
            let result = world.store.fewestFacts(
                question.condition, known: question.known, costs: question.costs, possible: question.possible,
                nodeBudget: 0)
            try demand(world.store.count == before, "an abandoned search leaves nothing: \(question.context)")
            guard let result else { continue }
            try demand(result.isExact == question.condition.isDecided, "not exact: \(question.context)")
            try demand(suffices(result.variables, question, world), "suffices: \(question.context)")
            for variable in result.variables {
                let fewer = result.variables.filter { $0 != variable }
                try demand(!suffices(fewer, question, world), "without \(variable): \(question.context)")
            }
            answered += result.variables.isEmpty ? 0 : 1
            let exact = world.store.fewestFacts(question.condition, known: question.known, costs: question.costs)
            let total = try #require(exact, "\(question.context)").total
            try demand(total <= result.total, "no worse than greedy: \(question.context)")
        }
        #expect(answered > 80)
    }

    @Test func aStoreWithoutRoomAnswersGreedily() throws {
        // (x0 = 0 or x1 = 0) and (x2 = 0 or x3 = 0) needs new conjunctions; the store has no room for them.
        var store = Diagrams(space: try Space(sizes: [2, 2, 2, 2]))
        let first = try store.or(try store.literal(0, [0]), try store.literal(1, [0]))
        let second = try store.or(try store.literal(2, [0]), try store.literal(3, [0]))
        let f = try store.or(
            try store.and(first, try store.literal(3, [1])), try store.and(second, try store.literal(0, [1])))
        let known: Region = [0: [1], 1: [0], 2: [0], 3: [1]]
        var full = store
        full.budget = full.count
        let greedy = full.fewestFacts(f, known: known, costs: [1, 1, 1, 1])
        let exact = store.fewestFacts(f, known: known, costs: [1, 1, 1, 1])
        #expect(exact?.isExact == true)
        #expect(greedy?.isExact == false)
        #expect(exact?.total == 2)
    }

    @Test func exactIsBetterThanGreedy() throws {
        // One dear fact, or two that are cheaper one by one: leaving out the dearest first keeps the two.
        var store = Diagrams(space: try Space(sizes: [2, 2, 2]))
        let f = try store.or(try store.literal(0, [1]), try store.region([1: [1], 2: [1]]))
        let known: Region = [0: [1], 1: [1], 2: [1]]
        let greedy = store.fewestFacts(f, known: known, costs: [3, 2, 2], nodeBudget: 0)
        #expect(greedy == SufficientFacts(variables: [1, 2], total: 4, isExact: false))
        let exact = store.fewestFacts(f, known: known, costs: [3, 2, 2])
        #expect(exact == SufficientFacts(variables: [0], total: 3, isExact: true))
    }

    @Test func contradictoryFactsExplainNothing() throws {
        var store = Diagrams(space: try Space(sizes: [2, 2]))
        let possible = try store.literal(0, [0])
        let definition = try store.literal(1, [0])
        let condition = try store.implies(possible, definition)
        // ¬C alone would make the condition true; such "facts" do not count.
        #expect(store.fewestFacts(condition, known: [0: [1]], costs: [1, 1], possible: possible) == nil)
        #expect(
            store.fewestFacts(condition, known: [0: [0], 1: [0]], costs: [1, 1], possible: possible)
                == SufficientFacts(variables: [1], total: 1, isExact: true))
    }
}
