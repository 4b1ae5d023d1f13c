import Testing
import YAMLTree

struct NodeTests {
    private func value(_ source: String) throws -> YAMLNode {
        try #require(YAMLTree.parse("k: \(source)\n", file: "f.yaml").root?.mapping?["k"])
    }

    @Test(arguments: [
        ("abc", "text", "the text `abc`", false), ("", "text", "nothing", true), ("''", "text", "the text ``", false),
        ("[a]", "list", "a list", false), ("{a: b}", "mapping", "a mapping", false),
    ]) func names(_ source: String, _ kind: String, _ found: String, _ isMissing: Bool) throws {
        let node = try value(source)
        #expect(node.kindName == kind)
        #expect(node.foundName == found)
        #expect(node.isMissing == isMissing)
    }

    @Test func accessors() throws {
        let text = try value("a")
        let list = try value("[a]")
        let mapping = try value("{a: b}")
        #expect([text.text, list.text, mapping.text] == ["a", nil, nil])
        #expect([text.scalar?.style, list.scalar?.style, mapping.scalar?.style] == [.plain, nil, nil])
        #expect([text.sequence?.count, list.sequence?.count, mapping.sequence?.count] == [nil, 1, nil])
        #expect([text.mapping?.count, list.mapping?.count, mapping.mapping?.count] == [nil, nil, 1])
    }

    @Test func equality() throws {
        #expect(try value("[a, {b: c}]") == value("[a, {b: c}]"))
        #expect(try value("[a, {b: c}]").hashValue == value("[a, {b: c}]").hashValue)
        #expect(try value("[a, {b: c}]") != value("[a, {b: d}]"))
        #expect(try value("[a]") != value(" [a]"), "positions count")
        #expect(try value("a") != value("'a'"), "style counts")
    }
}

struct MappingTests {
    @Test(arguments: [0, 1, 11, 12, 13, 14, 500]) func lookup(_ count: Int) throws {
        let source = "{" + (0..<count).map { "key-\($0): value-\($0)" }.joined(separator: ", ") + "}"
        let mapping = try #require(YAMLTree.parse(source, file: "f.yaml").root?.mapping)
        #expect(mapping.count == count)
        #expect(mapping.isEmpty == (count == 0))
        #expect(mapping.keys == (0..<count).map { "key-\($0)" })
        #expect((0..<count).allSatisfy { mapping["key-\($0)"]?.text == "value-\($0)" })
        #expect((0..<count).allSatisfy { mapping.entry(for: "key-\($0)")?.key == "key-\($0)" })
        #expect(mapping["key"] == nil && mapping["key-\(count)"] == nil)
    }

    @Test func builtByHand() {
        let node = YAMLNode(content: .scalar(YAMLScalar(text: "v", style: .plain)), start: .start, end: .start)
        let entry = YAMLMapping.Entry(key: "a", keyPosition: .start, keyLength: 0, value: node)
        #expect(entry.keyLength == 1)
        #expect(YAMLMapping([entry])["a"] == node)
        #expect(YAMLMapping([entry]) == YAMLMapping([entry]))
        #expect(YAMLMapping([entry]) != YAMLMapping([]))
    }
}
