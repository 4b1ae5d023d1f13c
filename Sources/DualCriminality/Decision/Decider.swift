import ConditionAlgebra
import Law

/// Decides conditions on known facts, over one fact space.
struct Decider: Sendable {
    var compiler: ConditionCompiler
    /// The combinations of facts that can occur.
    let constraints: Node
    private let appraisals: [Int]
    private let questions: [Int]
    /// What was presumed beside facts that are asked about often. A copy has what its original has.
    private var presumptions: [Facts: (facts: Facts, presumed: [ElementIndex])] = [:]

    init(_ compiler: ConditionCompiler) throws(DiagramTooLarge) {
        var compiler = compiler
        constraints = try compiler.constraints()
        appraisals = compiler.facts.appraisalVariables
        questions = Array(compiler.facts.questionVariables)
        self.compiler = compiler
    }

    /// The possible cases that agree with the facts.
    mutating func cases(_ facts: Facts) throws(DiagramTooLarge) -> Node {
        try compiler.diagrams.and(compiler.diagrams.region(compiler.facts.region(facts)), constraints)
    }

    /// What holds of `condition` in every case of `cases`.
    ///
    /// `cases` must not be `.never`. With A the appraisals and O the open questions:
    /// *not met* where no case fulfils it; *met* where every case does; *appraisal* where each combination of facts
    /// leaves some evaluation under which it is met for certain; *unknown* where no facts and no evaluation make it certain;
    /// *depends* otherwise. More facts never turn *met* into *not met* or the reverse.
    ///
    /// - Parameters:
    ///   - alsoAppraisals: further variables that are for a court to evaluate.
    ///   - alsoOpen: further variables that law decides which is not encoded.
    mutating func status(
        _ condition: Node, in cases: Node, alsoAppraisals: [Int] = [], alsoOpen: [Int] = []
    ) throws(DiagramTooLarge) -> PunishabilityStatus {
        let appraisals = appraisals + alsoAppraisals
        let fulfilled = try compiler.diagrams.and(cases, condition)
        if fulfilled == .never { return .notMet }
        if fulfilled == cases { return .met }
        let certain = try self.certain(condition, in: cases, alsoOpen: alsoOpen)
        if certain == .never { return .unknown }
        let reachable = try compiler.diagrams.exists(certain, over: appraisals)
        let all = try compiler.diagrams.exists(cases, over: appraisals)
        return try compiler.diagrams.subtract(all, reachable) == .never ? .appraisal : .depends
    }

    /// Everything that the state punishes, or may punish by law that is not encoded, among these cases.
    ///
    /// Only what the cases can meet goes into the union, so it stays small (DESIGN-AMENDMENTS 19).
    mutating func union(_ view: CompiledView, in cases: Node) throws(DiagramTooLarge) -> Node {
        try union(view.offences.map(\.whole) + view.unencoded, in: cases)
    }

    mutating func union(_ parts: [Node], in cases: Node) throws(DiagramTooLarge) -> Node {
        var union = Node.never
        for part in parts {
            union = try compiler.diagrams.or(union, compiler.diagrams.and(part, cases))
        }
        return union
    }

    /// The cases in which the condition holds whatever the open law says.
    mutating func certain(_ condition: Node, in cases: Node, alsoOpen: [Int] = []) throws(DiagramTooLarge) -> Node {
        try compiler.diagrams.and(
            cases,
            compiler.diagrams.forall(
                compiler.diagrams.or(compiler.diagrams.not(cases), condition), over: questions + alsoOpen))
    }

    /// The combinations that can occur, compiled only as far as the facts that the compiler assumes leave them open.
    mutating func constraintsUnderAssumption() throws(DiagramTooLarge) -> Node { try compiler.constraints() }

    /// The acts that the facts leave open, one set for each.
    mutating func acts(in facts: Facts) throws(DiagramTooLarge) -> [ValueSet] {
        guard let act = compiler.facts.vocabulary.index(of: "act") else { return [] }
        let known = facts.values[act] ?? compiler.facts.vocabulary[act].all
        var result: [ValueSet] = []
        for value in compiler.facts.mask(known, of: act) {
            let region = compiler.facts.region(facts).intersection(Region([act.number: ValueMask(value)]))
            guard compiler.diagrams.isPossible(constraints, in: region) else { continue }
            result.append(compiler.facts.values(ValueMask(value), of: act))
        }
        return result
    }

    /// The facts with what is presumed, and which presumptions those are.
    ///
    /// A presumption settles its own element and nothing else: where taking it would rule out a case of the other facts,
    /// it is not taken and stays open. Otherwise silence about one fact would decide another.
    mutating func presuming(_ facts: Facts) throws(DiagramTooLarge) -> (facts: Facts, presumed: [ElementIndex]) {
        if let known = presumptions[facts] { return known }
        var result = facts
        var presumed: [ElementIndex] = []
        var known = try cases(facts)
        for element in compiler.facts.vocabulary.elements where facts.values[element.index] == nil {
            guard let value = element.presume, !isContradicted(element.index, by: facts) else { continue }
            // The facts stated speak to the point themselves.
            if let speaks = compiler.facts.vocabulary.unpresumed[element.index] {
                let node = try compiler.compile(speaks, owner: "", aimed: { _ in nil })
                if compiler.diagrams.holdsEverywhere(node, in: compiler.facts.region(facts)) { continue }
            }
            let literal = try compiler.diagrams.literal(
                element.index.number, compiler.facts.mask(value, of: element.index))
            let narrowed = try compiler.diagrams.and(known, literal)
            let others = [element.index.number]
            guard try compiler.diagrams.exists(narrowed, over: others) == compiler.diagrams.exists(known, over: others) else {
                continue
            }
            known = narrowed
            result.values[element.index] = value
            presumed.append(element.index)
        }
        return (result, presumed)
    }

    /// Finds what is presumed beside these facts once for all questions that copies of this decider are asked.
    ///
    /// No diagram of it is kept, so what is asked later has the same budget. Facts that are too open are left to each question.
    mutating func rememberPresumptions(_ facts: Facts) {
        var copy = self
        if presumptions[facts] == nil, let found = try? copy.presuming(facts) { presumptions[facts] = found }
    }

    /// That there was no mistake about the age is not presumed where a higher age is stated as believed.
    private func isContradicted(_ element: ElementIndex, by facts: Facts) -> Bool {
        guard let belief = compiler.facts.vocabulary.belief, element == belief.error,
            case .numbers(let real)? = facts.values[belief.real]?.values,
            case .numbers(let believed)? = facts.values[belief.believed]?.values,
            let oldest = real.last?.upperBound, let youngest = believed.first?.lowerBound
        else { return false }
        return youngest > oldest
    }
}
