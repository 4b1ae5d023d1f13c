/// The finite space that conditions speak about: variables 0..<`count`, variable `v` taking the values 0..<`sizes[v]`.
///
/// The number of a variable is also its place in the order of every diagram, and the order decides how large diagrams
/// become: put the variable that divides the conditions best (the act) first.
public struct Space: Hashable, Sendable {
    /// The number of values of each variable, each in 1...64.
    public let sizes: [Int]

    public init(sizes: [Int]) throws(InvalidSpace) {
        if let variable = sizes.firstIndex(where: { !(1...64 ~= $0) }) {
            throw InvalidSpace(variable: variable, size: sizes[variable])
        }
        self.sizes = sizes
    }

    /// The number of variables.
    public var count: Int { sizes.count }

    /// All values of a variable, which must be in 0..<`count`.
    public func full(_ variable: Int) -> ValueMask {
        ValueMask(first: sizes[variable])
    }

    /// One word per variable: what the region admits, free variables spelled out, values that do not exist left out.
    func masks(of region: Region) -> [UInt64] {
        var masks = sizes.map { ValueMask(first: $0).bits }
        for literal in region.literals { masks[literal.variable] &= literal.values.bits }
        return masks
    }
}

/// A variable has no values, or more than a machine word holds.
public struct InvalidSpace: Error, Hashable, Sendable, CustomStringConvertible {
    public let variable: Int
    public let size: Int

    public var description: String {
        "variable \(variable) has \(size) values, but 1 to 64 are possible; "
            + "merge values that no condition tells apart, or use two variables"
    }
}
