import Testing

@testable import ConditionAlgebra

/// The checker of invariants must see each kind of damage; otherwise its silence in the other tests means nothing.
@Suite struct InvariantTests {
    private func sample() throws -> Diagrams {
        var store = Diagrams(space: try Space(sizes: [3, 2, 2]))
        _ = try store.and(try store.literal(0, [1]), try store.or(try store.literal(1, [1]), try store.literal(2, [1])))
        return store
    }

    @Test func aSoundStoreHasNoProblems() throws {
        #expect(try sample().checkInvariants() == [])
    }

    @Test func damageIsSeen() throws {
        let last = try sample().count - 1
        let damages: [(String, (inout Diagrams) -> Void)] = [
            ("decides nothing", { for offset in 0..<3 { $0.children[Int($0.starts[last]) + offset] = 1 } }),
            ("a child made after it", { $0.children[0] = Int32(last) }),
            ("not ordered after it", { $0.levels[4] = 1 }),
            ("differ in length", { $0.starts.append(0) }),
            ("are pending", { $0.pending.append(1) }),
            ("a terminal is not below", { $0.levels[1] = 0 }),
            ("belong to no node", { $0.children.append(0) }),
            ("not found in the unique table", { $0.hashes[3] ^= 1 }),
            ("does not hold every node once", { $0.uniqueSlots[$0.uniqueSlots.firstIndex(of: 0) ?? 0] = 2 }),
            ("out of place", { $0.starts[3] += 1 }),
            (
                "exists twice",
                { store in
                    store.levels.append(store.levels[2])
                    store.hashes.append(store.hashes[2])
                    store.starts.append(Int32(store.children.count))
                    let size = store.space.sizes[Int(store.levels[2])]
                    store.children.append(contentsOf: Array(store.children[0..<size]))
                }
            ),
        ]
        for (name, damage) in damages {
            var store = try sample()
            damage(&store)
            let problems = store.checkInvariants()
            #expect(problems.contains { $0.contains(name) }, "\(name): \(problems)")
        }
    }
}
