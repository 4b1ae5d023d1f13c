import Law

extension Wording {
    /// A condition in one line: "the act is possession and (the material is a photo or the person shown is under 14)".
    ///
    /// Definitions are named, not spelled out.
    public func condition(_ condition: Condition) -> String { words(condition, isInner: false) }

    private func words(_ condition: Condition, isInner: Bool) -> String {
        switch condition {
        case .has(let element, let set): return literal(element, set)
        case .all(let parts): return joined(parts, "and", empty: "in every case", isInner: isInner)
        case .any(let parts): return joined(parts, "or", empty: "never", isInner: isInner)
        case .not(let part): return "not (" + words(part, isInner: false) + ")"
        case .definition(let name, _): return Wording.definition(name)
        case .open(let law): return "open law: \(law.text)"
        case .readings(_, let readings):
            return "(" + readings.map { "read as \($0.id): " + words($0.condition, isInner: true) }.joined(separator: "; ") + ")"
        case .aimsAt(let aimed): return "the aim is an offence under " + Wording.aims(aimed)
        }
    }

    private func joined(_ parts: [Condition], _ word: String, empty: String, isInner: Bool) -> String {
        guard parts.count != 1 else { return words(parts[0], isInner: isInner) }
        guard !parts.isEmpty else { return empty }
        let text = parts.map { words($0, isInner: true) }.joined(separator: " \(word) ")
        return isInner ? "(\(text))" : text
    }

    /// "child material" for the definition `child-material`.
    static func definition(_ name: String) -> String { "“\(name.replacing("-", with: " "))”" }

    static func aims(_ aimed: AimedOffences) -> String {
        list(aimed.offences.map(\.text)) + (aimed.sameChild ? " against the same child" : "")
    }
}
