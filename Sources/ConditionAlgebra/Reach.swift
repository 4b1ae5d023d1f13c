/// Whether a terminal can be reached from nodes by values within masks, with memory of what was found.
///
/// "Holds everywhere" is "cannot reach `.never`" and "is possible" is "can reach `.always`", so this one search answers
/// both. No mask may be empty: a variable that is not tested on the way would hide that no point is inside.
struct Reach {
    private let diagrams: Diagrams
    private let masks: [UInt64]
    private let target: Int32
    private var known = IntegerMap<Bool>(filler: false)

    init(of target: Node, in masks: [UInt64], _ diagrams: Diagrams) {
        self.diagrams = diagrams
        self.masks = masks
        self.target = target.index
    }

    /// Whether some point within the masks leads from the node to the target. O(size) over all calls together.
    mutating func reaches(_ node: Int32) -> Bool {
        if node <= 1 { return node == target }
        if let result = known[node: node] { return result }
        var result = false
        for value in ValueMask(bits: masks[diagrams.level(node)]) where reaches(diagrams.child(node, value)) {
            result = true
            break
        }
        known.set(node: node, result)
        return result
    }

    /// The values of one variable, within its domain and whatever its mask, for which some point within the other masks
    /// leads from the node to the target. O(size).
    mutating func values(of variable: Int, from node: Int32) -> ValueMask {
        var found = IntegerMap<ValueMask>(filler: [])
        return values(of: variable, from: node, found: &found)
    }

    private mutating func values(
        of variable: Int, from node: Int32, found: inout IntegerMap<ValueMask>
    ) -> ValueMask {
        let top = diagrams.level(node)
        guard top <= variable else { return reaches(node) ? diagrams.space.full(variable) : [] }
        if let result = found[node: node] { return result }
        var result = ValueMask()
        if top == variable {
            for value in diagrams.space.full(variable) where reaches(diagrams.child(node, value)) {
                result.insert(value)
            }
        } else {
            for value in ValueMask(bits: masks[top]) {
                result.formUnion(values(of: variable, from: diagrams.child(node, value), found: &found))
            }
        }
        found.set(node: node, result)
        return result
    }
}
