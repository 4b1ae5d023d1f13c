import Testing

@testable import ConditionAlgebra

/// Questions with a limit of their own, and stores without what questions left behind.
@Suite struct QuestionTests {
    /// Whether a question is too large does not depend on what was asked before.
    @Test func theLimitCountsTheSameAfterOtherQuestions() throws {
        var source = Seed.generator("question")
        for _ in 0..<100 {
            var world = try World.random(variables: 3...6, using: &source)
            let (f, _, _) = try world.randomCondition(depth: 4, using: &source)
            let (g, _, _) = try world.randomCondition(depth: 4, using: &source)
            func steps(_ store: inout Diagrams) throws -> Int {
                store.beginQuestion(steps: 1_000_000)
                _ = try store.subtract(f, g)
                return store.steps
            }
            let first = try steps(&world.store)
            let again = try steps(&world.store)
            try demand(first == again, "\(first) steps, then \(again)")
            guard first > 0 else { continue }
            world.store.beginQuestion(steps: first - 1)
            #expect(throws: DiagramTooLarge.self) { _ = try world.store.subtract(f, g) }
            world.store.beginQuestion(steps: first)
            _ = try world.store.subtract(f, g)
        }
    }

    /// Forgetting results is free and complete, however often it happens.
    @Test func aMapThatForgetsHasNothing() {
        var map = IntegerMap<Int>(filler: -1)
        for round in 0..<40_000 {
            map.set(7, round)
            #expect(map[7] == round)
            #expect(map[8] == nil)
            #expect(map.count == 1)
            map.removeAll()
            guard map[7] == nil else {
                Issue.record("an entry of round \(round) is left")
                return
            }
        }
    }

    @Test func aCompactedStoreMeansTheSame() throws {
        var source = Seed.generator("compaction")
        for _ in 0..<100 {
            var world = try World.random(variables: 3...6, using: &source)
            var kept: [Node] = []
            for _ in 0..<5 { kept.append(try world.randomCondition(depth: 4, using: &source).node) }
            let before = world.store
            let (store, places) = try before.compacted(keeping: kept)
            try demand(store.checkInvariants().isEmpty, "\(store.checkInvariants())")
            try demand(store.count <= before.count, "it grew")
            for node in kept {
                let place = try #require(places[node])
                for point in world.points {
                    try demand(before.holds(node, at: point) == store.holds(place, at: point), "at \(point)")
                }
            }
        }
    }
}

@Suite struct PointSearchTests {
    /// A point in all of some conditions and none of others, against enumeration.
    @Test func aPointIsFoundExactlyWhereThereIsOne() throws {
        var source = Seed.generator("point search")
        var found = 0
        for _ in 0..<400 {
            var world = try World.random(variables: 2...5, using: &source)
            var wanted: [Node] = []
            var unwanted: [Node] = []
            var points = Set(world.points)
            for _ in 0..<Int.random(in: 0...2, using: &source) {
                let node = try world.randomCondition(depth: 3, using: &source).node
                wanted.append(node)
                points = points.filter { world.store.holds(node, at: $0) }
            }
            for _ in 0..<Int.random(in: 0...4, using: &source) {
                let node = try world.randomCondition(depth: 3, using: &source).node
                unwanted.append(node)
                points = points.filter { !world.store.holds(node, at: $0) }
            }
            let before = world.store.count
            let answer = try world.store.hasPoint(in: wanted, outside: unwanted)
            try demand(answer == !points.isEmpty, "\(answer), but \(points.count) points")
            try demand(world.store.count == before, "it built nodes")
            if answer { found += 1 }
        }
        #expect(found > 50 && found < 390)
    }

    @Test func theSearchKeepsToItsLimit() throws {
        let space = try Space(sizes: Array(repeating: 2, count: 16))
        var store = Diagrams(space: space)
        // Every variable is 0 or 1, so nothing lies outside both.
        var parts: [Node] = []
        for variable in 0..<16 { parts.append(try store.region([variable: [0], (variable + 1) % 16: [1]])) }
        for value in 0...1 { parts.append(try store.region(Region(point: Dictionary(uniqueKeysWithValues: (0..<16).map { ($0, value) })))) }
        #expect(try store.hasPoint(in: [.always], outside: parts) == false)
        #expect(throws: DiagramTooLarge.self) { _ = try store.hasPoint(in: [.always], outside: parts, steps: 10) }
    }
}
