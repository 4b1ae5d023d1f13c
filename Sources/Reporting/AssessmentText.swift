import DualCriminality

/// An assessment as text for a terminal (DESIGN §8).
public struct AssessmentText {
    private let style: Style
    private let verbose: Bool

    public init(style: Style, verbose: Bool = false) {
        self.style = style
        self.verbose = verbose
    }

    public func render(_ assessment: Assessment) -> String {
        var out = heading(assessment.request) + "\n"
        for count in assessment.counts { out += "\n" + self.count(count, assessment.request) }
        out += BasesText(style: style, verbose: verbose).render(assessment)
        out += "\n" + verdict(assessment)
        return out
    }

    private func heading(_ request: RequestSummary) -> String {
        let kind = request.kind == "extradition" ? "Extradition" : "Mutual legal assistance"
        var line = "\(kind)  \(request.requestingName) → \(request.requestedName)   request of \(request.date)"
        if !request.measures.isEmpty { line += "   " + request.measures.joined(separator: ", ") }
        if request.purpose == "sentence" { line += "   to serve a sentence" }
        return style.paint(style.fitted(line, indent: 2, first: 0), .strong)
    }

    private func count(_ count: CountAssessment, _ request: RequestSummary) -> String {
        let when = count.committed.from == count.committed.to
            ? count.committed.from : "\(count.committed.from) to \(count.committed.to)"
        var out = style.paint("Count \(count.id)", .strong) + "   \(when)\n"
        if count.items.isEmpty {
            out += item(
                alleged: count.alleged, requesting: count.requesting, requested: count.requested,
                status: count.dualCriminality, alternatives: [], request: request)
        } else {
            for item in count.items {
                out += "  item \(item.id)\n"
                out += self.item(
                    alleged: item.alleged, requesting: item.requesting, requested: item.requested,
                    status: item.dualCriminality, alternatives: item.alternatives, request: request)
            }
            if !count.severable.isEmpty {
                out += "  " + style.wrap("the count stands without item " + count.severable.joined(separator: ", "), indent: 2) + "\n"
            }
        }
        if !count.chargedNotMet.isEmpty {
            out += "  " + style.wrap(
                "charged, but not met by the facts as stated: " + count.chargedNotMet.joined(separator: ", "), indent: 2) + "\n"
        }
        return out
    }

    private func item(
        alleged: [FactDescription], requesting: SideAnswer, requested: SideAnswer, status: PunishabilityStatus,
        alternatives: [PunishabilityStatus], request: RequestSummary
    ) -> String {
        var out = "  " + style.paint(style.wrap(alleged.map(\.text).joined(separator: "; "), indent: 2), .dim) + "\n"
        let names = [request.requestingName, request.requestedName].map { $0.count + 2 }.reduce(18, max)
        out += side(requesting, request.requestingName, names)
        out += side(requested, request.requestedName, names)
        out += "  " + Style.padded("Dual criminality", 20) + paint(status) + "\n"
        if !alternatives.isEmpty {
            out += "    " + style.wrap("alternatives: " + alternatives.map(\.rawValue).joined(separator: ", "), indent: 6, first: 4) + "\n"
        }
        return out
    }

