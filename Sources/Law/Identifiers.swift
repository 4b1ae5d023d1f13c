/// An ISO 3166 code of a legal area, such as `DE`, `US`, `GB-EAW`.
public struct JurisdictionCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }

    /// Two capitals, then optionally a hyphen and one to three capitals or digits (ISO 3166-1 and -2).
    public static func isWellFormed(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        func capital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
        func digit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        guard bytes.count >= 2, capital(bytes[0]), capital(bytes[1]) else { return false }
        if bytes.count == 2 { return true }
        guard bytes.count <= 6, bytes.count >= 4, bytes[2] == 0x2D else { return false }
        return bytes[3...].allSatisfy { capital($0) || digit($0) }
    }

    /// Whether this is the state, or a legal area of it: `GB-EAW` is part of `GB`.
    public func isOrIsPart(of state: JurisdictionCode) -> Bool {
        self == state || text.hasPrefix(state.text + "-")
    }

    public static func < (left: JurisdictionCode, right: JurisdictionCode) -> Bool { left.text < right.text }
    public var description: String { text }
}

/// The number of an element in the vocabulary: its place in the order of the file.
public struct ElementIndex: Hashable, Comparable, Sendable {
    public let number: Int
    public init(_ number: Int) { self.number = number }
    public static func < (left: ElementIndex, right: ElementIndex) -> Bool { left.number < right.number }
}

/// The identifier of an offence, unique within its state, such as `184b-3`.
public struct OffenceID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public static func < (left: OffenceID, right: OffenceID) -> Bool { left.text < right.text }
    public var description: String { text }
}
