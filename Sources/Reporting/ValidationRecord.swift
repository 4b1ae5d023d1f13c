import DualCriminality
import YAMLTree

/// The outcome of `dualcrim validate` as JSON.
public struct ValidationRecord: Encodable, Sendable {
    struct Entry: Encodable, Sendable {
        let severity: String
        let code: String
        let file: String
        let line: Int
        let column: Int
        let length: Int
        let message: String
        let hint: String?
    }

    let schema = "dualcrim/validation/1"
    let jurisdictions: Int
    let offences: Int
    let samples: Int
    let errors: Int
    let warnings: Int
    let diagnostics: [Entry]

    public init(_ result: EncodingCheck.Result) {
        jurisdictions = result.jurisdictions
        offences = result.offences
        samples = result.samples
        errors = result.errors
        warnings = result.warnings
        diagnostics = result.diagnostics.map {
            Entry(
                severity: $0.severity.rawValue, code: $0.code, file: $0.file, line: $0.position.line,
                column: $0.position.column, length: $0.length, message: $0.message, hint: $0.hint)
        }
    }
}

/// Diagnostics in the Static Analysis Results Interchange Format 2.1.0, as code hosts show them beside the lines.
public struct SARIF: Encodable, Sendable {
    let version = "2.1.0"
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
        case version, runs
        case schema = "$schema"
    }

    struct Run: Encodable, Sendable {
        let tool: Tool
        let results: [Result]
    }
    struct Tool: Encodable, Sendable { let driver: Driver }
    struct Driver: Encodable, Sendable {
        let name = "dualcrim"
        let version: String
        let rules: [Rule]
    }
    struct Rule: Encodable, Sendable { let id: String }
    struct Result: Encodable, Sendable {
        let ruleId: String
        let level: String
        let message: Message
        let locations: [Location]
    }
    struct Message: Encodable, Sendable { let text: String }
    struct Location: Encodable, Sendable { let physicalLocation: PhysicalLocation }
    struct PhysicalLocation: Encodable, Sendable {
        let artifactLocation: Artifact
        let region: Region
    }
    struct Artifact: Encodable, Sendable { let uri: String }
    struct Region: Encodable, Sendable {
        let startLine: Int
        let startColumn: Int
        let endColumn: Int
    }

    public init(_ diagnostics: [Diagnostic], version: String) {
        let rules = Set(diagnostics.map(\.code)).sorted().map { Rule(id: $0) }
        let results = diagnostics.map { diagnostic in
            Result(
                ruleId: diagnostic.code, level: diagnostic.severity.rawValue,
                message: Message(text: diagnostic.message + (diagnostic.hint.map { " (\($0))" } ?? "")),
                locations: [
                    Location(
                        physicalLocation: PhysicalLocation(
                            artifactLocation: Artifact(uri: SARIF.uri(diagnostic.file)),
                            region: Region(
                                startLine: diagnostic.position.line, startColumn: diagnostic.position.column,
                                endColumn: diagnostic.position.column + max(1, diagnostic.length))))
                ])
        }
        runs = [Run(tool: Tool(driver: Driver(version: version, rules: rules)), results: results)]
    }

    /// A path as a URI reference (RFC 3986): what is neither unreserved nor a slash is written as `%` and two digits.
    private static func uri(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var result = String.UnicodeScalarView()
        for byte in path.utf8 {
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/": result.append(scalar)
            default: result.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(result)
    }
}