    /// - Parameter names: the width of the column of names.
    private func side(_ answer: SideAnswer, _ name: String, _ names: Int) -> String {
        var column = 2 + names + 14
        var label = Style.padded(name, names) + answer.status.rawValue
        var out = ""
        let shown = verbose ? answer.offences : Array(answer.offences.prefix(3))
        // Offences stand beside the label where there is room for them, else below it.
        let isNarrow = style.width - column < 28
        if shown.isEmpty || isNarrow {
            column = 16
            out += "  " + paint(style.fitted(label, indent: 4, first: 2), answer.status) + "\n"
            label = ""
        }
        for offence in shown {
            let penalty = offence.imprisonment?.text ?? (offence.fineOnly ? "a fine" : "no penalty on these facts")
            var text = "\(offence.provision) · \(penalty)"
            if offence.status != .met { text += " · \(offence.status.rawValue)" }
            if verbose, let limitation = offence.limitation { text += " · limitation \(limitation)" }
            out += label.isEmpty
                ? String(repeating: " ", count: column)
                : "  " + paint(label, answer.status) + String(repeating: " ", count: max(1, column - 2 - label.count))
            out += style.wrap(text, indent: column, first: column) + "\n"
            label = ""
        }
        if answer.offences.count > shown.count {
            out += String(repeating: " ", count: column) + "and \(answer.offences.count - shown.count) more (--verbose)\n"
        }
        func line(_ word: String, _ text: String) {
            out += "    " + Style.padded(word, 12) + style.wrap(text, indent: 16, first: 16) + "\n"
        }
        if answer.metBy == "together" { line("met by", "several offences together, whichever of the open facts is true") }
        if !answer.appraisal.isEmpty { line("appraisal", answer.appraisal.map(\.text).joined(separator: "; ")) }
        if let establish = answer.establish {
            for (place, region) in establish.anyOf.prefix(verbose ? .max : 4).enumerated() {
                line(place == 0 ? "establish" : "   or", region.text)
            }
            let hidden = establish.anyOf.count - min(establish.anyOf.count, verbose ? .max : 4)
            if hidden > 0 || !establish.complete { line("", "and rarer combinations") }
        }
        for near in answer.nearest {
            line("nearest", near.provision + " — " + near.fails.map { "\($0.stated); needed: \($0.needed.text)" }.joined(separator: "; "))
        }
        if !answer.assumed.isEmpty { line("assumed", answer.assumed.map(\.text).joined(separator: "; ")) }
        for open in answer.open.prefix(verbose ? .max : 4) { line("open", open) }
        if !verbose, answer.open.count > 4 { line("open", "and \(answer.open.count - 4) more (--verbose)") }
        if verbose, !answer.suffices.isEmpty { line("suffices", answer.suffices.map(\.text).joined(separator: "; ")) }
        if Set(answer.periods.map(\.status)).count > 1 {
            for period in answer.periods { line("law of", "\(period.from) to \(period.to): \(period.status.rawValue)") }
        }
        if verbose {
            for offence in answer.offences {
                for note in offence.notes { line("note", "\(offence.provision): \(note)") }
            }
        }
        return out
    }

    private func verdict(_ assessment: Assessment) -> String {
        let tone: Style.Tone
        switch assessment.verdict {
        case .clear: tone = .good
        case .obstructed: tone = .bad
        case .conditional, .notAssessable: tone = .open
        }
        let word = "Verdict  \(assessment.verdict.rawValue.uppercased())"
        var out = style.paint(word, tone) + "\n"
        if let title = assessment.bases.first(where: { $0.instrument == assessment.decidingBasis })?.title {
            out += "  " + style.wrap("on \(title)", indent: 2) + "\n"
        }
        let risks = assessment.findings.filter { $0.basis == assessment.decidingBasis && $0.outcome == .mayBar }.map(\.ground)
        if !risks.isEmpty, assessment.verdict != .obstructed {
            let named = risks.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            out += "  " + style.wrap("risks that the verdict does not count: " + named.joined(separator: ", "), indent: 2) + "\n"
        }
        if assessment.partial { out += "  " + style.wrap("counts differ: " + assessment.counts.map { "\($0.id) \($0.verdict.rawValue)" }.joined(separator: ", "), indent: 2) + "\n" }
        let stale = assessment.law.sources.filter(\.stale)
        out += "  " + style.wrap(
            "law: \(assessment.law.lowestReview)"
                + (assessment.law.oldestSource.map { ", oldest source of \($0)" } ?? "")
                + (stale.isEmpty ? "" : "; a year or more older than the request: " + stale.map { "\($0.jurisdiction) \($0.title) (\($0.asOf))" }.joined(separator: ", ")),
            indent: 2) + "\n"
        if verbose { out += "  \(assessment.law.digest)\n" }
        out += "  " + style.paint(style.wrap("Legal research from the encodings, not legal advice.", indent: 2), .dim) + "\n"
        return out
    }

    private func paint(_ status: PunishabilityStatus) -> String {
        style.paint(status.rawValue, status == .met ? .good : status == .notMet ? .bad : .open)
    }

    private func paint(_ text: String, _ status: Punishability) -> String {
        style.paint(text, status == .punishable ? .good : status == .notPunishable ? .bad : .open)
    }
}
