import Testing
import YAMLTree

/// Inputs nobody thought of. Every failure names its seed; run it again by that alone.
struct GeneratedInputTests {
    static let document = """
        # a law file
        jurisdiction: DE
        sources:
          stgb: {title: Strafgesetzbuch, short: StGB, consolidated: 2026-04-08}
        offences:
          - id: possess-child
            title:
              de: "Besitz \\u00e4 \\n"
              en: 'it''s'
            provision: § 184b(3)
            notes: |
              first line
                deeper

              last line
            more: >-
              folded
              text
            act: [possess, access,
              procure]
            penalty: {imprisonment: 3 months to 5 years, fine: }
            empty: []
            none:
          - plain text
            that goes on
          - - a
            - b

        """

    static let fragments =
        [
            "\n", "\r\n", "\r", "\t", " ", "  ", ":", ": ", "- ", "-", "[", "]", "{", "}", ",", "\"", "'", "|", ">", "&a ", "*a",
            "!t ", "!!", "<<: ",
            "? ", "#", " # ", "%", "@", "`", "\\", "\\x", "---\n", "...\n", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}", "§", "漢",
            "😀", "\u{A0}", "a: b\n",
            "- c\n", "key", "~", "\u{1B}",
        ].map { Array($0.utf8) } + [[0xC3], [0xE2, 0x82], [0xFF], [0xED, 0xA0, 0x80], [0x80]]

    /// What must hold for any input whatever.
    static func checkInvariants(_ source: [UInt8], _ comment: Comment) {
        let result = YAMLTree.parse(source, file: "f.yaml")
        #expect(result.root != nil || result.hasErrors, comment)
        #expect(result.diagnostics.sorted() == result.diagnostics, comment)
        for diagnostic in result.diagnostics {
            #expect(YAMLCode(rawValue: diagnostic.code) != nil, comment)
            #expect(diagnostic.code != YAMLCode.syntax.rawValue, comment)
            #expect(isConsistent(diagnostic.position, in: source), comment)
            #expect(diagnostic.length >= 1, comment)
            #expect(DiagnosticPrinter.render(diagnostic, source: source).contains(": error: "), comment)
        }
        if let root = result.root { checkTree(root, source, comment) }
    }

    static func checkTree(_ node: YAMLNode, _ source: [UInt8], _ comment: Comment) {
        #expect(isConsistent(node.start, in: source), comment)
        #expect(isConsistent(node.end, in: source), comment)
        #expect(node.start <= node.end, comment)
        switch node.content {
        case .scalar(let scalar):
            if scalar.style == .plain, node.start.line == node.end.line,
                source[node.start.offset...].first.map({ !"&!".utf8.contains($0) }) ?? true
            {
                // An unquoted text on one line stands in the file as it is.
                #expect(String(decoding: source[node.start.offset..<node.end.offset], as: UTF8.self) == scalar.text, comment)
            }
        case .sequence(let items):
            var last = node.start
            for item in items {
                #expect(last <= item.start && item.end <= node.end, comment)
                last = item.end
                checkTree(item, source, comment)
            }
        case .mapping(let mapping):
            var last = node.start
            for entry in mapping.entries {
                #expect(isConsistent(entry.keyPosition, in: source), comment)
                #expect(last <= entry.keyPosition && entry.keyPosition <= entry.value.start && entry.value.end <= node.end, comment)
                #expect(mapping[entry.key] != nil, comment)
                last = entry.value.end
                checkTree(entry.value, source, comment)
            }
        }
    }

    @Test func theDocumentIsValid() {
        #expect(YAMLTree.parse(Self.document, file: "f.yaml").diagnostics == [])
        Self.checkInvariants(Array(Self.document.utf8), "the document")
    }

    @Test(arguments: 0..<8) func randomBytes(_ round: Int) {
        for step in 0..<20 {
            let seed = UInt64(round * 1000 + step)
            var random = RandomSource(seed: seed)
            let source = (0..<random.number(below: 200)).map { _ in UInt8(random.number(below: 256)) }
            Self.checkInvariants(source, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<8) func randomFragments(_ round: Int) {
        for step in 0..<50 {
            let seed = UInt64(100_000 + round * 1000 + step)
            var random = RandomSource(seed: seed)
            // Half of them without what the look at the bytes refuses, so that libyaml sees them.
            let usable = random.chance(50) ? Self.fragments : Array(Self.fragments.prefix(34).filter { $0 != [13] && $0 != [0] })
            let source = (0..<random.number(below: 60)).flatMap { _ in random.pick(usable) }
            Self.checkInvariants(source, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<8) func mutations(_ round: Int) {
        for step in 0..<50 {
            let seed = UInt64(200_000 + round * 1000 + step)
            var random = RandomSource(seed: seed)
            Self.checkInvariants(Self.mutated(Array(Self.document.utf8), &random), "seed \(seed)")
        }
    }

    /// Every beginning of the document, as an interrupted write leaves it.
    @Test func truncations() {
        let bytes = Array(Self.document.utf8)
        for end in bytes.indices { Self.checkInvariants(Array(bytes[..<end]), "first \(end) bytes") }
    }

    static func mutated(_ source: [UInt8], _ random: inout RandomSource) -> [UInt8] {
        var bytes = source
        for _ in 0..<(1 + random.number(below: 5)) {
            let place = random.number(below: bytes.count + 1)
            let end = min(bytes.count, place + random.number(below: 12))
            switch random.number(below: 6) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(contentsOf: random.pick(fragments), at: place)
            case 2: bytes.replaceSubrange(place..<end, with: random.pick(fragments))
            case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.number(below: bytes.count + 1))
            case 4: if place < bytes.count { bytes[place] ^= 1 << UInt8(random.number(below: 8)) }
            default: if place < bytes.count { bytes[place] = UInt8(random.number(below: 128)) }
            }
        }
        return bytes
    }
}
