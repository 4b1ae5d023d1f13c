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
    /// The act and what is presumed of it, as `check` presumes.
    let facts: Facts
    let presumptions: [ElementIndex]
    /// Nothing is presumed: for the margins.
    let bare: Setting

    /// The facts under which a layer asks, and what can occur under them.
    ///
    /// Facts that have one value are left out of all diagrams: they would only add a node on every path.
    struct Setting: Sendable {
        /// The place of the context of its act.
        let context: Int
        /// The presumptions that are not taken.
        var dropped: [ElementIndex] = []
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
        func context(_ place: Int, _ act: Int?, _ stated: Facts) throws -> ActContext {
            let region = space.region(stated)
            let categories = guards.indices.filter { decider.compiler.diagrams.isPossible(guards[$0], in: region) }
            let (facts, presumed) = try decider.presuming(stated)
            return ActContext(
                act: act, categories: Set(categories), facts: facts, presumptions: presumed,
                bare: try setting(place, stated, &decider))
        }
        guard let element = vocabulary.index(of: "act") else { return [try context(0, nil, Facts())] }
        return try space.space.full(element.number).enumerated().map { place, value in
            var facts = Facts()
            facts.values[element] = space.values(ValueMask(value), of: element)
            return try context(place, value, facts)
        }
    }

    /// The setting with everything presumed but some elements.
    func setting(_ place: Int, without dropped: [ElementIndex] = [], _ decider: inout Decider) throws -> Setting {
        var facts = facts
        for element in dropped { facts.values[element] = nil }
        var setting = try ActContext.setting(place, facts, &decider)
        setting.dropped = dropped
        return setting
    }

    /// The presumptions that an offence which is possible with the act rules out, taken in their order: an offence that asks
    /// for what is presumed absent is compared as what it is.
    func contradicted(by cases: Node, _ decider: inout Decider) throws -> [ElementIndex] {
        var cases = cases
        var dropped: [ElementIndex] = []
        for element in presumptions {
            guard let value = facts.values[element] else { continue }
            let literal = try decider.compiler.diagrams.literal(
                element.number, decider.compiler.facts.mask(value, of: element))
            let narrowed = try decider.compiler.diagrams.and(cases, literal)
            if narrowed == .never { dropped.append(element) } else { cases = narrowed }
        }
        return dropped
    }

    private static func setting(_ place: Int, _ facts: Facts, _ decider: inout Decider) throws -> Setting {
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
            context: place, facts: region, settled: settled,
            possible: try decider.compiler.diagrams.and(restricted, literals))
    }
}
