import FoundationEssentials

/// Results as JSON: keys sorted, so that the same result always gives the same bytes.
public enum JSONReport {
    /// - Throws: only what a value's own encoding throws; the results of this project do not.
    public static func render(_ value: some Encodable, pretty: Bool = true) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = pretty
            ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes] : [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
