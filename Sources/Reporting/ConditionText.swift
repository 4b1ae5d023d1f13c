import DualCriminality
import Law

/// A condition as an indented outline in the words of the vocabulary.
public struct ConditionText {
    private let wording: Wording
    private let style: Style

    public init(vocabulary: Vocabulary, style: Style) {
        wording = Wording(vocabulary: vocabulary)
        self.style = style
    }

    /// One line for each part; `indent` columns to the left of the first level.
    public func outline(_ condition: Condition, indent: Int) -> String {
        var lines: [(depth: Int, text: String)] = []
        add(condition, depth: 0, to: &lines)
        return lines.map { line in
            let column = indent + line.depth * 2
            return String(repeating: " ", count: column) + style.wrap(line.text, indent: column + 2, first: column)
        }.joined(separator: "\n") + "\n"
    }

    private func add(_ condition: Condition, depth: Int, to lines: inout [(depth: Int, text: String)]) {
        switch condition {
        case .has(let element, let set): lines.append((depth, "- " + literal(element, set)))
        case .all(let parts):
            if parts.isEmpty { lines.append((depth, "- in every case")) }
            for part in parts { add(part, depth: depth, to: &lines) }
        case .any(let parts):
            if let both = sameSet(parts) {
                lines.append((depth, "- " + both))
                return
            }
            lines.append((depth, parts.isEmpty ? "- never" : "- one of these:"))
            for (place, part) in parts.enumerated() {
                if case .all(let inner) = part, inner.count > 1 {
                    lines.append((depth + 1, "(\(place + 1))"))
                    add(part, depth: depth + 2, to: &lines)
                } else {
                    add(part, depth: depth + 1, to: &lines)
                }
            }
        case .not(let part):
            lines.append((depth, "- not:"))
            add(part, depth: depth + 1, to: &lines)
        case .definition(let name, let part):
            lines.append((depth, "- \(name.replacing("-", with: " ")):"))
            add(part, depth: depth + 1, to: &lines)
        case .open(let law): lines.append((depth, "- open: \(law.text)"))
        case .readings(_, let readings):
            lines.append((depth, "- the text can be read in several ways:"))
            for reading in readings {
                lines.append((depth + 1, "(\(reading.id))"))
                add(reading.condition, depth: depth + 2, to: &lines)
            }
        case .aimsAt(let aimed):
            lines.append((
                depth,
                "- the aim is an offence under \(aimed.offences.map(\.text).joined(separator: ", "))"
                    + (aimed.sameChild ? " against the same child" : "")
            ))
        }
    }

    private func literal(_ element: ElementIndex, _ set: ValueSet) -> String {
        let kind = wording.vocabulary[element].kind
        return wording.literal(element, set) + (kind == .appraisal ? " [a court's evaluation]" : "")
    }

    /// "the child is, or is believed to be, under 16": the same set of two elements.
    private func sameSet(_ parts: [Condition]) -> String? {
        guard parts.count == 2, case .has(let one, let set) = parts[0], case .has(let two, let other) = parts[1], one != two,
            set == other, case .number = wording.vocabulary[one].domain
        else { return nil }
        return wording.literal(one, set) + ", or " + wording.literal(two, other)
    }
}
