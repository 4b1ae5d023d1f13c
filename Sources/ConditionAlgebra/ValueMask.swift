/// A set of values of one variable, each value a number in 0...63, as one machine word.
///
/// Every operation takes constant time; iteration goes from the smallest member to the greatest.
public struct ValueMask: Hashable, Sendable {
    /// Bit `x` is set when `x` is a member.
    public var bits: UInt64

    @inlinable
    public init(bits: UInt64) {
        self.bits = bits
    }

    /// The empty set.
    @inlinable
    public init() {
        bits = 0
    }

    /// The set of one value, which must be in 0...63.
    @inlinable
    public init(_ value: Int) {
        precondition(0..<64 ~= value, "a value must be in 0...63")
        bits = 1 << UInt64(value)
    }

    /// The values 0..<`count`; `count` must be in 0...64.
    @inlinable
    public init(first count: Int) {
        precondition(0...64 ~= count, "a variable has at most 64 values")
        bits = count == 64 ? .max : (1 << UInt64(count)) - 1
    }

    /// The values of a range within 0...63.
    @inlinable
    public init(_ range: ClosedRange<Int>) {
        self = ValueMask(first: range.upperBound + 1).subtracting(ValueMask(first: range.lowerBound))
    }

    /// The number of members.
    @inlinable
    public var count: Int { bits.nonzeroBitCount }

    /// The smallest member, or nil of the empty set.
    @inlinable
    public var first: Int? { bits == 0 ? nil : bits.trailingZeroBitCount }
}

extension ValueMask: SetAlgebra {
    @inlinable
    public var isEmpty: Bool { bits == 0 }

    /// Whether `value` is a member; false of any number outside 0...63.
    @inlinable
    public func contains(_ value: Int) -> Bool {
        0..<64 ~= value && bits & (1 << UInt64(value)) != 0
    }

    @inlinable
    public func union(_ other: ValueMask) -> ValueMask { ValueMask(bits: bits | other.bits) }

    @inlinable
    public func intersection(_ other: ValueMask) -> ValueMask { ValueMask(bits: bits & other.bits) }

    @inlinable
    public func subtracting(_ other: ValueMask) -> ValueMask { ValueMask(bits: bits & ~other.bits) }

    @inlinable
    public func symmetricDifference(_ other: ValueMask) -> ValueMask { ValueMask(bits: bits ^ other.bits) }

    @inlinable
    public func isSubset(of other: ValueMask) -> Bool { bits & ~other.bits == 0 }

    @inlinable
    public func isDisjoint(with other: ValueMask) -> Bool { bits & other.bits == 0 }

    @inlinable
    public mutating func formUnion(_ other: ValueMask) { bits |= other.bits }

    @inlinable
    public mutating func formIntersection(_ other: ValueMask) { bits &= other.bits }

    @inlinable
    public mutating func formSymmetricDifference(_ other: ValueMask) { bits ^= other.bits }

    @inlinable
    @discardableResult
    public mutating func insert(_ value: Int) -> (inserted: Bool, memberAfterInsert: Int) {
        let isNew = !contains(value)
        formUnion(ValueMask(value))
        return (isNew, value)
    }

    @inlinable
    @discardableResult
    public mutating func remove(_ value: Int) -> Int? {
        guard contains(value) else { return nil }
        bits &= ~(1 << UInt64(value))
        return value
    }

    @inlinable
    @discardableResult
    public mutating func update(with value: Int) -> Int? {
        insert(value).inserted ? nil : value
    }
}

extension ValueMask: Sequence {
    public struct Iterator: IteratorProtocol, Sendable {
        @usableFromInline var rest: UInt64

        @inlinable
        init(rest: UInt64) {
            self.rest = rest
        }

        @inlinable
        public mutating func next() -> Int? {
            guard rest != 0 else { return nil }
            defer { rest &= rest - 1 }
            return rest.trailingZeroBitCount
        }
    }

    @inlinable
    public func makeIterator() -> Iterator { Iterator(rest: bits) }

    @inlinable
    public var underestimatedCount: Int { count }
}

extension ValueMask: CustomStringConvertible {
    public var description: String {
        "{" + map(String.init).joined(separator: ",") + "}"
    }
}
