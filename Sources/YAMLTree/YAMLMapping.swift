/// Keys and values in the order of the file.
///
/// A mapping from a file with errors may hold a key twice; lookups then find the first.
public struct YAMLMapping: Sendable {
    public struct Entry: Hashable, Sendable {
        public var key: String
        public var keyPosition: SourcePosition
        /// How many scalars the key takes in the file, quotes included; at least 1.
        public var keyLength: Int { Int(storedKeyLength) }
        public var value: YAMLNode
        private let storedKeyLength: Int32

        public init(key: String, keyPosition: SourcePosition, keyLength: Int, value: YAMLNode) {
            self.key = key
            self.keyPosition = keyPosition
            self.storedKeyLength = Int32(clamping: max(1, keyLength))
            self.value = value
        }
    }

    public let entries: [Entry]
    /// The place of each key, for mappings so large that comparing one key after the other would be slow.
    private let places: [String: Int32]?

    /// Up to so many entries a search from the front beats hashing.
    private static let searchedFromFront = 12

    public init(_ entries: [Entry]) {
        self.init(entries, onDuplicate: { _, _ in })
    }

    /// Calls `onDuplicate` with the place of every entry whose key came before, and the place of the first such key.
    init(_ entries: [Entry], onDuplicate: (_ entry: Int, _ first: Int) -> Void) {
        self.entries = entries
        guard entries.count > Self.searchedFromFront else {
            places = nil
            for index in entries.indices.dropFirst() {
                let key = entries[index].key
                for earlier in 0..<index where entries[earlier].key == key {
                    onDuplicate(index, earlier)
                    break
                }
            }
            return
        }
        var places = [String: Int32](minimumCapacity: entries.count)
        for index in entries.indices {
            let key = entries[index].key
            if let first = places[key] {
                onDuplicate(index, Int(first))
            } else {
                places[key] = Int32(clamping: index)
            }
        }
        self.places = places
    }

    /// The value of `key`. O(1) in large mappings, else O(n) with n at most 12.
    public subscript(key: String) -> YAMLNode? { entry(for: key)?.value }

    /// The whole entry of `key`. O(1) in large mappings, else O(n) with n at most 12.
    public func entry(for key: String) -> Entry? {
        if let places { return places[key].map { entries[Int($0)] } }
        return entries.first { $0.key == key }
    }

    public var keys: [String] { entries.map(\.key) }
    public var count: Int { entries.count }
    public var isEmpty: Bool { entries.isEmpty }
}

extension YAMLMapping: Hashable {
    public static func == (left: YAMLMapping, right: YAMLMapping) -> Bool { left.entries == right.entries }
    public func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}
