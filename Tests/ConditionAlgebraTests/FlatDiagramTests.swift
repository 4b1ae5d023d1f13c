import Testing

@testable import ConditionAlgebra

@Suite struct FlatDiagramTests {
    @Test func decisionsAgreeWithTheStore() throws {
        var source = Seed.generator("flat")
        for _ in 0..<300 {
            var world = try World.random(variables: 2...5, using: &source)
            let (f, points, tree) = try world.randomCondition(using: &source)
            let flat = FlatDiagram(f, in: world.store)
            let context = "sizes \(world.space.sizes), f = \(tree)"
            for (index, point) in world.points.enumerated() {
                let bytes = point.map { UInt8($0) }
                let fast = bytes.withUnsafeBufferPointer { $0.baseAddress.map { flat.decide($0) } }
                try demand(fast == points.contains(index), "\(point): \(context)")
                try demand(flat.decide(bytes) == points.contains(index), "\(point): \(context)")
            }
            for _ in 0..<5 {
                var region = Region.random(in: world.space, using: &source)
                // Values that do not exist change nothing.
                for literal in region.literals { region[literal.variable] = literal.values.union([5, 63]) }
                let status = world.store.status(f, in: region)
                try demand(flat.status(in: region) == status, "\(region): \(context)")
                let masks = (0..<world.space.count).map { region[$0] ?? ValueMask(first: 64) }
                try demand(flat.status(in: masks) == status, "\(masks): \(context)")
            }
        }
    }

    @Test func equalConditionsAreEqualAcrossStores() throws {
        var source = Seed.generator("flat equality")
        for _ in 0..<200 {
            var world = try World.random(variables: 2...4, using: &source)
            let (f, fPoints, tree) = try world.randomCondition(using: &source)
            let (g, gPoints, _) = try world.randomCondition(using: &source)
            var other = Diagrams(space: world.space)
            _ = try Expression.random(over: world.space, depth: 3, using: &source).compile(in: &other)
            let copy = try Expression.not(.not(tree)).compile(in: &other)
            try demand(FlatDiagram(f, in: world.store) == FlatDiagram(copy, in: other), "\(tree)")
            try demand(
                (FlatDiagram(f, in: world.store) == FlatDiagram(g, in: world.store)) == (fPoints == gPoints), "\(tree)")
        }
    }

    @Test func terminals() throws {
        let store = Diagrams(space: try Space(sizes: [2, 2]))
        let always = FlatDiagram(.always, in: store)
        let never = FlatDiagram(.never, in: store)
        #expect(always.decide([0, 0]))
        #expect(!never.decide([0, 0]))
        #expect(always.status(in: .everything) == .holds)
        #expect(never.status(in: .everything) == .fails)
        #expect(always.status(in: [0: []]) == .open)
        #expect(always.status(in: [0: [2]]) == .open)
    }

    @Test func valuesOutsideTheDomainTrap() async throws {
        // Unchecked, the value 2 would read the row of the next node and answer.
        await #expect(processExitsWith: .failure) {
            var store = Diagrams(space: try Space(sizes: [2, 2]))
            let both = try store.and(try store.literal(0, [1]), try store.literal(1, [1]))
            _ = FlatDiagram(both, in: store).decide([2, 1])
        }
        await #expect(processExitsWith: .failure) {
            var store = Diagrams(space: try Space(sizes: [2, 2]))
            let first = try store.literal(0, [1])
            _ = try store.literal(1, [1])
            _ = store.holds(first, at: [2, 1])
        }
    }
}
