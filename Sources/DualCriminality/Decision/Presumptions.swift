import ConditionAlgebra
import Law

/// What is presumed where facts are silent, and which facts can occur: apart from any law.
///
/// A value: safe to share between threads.
public struct Presumptions: Sendable {
    private let decider: Decider

    /// - Throws: `FactSpaceError` where the vocabulary cuts an element too finely.
    public init(vocabulary: Vocabulary) throws {
        let conditions = (vocabulary.applicability.sorted { $0.key < $1.key } + vocabulary.unpresumed.sorted { $0.key < $1.key })
            .map { (owner: "", condition: $0.value) }
        decider = try Decider(ConditionCompiler(facts: try FactSpace(vocabulary: vocabulary, conditions: conditions)))
    }

    /// The facts with what is presumed beside them, and which presumptions those are: as `Assessor` and `Comparer` do.
    public func presuming(_ facts: Facts) throws -> (facts: Facts, presumed: [ElementIndex]) {
        var decider = decider
        return try decider.presuming(facts)
    }

    /// Why the facts cannot all be true, one sentence each; empty where they can.
    public func contradictions(in facts: Facts) throws -> [String] {
        var decider = decider
        return try decider.contradictions(in: facts)
    }

    /// The acts that the facts leave open, one set for each; empty where the vocabulary has none.
    public func acts(in facts: Facts) throws -> [ValueSet] {
        var decider = decider
        return try decider.acts(in: facts)
    }
}
