import Testing

@testable import ConditionAlgebra

/// Every operation against the written-out sets, on 10,000 pairs of random conditions.
@Suite struct OperationTests {
    @Test func everyOperationAgreesWithEnumeration() throws {
        var source = Seed.generator("operations")
        var pairs = 0
        for _ in 0..<400 {
            var world = try World.random(using: &source)
            for round in 0..<25 {
                let (f, fPoints, tree) = try world.randomCondition(using: &source)
                let (g, gPoints, other) = try world.randomCondition(using: &source)
                let context = "sizes \(world.space.sizes), f = \(tree), g = \(other)"
                pairs += 1
                if round == 0 {
                    // The written-out sets are themselves checked against the evaluator of single points.
                    for (index, point) in world.points.enumerated() {
                        try demand(fPoints.contains(index) == tree.holds(at: point), "\(context) at \(point)")
                        try demand(fPoints.contains(index) == world.store.holds(f, at: point), "\(context) at \(point)")
                    }
                }
                try demand(world.writtenOut(f) == fPoints, "compile: \(context)")
                let notF = world.everything.subtracting(fPoints)
                let results: [(String, Node, PointSet)] = [
                    ("and", try world.store.and(f, g), fPoints.intersection(gPoints)),
                    ("or", try world.store.or(f, g), fPoints.union(gPoints)),
                    ("subtract", try world.store.subtract(f, g), fPoints.subtracting(gPoints)),
                    ("not", try world.store.not(f), notF),
                    ("implies", try world.store.implies(f, g), notF.union(gPoints)),
                ]
                for (name, node, expected) in results {
                    try demand(world.writtenOut(node) == expected, "\(name): \(context)")
                }
                try demand((f == g) == (fPoints == gPoints), "one node for equal conditions: \(context)")
            }
            try demand(world.store.checkInvariants().isEmpty, "\(world.store.checkInvariants())")
        }
        #expect(pairs == 10_000)
    }

    @Test func regionsAgreeWithEnumeration() throws {
        var source = Seed.generator("regions")
        for _ in 0..<300 {
            var world = try World.random(using: &source)
            for _ in 0..<5 {
                let region = Region.random(in: world.space, using: &source)
                let node = try world.store.region(region)
                let expected = PointSet(count: world.points.count) { region.contains(world.points[$0]) }
                try demand(world.writtenOut(node) == expected, "\(region) in \(world.space.sizes)")
            }
        }
    }

    @Test func literalsAreLimitedToTheDomain() throws {
        var store = Diagrams(space: try Space(sizes: [3, 64]))
        #expect(try store.literal(0, ValueMask(bits: .max)) == .always)
        #expect(try store.literal(0, [5, 60]) == .never)
        #expect(try store.literal(0, [1, 60]) == store.literal(0, [1]))
        #expect(try store.literal(1, ValueMask(first: 64)) == .always)
        let last = try store.literal(1, [63])
        #expect(store.holds(last, at: [0, 63]))
        #expect(!store.holds(last, at: [0, 62]))
    }

    @Test func foldsOfNothing() throws {
        var store = Diagrams(space: try Space(sizes: [2]))
        #expect(try store.all([]) == .always)
        #expect(try store.any([]) == .never)
    }

    @Test func aSpaceWithoutVariablesHasTheTwoTerminals() throws {
        var store = Diagrams(space: try Space(sizes: []))
        #expect(try store.not(.always) == .never)
        #expect(try store.region(.everything) == .always)
        #expect(store.holdsEverywhere(.always, in: .everything))
        #expect(store.witness(.always) == [:])
    }

    @Test func copiesAreIndependent() throws {
        var store = Diagrams(space: try Space(sizes: [2, 2]))
        let shared = try store.literal(0, [1])
        var copy = store
        let more = try copy.and(shared, try copy.literal(1, [1]))
        #expect(copy.count == store.count + 2)
        #expect(store.checkInvariants().isEmpty)
        #expect(copy.checkInvariants().isEmpty)
        #expect(try copy.and(more, shared) == more)
        #expect(try store.not(store.not(shared)) == shared)
    }
}
