import DualCriminality
import Law

/// One offence in plain words, with its sources.
public struct OffenceText {
    private let vocabulary: Vocabulary
    private let style: Style

    public init(vocabulary: Vocabulary, style: Style) {
        self.vocabulary = vocabulary
        self.style = style
    }

    public func render(_ offence: Offence, of state: Jurisdiction) -> String {
        let outline = ConditionText(vocabulary: vocabulary, style: style)
        var out = style.paint(
            style.fitted("\(state.name)  \(offence.id)  \(offence.title)", indent: 2, first: 0), .strong) + "\n"
        for (language, title) in offence.titles.sorted(by: { $0.key < $1.key }) where language != "en" {
            out += "  " + style.wrap("\(language): \(title)", indent: 6, first: 2) + "\n"
        }
        func line(_ word: String, _ text: String) {
            out += "  " + Style.padded(word, 14) + style.wrap(text, indent: 16, first: 16) + "\n"
        }
        line("source", "\(offence.source.title), as of \(offence.source.consolidated.iso)" + (offence.source.identifier.map { " (\($0))" } ?? ""))
        for version in offence.versions.reversed() {
            let place = "\(offence.source.short) \(version.provision)"
            let inForce = "in force " + interval(version.inForce)
            let fits = place.count + inForce.count + 5 <= style.width
            out += "\n  " + style.paint(style.wrap(place, indent: 4, first: 2), .strong) + (fits ? "   " : "\n    ") + inForce + "\n"
            line(
                "review",
                version.review.rawValue + (version.inForceIsRead ? "" : "; the date of commencement is not in the sources"))
            out += outline.outline(version.when, indent: 4)
            if let fault = state.generalPart.defaultFault, let mental = vocabulary.index(of: "mental"),
                !version.when.elements.contains(mental)
            {
                out += outline.outline(fault.atLeast, indent: 4)
                out += "      " + style.wrap(
                    "(general fault rule, \(fault.authority.provision), \(fault.authority.review.rawValue))", indent: 7, first: 6) + "\n"
            }
            if let hook = version.hook {
                line("jurisdiction", "\(hook.provision); left out of dual criminality:")
                out += outline.outline(hook.when, indent: 6)
            }
            for exception in version.exceptions {
                line(exception.kind.subtracts ? "except" : "note", "\(exception.name) (\(exception.kind.rawValue), \(exception.provision))")
                if exception.kind.subtracts { out += outline.outline(exception.when, indent: 6) }
            }
            line("attempt", attempt(version.attempt, state.generalPart))
            for penalty in version.penalty {
                var text = penalty.imprisonment.map(\.words) ?? "a fine only"
                if penalty.imprisonment?.isCeiling == true { text += " (general ceiling)" }
                if penalty.fine == .alternative { text += " or a fine" }
                if penalty.fine == .additional { text += " and a fine" }
                if let trial = penalty.trial { text += ", on \(trial.rawValue)" }
                if let provision = penalty.provision { text += "   (\(provision))" }
                line("penalty", text)
                if penalty.when != .always { out += outline.outline(penalty.when, indent: 6) }
            }
            if let limitation = OffenceFacts.limitation(version, state.generalPart) { line("limitation", limitation) }
        }
        if !offence.silent.isEmpty { out += "\n" }
        for point in offence.silent { line("silent", point) }
        if let note = offence.note { line("note", note) }
        return out
    }

    private func interval(_ interval: DateInterval) -> String {
        switch (interval.from, interval.to) {
        case (let from?, let to?): return "\(from.iso) to \(to.iso)"
        case (let from?, nil): return "from \(from.iso)"
        case (nil, let to?): return "until \(to.iso)"
        case (nil, nil): return "at all times"
        }
    }

    private func attempt(_ rule: AttemptRule, _ general: GeneralPart) -> String {
        switch rule {
        case .yes: return "punishable"
        case .no: return "not punishable"
        case .included: return "the offence is complete with the attempt"
        case .samePenalty: return "punishable as the completed offence"
        case .onlyErrorAboutChild: return "punishable only where it fails because the person addressed is no such child"
        case .general:
            guard let attempt = general.attempt else { return "the general rules are not encoded" }
            switch attempt.punishable {
            case .all: return "punishable (\(attempt.authority.provision))"
            case .none, .whereStated: return "not punishable: not stated (\(attempt.authority.provision))"
            case .crimesAndWhereStated: return "punishable only where it is a crime (\(attempt.authority.provision))"
            }
        }
    }
}
