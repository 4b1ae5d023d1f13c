/// A place in a source file, as an editor shows it.
///
/// `line` and `column` count from 1. `column` counts Unicode scalars, not bytes and not user-perceived characters, and a tab is one
/// column. `offset` counts bytes from 0. A line ends with LF or CRLF. Numbers out of range
/// (line 0, more than `Int32.max`) become the nearest in range; 12 bytes in memory.
public struct SourcePosition: Hashable, Sendable {
    private let storedLine: Int32
    private let storedColumn: Int32
    private let storedOffset: Int32

    public var line: Int { Int(storedLine) }
    public var column: Int { Int(storedColumn) }
    public var offset: Int { Int(storedOffset) }

    public init(line: Int, column: Int, offset: Int) {
        storedLine = Int32(clamping: max(1, line))
        storedColumn = Int32(clamping: max(1, column))
        storedOffset = Int32(clamping: max(0, offset))
    }

    /// The first character of a file: line 1, column 1, offset 0.
    public static let start = SourcePosition(line: 1, column: 1, offset: 0)
}

extension SourcePosition: Comparable {
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.storedLine, left.storedColumn, left.storedOffset) < (right.storedLine, right.storedColumn, right.storedOffset)
    }
}

extension SourcePosition: CustomStringConvertible {
    /// `line:column`
    public var description: String { "\(line):\(column)" }
}
