import ConditionAlgebra
import Law

/// A law view as decision diagrams.
struct CompiledView: Sendable {
    struct CompiledOffence: Sendable {
        let offence: OffenceView
        /// Completed or attempted, with the hook.
        let whole: Node
        let completed: Node
        let lines: [(applies: Node, line: PenaltyLine)]
    }

    let view: LawView
    let offences: [CompiledOffence]
    /// Not-encoded law, each with its own open question.
    let unencoded: [Node]

    /// Compiles under what the compiler takes as known; offences that cannot be met there are left out.
    init(_ view: LawView, _ compiler: inout ConditionCompiler) throws(DiagramTooLarge) {
        self.view = view
        let owner = view.jurisdiction.code.text
        let aimed = view.aimed
        var compiled: [CompiledOffence] = []
        for offence in view.offences {
            let completed = try compiler.compile(
                .all([offence.parts.hook, offence.parts.completed]), owner: owner, aimed: aimed)
            let attempted = try compiler.compile(
                .all([offence.parts.hook, offence.parts.attempted]), owner: owner, aimed: aimed)
            if completed == .never, attempted == .never { continue }
            var lines: [(applies: Node, line: PenaltyLine)] = []
            for (applies, line) in offence.parts.lines {
                lines.append((try compiler.compile(applies, owner: owner, aimed: aimed), line))
            }
            compiled.append(
                CompiledOffence(
                    offence: offence, whole: try compiler.diagrams.or(completed, attempted), completed: completed,
                    lines: lines))
        }
        offences = compiled
        var open: [Node] = []
        for law in view.unencoded {
            open.append(
                try compiler.compile(.all([law.when, .open(OpenLaw(text: law.text))]), owner: owner, aimed: aimed))
        }
        unencoded = open
    }
}
