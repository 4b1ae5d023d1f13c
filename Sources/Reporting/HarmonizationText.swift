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
        }
        return out
    }

    private func paint(_ status: CoverageStatus) -> String {
        style.paint(status.rawValue, status == .covered ? .good : status == .notCovered ? .bad : .open)
    }
}
