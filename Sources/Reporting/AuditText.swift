import DualCriminality

/// What is encoded of a state, and what in its law has no effect, as text.
public struct AuditText {
    private let style: Style
    public init(style: Style) { self.style = style }

    public func render(_ report: AuditReport) -> String {
        var out = style.paint("\(report.name) (\(report.state))", .strong) + "   law of \(report.asOf)\n"
        func line(_ word: String, _ text: String) {
            out += "  " + Style.padded(word, 14) + style.wrap(text, indent: 16, first: 16) + "\n"
        }
        let reviews = ["draft", "source-checked", "practitioner-reviewed"].compactMap { state in
            report.reviews[state].map { "\($0) \(state)" }
        }
        line("offences", "\(report.offences) encoded, \(report.inForce) in force: " + (reviews.isEmpty ? "none" : reviews.joined(separator: ", ")))
        if report.commencementUnverified > 0 {
            line("", "\(report.commencementUnverified) begin on a date that is not in the sources")
        }
        for (place, source) in report.sources.enumerated() {
            line(
                place == 0 ? "sources" : "",
                "\(source.title), as of \(source.asOf)" + (source.offences > 0 ? ": \(counted(source.offences))" : ""))
        }
        if report.sources.count > 1, let oldest = report.oldestSource { line("oldest source", oldest) }
        out += "\n" + categories(report)
        if !report.openLaw.isEmpty {
            out += "\n  " + style.paint("Not encoded, and could also punish", .strong) + "\n"
            for law in report.openLaw { out += "    - " + style.wrap(law, indent: 6, first: 6) + "\n" }
        }
        out += "\n  " + style.paint("Findings", .strong) + "\n"
        if report.findings.isEmpty { out += "    none: nothing in it is without effect, and no offence lies inside another\n" }
        for finding in report.findings {
            let subject = finding.offence.map { "\(finding.provision) (\($0)): " } ?? ""
            out += "    - " + style.wrap(subject + finding.text, indent: 6, first: 6) + "\n"
        }
        return out
    }

    private func categories(_ report: AuditReport) -> String {
        let table = Table(
            columns: ["category", "coverage", "general law", "offences", "source-checked"],
            rows: report.categories.map { category in
                [
                    category.id, category.coverage,
                    category.coverage == "not-encoded" ? "" : category.generalLawSearched ? "searched" : "not searched",
                    String(category.offences), category.offences == 0 ? "" : String(category.sourceChecked),
                ]
            })
        var narrow = style
        narrow.width = max(40, style.width - 2)
        return table.text(narrow).split(separator: "\n").map { "  " + $0 + "\n" }.joined()
    }

    private func counted(_ count: Int) -> String { "\(count) offence\(count == 1 ? "" : "s")" }
}
