import DualCriminality

/// A comparison of definitions as text.
public struct ComparisonText {
    private let style: Style
    private let verbose: Bool

    public init(style: Style, verbose: Bool = false) {
        self.style = style
        self.verbose = verbose
    }

    public func render(_ comparison: Comparison, fromName: String, toName: String) -> String {
        var out = style.paint("\(fromName) → \(toName)", .strong) + "   what \(fromName) punishes against the law of \(toName), as of \(comparison.asOf)\n\n"
        for category in comparison.categories {
            guard let coverage = category.coverage else { continue }
            out += "  " + Style.padded(category.id, 22) + paint(Style.padded(coverage.rawValue, 16), coverage)
                + Style.padded("\(category.offences) offence\(category.offences == 1 ? "" : "s")", 14)
                + (category.relation.map { words($0, toName) } ?? "") + "\n"
        }
        for offence in comparison.offences { out += "\n" + self.offence(offence) }
        return out
    }

    private func offence(_ offence: OffenceComparison) -> String {
        var out = style.paint(offence.provision, .strong) + "   " + paint(offence.coverage.rawValue, offence.coverage)
        if offence.coverage == .covered, offence.layers.appraisal != .covered { out += ", if courts find so" }
        out += "\n  " + style.paint(style.wrap("\(offence.title) (\(offence.id))", indent: 2), .dim) + "\n"
        func line(_ word: String, _ text: String) {
            out += "    " + Style.padded(word, 12) + style.wrap(text, indent: 16, first: 16) + "\n"
        }
        var isShort = false
        for layer in CompareLayer.allCases {
            let gaps = offence.gaps.filter { $0.layer == layer }
            let shown = gaps.prefix(verbose ? .max : layer == offence.gaps.first?.layer ? 4 : 2)
            isShort = isShort || shown.count < gaps.count
            for (place, gap) in shown.enumerated() { line(place == 0 ? word(layer) : "   or", gap.region.text) }
        }
        if isShort || !offence.gapsComplete { line("", "and rarer combinations") }
        if !offence.terms.isEmpty { line("terms", offence.terms.joined(separator: "; ")) }
        for open in offence.open.prefix(verbose ? .max : 2) { line("open", open) }
        let counterparts = offence.coveredBy.prefix(verbose ? .max : 3).map { counterpart in
            let limitation = verbose ? counterpart.limitation.map { ", limitation \($0)" } ?? "" : ""
            return "\(counterpart.provision) (\(counterpart.relation.rawValue)\(counterpart.imprisonment.map { ", \($0)" } ?? "")\(limitation))"
        }
        if !counterparts.isEmpty { line("reached by", counterparts.joined(separator: "; ")) }
        if verbose {
            line("here", [offence.imprisonment, offence.limitation.map { "limitation \($0)" }].compactMap { $0 }.joined(separator: "; "))
            if !offence.witness.isEmpty { line("witness", offence.witness.map(\.text).joined(separator: "; ")) }
            line("covered at", ["any", "12", "more-than-12", "36"].compactMap { key in offence.coveredAt[key].map { "\(key): \($0.rawValue)" } }.joined(separator: "; "))
        }
        return out
    }

    private func word(_ layer: CompareLayer) -> String {
        switch layer {
        case .core: return "gap"
        case .appraisal: return "evaluation"
        case .margins: return "margins"
        }
    }

    /// How the compared definitions of a category stand to the other state's.
    private func words(_ relation: DefinitionRelation, _ other: String) -> String {
        switch relation {
        case .equivalent: return "as wide as in \(other)"
        case .narrower: return "narrower than in \(other)"
        case .wider: return "wider than in \(other)"
        case .overlapping: return "overlaps with \(other)"
        case .disjoint: return "nothing in common with \(other)"
        }
    }

    private func paint(_ text: String, _ status: CoverageStatus) -> String {
        style.paint(text, status == .covered ? .good : status == .notCovered ? .bad : .open)
    }
}
