/// A set of values of one element.
///
/// Values of a choice, an ordered choice or a flag are numbered in the order of the vocabulary and held as bits
/// (a flag has `no` = 0 and `yes` = 1). Whole numbers are held as disjoint, sorted, non-adjacent ranges.
/// `notApplicable` says whether the set also holds the value "there is no such thing" of elements with `na-when`.
public struct ValueSet: Hashable, Sendable {
    public enum Values: Hashable, Sendable {
        case choice(UInt64)
        case numbers([ClosedRange<Int>])
    }

    public let values: Values
    public let notApplicable: Bool

    public init(choices bits: UInt64, notApplicable: Bool = false) {
        values = .choice(bits)
        self.notApplicable = notApplicable
    }

    public init(numbers ranges: [ClosedRange<Int>], notApplicable: Bool = false) {
        values = .numbers(ValueSet.merged(ranges))
        self.notApplicable = notApplicable
    }

    public static let yes = ValueSet(choices: 0b10)
    public static let no = ValueSet(choices: 0b01)

    public var isEmpty: Bool {
        if notApplicable { return false }
        switch values {
        case .choice(let bits): return bits == 0
        case .numbers(let ranges): return ranges.isEmpty
        }
    }

    /// Only the value "there is no such thing".
    public var isOnlyNotApplicable: Bool {
        guard notApplicable else { return false }
        switch values {
        case .choice(let bits): return bits == 0
        case .numbers(let ranges): return ranges.isEmpty
        }
    }

    public func intersection(_ other: ValueSet) -> ValueSet {
        let both = notApplicable && other.notApplicable
        switch (values, other.values) {
        case (.choice(let left), .choice(let right)):
            return ValueSet(choices: left & right, notApplicable: both)
        case (.numbers(let left), .numbers(let right)):
            var result: [ClosedRange<Int>] = []
            for one in left {
                for two in right where one.overlaps(two) {
                    result.append(max(one.lowerBound, two.lowerBound)...min(one.upperBound, two.upperBound))
                }
            }
            return ValueSet(numbers: result, notApplicable: both)
        default:
            // Sets of different elements have nothing in common.
            return ValueSet(choices: 0, notApplicable: both)
        }
    }

    /// The values of both sets; sets of different elements keep the first.
    public func union(_ other: ValueSet) -> ValueSet {
        let either = notApplicable || other.notApplicable
        switch (values, other.values) {
        case (.choice(let left), .choice(let right)): return ValueSet(choices: left | right, notApplicable: either)
        case (.numbers(let left), .numbers(let right)): return ValueSet(numbers: left + right, notApplicable: either)
        default: return self
        }
    }

    private static func merged(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        guard ranges.count > 1 else { return ranges }
        var result: [ClosedRange<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, last.upperBound == .max || range.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
