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
        out += "\n" + findings(assessment)
        out += "\n" + verdict(assessment)
        return out
    }

    private func heading(_ request: RequestSummary) -> String {
        let kind = request.kind == "extradition" ? "Extradition" : "Mutual legal assistance"
        var line = "\(kind)  \(request.requestingName) → \(request.requestedName)   request of \(request.date)"
        if !request.measures.isEmpty { line += "   " + request.measures.joined(separator: ", ") }
        if request.purpose == "sentence" { line += "   to serve a sentence" }
        return style.paint(line, .strong)
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
        out += side(requesting, request.requestingName)
        out += side(requested, request.requestedName)
        out += "  " + Style.padded("Dual criminality", 20) + paint(status) + "\n"
        if !alternatives.isEmpty {
            out += "    alternatives: " + alternatives.map(\.rawValue).joined(separator: ", ") + "\n"
        }
        return out
    }

    private func side(_ answer: SideAnswer, _ name: String) -> String {
        let column = 34
        var out = ""
        var label = "  " + Style.padded(name, 18) + Style.padded(answer.status.rawValue, 14)
        let shown = verbose ? answer.offences : Array(answer.offences.prefix(3))
        if shown.isEmpty { out += paint(label, answer.status) + "\n" }
        for offence in shown {
            let penalty = offence.imprisonment?.text ?? (offence.fineOnly ? "a fine" : "no penalty on these facts")
            var text = "\(offence.provision) · \(penalty)"
            if offence.status != .met { text += " · \(offence.status.rawValue)" }
            if verbose, let limitation = offence.limitation { text += " · limitation \(limitation)" }
            out += paint(label, answer.status) + style.wrap(text, indent: column, first: column) + "\n"
            label = String(repeating: " ", count: column - 2)
            label = "  " + label
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

    private func findings(_ assessment: Assessment) -> String {
        var out = style.paint("Grounds", .strong) + "\n"
        for finding in assessment.findings {
            let sign: String
            switch finding.outcome {
            case .clear: sign = style.paint("✓", .good)
            case .bars: sign = style.paint("✗", .bad)
            case .mayBar: sign = style.paint("!", .open)
            case .unknown: sign = style.paint("?", .open)
            }
            var head = finding.ground
            if let count = finding.count { head += ", count \(count)" }
            if let item = finding.item { head += " item \(item)" }
            if !finding.provision.isEmpty { head += "  (\(finding.provision))" }
            out += "  \(sign) " + style.wrap(head, indent: 6, first: 4) + "\n"
            for reason in finding.because { out += "      " + style.wrap(reason, indent: 6) + "\n" }
            for cure in finding.cure.prefix(verbose ? .max : 3) {
                out += "      → " + style.wrap(cure.text, indent: 8) + "\n"
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
        var out = style.paint("Verdict  \(assessment.verdict.rawValue.uppercased())", tone)
        out += "   as far as definitions and penalties decide"
        if assessment.partial { out += "   (counts differ: part of the request stands better)" }
        out += "\n"
        let stale = assessment.law.sources.filter(\.stale)
        out += "  " + style.wrap(
            "law: \(assessment.law.lowestReview)"
                + (assessment.law.oldestSource.map { ", oldest source of \($0)" } ?? "")
                + (stale.isEmpty ? "" : "; a year or more older than the request: " + stale.map { "\($0.jurisdiction) \($0.title) (\($0.asOf))" }.joined(separator: ", ")),
            indent: 2) + "\n"
        out += "  " + style.wrap("not assessed: " + assessment.notAssessed.joined(separator: ", "), indent: 2) + "\n"
        if verbose { out += "  \(assessment.law.digest)\n" }
        out += "  " + style.paint("Legal research from the encodings, not legal advice.", .dim) + "\n"
        return out
    }

    private func paint(_ status: PunishabilityStatus) -> String {
        style.paint(status.rawValue, status == .met ? .good : status == .notMet ? .bad : .open)
    }

    private func paint(_ text: String, _ status: Punishability) -> String {
        style.paint(text, status == .punishable ? .good : status == .notPunishable ? .bad : .open)
    }
}
