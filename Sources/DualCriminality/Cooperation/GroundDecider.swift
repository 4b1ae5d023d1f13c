import ConditionAlgebra
import Law

/// Decides the grounds of every legal basis of a request in one fact space.
struct GroundDecider {
    let catalogue: GroundCatalogue
    private var decider: Decider
    private let wording: Wording

    init(_ catalogue: GroundCatalogue, _ questions: [(owner: String, question: GroundQuestion)], reach: [Reach]) throws {
        self.catalogue = catalogue
        wording = Wording(vocabulary: catalogue.vocabulary)
        var conditions = questions.flatMap { entry in
            [entry.question.mandatory, entry.question.optional, entry.question.conditions].map { (owner: entry.owner, condition: $0) }
        }
        conditions += reach.map { (owner: "reach", condition: $0.when) }
        let space = try FactSpace(vocabulary: catalogue.vocabulary, conditions: conditions)
        decider = try Decider(ConditionCompiler(facts: space))
    }

    /// Why what is stated of the case cannot all be true; empty where it can.
    func contradictions(in facts: CaseFacts) throws -> [String] {
        var decider = decider
        return try decider.contradictions(in: facts.facts)
    }

    /// How a ground stands on facts.
    struct Answer {
        let mandatory: PunishabilityStatus
        /// Refusal is at least permitted.
        let any: PunishabilityStatus
        let conditions: PunishabilityStatus
        /// What would make it certain that the ground does not arise, of the facts that can be stated.
        let establish: Alternatives?
    }

    mutating func answer(_ question: GroundQuestion, owner: String, _ facts: CaseFacts) throws -> Answer {
        // What a question needs must not pile up for the next one.
        var decider = decider
        decider.compiler.assume(decider.compiler.facts.region(facts.facts))
        let cases = try decider.constraintsUnderAssumption()
        // Where what was found contradicts a constraint of the catalogue, nothing follows from it.
        guard cases != .never else {
            return Answer(mandatory: .unknown, any: .unknown, conditions: .unknown, establish: nil)
        }
        let (evaluated, open) = (facts.variables(open: .appraisal), facts.variables(open: .law))
        func status(_ node: Node) throws -> PunishabilityStatus {
            try decider.status(node, in: cases, alsoAppraisals: evaluated, alsoOpen: open)
        }
        let required = try decider.compiler.compile(question.mandatory, owner: owner, aimed: { _ in nil })
        let permitted = try decider.compiler.compile(question.optional, owner: owner, aimed: { _ in nil })
        let named = try decider.compiler.compile(question.conditions, owner: owner, aimed: { _ in nil })
        let either = try decider.compiler.diagrams.or(required, permitted)
        let mandatory = try status(required)
        var establish: Alternatives?
        if mandatory == .depends { establish = try toEstablish(not: required, cases, facts, &decider) }
        return Answer(mandatory: mandatory, any: try status(either), conditions: try status(named), establish: establish)
    }

    /// The smallest sets of facts that can be stated and that rule the ground out.
    private func toEstablish(
        not required: Node, _ cases: Node, _ facts: CaseFacts, _ decider: inout Decider
    ) throws -> Alternatives? {
        // What the program has to find itself cannot be alleged; it is asked for under its own key.
        let derived = catalogue.vocabulary.elements.filter { $0.kind == .derived && facts.facts.values[$0.index] == nil }
            .map(\.index.number)
        let absent = try decider.compiler.diagrams.subtract(cases, required)
        let certain = try decider.compiler.diagrams.forall(
            decider.compiler.diagrams.or(decider.compiler.diagrams.not(cases), absent),
            over: derived + Array(decider.compiler.facts.questionVariables))
        let inside = try decider.compiler.diagrams.and(certain, cases)
        guard inside != .never else { return nil }
        let room = try decider.compiler.diagrams.or(inside, decider.compiler.diagrams.not(cases))
        let regions = try decider.compiler.diagrams.cover(lower: inside, upper: room, limit: 4)
        let described = regions.regions.map { RegionDescription($0, space: decider.compiler.facts, wording: wording) }
            .filter { !$0.all.isEmpty }
        return described.isEmpty ? nil : Alternatives(anyOf: described, complete: regions.isComplete)
    }

    /// Whether a basis of jurisdiction holds on these facts.
    mutating func status(_ reach: Reach, _ facts: CaseFacts) throws -> PunishabilityStatus {
        var decider = decider
        decider.compiler.assume(decider.compiler.facts.region(facts.facts))
        let node = try decider.compiler.compile(reach.when, owner: "reach", aimed: { _ in nil })
        let cases = try decider.constraintsUnderAssumption()
        return try decider.status(
            node, in: cases, alsoAppraisals: facts.variables(open: .appraisal), alsoOpen: facts.variables(open: .law))
    }
}
