/// A product of sets of values: each variable that is mentioned takes one of its values, every other variable is free.
///
/// A region is what a reader can be told in one sentence ("the act is possession and the age is 14 to 17"). Regions are
/// equal when they mention the same variables with the same values; mentioning a variable with its full domain
/// describes the same points as leaving it out, but is a different description.
public struct Region: Hashable, Sendable {
    /// One variable and the values it may take.
    public struct Literal: Hashable, Sendable {
        public let variable: Int
        public let values: ValueMask

        public init(_ variable: Int, _ values: ValueMask) {
            self.variable = variable
            self.values = values
        }
    }

    /// The variables mentioned, in ascending order, each once.
    public private(set) var literals: [Literal]

    /// The region that leaves every variable free.
    public static let everything = Region()

    public init() {
        literals = []
    }

    public init(_ values: [Int: ValueMask]) {
        literals = values.map { Literal($0.key, $0.value) }.sorted { $0.variable < $1.variable }
    }

    /// The region in which each variable mentioned has exactly one value.
    public init(point: [Int: Int]) {
        self.init(point.mapValues { ValueMask($0) })
    }

    /// Whether some variable is left without any value, so that no point is inside.
    public var isEmpty: Bool { literals.contains { $0.values.isEmpty } }

    /// The variables mentioned, in ascending order.
    public var variables: [Int] { literals.map(\.variable) }

    /// The values of a variable, nil where it is free. Setting nil frees the variable. O(log k), setting O(k).
    public subscript(variable: Int) -> ValueMask? {
        get {
            let place = place(of: variable)
            return place < literals.count && literals[place].variable == variable ? literals[place].values : nil
        }
        set {
            let place = place(of: variable)
            let isMentioned = place < literals.count && literals[place].variable == variable
            literals.replaceSubrange(
                place..<(isMentioned ? place + 1 : place), with: newValue.map { [Literal(variable, $0)] } ?? [])
        }
    }

    /// The points in both regions.
    public func intersection(_ other: Region) -> Region {
        var result = self
        for literal in other.literals {
            result[literal.variable] = result[literal.variable]?.intersection(literal.values) ?? literal.values
        }
        return result
    }

    /// Whether a point, given as the value of each variable in order, is inside.
    public func contains(_ point: some RandomAccessCollection<Int>) -> Bool {
        literals.allSatisfy { $0.values.contains(point[point.index(point.startIndex, offsetBy: $0.variable)]) }
    }

    private func place(of variable: Int) -> Int {
        var low = 0
        var high = literals.count
        while low < high {
            let middle = (low + high) / 2
            if literals[middle].variable < variable { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Region: ExpressibleByDictionaryLiteral {
    /// Literals of the same variable are intersected.
    public init(dictionaryLiteral elements: (Int, ValueMask)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { $0.intersection($1) }))
    }
}

extension Region: CustomStringConvertible {
    public var description: String {
        literals.isEmpty ? "everything" : literals.map { "\($0.variable)∈\($0.values)" }.joined(separator: " ")
    }
}
