import ConditionAlgebra
import Law

/// One act as a comparison asks about it.
///
/// Definitions are compared act by act: an act divides offences best, so every diagram stays small, and most of them
/// are the same under several acts.
struct ActContext: Sendable {
    /// The value of the act; nil where the vocabulary has no acts.
    let act: Int?
    /// The places of the harmonised categories that this act can fall into.
    let categories: Set<Int>
    /// What is presumed of the act, as `check` presumes it: for the layers core and appraisal.
    let presumed: Setting
    /// Nothing is presumed: for the margins.
    let bare: Setting

    /// The facts under which a layer asks, and what can occur under them.
    ///
    /// Facts that have one value are left out of all diagrams: they would only add a node on every path.
    struct Setting: Sendable {
        let facts: Region
        /// The part of `facts` that has one value.
        let settled: Region
        let possible: Node
    }

    /// The contexts of all acts, in the order of their values.
    static func all(_ decider: inout Decider) throws -> [ActContext] {
        let space = decider.compiler.facts
        let vocabulary = space.vocabulary
        let guards = try vocabulary.categories.map {
            try decider.compiler.compile($0.guardCondition, owner: "", aimed: { _ in nil })
        }
        func context(_ act: Int?, _ stated: Facts) throws -> ActContext {
            let region = space.region(stated)
            let categories = guards.indices.filter { decider.compiler.diagrams.isPossible(guards[$0], in: region) }
            return ActContext(
                act: act, categories: Set(categories), presumed: try setting(decider.presuming(stated).facts, &decider),
                bare: try setting(stated, &decider))
        }
        guard let element = vocabulary.index(of: "act") else { return [try context(nil, Facts())] }
        return try space.space.full(element.number).map { value in
            var facts = Facts()
            facts.values[element] = space.values(ValueMask(value), of: element)
            return try context(value, facts)
        }
    }

    private static func setting(_ facts: Facts, _ decider: inout Decider) throws -> Setting {
        let region = decider.compiler.facts.region(facts)
        var settled = Region()
        var rest = Region()
        for literal in region.literals {
            if literal.values.count == 1 {
                settled[literal.variable] = literal.values
            } else {
                rest[literal.variable] = literal.values
            }
        }
        let restricted = try decider.compiler.diagrams.restrict(decider.constraints, to: settled)
        let literals = try decider.compiler.diagrams.region(rest)
        return Setting(
            facts: region, settled: settled, possible: try decider.compiler.diagrams.and(restricted, literals))
    }
}
