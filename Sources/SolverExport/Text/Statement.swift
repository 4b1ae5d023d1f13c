/// A command that holds a formula, written out once however many questions it is part of.
struct Statement: Sendable {
    let lines: [String]
    /// What has to be declared before it.
    let free: Set<SolverVariable>
    /// What has to have a sort, bound variables included.
    let mentioned: Set<SolverVariable>

    fileprivate init(_ command: SExpression, comment: String?, _ formula: Formula?) {
        lines = (comment.map(SolverText.comment) ?? []) + [command.text()]
        free = formula?.variables ?? []
        mentioned = formula?.mentioned ?? []
    }

    /// That the formula holds.
    static func assert(_ formula: Formula, comment: String) -> Statement {
        Statement(.apply("assert", [formula.term]), comment: comment, formula)
    }
}

/// A named formula.
struct Definition: Sendable {
    let name: String
    let statement: Statement

    init(_ name: String, comment: String?, _ formula: Formula) {
        self.name = name
        statement = Statement(Definition.command(name, formula.term), comment: comment, formula)
    }

    /// That one of several definitions holds.
    init(_ name: String, anyOf names: [String]) {
        self.name = name
        let symbols = names.map { SExpression.symbol($0) }
        let term = symbols.isEmpty ? .atom("false") : symbols.count == 1 ? symbols[0] : SExpression.apply("or", symbols)
        statement = Statement(Definition.command(name, term), comment: nil, nil)
    }

    private static func command(_ name: String, _ term: SExpression) -> SExpression {
        .apply("define-fun", [.symbol(name), .atom("()"), .atom("Bool"), term])
    }
}
