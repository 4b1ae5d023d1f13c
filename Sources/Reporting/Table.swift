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

    /// Columns as wide as their widest cell; the last one is wrapped.
    public func text(_ style: Style) -> String {
        guard !rows.isEmpty else { return empty + "\n" }
        let widths = columns.indices.map { column in
            min(40, ([columns[column]] + rows.map { $0[column] }).map(\.count).max() ?? 0)
        }
        func line(_ cells: [String]) -> String {
            var text = ""
            for (column, cell) in cells.enumerated() {
                if column == cells.count - 1 {
                    let indent = widths.dropLast().reduce(0) { $0 + $1 + 2 }
                    text += style.wrap(cell, indent: min(indent, style.width / 2), first: indent)
                } else {
                    text += Style.padded(cell, widths[column] + 2)
                }
            }
            return text + "\n"
        }
        return style.paint(line(columns), .dim) + rows.map(line).joined()
    }
}
