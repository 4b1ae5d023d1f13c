/// What a file may cost. A file that exceeds a limit ends in a diagnostic.
public struct YAMLLimits: Hashable, Sendable {
    /// Bytes of the whole file. Never more than ``largest``, what positions can count.
    public var bytes: Int { didSet { bytes = min(bytes, Self.largest) } }
    /// Collections inside one another; the outermost counts 1. Never more than ``deepest``, so that no later step that walks the
    /// tree by recursion (releasing it is one) can exhaust a small stack.
    public var depth: Int { didSet { depth = min(depth, Self.deepest) } }
    /// Texts, lists and mappings together, keys not counted.
    public var nodes: Int
    /// Bytes of one text.
    public var scalarBytes: Int
    /// Diagnostics of one file; one more then says that there are others.
    public var diagnostics: Int

    public static let deepest = 256
    public static let largest = Int(Int32.max)
    /// 8 MiB, 64 levels, 500 000 nodes, 64 KiB per text, 200 diagnostics.
    public static let standard = YAMLLimits()

    public init(
        bytes: Int = 8 << 20, depth: Int = 64, nodes: Int = 500_000, scalarBytes: Int = 64 << 10, diagnostics: Int = 200
    ) {
        self.bytes = min(bytes, Self.largest)
        self.depth = min(depth, Self.deepest)
        self.nodes = nodes
        self.scalarBytes = scalarBytes
        self.diagnostics = diagnostics
    }
}
