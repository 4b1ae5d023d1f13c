import Testing

@testable import ConditionAlgebra

@Suite struct CoverTests {
    @Test func coversArePrimeAndIrredundant() throws {
        var source = Seed.generator("cover")
        var regionsSeen = 0
        for round in 0..<1_200 {
            var world = try World.random(variables: 2...5, using: &source)
            let (f, fPoints, tree) = try world.randomDefinitions(using: &source)
            let (g, gPoints, other) = try world.randomCondition(using: &source)
            let context = "round \(round), sizes \(world.space.sizes), f = \(tree), g = \(other)"
            // From an exact cover to one with room above and below.
            let lower = round % 3 == 0 ? try world.store.and(f, g) : f
            let lowerPoints = round % 3 == 0 ? fPoints.intersection(gPoints) : fPoints
            let upper = round % 3 == 2 ? try world.store.or(f, g) : f
            let upperPoints = round % 3 == 2 ? fPoints.union(gPoints) : fPoints
            let priority = Array((0..<world.space.count).shuffled(using: &source).prefix(2))
            let cover = try world.store.cover(lower: lower, upper: upper, priority: priority)
            let sets = cover.regions.map { world.writtenOut($0) }
            regionsSeen += sets.count

            try demand(cover.isComplete, "complete: \(context)")
            let union = sets.reduce(world.nothing) { $0.union($1) }
            try demand(lowerPoints.isSubset(of: union), "contains lower: \(context)")
            try demand(union.isSubset(of: upperPoints), "within upper: \(context)")
            for (index, region) in cover.regions.enumerated() {
                for literal in region.literals {
                    for value in world.space.full(literal.variable).subtracting(literal.values) {
                        var larger = region
                        larger[literal.variable] = literal.values.union([value])
                        try demand(!world.writtenOut(larger).isSubset(of: upperPoints), "prime: \(region), \(context)")
                    }
                    try demand(
                        literal.values != world.space.full(literal.variable), "mentions a free variable: \(context)")
                }
                let others = sets.indices.filter { $0 != index }.reduce(world.nothing) { $0.union(sets[$1]) }
                try demand(!lowerPoints.isSubset(of: others), "irredundant: \(region), \(context)")
            }
            try demand(world.store.checkInvariants().isEmpty, "\(world.store.checkInvariants())")

            // The same question to a store without a history.
            var fresh = Diagrams(space: world.space)
            let freshF = try tree.compile(in: &fresh)
            let freshG = try other.compile(in: &fresh)
            let again = try fresh.cover(
                lower: round % 3 == 0 ? try fresh.and(freshF, freshG) : freshF,
                upper: round % 3 == 2 ? try fresh.or(freshF, freshG) : freshF, priority: priority)
            try demand(again == cover, "deterministic: \(context)")
        }
        #expect(regionsSeen > 1_000)
    }

    @Test func aLimitIsHonest() throws {
        var source = Seed.generator("cover limit")
        var cut = 0
        for _ in 0..<300 {
            var world = try World.random(variables: 3...5, using: &source)
            let (f, points, tree) = try world.randomDefinitions(using: &source)
            let limit = Int.random(in: 0...3, using: &source)
            let cover = try world.store.cover(lower: f, upper: f, limit: limit)
            let context = "sizes \(world.space.sizes), f = \(tree)"
            let union = cover.regions.map { world.writtenOut($0) }.reduce(world.nothing) { $0.union($1) }
            try demand(cover.regions.count <= limit, "at most \(limit): \(context)")
            try demand(cover.isComplete == (union == points), "complete: \(context)")
            try demand(union.isSubset(of: points), "within: \(context)")
            for index in cover.regions.indices {
                var fewer = cover.regions
                fewer.remove(at: index)
                let rest = fewer.map { world.writtenOut($0) }.reduce(world.nothing) { $0.union($1) }
                try demand(rest != union, "irredundant: \(context)")
            }
            if !cover.isComplete { cut += 1 }
        }
        #expect(cut > 60)
    }

    @Test func whatLiesOutsideTheUpperBoundIsNotCovered() throws {
        var store = Diagrams(space: try Space(sizes: [3]))
        let lower = try store.literal(0, [0, 1])
        let upper = try store.literal(0, [1, 2])
        let cover = try store.cover(lower: lower, upper: upper)
        #expect(cover == Cover(regions: [[0: [1, 2]]], isComplete: false))
    }

    @Test func priorityDecidesWhichVariableIsGivenUp() throws {
        // Within 0∈{1} or 1∈{1}: the point (1, 1) can be described by either.
        var store = Diagrams(space: try Space(sizes: [2, 2]))
        let upper = try store.or(try store.literal(0, [1]), try store.literal(1, [1]))
        let region: Region = [0: [1], 1: [1]]
        #expect(store.expand(region, within: upper, priority: [0]) == [1: [1]])
        #expect(store.expand(region, within: upper, priority: [1]) == [0: [1]])
        #expect(store.expand(region, within: upper) == [0: [1]], "by default later variables go first")
        #expect(store.expand([0: [0], 1: [0]], within: upper) == [0: [0], 1: [0]], "not within: unchanged")
    }

    /// The regions are those found one by one, without the later ones that the others make superfluous.
    @Test func redundantRegionsAreDropped() throws {
        var source = Seed.generator("redundant")
        var dropped = 0
        for _ in 0..<300 {
            var world = try World.random(variables: 3...5, using: &source)
            let (f, points, tree) = try world.randomDefinitions(using: &source)
            var rest = f
            var found: [Region] = []
            while let witness = world.store.witness(rest) {
                let region = world.store.expand(Region(point: witness), within: f)
                rest = try world.store.subtract(rest, try world.store.region(region))
                found.append(region)
            }
            var kept = found
            for region in found.reversed() {
                let others = kept.filter { $0 != region }
                let union = others.map { world.writtenOut($0) }.reduce(world.nothing) { $0.union($1) }
                if union == points { kept = others }
            }
            let regions = try world.store.cover(lower: f, upper: f).regions
            try demand(regions == kept, "sizes \(world.space.sizes), f = \(tree)")
            if kept.count < found.count { dropped += 1 }
        }
        #expect(dropped > 5, "the test must see regions dropped")
    }

    @Test func shrinkingLeavesWhatOccurs() throws {
        var source = Seed.generator("shrink")
        for _ in 0..<400 {
            var world = try World.random(using: &source)
            let (f, points, tree) = try world.randomCondition(using: &source)
            let region = Region.random(in: world.space, using: &source)
            let context = "sizes \(world.space.sizes), in \(region), f = \(tree)"
            let shrunk = world.store.shrink(region, within: f)
            let occurring = world.writtenOut(region).intersection(points)
            try demand(shrunk.variables == region.variables, "mentions the same variables: \(context)")
            for literal in region.literals {
                let expected = literal.values.filter {
                    !world.slices[literal.variable][$0].intersection(occurring).isEmpty
                }
                try demand(shrunk[literal.variable].map(Array.init) == expected, "\(literal.variable): \(context)")
            }
        }
    }
}
