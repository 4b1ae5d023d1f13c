import Testing

@testable import ConditionAlgebra

@Suite struct WitnessTests {
    @Test func witnessesAreExamples() throws {
        var source = Seed.generator("witness")
        for _ in 0..<400 {
            var world = try World.random(using: &source)
            for _ in 0..<5 {
                let (f, points, tree) = try world.randomCondition(using: &source)
                let region = Region.random(in: world.space, using: &source)
                let preferred = Region.random(in: world.space, using: &source)
                let context = "sizes \(world.space.sizes), in \(region), f = \(tree)"
                let witness = world.store.witness(f, in: region, preferring: preferred)
                guard let witness else {
                    try demand(world.writtenOut(region).intersection(points).isEmpty, "none found: \(context)")
                    continue
                }
                for (variable, value) in witness {
                    try demand((region[variable] ?? world.space.full(variable)).contains(value), "outside: \(context)")
                }
                let described = world.writtenOut(region.intersection(Region(point: witness)))
                try demand(!described.isEmpty && described.isSubset(of: points), "\(witness) no example: \(context)")
                try demand(
                    world.store.witness(f, in: region)?.count == witness.count,
                    "preference must not lengthen: \(context)")
            }
        }
    }

    /// Without a region the length is the fewest tests on any path, computed here from the written-out set.
    @Test func witnessesAreShortest() throws {
        var source = Seed.generator("shortest")
        for _ in 0..<300 {
            var world = try World.random(variables: 2...4, using: &source)
            let (f, points, tree) = try world.randomCondition(using: &source)
            let bits = (0..<world.points.count).map { points.contains($0) }
            func fewest(_ part: ArraySlice<Bool>, _ variable: Int) -> Int? {
                if !part.contains(false) { return 0 }
                if !part.contains(true) { return nil }
                let starts = stride(from: part.startIndex, to: part.endIndex, by: world.strides[variable])
                let subparts = starts.map { part[$0..<($0 + world.strides[variable])] }
                let lengths = subparts.compactMap { fewest($0, variable + 1) }
                let isTested = Set(subparts.map { Array($0) }).count > 1
                return lengths.min().map { $0 + (isTested ? 1 : 0) }
            }
            try demand(
                world.store.witness(f)?.count == fewest(bits[...], 0), "sizes \(world.space.sizes), f = \(tree)")
        }
    }

    @Test func preferredValuesWinBetweenEqualPaths() throws {
        var store = Diagrams(space: try Space(sizes: [4, 2]))
        let f = try store.literal(0, [1, 2, 3])
        #expect(store.witness(f) == [0: 1])
        #expect(store.witness(f, preferring: [0: [2, 3]]) == [0: 2])
        #expect(store.witness(f, preferring: [0: [0]]) == [0: 1])
        #expect(store.witness(f, in: [0: [3]]) == [:], "what the region settles is not repeated")
        #expect(store.witness(f, in: [0: [0, 3]]) == [0: 3])
        #expect(store.witness(f, in: [0: [0]]) == nil)
    }
}
