import Law

/// One element of the vocabulary in plain words.
public struct ElementText {
    private let style: Style
    public init(style: Style) { self.style = style }

    public func render(_ element: Element) -> String {
        var out = style.paint(element.id, .strong) + "   \(element.kind.rawValue)\n"
        out += "  " + style.wrap(element.definition, indent: 2) + "\n"
        if let source = element.source { out += "  " + style.wrap("source: \(source)", indent: 2) + "\n" }
        out += "  " + style.wrap("question: \(element.question)", indent: 2) + "\n"
        switch element.domain {
        case .choice(let values), .ordered(let values):
            let column = 4 + values.map { $0.id.count + 1 }.reduce(24, max)
            for value in values {
                out += "    " + Style.padded(value.id, column - 4) + style.wrap(value.phrase, indent: min(column, style.width / 2), first: column) + "\n"
            }
        case .number(let range, let unit): out += "    \(range.lowerBound) to \(range.upperBound) \(unit.rawValue)\n"
        case .flag(let yes, let no):
            out += "    yes   " + style.wrap(yes, indent: 10) + "\n    no    " + style.wrap(no, indent: 10) + "\n"
        }
        for (name, _) in element.groups.sorted(by: { $0.key < $1.key }) { out += "    group \(name)\n" }
        return out
    }
}

/// One element as JSON.
public struct ElementRecord: Encodable, Sendable {
    let schema = "dualcrim/element/1"
    let id: String
    let kind: String
    let change: String
    let definition: String
    let source: String?
    let question: String
    let values: [String]
    let from: Int?
    let to: Int?

    public init(_ element: Element) {
        id = element.id
        kind = element.kind.rawValue
        change = element.change.rawValue
        definition = element.definition
        source = element.source
        question = element.question
        values = element.domain.valueIDs
        if case .number(let range, _) = element.domain {
            from = range.lowerBound
            to = range.upperBound
        } else {
            from = nil
            to = nil
        }
    }
}
