import ConditionAlgebra
import Law

/// Finds the smallest sets of candidate edits that close a gap.
///
/// A set closes the gap exactly if no case of the gap is left unpunished; each case that is left says which sets of edits
/// could help with it, and every set that closes the gap contains one of these. So sets are built case by case, the
/// smaller first: with enough steps none of the sets within the bound is missed (for edits that only widen).
struct RepairSearch {
    /// The most edits in a set.
    let bound: Int
    /// The most sets that are looked at, and that are put to the algebra.
    var mostSteps = 8_000
    var mostQuestions = 400
    /// The most sets that are returned.
    var mostFound = 240

    struct Outcome {
        /// None contains another; the smallest first.
        var sets: [EditSet] = []
        /// False where a limit other than the bound ended the search.
        var isComplete = true
        /// A case that no set of edits within the bound reaches.
        var unreachable: [Int]?
        var questions = 0
        var steps = 0
    }

    func run(_ law: AmendableLaw, _ question: inout RepairQuestion) throws -> Outcome {
        let rules = try rules(law, &question)
        var outcome = Outcome()
        var cases: [Case] = []
        var layers: [[EditSet]] = Array(repeating: [], count: bound + 1)
        layers[0] = [.none]
        var seen: Set<EditSet> = [.none]
        for size in 0...bound {
            var place = 0
            while place < layers[size].count {
                let set = layers[size][place]
                place += 1
                outcome.steps += 1
                if outcome.steps > mostSteps || outcome.questions > mostQuestions || outcome.sets.count >= mostFound {
                    outcome.isComplete = false
                    return outcome
                }
                if outcome.sets.contains(where: { $0.isSubset(of: set) }) { continue }
                var open = cases.first { !$0.isMet(by: set) }
                if open == nil {
                    outcome.questions += 1
                    let texts = law.offences.filter { !$0.switches.isDisjoint(with: set) }.map { $0.whole.choosing(set) }
                    guard let point = try question.uncovered(texts, law.view) else {
                        outcome.sets.append(set)
                        continue
                    }
                    let new = Case(point, rules, most: bound, in: question.diagrams)
                    if new.options.sets.isEmpty {
                        outcome.unreachable = point
                        return outcome
                    }
                    // One evaluation used both ways: the case looked met and is not. Such a set is given up.
                    if new.isMet(by: set) { continue }
                    cases.append(new)
                    open = new
                }
                guard let open else { continue }
                for option in open.options.sets {
                    let next = set.union(option)
                    if next.count <= bound, seen.insert(next).inserted { layers[next.count].append(next) }
                }
            }
        }
        outcome.sets = MinimalSets.minimal(outcome.sets)
        return outcome
    }

    /// A case of the gap with the smallest sets of edits under which some offence punishes it.
    private struct Case {
        let options: MinimalSets

        init(_ point: [Int], _ rules: [PointRule], most: Int, in diagrams: Diagrams) {
            var options = MinimalSets.impossible
            for rule in rules { options = options.or(rule.sets(true, at: point, most: most, in: diagrams)) }
            self.options = options
        }

        func isMet(by set: EditSet) -> Bool { options.sets.contains { $0.isSubset(of: set) } }
    }

    private func rules(_ law: AmendableLaw, _ question: inout RepairQuestion) throws -> [PointRule] {
        var aims: [AimedOffences: (surely: Node, atMost: Node)] = [:]
        var rules: [PointRule] = []
        for offence in law.offences where !offence.switches.isEmpty {
            rules.append(
                try PointRule(offence.whole, facts: question.facts, grantsAppraisals: question.grantsAppraisals) { target in
                    if let known = aims[target] { return known }
                    let nodes = try question.aim(target)
                    aims[target] = nodes
                    return nodes
                })
        }
        question.keep()
        return rules
    }
}

extension RepairQuestion {
    /// What an aim at offences comes to, for certain and at most, under the law as it stands.
    mutating func aim(_ target: AimedOffences) throws -> (surely: Node, atMost: Node) {
        let node = try compileFreely(.aimsAt(target))
        return try bounds(of: node)
    }
}
