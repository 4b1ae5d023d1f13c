/// Writes a question as commands of SMT-LIB 2 that every solver knows.
enum SolverText {
    static func render(_ question: SolverQuestion) -> String {
        var lines = question.title.flatMap(comment)
        lines.append("(set-logic ALL)")
        // The sorts of the whole question come first: what is declared within a part ends with it.
        let used = question.parts.reduce(into: Set<SolverVariable>()) { used, part in
            for statement in part.statements { used.formUnion(statement.mentioned) }
        }
        lines += used.sorted { $0.number < $1.number }.compactMap { $0.sortDeclaration?.text() }
        for part in question.parts {
            lines.append("")
            lines += self.lines(of: part)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of part: SolverQuestion.Part) -> [String] {
        var lines = part.comments.flatMap(comment) + ["(push 1)"]
        let free = part.statements.reduce(into: Set<SolverVariable>()) { $0.formUnion($1.free) }
        for variable in free.sorted(by: { $0.number < $1.number }) { lines += variable.declarations.map { $0.text() } }
        lines += part.statements.flatMap(\.lines)
        for check in part.checks {
            lines += comment(check.comment)
            lines.append("; expect " + (check.expected?.rawValue ?? "either answer"))
            lines.append("(push 1)")
            for (name, holds) in check.asserted {
                let symbol = SExpression.symbol(name)
                lines.append(SExpression.apply("assert", [holds ? symbol : .apply("not", [symbol])]).text())
            }
            lines += ["(check-sat)", "(pop 1)"]
        }
        return lines + ["(pop 1)"]
    }

    /// A comment, broken into lines of a readable width.
    static func comment(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ";"
        for word in text.split(whereSeparator: \.isWhitespace) {
            if line.count > 1, line.count + word.count + 1 > SExpression.width {
                lines.append(line)
                line = ";  "
            }
            line += " " + word
        }
        return lines + [line]
    }
}

extension SolverQuestion.Part {
    fileprivate var statements: [Statement] { assertions + definitions.map(\.statement) }
}
