import Testing
import YAMLTree

struct SourcePositionTests {
    @Test func order() {
        let places = [(1, 1, 0), (1, 2, 1), (1, 2, 2), (2, 1, 3), (10, 1, 40)].map {
            SourcePosition(line: $0.0, column: $0.1, offset: $0.2)
        }
        #expect(places.reversed().sorted() == places)
        #expect(places.first == .start)
        #expect(places.last?.description == "10:1")
    }

    @Test func saturates() {
        let huge = SourcePosition(line: .max, column: .max, offset: .max)
        #expect(huge.line == Int(Int32.max) && huge.column == Int(Int32.max) && huge.offset == Int(Int32.max))
        #expect(SourcePosition(line: 0, column: -1, offset: -5) == .start)
    }

    @Test func isSmall() {
        #expect(MemoryLayout<SourcePosition>.size == 12)
        #expect(MemoryLayout<YAMLNode>.stride == 48)
    }
}

/// Positions in trees.
struct NodePositionTests {
    /// Every node and key of `source`, as `line:column-line:column text`.
    private func places(_ source: String) -> [String] {
        let result = YAMLTree.parse(source, file: "f.yaml")
        #expect(result.diagnostics == [])
        var places: [String] = []
        func visit(_ node: YAMLNode) {
            #expect(isConsistent(node.start, in: Array(source.utf8)))
            #expect(isConsistent(node.end, in: Array(source.utf8)))
            places.append("\(node.start)-\(node.end) \(node.text ?? node.kindName)")
            node.sequence?.forEach(visit)
            for entry in node.mapping?.entries ?? [] {
                #expect(isConsistent(entry.keyPosition, in: Array(source.utf8)))
                places.append("\(entry.keyPosition)+\(entry.keyLength) \(entry.key):")
                visit(entry.value)
            }
        }
        result.root.map(visit)
        return places
    }

    @Test func block() {
        let source = """
            # comment
            é: b
            "c d":
              - e   # x

              - 'f'
            g:

            # end

            """
        #expect(
            places(source) == [
                "2:1-7:3 mapping", "2:1+1 é:", "2:4-2:5 b", "3:1+5 c d:", "4:3-6:8 list", "4:5-4:6 e", "6:5-6:8 f", "7:1+1 g:",
                "7:3-7:3 ",
            ])
    }

    @Test func flow() {
        let source = "{§§: [漢字, \"b\\n\"], c: {}, d: [\n  e\n  ] , f}"
        #expect(
            places(source) == [
                "1:1-3:9 mapping", "1:2+2 §§:", "1:6-1:17 list", "1:7-1:9 漢字", "1:11-1:16 b\n", "1:19+1 c:", "1:22-1:24 mapping",
                "1:26+1 d:", "1:29-3:4 list", "2:3-2:4 e", "3:7+1 f:", "3:8-3:8 ",
            ])
    }

    /// An entry in square brackets is a mapping without brackets of its own.
    @Test func entryAsItem() {
        #expect(
            places("[a: b  , {c}, d:  ]") == [
                "1:1-1:20 list", "1:2-1:6 mapping", "1:2+1 a:", "1:5-1:6 b", "1:10-1:13 mapping", "1:11+1 c:", "1:12-1:12 ",
                "1:15-1:19 mapping", "1:15+1 d:", "1:19-1:19 ",
            ])
    }

    @Test(arguments: ["\n", "\r\n"]) func lineEnds(_ lineEnd: String) {
        let source = ["a: é b", "c:", "  - |", "    d", "    é", "  - x", "    y", "e: f"].joined(separator: lineEnd)
        #expect(
            places(source) == [
                "1:1-8:5 mapping", "1:1+1 a:", "1:4-1:7 é b", "2:1+1 c:", "3:3-7:6 list", "3:5-6:1 d\né\n", "6:5-7:6 x y",
                "8:1+1 e:",
                "8:4-8:5 f",
            ])
    }

    /// libyaml reports these on a line that does not exist.
    @Test func endWithoutLineBreak() {
        #expect(places("? é") == ["1:1-1:4 mapping", "1:3+1 é:", "1:4-1:4 "])
        #expect(places("a:\n -") == ["1:1-2:3 mapping", "1:1+1 a:", "2:2-2:3 list", "2:3-2:3 "])
        #expect(places("é: |\n  b") == ["1:1-2:4 mapping", "1:1+1 é:", "1:4-2:4 b"])
    }

    /// Offsets stay right over long stretches of characters of every width, whatever the steps between them.
    @Test func offsetsAmongWideCharacters() {
        let words = ["a", "é", "漢", "😀", "ab", "é漢😀x", "aaaaaaaaaaaaaaaaaaaaaaa", "éééééééééééééééééééééé", "😀😀😀😀😀😀😀😀😀😀"]
        for first in words {
            for second in words {
                for third in words {
                    let source = Array("{\(first): [\(second), # \(third)\n\(third)], \"\(second)\" :\(" ")\(first)}".utf8)
                    let root = YAMLTree.parse(source, file: "f.yaml").root
                    let list = root?.mapping?.entries.first?.value.sequence ?? []
                    #expect(list.map(\.text) == [second, third])
                    for item in list + (root.map { [$0] } ?? []) {
                        #expect(isConsistent(item.start, in: source))
                        #expect(isConsistent(item.end, in: source))
                    }
                    if let item = list.last {
                        #expect(String(decoding: source[item.start.offset..<item.end.offset], as: UTF8.self) == third)
                    }
                }
            }
        }
    }
}
