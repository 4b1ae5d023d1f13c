import Testing
import YAMLTree

/// A tree without places, to write as YAML in many ways and read back.
indirect enum Sketch: Equatable {
    case text(String)
    case list([Sketch])
    case mapping([Entry])

    struct Entry: Equatable {
        let key: String
        let value: Sketch
    }

    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let scalar): self = .text(scalar.text)
        case .sequence(let items): self = .list(items.map(Sketch.init))
        case .mapping(let mapping): self = .mapping(mapping.entries.map { Entry(key: $0.key, value: Sketch($0.value)) })
        }
    }

    static func random(_ random: inout RandomSource, depth: Int) -> Sketch {
        switch random.number(below: depth == 0 ? 1 : 3) {
        case 0: return .text(text(&random))
        case 1: return .list((0..<random.number(below: 5)).map { _ in .random(&random, depth: depth - 1) })
        default:
            var keys = Set<String>()
            var entries: [Entry] = []
            for _ in 0..<random.number(below: random.chance(10) ? 30 : 5) {
                let key = "k" + text(&random)
                if keys.insert(key).inserted { entries.append(Entry(key: key, value: .random(&random, depth: depth - 1))) }
            }
            return .mapping(entries)
        }
    }

    private static func text(_ random: inout RandomSource) -> String {
        let pieces = [
            "a", "NO", "yes", " ", ": ", "#", " #", "- ", "'", "\"", "\\", "\n", "\t", "§", "漢", "😀", "e\u{301}", ",", "[", "}",
            "*", "&", "!", "%",
            "0", "~", "|", ">", "<<", "?", "a long word ", "\u{A0}",
        ]
        return (0..<random.number(below: 6)).map { _ in random.pick(pieces) }.joined()
    }

    // MARK: Writing

    /// In block style where possible, each line indented by `indent`; begins on a new line.
    func block(_ random: inout RandomSource, indent: Int) -> String {
        let blanks = String(repeating: " ", count: indent)
        switch self {
        case .text, .list([]), .mapping([]): return blanks + flow(&random) + "\n"
        case .list(let items):
            return items.map { item in blanks + "-" + Sketch.value(item, &random, indent: indent) }.joined()
        case .mapping(let entries):
            return entries.map { entry in
                blanks + Sketch.quoted(entry.key, &random) + ":" + Sketch.value(entry.value, &random, indent: indent)
            }.joined()
        }
    }

    private static func value(_ value: Sketch, _ random: inout RandomSource, indent: Int) -> String {
        let deeper = indent + 1 + random.number(below: 3)
        let comment = random.chance(10) ? " # comment: [" : ""
        switch value {
        case .text(let text) where isPlain(text) && random.chance(60): return " " + text + comment + "\n"
        case .text, .list([]), .mapping([]): return " " + value.flow(&random) + comment + "\n"
        case .list, .mapping:
            if random.chance(20) { return "  " + value.flow(&random) + comment + "\n" }
            return comment + "\n" + (random.chance(10) ? "\n# comment\n" : "") + value.block(&random, indent: deeper)
        }
    }

    private func flow(_ random: inout RandomSource) -> String {
        let separator = random.pick([", ", ",  ", " , "])
        switch self {
        case .text(let text): return Sketch.quoted(text, &random)
        case .list(let items): return "[" + items.map { $0.flow(&random) }.joined(separator: separator) + "]"
        case .mapping(let entries):
            return "{" + entries.map { Sketch.quoted($0.key, &random) + ": " + $0.value.flow(&random) }.joined(separator: separator)
                + "}"
        }
    }

    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber } && text.first?.isASCII == true
    }

    private static func quoted(_ text: String, _ random: inout RandomSource) -> String {
        if isPlain(text), random.chance(50) { return text }
        let isSingleLine = !text.contains("\n") && !text.contains("\t")
        if isSingleLine, random.chance(50) { return "'" + text.replacing("'", with: "''") + "'" }
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\t": "\\t"
            default: random.chance(5) ? "\\U" + pad(String(scalar.value, radix: 16)) : String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    private static func pad(_ digits: String) -> String { String(repeating: "0", count: 8 - digits.count) + digits }
}

struct GeneratedTreeTests {
    @Test(arguments: 0..<8) func writtenAndReadBack(_ round: Int) throws {
        for step in 0..<25 {
            let seed = UInt64(300_000 + round * 1000 + step)
            var random = RandomSource(seed: seed)
            let sketch = Sketch.random(&random, depth: 5)
            var source = sketch.block(&random, indent: 0)
            if random.chance(30) { source = source.replacing("\n", with: "\r\n") }
            let result = YAMLTree.parse(source, file: "f.yaml")
            #expect(result.diagnostics == [], "seed \(seed)\n\(source)")
            let root = try #require(result.root, "seed \(seed)")
            #expect(Sketch(root) == sketch, "seed \(seed)\n\(source)")
            GeneratedInputTests.checkTree(root, Array(source.utf8), "seed \(seed)\n\(source)")
        }
    }
}
