extension Diagrams {
    /// The node that tests `level` and has the pending values from `base` on as children, which are taken off the
    /// stack.
    mutating func makeNode(level: Int, childrenFrom base: Int) throws(DiagramTooLarge) -> Int32 {
        let first = pending[base]
        var isConstant = true
        var mixed = UInt64(truncatingIfNeeded: level) &* 0x9E37_79B9_7F4A_7C15
        for place in base..<pending.count {
            let child = pending[place]
            if child != first { isConstant = false }
            mixed = (mixed ^ UInt64(UInt32(bitPattern: child))) &* 0xD6E8_FEB8_6659_FD93
            mixed ^= mixed >> 32
        }
        defer { pending.removeLast(pending.count - base) }
        if isConstant { return first }

        let hash = UInt32(truncatingIfNeeded: mixed)
        let mask = uniqueSlots.count - 1
        var slot = Int(hash) & mask
        while true {
            let entry = uniqueSlots[slot]
            if entry == 0 { break }
            if UInt32(truncatingIfNeeded: entry >> 32) == hash {
                let candidate = Int32(truncatingIfNeeded: entry)
                if isNode(candidate, level: level, childrenFrom: base) { return candidate }
            }
            slot = (slot &+ 1) & mask
        }
        guard count < budget else { throw DiagramTooLarge(limit: .nodes, budget: budget) }
        let node = Int32(count)
        levels.append(Int32(level))
        hashes.append(hash)
        starts.append(Int32(children.count))
        children.append(contentsOf: pending[base...])
        uniqueSlots[slot] = Self.entry(node, hash)
        if count * 2 > uniqueSlots.count { rebuildUniqueTable(slots: uniqueSlots.count * 2) }
        return node
    }

    /// Enters all nodes into an empty table; `slots` is a power of two.
    mutating func rebuildUniqueTable(slots: Int) {
        uniqueSlots = Array(repeating: 0, count: slots)
        for node in 2..<count {
            var slot = Int(hashes[node]) & (slots - 1)
            while uniqueSlots[slot] != 0 { slot = (slot &+ 1) & (slots - 1) }
            uniqueSlots[slot] = Self.entry(Int32(node), hashes[node])
        }
    }

    /// What the table holds of a node: its hash above its number, so that most others are told apart without a look at them.
    static func entry(_ node: Int32, _ hash: UInt32) -> UInt64 {
        UInt64(hash) << 32 | UInt64(UInt32(bitPattern: node))
    }

    private func isNode(_ node: Int32, level: Int, childrenFrom base: Int) -> Bool {
        guard levels[Int(node)] == Int32(level) else { return false }
        let start = Int(starts[Int(node)])
        for offset in 0..<(pending.count - base) where children[start + offset] != pending[base + offset] {
            return false
        }
        return true
    }

    /// The variable a node tests; the number of variables for `.never` and `.always`.
    func level(_ node: Int32) -> Int { Int(levels[Int(node)]) }

    /// The child of an inner node for a value.
    func child(_ node: Int32, _ value: Int) -> Int32 { children[Int(starts[Int(node)]) + value] }
}
