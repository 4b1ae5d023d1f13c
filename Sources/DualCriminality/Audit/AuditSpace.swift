import ConditionAlgebra
import Law

/// One state's law of one day in a fact space of its own, for questions about the law itself.
///
/// Conditions are compiled one by one in copies, so that the answer to one question never depends on another.
struct AuditSpace: Sendable {
    let view: LawView
    private let builder: OffenceBuilder
    private let fresh: Decider

    /// - Throws: `FactSpaceError` where the law cuts an element too finely.
    init(_ jurisdiction: Jurisdiction, on date: LegalDate, vocabulary: Vocabulary) throws {
        view = LawView(jurisdiction, on: date, side: .requested, vocabulary: vocabulary)
        builder = OffenceBuilder(
            vocabulary: vocabulary, generalPart: jurisdiction.generalPart, side: .requested, disregards: [])
        let conditions = view.conditions.map { (owner: jurisdiction.code.text, condition: $0) } + view.vocabularyConditions
            + vocabulary.categories.map { (owner: "", condition: $0.guardCondition) }
        fresh = try Decider(ConditionCompiler(facts: FactSpace(vocabulary: vocabulary, conditions: conditions)))
    }

    /// A store for one question.
    func question() -> Question { Question(decider: fresh, view: view) }

    /// The offence with another content, under the same general part.
    func parts(of version: OffenceVersion) -> OffenceParts { builder.parts(of: version) }

    struct Question {
        fileprivate(set) var decider: Decider
        fileprivate let view: LawView

        /// The possible cases of a condition; open questions of the law stay variables.
        mutating func cases(_ condition: Condition) throws(DiagramTooLarge) -> Node {
            let node = try decider.compiler.compile(condition, owner: view.jurisdiction.code.text, aimed: view.aimed)
            return try decider.compiler.diagrams.and(node, decider.constraints)
        }

        /// Whether every case of the first is one of the second, whatever the open questions say.
        mutating func isInside(_ one: Node, _ two: Node) throws(DiagramTooLarge) -> Bool {
            try decider.compiler.diagrams.subtract(one, two) == .never
        }

        mutating func meet(_ one: Node, _ two: Node) throws(DiagramTooLarge) -> Bool {
            try decider.compiler.diagrams.and(one, two) != .never
        }

        /// The acts that occur in some of the cases.
        func acts(_ cases: Node) -> ValueMask {
            var mask = ValueMask()
            guard let act = view.vocabulary.index(of: "act")?.number else { return mask }
            for value in decider.compiler.facts.space.full(act)
            where decider.compiler.diagrams.isPossible(cases, in: Region([act: ValueMask(value)])) {
                mask.insert(value)
            }
            return mask
        }

        /// The harmonised categories into which these acts fall.
        mutating func categories(_ acts: ValueMask) throws(DiagramTooLarge) -> [String] {
            guard let act = view.vocabulary.index(of: "act")?.number else { return [] }
            var found: [String] = []
            for category in view.vocabulary.categories {
                let node = try decider.compiler.compile(category.guardCondition, owner: "", aimed: { _ in nil })
                if decider.compiler.diagrams.isPossible(node, in: Region([act: acts])) { found.append(category.id) }
            }
            return found
        }
    }
}
