import Law
import YAMLTree

/// Reads terms of imprisonment and penalty lines.
struct PenaltyReading {
    let sink: Sink
    let ceiling: Term?

    /// No statute counts further, and no arithmetic with it overflows.
    private static let longestTerm = 1_000_000

    /// `5 years`, `18 months`, `90 days`, `2 years less a day`, `2 years 6 months`, `life`, `death`.
    static func term(_ text: String) -> Term? {
        switch text {
        case "life": return .life
        case "death": return .death
        case "none": return Term.none
        default: break
        }
        var words = text.split(separator: " ").map(String.init)
        var lessADay = false
        if words.suffix(3) == ["less", "a", "day"] {
            lessADay = true
            words.removeLast(3)
        }
        guard words.count == 2 || words.count == 4 else { return nil }
        var months = 0
        for start in stride(from: 0, to: words.count, by: 2) {
            guard let count = Int(words[start]), (0...longestTerm).contains(count) else { return nil }
            switch words[start + 1] {
            case "year", "years": months += count * 12
            case "month", "months": months += count
            case "day", "days":
                guard words.count == 2, !lessADay else { return nil }
                return .days(count)
            default: return nil
            }
        }
        return .months(months, lessADay: lessADay)
    }

    /// `at least 1 year` or `more than 12 months`, from a mapping `{at-least: …}` / `{more-than: …}`.
    func threshold(_ node: YAMLNode) -> Threshold? {
        guard let fields = Fields(node, "a threshold", sink: sink) else { return nil }
        let atLeast = fields.term("at-least")
        let moreThan = fields.term("more-than")
        fields.finish()
        guard fields.states("at-least") != fields.states("more-than") else {
            sink.error("law/threshold", "a threshold says either `at-least` or `more-than`", at: node)
            return nil
        }
        return (atLeast ?? moreThan).map { Threshold(term: $0, exclusive: moreThan != nil) }
    }

    func term(_ text: String, at node: YAMLNode) -> Term? {
        if let term = PenaltyReading.term(text) { return term }
        sink.error(
            "law/term", "`\(text)` is no term of imprisonment", at: node,
            hint: "write `5 years`, `18 months`, `90 days`, `2 years less a day`, `life` or `death`")
        return nil
    }

    /// `.some(nil)` for `none` (a fine only); nil after an error.
    func imprisonment(_ text: String, at node: YAMLNode) -> Imprisonment?? {
        if text == "none" { return .some(nil) }
        if text.hasPrefix("up to ") {
            return term(String(text.dropFirst(6)), at: node).map { Imprisonment(minimum: .none, maximum: $0) }
        }
        if text.hasPrefix("at least ") {
            guard let minimum = term(String(text.dropFirst(9)), at: node) else { return nil }
            guard let ceiling else {
                sink.error(
                    "law/ceiling", "`\(text)` has no maximum, and the profile has no `ceiling`", at: node,
                    hint: "add `ceiling: {imprisonment: …}` to the general part in profile.yaml")
                return nil
            }
            return Imprisonment(minimum: minimum, maximum: max(ceiling, minimum), isCeiling: true)
        }
        if text.hasSuffix(" or death"), !text.dropLast(9).hasSuffix(" or death") {
            return imprisonment(String(text.dropLast(9)), at: node).map { inner in
                Imprisonment(minimum: inner?.minimum ?? .none, maximum: .death)
            }
        }
        let parts = text.components(separatedBy: " to ")
        switch parts.count {
        case 1: return term(text, at: node).map { Imprisonment(minimum: $0, maximum: $0) }
        case 2:
            // `3 to 5 years` says the unit once.
            let unit = parts[1].split(separator: " ").last.map(String.init) ?? ""
            let isUnit = ["year", "years", "month", "months", "day", "days"].contains(unit)
            let low = Int(parts[0]) != nil && isUnit ? parts[0] + " " + unit : parts[0]
            guard let minimum = term(low, at: node), let maximum = term(parts[1], at: node) else { return nil }
            guard minimum <= maximum else {
                sink.error("law/term", "in `\(text)` the minimum is above the maximum", at: node)
                return nil
            }
            return Imprisonment(minimum: minimum, maximum: maximum)
        default:
            _ = term(text, at: node)
            return nil
        }
    }

    func lines(_ node: YAMLNode, _ conditions: ConditionReading) -> [PenaltyLine]? {
        guard case .sequence(let items) = node.content, !items.isEmpty else {
            sink.error("law/penalty", "`penalty` needs a list of lines", at: node)
            return nil
        }
        var lines: [PenaltyLine] = []
        var closed: Set<TrialMode?> = []
        for item in items {
            guard let fields = Fields(item, "a penalty line", sink: sink) else { continue }
            let when = fields.optional("when")
            let condition = when.map { conditions.read($0) } ?? .always
            let text = fields.requiredText("imprisonment")
            let fine = fields.choice("fine", Fine.self)
            let trial = fields.choice("trial", TrialMode.self)
            let provision = fields.text("provision")
            _ = fields.text("note")
            fields.finish()
            guard let condition, let text,
                let range = imprisonment(text, at: fields.optional("imprisonment") ?? item)
            else { continue }
            if closed.contains(trial) {
                sink.error(
                    "law/penalty", "this line can never apply: a line without `when` comes before it", at: item,
                    hint: "move the line without `when` to the end")
            }
            if when == nil { closed.insert(trial) }
            lines.append(
                PenaltyLine(when: condition, imprisonment: range, fine: fine, trial: trial, provision: provision))
        }
        return lines
    }
}

extension String {
    /// The parts between occurrences of `separator`.
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = Substring(self)
        while let found = rest.firstRange(of: separator) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        parts.append(String(rest))
        return parts
    }
}
