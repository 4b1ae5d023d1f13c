import YAMLTree

extension YAMLNode {
    var scalarText: String? {
        if case .scalar(let scalar) = content { return scalar.text }
        return nil
    }

    /// A text node made by the loader, standing where `node` stands.
    static func text(_ text: String, at node: YAMLNode) -> YAMLNode {
        YAMLNode(content: .scalar(YAMLScalar(text: text, style: .plain)), start: node.start, end: node.end)
    }
}
