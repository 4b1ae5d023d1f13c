import ConditionAlgebra
import Law

/// Finds a case in a set of cases in which as little as possible happens.
///
/// Its facts suffice: every case that agrees with them and with what is presumed lies in the set.
struct SmallestCase {
    let facts: FactSpace
    /// What is so where nothing else is said: presumptions, and flags that are not set.
    private let quiet: Region
    private let presumed: Region

    init(facts: FactSpace) {
        self.facts = facts
        var quiet = Region()
        var presumed = Region()
        for element in facts.vocabulary.elements {
            if let value = element.presume {
                quiet[element.index.number] = facts.mask(value, of: element.index)
                presumed[element.index.number] = facts.mask(value, of: element.index)
            } else if case .flag = element.domain, element.kind != .appraisal {
                quiet[element.index.number] = facts.mask(.no, of: element.index)
            }
        }
        self.quiet = quiet
        self.presumed = presumed
    }

    /// The facts that make the case, presumptions left out; nil of no cases.
    ///
    /// A number has the whole range with which the case stays in the set, so the words do not depend on how finely the
    /// loaded law cuts it.
    func find(in cases: Node, _ diagrams: Diagrams) -> Region? {
        let weights = [Int](repeating: 1, count: facts.space.count)
        guard let change = diagrams.nearestChange(cases, known: quiet, weights: weights) else { return nil }
        var region = quiet
        for change in change.changes { region[change.variable] = ValueMask(change.chosen) }
        guard let path = diagrams.witness(cases, in: region) else { return nil }
        for (variable, value) in path { region[variable] = ValueMask(value) }
        // Which of them are needed; each keeps the value of this one case.
        let needed = diagrams.expand(region, within: cases)
        var result = region
        for literal in region.literals where needed[literal.variable] == nil { result[literal.variable] = nil }
        result = widen(result, within: cases, diagrams)
        for literal in presumed.literals where result[literal.variable] == literal.values { result[literal.variable] = nil }
        return result
    }

    private func widen(_ region: Region, within cases: Node, _ diagrams: Diagrams) -> Region {
        var result = region
        for fact in region.literals where fact.variable < facts.elementCount {
            guard case .number = facts.vocabulary[ElementIndex(fact.variable)].domain, let value = fact.values.first else { continue }
            let last = facts.lastNumber(of: fact.variable)
            guard value <= last else { continue }
            func holds(_ range: ClosedRange<Int>) -> Bool {
                result[fact.variable] = ValueMask(range)
                return diagrams.holdsEverywhere(cases, in: result)
            }
            var range = value...value
            while range.lowerBound > 0, holds(range.lowerBound - 1...range.upperBound) {
                range = range.lowerBound - 1...range.upperBound
            }
            while range.upperBound < last, holds(range.lowerBound...range.upperBound + 1) {
                range = range.lowerBound...range.upperBound + 1
            }
            // A number that may be any number says nothing.
            result[fact.variable] = range == 0...last && !facts.vocabulary[ElementIndex(fact.variable)].mayBeNotApplicable
                ? nil : ValueMask(range)
        }
        return result
    }
}
