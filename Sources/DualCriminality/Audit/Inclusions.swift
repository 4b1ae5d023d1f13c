import ConditionAlgebra
import Law

/// Finds offences whose every completed case is also one of another offence of the same state.
///
/// Claimed only where it holds whatever the open law and the courts' evaluations say. Jurisdictional elements are left
/// out. That a special offence lies inside a general one is normal.
struct Inclusions {
    let space: AuditSpace

    func findings(_ offences: [OffenceView]) throws -> [AuditFinding] {
        var inside: [[Bool]] = []
        for one in offences.indices { inside.append(try others(of: one, offences)) }
        var found: [AuditFinding] = []
        for one in offences.indices {
            for two in offences.indices where inside[one][two] {
                if inside[two][one] {
                    // Once for both.
                    if one < two { found.append(try finding(.sameCases, offences[one], offences[two])) }
                    continue
                }
                // Only the nearest: what lies inside a third offence that lies inside this one follows.
                let isNearest = !offences.indices.contains { third in
                    inside[one][third] && inside[third][two] && !inside[two][third] && !inside[third][one]
                }
                if isNearest { found.append(try finding(.inside, offences[one], offences[two])) }
            }
        }
        return found
    }

    /// For each offence, whether it holds every case of one of them; false for that one itself.
    private func others(of place: Int, _ offences: [OffenceView]) throws -> [Bool] {
        var question = space.question()
        let own = try question.cases(offences[place].parts.completed)
        guard own != .never else { return offences.map { _ in false } }
        let acts = question.acts(own)
        return try offences.indices.map { other in
            guard other != place else { return false }
            var question = question
            let theirs = try question.cases(offences[other].parts.completed)
            guard theirs != .never, acts.isSubset(of: question.acts(theirs)) else { return false }
            return try question.isInside(own, theirs)
        }
    }

    private func finding(_ kind: AuditFinding.Kind, _ one: OffenceView, _ two: OffenceView) throws -> AuditFinding {
        let own = try maximum(of: one, in: one)
        let other = try maximum(of: two, in: one)
        let penalty: AuditFinding.Penalty = own < other ? .lower : own > other ? .higher : .same
        let words = own == other
            ? "the maximum penalty is the same (\(Inclusions.words(own)))"
            : "the maximum penalty is \(penalty.rawValue) (\(Inclusions.words(own)); there \(Inclusions.words(other)))"
        let aside = one.version.hook == two.version.hook ? "" : "apart from jurisdictional elements, "
        let relation = aside + (kind == .sameCases ? "has the same cases as" : "lies wholly inside")
        return AuditFinding(
            kind, one, text: "\(relation) \(two.cited), \(two.offence.title) (\(two.offence.id)); \(words)", other: two,
            penalty: penalty)
    }

    /// The highest maximum that a line of `offence` gives in some completed case of `cases`; none where there is only a fine.
    private func maximum(of offence: OffenceView, in cases: OffenceView) throws -> Term {
        var question = space.question()
        let node = try question.cases(cases.parts.completed)
        var highest = Term.none
        for (applies, line) in offence.parts.lines {
            guard let maximum = line.imprisonment?.maximum, maximum > highest else { continue }
            if try question.meet(node, question.cases(applies)) { highest = maximum }
        }
        return highest
    }

    private static func words(_ term: Term) -> String { term == .none ? "no imprisonment" : term.words }
}
