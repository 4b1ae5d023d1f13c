/// Rows with named columns: printed as text, or as JSON records.
public struct Table: Sendable {
    public let columns: [String]
    public let rows: [[String]]
    /// Printed where there are no rows.
    public let empty: String

    public init(columns: [String], rows: [[String]], empty: String = "none") {
        self.columns = columns
        self.rows = rows
        self.empty = empty
    }

    public var records: [[String: String]] {
        rows.map { row in Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first }) }
    }

    /// Columns as wide as their widest cell, up to 40; what is wider goes on in the next line, and the last column takes
    /// what the terminal leaves.
    public func text(_ style: Style) -> String {
        guard !rows.isEmpty else { return empty + "\n" }
        let widths = columns.indices.map { column in
            min(40, ([columns[column]] + rows.map { $0[column] }).map(\.count).max() ?? 0)
        }
        let start = widths.dropLast().reduce(0) { $0 + $1 + 2 }
        func line(_ cells: [String]) -> String {
            let before = zip(cells.dropLast(), widths).map { Style.lines($0, first: $1, rest: $1) }
            // On a narrow terminal the last column goes on further to the left, where no other cell is in its way.
            let hanging = before.contains { $0.count > 1 } ? start : min(start, style.width / 2)
            let last = Style.lines(cells.last ?? "", first: style.width - start, rest: style.width - hanging)
            return (0..<(before + [last]).reduce(1) { max($0, $1.count) }).map { place in
                var text = ""
                if place == 0 || hanging == start {
                    for (cell, width) in zip(before, widths) { text += Style.padded(place < cell.count ? cell[place] : "", width + 2) }
                } else {
                    text = String(repeating: " ", count: hanging)
                }
                return (text + (place < last.count ? last[place] : "")).trimmedEnd
            }.joined(separator: "\n")
        }
        return style.paint(line(columns), .dim) + "\n" + rows.map { line($0) + "\n" }.joined()
    }
}
