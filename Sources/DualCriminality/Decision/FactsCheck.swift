import ConditionAlgebra
import Law

/// Facts that cannot all be true.
public struct ImpossibleFacts: Error, Hashable, Sendable {
    public let count: String
    public let item: String
    /// One sentence for each reason.
    public let reasons: [String]
}

extension Decider {
    /// Why the facts cannot all be true; empty where they can.
    mutating func contradictions(in facts: Facts) throws(DiagramTooLarge) -> [String] {
        let vocabulary = compiler.facts.vocabulary
        let wording = Wording(vocabulary: vocabulary)
        let region = compiler.facts.region(facts)
        var reasons: [String] = []
        for (element, set) in facts.values.sorted(by: { $0.key < $1.key }) {
            guard let applies = vocabulary.applicability[element] else { continue }
            let node = try compiler.compile(applies, owner: "", aimed: { _ in nil })
            // Only the other facts decide whether the element applies.
            var others = facts
            others.values[element] = nil
            if !compiler.diagrams.isPossible(node, in: compiler.facts.region(others)) {
                let act = vocabulary.index(of: "act").flatMap { facts.values[$0] }
                    .map { wording.literal(vocabulary.elements[0].index, $0) }
                reasons.append(
                    "`\(vocabulary[element].id)` (\(wording.literal(element, set))) does not apply"
                        + (act.map { " where \($0)" } ?? " here")
                        + (vocabulary[element].instead.map { "; \($0)" } ?? ""))
            }
        }
        guard try cases(facts) == .never else { return reasons }
        for constraint in vocabulary.constraints {
            let node = try compiler.compile(constraint.never, owner: "", aimed: { _ in nil })
            if compiler.diagrams.holdsEverywhere(node, in: region) {
                let named = constraint.never.elements.sorted().filter { facts.values[$0] != nil }
                let stated = named.map { wording.literal($0, facts.values[$0] ?? vocabulary[$0].all) }
                reasons.append(
                    "\(stated.joined(separator: ", and ")): impossible, because \(constraint.because) (`\(constraint.id)`)")
            }
        }
        if reasons.isEmpty { reasons.append("these facts together break the constraints of the vocabulary") }
        return reasons
    }
}
