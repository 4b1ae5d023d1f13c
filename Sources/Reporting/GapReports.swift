import DualCriminality

/// The gap matrix as text: categories in rows, pairs in columns.
public struct GapText {
    private let style: Style
    public init(style: Style) { self.style = style }

    /// `=` covered, `~` partly, `x` not covered, `?` unknown, `.` nothing encoded; a count of gaps beside it.
    public func render(_ matrix: GapMatrix) -> String {
        let signs = GapSigns(style: style)
        let pairs = matrix.cells.map { [$0.from, $0.to] }.uniqueInOrder
        let byPair = Dictionary(matrix.cells.map { ([$0.from, $0.to, $0.category], $0) }, uniquingKeysWith: { first, _ in first })
        var out = style.paint("as of \(matrix.asOf)", .dim) + "   \(GapSigns.legend)\n\n"
        out += Style.padded("", 22) + pairs.map { Style.padded($0.joined(separator: "→"), 8) }.joined() + "\n"
        for category in matrix.cells.map(\.category).uniqueInOrder {
            let row = pairs.map { byPair[$0 + [category]] }
            guard row.contains(where: { $0?.coverage != nil }) else { continue }
            out += Style.padded(category, 22)
            for cell in row { out += cell.map { signs.sign($0.coverage, width: 8) } ?? Style.padded("", 8) }
            out += "\n"
        }
        out += "\n"
        for cell in matrix.cells where !cell.gap.isEmpty {
            out += style.wrap(
                "\(cell.from)→\(cell.to) \(cell.category): \(cell.provision): \(cell.gap)", indent: 4, first: 0) + "\n"
        }
        return out
    }
}

/// The gap matrix as one grid for each category: the punishing state in rows, the state that is asked in columns.
public struct MatrixText {
    private let style: Style
    public init(style: Style) { self.style = style }

    public func render(_ matrix: GapMatrix) -> String {
        let signs = GapSigns(style: style)
        var out = style.paint("as of \(matrix.asOf)", .dim) + "   rows punish, columns are asked   \(GapSigns.legend)\n"
        let states = (matrix.cells.map(\.from) + matrix.cells.map(\.to)).uniqueInOrder.sorted()
        let width = max(4, (states.map(\.count).max() ?? 0) + 2)
        let byCategory = Dictionary(grouping: matrix.cells, by: \.category)
        for category in matrix.cells.map(\.category).uniqueInOrder {
            let cells = byCategory[category] ?? []
            // Nobody punishes anything in it that is encoded.
            guard cells.contains(where: { $0.coverage != nil }) else { continue }
            let byPair = Dictionary(cells.map { ([$0.from, $0.to], $0) }, uniquingKeysWith: { first, _ in first })
            out += "\n" + style.paint(category, .strong) + "\n" + Style.padded("", width)
                + states.map { Style.padded($0, width) }.joined() + "\n"
            for from in states {
                out += Style.padded(from, width)
                for to in states {
                    let cell = byPair[[from, to]]
                    out += cell.map { signs.sign($0.coverage, width: width) } ?? Style.padded("", width)
                }
                out += "\n"
            }
        }
        return out
    }
}

/// One sign for each coverage.
struct GapSigns {
    let style: Style
    static let legend = "= covered   ~ partly covered   x not covered   ? unknown   . nothing encoded"

    func sign(_ coverage: CoverageStatus?, width: Int) -> String {
        switch coverage {
        case .covered?: return style.paint(Style.padded("=", width), .good)
        case .partlyCovered?: return style.paint(Style.padded("~", width), .open)
        case .notCovered?: return style.paint(Style.padded("x", width), .bad)
        case .unknown?: return style.paint(Style.padded("?", width), .open)
        case nil: return style.paint(Style.padded(".", width), .dim)
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
