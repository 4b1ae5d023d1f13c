import Testing

@testable import ConditionAlgebra

@Suite struct QueryTests {
    @Test func queriesAgreeWithEnumeration() throws {
        var source = Seed.generator("queries")
        for _ in 0..<400 {
            var world = try World.random(using: &source)
            for _ in 0..<5 {
                let (f, points, tree) = try world.randomCondition(using: &source)
                let region = Region.random(in: world.space, using: &source)
                let context = "sizes \(world.space.sizes), in \(region), f = \(tree)"
                let inside = world.writtenOut(region)
                let fulfilled = inside.intersection(points)
                let store = world.store

                try demand(store.isPossible(f, in: region) == !fulfilled.isEmpty, "possible: \(context)")
                try demand(store.holdsEverywhere(f, in: region) == inside.isSubset(of: points), "holds: \(context)")
                let status: Status = fulfilled == inside ? .holds : fulfilled.isEmpty ? .fails : .open
                try demand(store.status(f, in: region) == status, "status: \(context)")
                let share = Double(fulfilled.count) / Double(inside.count)
                let fraction = store.fraction(f, in: region)
                try demand(abs(fraction - share) < 1e-9, "fraction \(fraction) for \(share): \(context)")
                try demand((fraction == 0) == (share == 0) && (fraction == 1) == (share == 1), "exact ends: \(context)")

                let support = (0..<world.space.count).filter { world.spread(points, over: [$0]) != points }
                try demand(store.support(f) == support, "support: \(context)")
            }
        }
    }

    /// The size of a diagram is the number of different parts of the condition that depend on the variable they begin
    /// with.
    @Test func diagramsAreAsSmallAsTheOrderAllows() throws {
        var source = Seed.generator("size")
        for _ in 0..<300 {
            var world = try World.random(variables: 2...4, using: &source)
            let (f, points, tree) = try world.randomCondition(using: &source)
            let bits = (0..<world.points.count).map { points.contains($0) }
            var parts: Set<[Bool]> = []
            for (variable, stride) in world.strides.enumerated() {
                let length = stride * world.space.sizes[variable]
                for start in Swift.stride(from: 0, to: bits.count, by: length) {
                    let part = bits[start..<(start + length)]
                    let first = part.prefix(stride)
                    let isTested = Swift.stride(from: start, to: start + length, by: stride).contains {
                        bits[$0..<($0 + stride)] != first
                    }
                    if isTested { parts.insert(Array(part) + Array(repeating: true, count: variable)) }
                }
            }
            try demand(world.store.size(f) == parts.count, "sizes \(world.space.sizes), f = \(tree)")
        }
    }

    /// Adding a fact may settle an open question and never reverses or reopens a settled one.
    @Test func moreFactsNeverTurnAnAnswer() throws {
        var source = Seed.generator("monotone")
        var settled = 0
        for _ in 0..<300 {
            var world = try World.random(using: &source)
            for _ in 0..<10 {
                let (f, _, tree) = try world.randomCondition(using: &source)
                var region = Region()
                var before = world.store.status(f, in: region)
                for _ in 0..<4 {
                    region = region.intersection(.random(in: world.space, using: &source))
                    let context = "sizes \(world.space.sizes), in \(region), f = \(tree)"
                    if before == .holds {
                        try demand(world.store.holdsEverywhere(f, in: region), "held before: \(context)")
                    }
                    if before == .fails {
                        try demand(!world.store.isPossible(f, in: region), "failed before: \(context)")
                    }
                    if region.isEmpty { break }
                    let after = world.store.status(f, in: region)
                    if before == .open && after != .open { settled += 1 }
                    before = after
                }
            }
        }
        #expect(settled > 300, "the test must see questions settled by facts")
    }

    @Test func anEmptyRegionConcludesNothing() throws {
        var store = Diagrams(space: try Space(sizes: [2, 3]))
        let f = try store.literal(0, [1])
        for condition in [f, .always, .never] {
            // The second region is empty because the value does not exist.
            for region: Region in [[1: []], [1: [3]]] {
                #expect(store.status(condition, in: region) == .open)
                #expect(store.holdsEverywhere(condition, in: region))
                #expect(!store.isPossible(condition, in: region))
                #expect(store.fraction(condition, in: region) == 0)
                #expect(store.witness(condition, in: region) == nil)
            }
        }
    }
}
