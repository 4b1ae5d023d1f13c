import DualCriminality

/// The gap matrix as text: categories in rows, pairs in columns.
public struct GapText {
    private let style: Style
    public init(style: Style) { self.style = style }

    /// `=` covered, `~` partly, `x` not covered, `?` unknown, `.` nothing encoded; a count of gaps beside it.
    public func render(_ matrix: GapMatrix) -> String {
        let pairs = matrix.cells.map { "\($0.from)→\($0.to)" }.uniqueInOrder
        let categories = matrix.cells.map(\.category).uniqueInOrder
        var out = style.paint("as of \(matrix.asOf)", .dim)
            + "   = covered   ~ partly covered   x not covered   ? unknown   . nothing encoded\n\n"
        out += Style.padded("", 22) + pairs.map { Style.padded($0, 8) }.joined() + "\n"
        for category in categories {
            let row = pairs.map { pair -> String in
                guard let cell = matrix.cells.first(where: { $0.category == category && "\($0.from)→\($0.to)" == pair }) else { return "" }
                return paint(Style.padded(sign(cell.coverage), 8), cell.coverage)
            }
            if row.allSatisfy({ $0.hasPrefix(".") }) { continue }
            out += Style.padded(category, 22) + row.joined() + "\n"
        }
        out += "\n"
        for cell in matrix.cells where !cell.gap.isEmpty {
            out += style.wrap(
                "\(cell.from)→\(cell.to) \(cell.category): \(cell.provision): \(cell.gap)", indent: 4, first: 0) + "\n"
        }
        return out
    }

    private func sign(_ coverage: CoverageStatus?) -> String {
        switch coverage {
        case .covered?: return "="
        case .partlyCovered?: return "~"
        case .notCovered?: return "x"
        case .unknown?: return "?"
        case nil: return "."
        }
    }

    private func paint(_ text: String, _ coverage: CoverageStatus?) -> String {
        switch coverage {
        case .covered?: return style.paint(text, .good)
        case .notCovered?: return style.paint(text, .bad)
        case nil: return style.paint(text, .dim)
        default: return style.paint(text, .open)
        }
    }
}

/// The gap matrix as CSV (RFC 4180), one line for each pair and category.
public enum GapCSV {
    public static func render(_ matrix: GapMatrix) -> String {
        let header = ["as-of", "from", "to", "category", "coverage", "covered", "partly-covered", "not-covered", "unknown", "provision", "gap"]
        let rows = matrix.cells.map { cell in
            [
                matrix.asOf, cell.from, cell.to, cell.category, cell.coverage?.rawValue ?? "", String(cell.covered),
                String(cell.partlyCovered), String(cell.notCovered), String(cell.unknown), cell.provision, cell.gap,
            ]
        }
        return ([header] + rows).map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension Array where Element: Hashable {
    fileprivate var uniqueInOrder: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
