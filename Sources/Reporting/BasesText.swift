import DualCriminality

/// The legal bases of an assessment, and how each ground stands on them.
struct BasesText {
    let style: Style
    let verbose: Bool

    func render(_ assessment: Assessment) -> String {
        var out = ""
        var displaced: [String] = []
        for basis in assessment.bases {
            // A basis that another displaces is named; its grounds are for those who ask.
            if let other = basis.displacedBy, !verbose {
                displaced.append("\(basis.title): \(other)")
                continue
            }
            out += "\n" + heading(basis, isDeciding: basis.instrument == assessment.decidingBasis)
            out += findings(assessment.findings.filter { $0.basis == basis.instrument && isOfBasis($0) })
        }
        if assessment.bases.isEmpty { out += "\n" + style.paint("No legal basis", .strong) + "\n" }
        if !displaced.isEmpty {
            out += "\n" + style.paint("Bases that give way", .strong) + "\n"
            for text in displaced { out += "  · " + style.wrap(text, indent: 4) + "\n" }
        }
        let rest = assessment.findings.filter { finding in
            !isOfBasis(finding) || !assessment.bases.contains { $0.instrument == finding.basis }
        }
        if !rest.isEmpty { out += "\n" + style.paint("What it rests on", .strong) + "\n" + findings(rest) }
        out += differences(assessment)
        out += surrender(assessment)
        if verbose, !assessment.documents.isEmpty {
            out += "\n" + style.paint("What must accompany the request", .strong) + "\n"
            for document in assessment.documents {
                out += "  · " + style.wrap("\(document.text)  (\(document.provision))", indent: 4) + "\n"
            }
        }
        return out
    }

    private func isOfBasis(_ finding: Finding) -> Bool { finding.basis != "encoding" && finding.basis != "none" }

    private func heading(_ basis: BasisAssessment, isDeciding: Bool) -> String {
        let title = style.wrap(basis.title, indent: 13, first: 13)
        var out = style.paint("Legal basis", .strong) + "  " + title
        if let other = basis.displacedBy {
            return out + "\n  " + style.wrap("gives way to \(other)", indent: 2) + "\n"
        }
        // Below the title where the line has no room for it.
        let end = 13 + (title.split(separator: "\n").last.map { $0.drop { $0 == " " }.count } ?? 0)
        let fits = end + 3 + basis.verdict.rawValue.count + (isDeciding ? 10 : 0) <= style.width
        out += (fits ? "   " : "\n" + String(repeating: " ", count: 13)) + paint(basis.verdict)
            + (isDeciding ? "   decides" : "") + "\n"
        if let why = basis.uncertain { out += "  " + style.wrap("not certain: \(why)", indent: 2) + "\n" }
        if verbose || basis.uncertain != nil {
            for remark in basis.remarks { out += "  " + style.wrap(remark, indent: 2) + "\n" }
        }
        for measure in basis.measures where basis.measures.count > 1 {
            out += "  " + Style.padded(measure.measure, 24) + paint(measure.verdict) + "\n"
        }
        return out
    }

    private func findings(_ all: [Finding]) -> String {
        var out = ""
        var quiet: [String] = []
        for finding in all {
            if finding.outcome == .clear, !verbose {
                // Grounds on which nothing turns are counted, not told.
                if finding.ground == "dual-criminality" || finding.ground == "penalty-threshold" {
                    // Where it is clear although a test fails, the reason is the list, another count, or that it is not asked.
                    let fails = finding.because.contains { $0.contains("not punishable") || $0.contains("not reached") }
                    out += line(finding, withReasons: fails)
                } else if !quiet.contains(finding.ground) {
                    quiet.append(finding.ground)
                }
                continue
            }
            out += line(finding, withReasons: true)
        }
        if !quiet.isEmpty {
            out += "  " + style.paint("✓", .good) + " "
                + style.wrap("nothing on \(quiet.joined(separator: ", "))", indent: 6, first: 4) + "\n"
        }
        return out
    }

    private func line(_ finding: Finding, withReasons: Bool) -> String {
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
        if let measure = finding.measure { head += ", \(measure)" }
        if finding.effect == "condition" { head += ", a condition" }
        if finding.effect == "optional", finding.outcome != .clear, finding.effectFrom != nil { head += ", at discretion" }
        if !finding.provision.isEmpty { head += "  (\(finding.provision))" }
        var out = "  \(sign) " + style.wrap(head, indent: 6, first: 4) + "\n"
        guard withReasons else { return out }
        // Of what the encoding rests on, the number is enough unless more is asked for.
        let reasons = finding.basis == "encoding" && !verbose ? Array(finding.because.prefix(2)) : finding.because
        for reason in reasons.map({ shortened($0) }) { out += "      " + style.wrap(reason, indent: 6) + "\n" }
        if let establish = finding.establish, finding.ground != "dual-criminality" {
            for region in establish.anyOf.prefix(verbose ? .max : 3) {
                out += "      " + style.wrap("clear if \(region.text)", indent: 8) + "\n"
            }
        }
        for cure in finding.cure.prefix(verbose ? .max : 3) {
            let text = cure.text + (cure.provision.map { "  (\($0))" } ?? "")
            out += "      → " + style.wrap(text, indent: 8) + "\n"
        }
        return out
    }

    /// Long lists of provisions are for those who ask.
    private func shortened(_ reason: String) -> String {
        let parts = reason.split(separator: ";")
        guard !verbose, parts.count > 6 else { return reason }
        return parts.prefix(4).joined(separator: ";") + "; and \(parts.count - 4) more (--verbose)"
    }

    private func differences(_ assessment: Assessment) -> String {
        guard !assessment.basisDifferences.isEmpty else { return "" }
        var out = "\n" + style.paint("The bases differ on", .strong) + "\n"
        for difference in assessment.basisDifferences {
            var head = difference.ground
            if let count = difference.count { head += ", count \(count)" }
            if let measure = difference.measure { head += ", \(measure)" }
            let outcomes = difference.outcomes.map { "\($0.basis) \($0.outcome.rawValue)" }.joined(separator: ", ")
            out += "  · " + style.wrap("\(head): \(outcomes)", indent: 6, first: 4) + "\n"
        }
        return out
    }

    private func surrender(_ assessment: Assessment) -> String {
        guard let surrender = assessment.surrender, !surrender.notProsecutable.isEmpty || verbose else { return "" }
        var out = "\n" + style.paint("After surrender", .strong) + "\n"
        if !surrender.notProsecutable.isEmpty, let rule = surrender.speciality {
            out += "  " + style.wrap(
                "count \(surrender.notProsecutable.joined(separator: ", ")) may not be prosecuted without consent  (\(rule))",
                indent: 2) + "\n"
        } else if let rule = surrender.speciality {
            out += "  " + style.wrap("other conduct before surrender may not be prosecuted without consent  (\(rule))", indent: 2) + "\n"
        } else {
            out += "  " + style.wrap("the rule of speciality on this basis is not encoded", indent: 2) + "\n"
        }
        if let days = surrender.graceDays {
            out += "  " + style.wrap("the protection ends \(days) days after release in which the person could have left", indent: 2) + "\n"
        }
        return out
    }

    private func paint(_ verdict: Verdict) -> String {
        let tone: Style.Tone
        switch verdict {
        case .clear: tone = .good
        case .obstructed: tone = .bad
        case .conditional, .notAssessable: tone = .open
        }
        return style.paint(verdict.rawValue, tone)
    }
}
