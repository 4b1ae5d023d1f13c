import ConditionAlgebra
import Law

/// What in a state's law has no effect: offences that no possible case fulfils, exceptions that take nothing away,
/// alternatives that add nothing. Each is claimed only where it holds whatever the open law says.
struct DeadLaw {
    let space: AuditSpace

    /// Whether no possible case fulfils the offence, completed or attempted.
    func neverApplies(_ offence: OffenceView) throws -> Bool {
        var question = space.question()
        return try question.cases(offence.parts.whole) == .never
    }

    /// The exceptions that, each for itself, take no possible case out of the offence or of its attempt.
    func exceptionsThatNeverBite(_ offence: OffenceView) throws -> [OffenceException] {
        var found: [OffenceException] = []
        // One store for the offence: what is compared is mostly the same.
        var question = space.question()
        let without = space.parts(of: offence.version.with(exceptions: []))
        for exception in offence.version.exceptions where exception.kind.subtracts {
            let alone = space.parts(of: offence.version.with(exceptions: [exception]))
            if try isSame(alone, as: without, &question) { found.append(exception) }
        }
        return found
    }

    /// Alternatives that can all be left out together without changing the offence or its attempt. Those of named
    /// definitions are not looked at, because other offences may need them.
    func redundantAlternatives(_ offence: OffenceView) throws -> [Condition] {
        var found: [Condition] = []
        var when = offence.version.when
        var question = space.question()
        // From the last one, so that of two that say the same the first stays.
        for path in Alternatives.paths(in: when).reversed() {
            guard let (rest, removed) = Alternatives.removing(path, from: when) else { continue }
            let without = space.parts(of: offence.version.with(when: rest))
            guard try isSame(without, as: offence.parts, &question) else { continue }
            when = rest
            found.append(removed)
        }
        return found.reversed()
    }

    private func isSame(
        _ one: OffenceParts, as two: OffenceParts, _ question: inout AuditSpace.Question
    ) throws(DiagramTooLarge) -> Bool {
        for path in [\OffenceParts.completed, \OffenceParts.attempted] {
            if try question.cases(one[keyPath: path]) != question.cases(two[keyPath: path]) { return false }
        }
        return true
    }

    /// The places of alternatives in a condition, outside negations and definitions.
    private enum Alternatives {
        /// The place of each alternative: at each step the number of the part. Outer alternatives come before those in
        /// them, so that from the end each place still stands when it is reached.
        static func paths(in condition: Condition) -> [[Int]] {
            switch condition {
            case .all(let parts):
                return parts.indices.flatMap { place in paths(in: parts[place]).map { [place] + $0 } }
            case .any(let parts):
                let isAlone = parts.count == 1
                return parts.indices.flatMap { place in
                    (isAlone ? [] : [[place]]) + paths(in: parts[place]).map { [place] + $0 }
                }
            case .has, .not, .definition, .open, .readings, .aimsAt: return []
            }
        }

        /// The condition without the alternative, and the alternative; nil where it is the only one left.
        static func removing(_ path: [Int], from condition: Condition) -> (Condition, Condition)? {
            guard let place = path.first else { return nil }
            switch condition {
            case .all(var parts):
                guard parts.indices.contains(place), let (rest, removed) = removing(Array(path.dropFirst()), from: parts[place])
                else { return nil }
                parts[place] = rest
                return (.all(parts), removed)
            case .any(var parts):
                guard parts.indices.contains(place) else { return nil }
                guard path.count > 1 else {
                    guard parts.count > 1 else { return nil }
                    let removed = parts.remove(at: place)
                    return (.any(parts), removed)
                }
                guard let (rest, removed) = removing(Array(path.dropFirst()), from: parts[place]) else { return nil }
                parts[place] = rest
                return (.any(parts), removed)
            case .has, .not, .definition, .open, .readings, .aimsAt: return nil
            }
        }
    }
}

extension OffenceVersion {
    func with(when: Condition? = nil, exceptions: [OffenceException]? = nil) -> OffenceVersion {
        OffenceVersion(
            inForce: inForce, when: when ?? self.when, hook: hook, exceptions: exceptions ?? self.exceptions,
            attempt: attempt, penalty: penalty, limitation: limitation, provision: provision, review: review,
            inForceIsRead: inForceIsRead)
    }
}
