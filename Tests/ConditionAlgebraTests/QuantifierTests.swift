import Testing

@testable import ConditionAlgebra

@Suite struct QuantifierTests {
    @Test func quantifiersAgreeWithEnumeration() throws {
        var source = Seed.generator("quantifiers")
        for _ in 0..<300 {
            var world = try World.random(variables: 2...5, using: &source)
            for _ in 0..<5 {
                let (f, points, tree) = try world.randomCondition(using: &source)
                let variables = (0..<world.space.count).filter { _ in source.chance(0.4) }.shuffled(using: &source)
                let context = "sizes \(world.space.sizes), over \(variables), f = \(tree)"
                let exists = try world.store.exists(f, over: variables)
                let forall = try world.store.forall(f, over: variables)
                try demand(world.writtenOut(exists) == world.spread(points, over: variables), "exists: \(context)")
                let failing = world.spread(world.everything.subtracting(points), over: variables)
                try demand(world.writtenOut(forall) == world.everything.subtracting(failing), "forall: \(context)")
            }
        }
    }

    @Test func restrictionAgreesWithEnumeration() throws {
        var source = Seed.generator("restrict")
        for _ in 0..<300 {
            var world = try World.random(variables: 2...5, using: &source)
            for _ in 0..<5 {
                let (f, points, tree) = try world.randomCondition(using: &source)
                let region = Region.random(in: world.space, using: &source)
                let context = "sizes \(world.space.sizes), to \(region), f = \(tree)"
                let node = try world.store.restrict(f, to: region)
                // The condition at the nearest point of the region: values outside replaced by the smallest inside.
                let expected = PointSet(count: world.points.count) { index in
                    var place = 0
                    for variable in 0..<world.space.count {
                        let value = world.points[index][variable]
                        let mask = region[variable] ?? world.space.full(variable)
                        place += (mask.contains(value) ? value : mask.first ?? 0) * world.strides[variable]
                    }
                    return points.contains(place)
                }
                try demand(world.writtenOut(node) == expected, context)
                try demand((node == .always) == world.store.holdsEverywhere(f, in: region), "always: \(context)")
                try demand((node == .never) == !world.store.isPossible(f, in: region), "never: \(context)")
            }
        }
    }

    @Test func restrictionToNothingIsNever() throws {
        var store = Diagrams(space: try Space(sizes: [2, 3]))
        let f = try store.literal(0, [1])
        #expect(try store.restrict(f, to: [1: []]) == .never)
        #expect(try store.restrict(.always, to: [1: [7]]) == .never)
        #expect(try store.restrict(f, to: [1: [0, 1, 2]]) == f)
        #expect(try store.exists(f, over: []) == f)
    }
}
