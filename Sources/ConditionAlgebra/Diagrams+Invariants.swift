extension Diagrams {
    /// What is wrong with the store; empty if nothing is. For tests: O(size of the store).
    package func checkInvariants() -> [String] {
        var problems: [String] = []
        var seen: Set<[Int32]> = []
        if levels.count != hashes.count || levels.count != starts.count {
            return ["the columns of the store differ in length"]
        }
        if !pending.isEmpty { problems.append("\(pending.count) children are pending between operations") }
        if levels[0] != levels[1] || Int(levels[0]) != space.count {
            problems.append("a terminal is not below all variables")
        }
        var end = 0
        for node in 2..<Int32(count) {
            let variable = level(node)
            guard 0..<space.count ~= variable, Int(starts[Int(node)]) == end else {
                return problems + ["node \(node) tests no variable or its children are out of place"]
            }
            end += space.sizes[variable]
            let row = Array(children[Int(starts[Int(node)])..<end])
            for child in row {
                if child < 0 || child >= node {
                    problems.append("node \(node) has a child made after it")
                } else if level(child) <= variable {
                    problems.append("node \(node) has a child that is not ordered after it")
                }
            }
            if Set(row).count == 1 { problems.append("node \(node) decides nothing") }
            if !seen.insert([Int32(variable)] + row).inserted { problems.append("node \(node) exists twice") }
            if find(node) != node { problems.append("node \(node) is not found in the unique table") }
        }
        if end != children.count { problems.append("\(children.count - end) children belong to no node") }
        if uniqueSlots.count(where: { $0 != 0 }) != count - 2 {
            problems.append("the unique table does not hold every node once")
        }
        return problems
    }

    private func find(_ node: Int32) -> Int32? {
        let mask = uniqueSlots.count - 1
        var slot = Int(hashes[Int(node)]) & mask
        while uniqueSlots[slot] != 0 {
            if uniqueSlots[slot] == Self.entry(node, hashes[Int(node)]) { return node }
            slot = (slot &+ 1) & mask
        }
        return nil
    }
}
