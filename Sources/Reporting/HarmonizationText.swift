import DualCriminality

/// A harmonization report as text: provision by provision, what is met and what falls short.
public struct HarmonizationText {
    private let style: Style
    private let verbose: Bool

    public init(style: Style, verbose: Bool = false) {
        self.style = style
        self.verbose = verbose
    }

    public func render(_ report: Harmonization, stateName: String) -> String {
        var out = style.paint("\(stateName) against \(report.title)", .strong) + "   as of \(report.asOf)\n"
        for provision in report.provisions {
            out += "\n" + style.paint(provision.provision, .strong) + "   " + paint(provision.coverage)
            if let rest = provision.coverageWithReservations, rest != provision.coverage {
                out += "; with every permitted reservation " + paint(rest)
            }
            out += "\n  " + style.paint(style.wrap("\(provision.title) (\(provision.id))", indent: 2), .dim) + "\n"
            func line(_ word: String, _ text: String) {
                out += "    " + Style.padded(word, 12) + style.wrap(text, indent: 16, first: 16) + "\n"
            }
            let shown = verbose ? provision.gaps : Array(provision.gaps.filter { $0.layer == .core }.prefix(3))
            for (place, gap) in shown.enumerated() { line(place == 0 ? "short by" : "   or", gap.region.text) }
            if !verbose, provision.gaps.filter({ $0.layer == .core }).count > shown.count || !provision.gapsComplete {
                line("", "and rarer combinations")
            }
            for open in provision.open.prefix(verbose ? .max : 2) { line("open", open) }
            if !provision.reservable.isEmpty { line("reservable", provision.reservable.joined(separator: "; ")) }
            let reached = provision.coveredBy.prefix(verbose ? .max : 3).map { "\($0.provision) (\($0.relation.rawValue))" }
            if !reached.isEmpty { line("reached by", reached.joined(separator: "; ")) }
            for penalty in provision.penalties { out += text(penalty) }
            out += repairs(of: provision)
        }
        return out
    }

    private func line(_ word: String, _ text: String) -> String {
        "    " + Style.padded(word, 12) + style.wrap(text, indent: 16, first: 16) + "\n"
    }

    // MARK: - Penalties

    private func text(_ penalty: PenaltyComparison) -> String {
        guard let coverage = penalty.coverage, coverage != .covered || verbose else { return "" }
        var out = line("maximum", "at least \(penalty.leastMaximum): \(coverage.rawValue)")
        for region in penalty.shortfall.prefix(verbose ? .max : 2) { out += line("  too low", region.text) }
        if penalty.shortfall.count > (verbose ? .max : 2) || !penalty.shortfallComplete {
            out += line("", "and rarer combinations")
        }
        let lower = penalty.lower.prefix(verbose ? .max : 3).map { "\($0.provision) (\($0.imprisonment ?? "no imprisonment"))" }
        if !lower.isEmpty { out += line("  there is", lower.joined(separator: "; ")) }
        for open in penalty.open.prefix(verbose ? .max : 1) { out += line("  open", open) }
        return out
    }

    // MARK: - Repairs

    private func repairs(of provision: Harmonization.Shortfall) -> String {
        guard let search = provision.repairSearch else { return "" }
        var out = ""
        // The new offence stands last and is always shown.
        // What only turns on an evaluation, or on the margins, is shown with the gaps there: not without being asked.
        let shown = provision.repairs.filter { verbose || $0.layer == .core }
        let edits = shown.filter { !$0.isNewOffenceOnly }
        let new = shown.filter(\.isNewOffenceOnly)
        if shown.isEmpty, !provision.repairs.isEmpty { return "" }
        for (place, repair) in (edits.prefix(verbose ? .max : 3) + new).enumerated() {
            for (number, edit) in repair.edits.enumerated() {
                out += line(number > 0 ? "     and" : place == 0 ? "repair" : "  or", edit.text)
            }
            out += line("", consequences(repair))
        }
        if !edits.isEmpty || !search.complete {
            out += line(
                "", "searched: sets of up to \(search.bound) of \(search.candidates) edits"
                    + (search.complete ? "" : ", not all of them"))
        }
        if let note = search.note { out += line(provision.repairs.isEmpty ? "no repair" : "note", note) }
        return out
    }

    private func consequences(_ repair: Repair) -> String {
        var parts: [String] = []
        if repair.layer != .core {
            parts.append(repair.layer == .appraisal ? "closes what turns on an evaluation" : "closes the margins")
        }
        if repair.coverage != .covered { parts.append("closes the gap; beside it open law decides, which must be read first") }
        if repair.touches > 1 { parts.append("changes \(repair.touches) offences") }
        let regions = repair.newlyPunished.prefix(verbose ? .max : 2).map(\.region.text)
        if regions.isEmpty {
            parts.append("punishes nothing beyond the instrument")
        } else {
            let more = repair.newlyPunished.count > regions.count || !repair.newlyPunishedComplete
            parts.append(
                "would newly punish, beyond the instrument: " + regions.joined(separator: "; or ")
                    + (more ? "; and rarer combinations" : ""))
        }
        return "→ " + parts.joined(separator: "; ")
    }

    private func paint(_ status: CoverageStatus) -> String {
        style.paint(status.rawValue, status == .covered ? .good : status == .notCovered ? .bad : .open)
    }
}
