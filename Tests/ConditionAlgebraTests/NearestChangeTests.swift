import Testing

@testable import ConditionAlgebra

@Suite struct NearestChangeTests {
    /// Minimum cost, fewest changes, then the order of variables: all compared with a search over every point.
    @Test func agreesWithEnumeration() throws {
        var source = Seed.generator("nearest")
        var changed = 0
        for _ in 0..<4_000 {
            var world = try World.random(variables: 2...5, values: 2...4, using: &source)
            let (f, points, tree) = try world.randomDefinitions(using: &source)
            var known = Region.random(in: world.space, using: &source)
            for literal in known.literals where source.chance(0.7) {
                known[literal.variable] = ValueMask(literal.values.first ?? 0)
            }
            let weights = (0..<world.space.count).map { _ in
                source.chance(0.15) ? NearestChange.unchangeable : Int.random(in: 0...3, using: &source)
            }
            let context = "sizes \(world.space.sizes), known \(known), weights \(weights), f = \(tree)"
            let result = world.store.nearestChange(f, known: known, weights: weights)

            var best: [Int]?
            var bestPoint: [Int] = []
            for (index, point) in world.points.enumerated() where points.contains(index) {
                let isChanged = known.literals.filter { !$0.values.contains(point[$0.variable]) }.map(\.variable)
                if isChanged.contains(where: { weights[$0] == NearestChange.unchangeable }) { continue }
                let cost = isChanged.reduce(0) { $0 + weights[$1] }
                let order = point.indices.map { isChanged.contains($0) ? point[$0] + 1 : 0 }
                let key = [cost, isChanged.count] + order
                if best.map({ key.lexicographicallyPrecedes($0) }) ?? true {
                    best = key
                    bestPoint = point
                }
            }
            guard let best else {
                try demand(result == nil, "none exists: \(context)")
                continue
            }
            let found = try #require(result, "\(context)")
            try demand(found.cost == best[0], "cost \(found.cost) for \(best[0]): \(context)")
            let expected = known.variables.filter { best[2 + $0] > 0 }
            try demand(found.changes.map(\.variable) == expected, "variables: \(context)")
            changed += expected.isEmpty ? 0 : 1
            for change in found.changes {
                try demand(change.chosen == bestPoint[change.variable], "chosen: \(context)")
                var others = known
                for other in found.changes { others[other.variable] = [other.chosen] }
                let works = world.space.full(change.variable).subtracting(known[change.variable] ?? []).filter {
                    value in
                    others[change.variable] = [value]
                    return !world.writtenOut(others).intersection(points).isEmpty
                }
                try demand(Array(change.values) == works, "values of \(change.variable): \(context)")
                try demand(change.values.contains(change.chosen), "chosen works: \(context)")
            }
        }
        #expect(changed > 200, "the test must see changes")
    }

    @Test func answersInTheExtremes() throws {
        var store = Diagrams(space: try Space(sizes: [3, 3]))
        let f = try store.region([0: [1, 2], 1: [2]])
        let weights = [1, 1]
        #expect(store.nearestChange(.never, known: .everything, weights: weights) == nil)
        #expect(store.nearestChange(.always, known: [0: [1]], weights: weights) == NearestChange(cost: 0, changes: []))
        #expect(store.nearestChange(f, known: [0: [1]], weights: weights) == NearestChange(cost: 0, changes: []))
        #expect(
            store.nearestChange(f, known: [0: [0]], weights: weights)
                == NearestChange(cost: 1, changes: [.init(variable: 0, chosen: 1, values: [1, 2])]))
        #expect(store.nearestChange(f, known: [0: [0]], weights: [NearestChange.unchangeable, 1]) == nil)
        #expect(store.nearestChange(.always, known: [0: []], weights: weights) == nil, "facts that cannot be")
        let huge = store.nearestChange(f, known: [0: [0], 1: [0]], weights: [.max - 1, .max - 1])
        #expect(huge?.cost == .max, "sums do not overflow")
    }
}
