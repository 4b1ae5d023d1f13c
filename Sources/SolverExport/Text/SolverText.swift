/// Writes a question as commands of SMT-LIB 2 that every solver knows.
enum SolverText {
    static func render(_ question: SolverQuestion) -> String {
        var lines = question.title.flatMap(comment)
        lines.append("(set-logic ALL)")
        let parts = question.parts.map(Written.init)
        // The sorts of the whole question come first: what is declared within a part ends with it.
        let used = parts.reduce(into: Set<SolverVariable>()) { $0.formUnion($1.mentioned) }
        lines += used.sorted { $0.number < $1.number }.compactMap { $0.sortDeclaration?.text() }
        for part in parts {
            lines.append("")
            lines += part.lines
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A part with everything that it needs declared.
    private struct Written {
        let part: SolverQuestion.Part
        let free: Set<SolverVariable>
        let mentioned: Set<SolverVariable>

        init(_ part: SolverQuestion.Part) {
            self.part = part
            var free: Set<SolverVariable> = []
            var mentioned: Set<SolverVariable> = []
            func add(_ formula: Formula) {
                free.formUnion(formula.variables)
                mentioned.formUnion(formula.mentioned)
            }
            for assertion in part.assertions { add(assertion.formula) }
            for definition in part.definitions {
                if case .formula(let formula) = definition.formula { add(formula) }
            }
            self.free = free
            self.mentioned = mentioned
        }

        var lines: [String] {
            var lines = part.comments.flatMap(comment) + ["(push 1)"]
            for variable in free.sorted(by: { $0.number < $1.number }) { lines += variable.declarations.map { $0.text() } }
            for assertion in part.assertions {
                lines += comment(assertion.comment)
                lines.append(SExpression.apply("assert", [assertion.formula.term]).text())
            }
            for definition in part.definitions {
                if let text = definition.comment { lines += comment(text) }
                lines.append(
                    SExpression.apply(
                        "define-fun", [.symbol(definition.name), .atom("()"), .atom("Bool"), definition.formula.term]
                    ).text())
            }
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

extension SolverQuestion.DefinedFormula {
    var term: SExpression {
        switch self {
        case .formula(let formula): return formula.term
        case .any(let names):
            let symbols = names.map { SExpression.symbol($0) }
            return symbols.isEmpty ? .atom("false") : symbols.count == 1 ? symbols[0] : .apply("or", symbols)
        }
    }
}
