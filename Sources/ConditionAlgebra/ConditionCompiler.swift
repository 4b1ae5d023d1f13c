import Law

/// Turns conditions into decision diagrams over one fact space.
public struct ConditionCompiler: Sendable {
    public let facts: FactSpace
    public var diagrams: Diagrams
    /// Definitions are compiled once for each state, under the facts that are taken as known.
    private var compiled: [DefinitionKey: Node] = [:]
    private var known: [ValueMask]

    private struct DefinitionKey: Hashable {
        let owner: String
        let name: String
    }

    /// Where the offences that a condition aims at are found.
    public typealias Aimed = @Sendable (OffenceID) -> Condition?

    public init(facts: FactSpace, budget: Int = 200_000) {
        self.facts = facts
        diagrams = Diagrams(space: facts.space, budget: budget)
        known = (0..<facts.space.count).map { facts.space.full($0) }
    }

    /// Compiles from now on only what matters within the region: a literal that holds, or fails, throughout it disappears.
    ///
    /// The diagrams then agree with the conditions inside the region and mean nothing outside. A case states most of its
    /// facts, so almost every offence shrinks to a few nodes or to `.never`.
    public mutating func assume(_ region: Region) {
        for variable in known.indices { known[variable] = region[variable] ?? facts.space.full(variable) }
        compiled.removeAll(keepingCapacity: true)
    }

    /// The combinations of facts that can occur: no constraint is broken.
    public mutating func constraints() throws(DiagramTooLarge) -> Node {
        var result = Node.always
        for constraint in facts.vocabulary.constraints {
            let impossible = try compile(constraint.never, owner: "", aimed: { _ in nil })
            result = try diagrams.subtract(result, impossible)
        }
        return result
    }

    public mutating func compile(
        _ condition: Condition, owner: String, aimed: Aimed
    ) throws(DiagramTooLarge) -> Node {
        switch condition {
        case .has(let element, let set):
            let mask = facts.mask(set, of: element)
            let own = known[element.number]
            if own.isSubset(of: mask) { return .always }
            if own.isDisjoint(with: mask) { return .never }
            return try diagrams.literal(element.number, mask)
        case .all(let parts):
            var result = Node.always
            for part in parts {
                result = try diagrams.and(result, compile(part, owner: owner, aimed: aimed))
                if result == .never { break }
            }
            return result
        case .any(let parts):
            var result = Node.never
            for part in parts { result = try diagrams.or(result, compile(part, owner: owner, aimed: aimed)) }
            return result
        case .not(let part):
            return try diagrams.not(compile(part, owner: owner, aimed: aimed))
        case .definition(let name, let part):
            let key = DefinitionKey(owner: owner, name: name)
            if let done = compiled[key] { return done }
            let node = try compile(part, owner: owner, aimed: aimed)
            compiled[key] = node
            return node
        case .open(let law):
            return try question(OpenQuestion(owner: owner, text: law.text, readings: []), ValueMask(1))
        case .readings(let id, let readings):
            let key = OpenQuestion(owner: owner, text: id, readings: readings.map(\.id))
            var result = Node.never
            for (place, reading) in readings.enumerated() {
                let chosen = try question(key, ValueMask(place))
                result = try diagrams.or(
                    result, diagrams.and(chosen, compile(reading.condition, owner: owner, aimed: aimed)))
            }
            return result
        case .aimsAt(let target):
            return try compileAim(target, owner: owner, aimed: aimed)
        }
    }

    private mutating func question(_ question: OpenQuestion, _ mask: ValueMask) throws(DiagramTooLarge) -> Node {
        guard let variable = facts.variable(of: question) else { return .never }
        return try diagrams.literal(variable, mask)
    }

    /// "For the purpose of committing offence o": the aim of o's class, and what o asks of the victim, real or believed
    /// (DESIGN-AMENDMENTS 6). Everything else of o is projected away, because it has not happened.
    private mutating func compileAim(
        _ target: AimedOffences, owner: String, aimed: Aimed
    ) throws(DiagramTooLarge) -> Node {
        // The offence aimed at has not happened, so the known facts of the case say nothing about its acts.
        let before = (known, compiled)
        assume(.everything)
        defer { (known, compiled) = before }
        let vocabulary = facts.vocabulary
        let projected = (0..<facts.elementCount).filter { !target.sameChild || !vocabulary.victim.contains(ElementIndex($0)) }
        var result = Node.never
        for id in target.offences {
            guard let offence = aimed(id) else { continue }
            let real = try compile(offence, owner: owner, aimed: aimed)
            let believed = try compile(offence.asBelieved(vocabulary), owner: owner, aimed: aimed)
            let either = try diagrams.or(real, believed)
            for (aim, acts) in vocabulary.aims {
                let ofClass = try diagrams.and(compile(acts, owner: owner, aimed: aimed), either)
                guard ofClass != .never else { continue }
                let asked = try diagrams.exists(ofClass, over: projected)
                let flag = try diagrams.literal(aim.number, facts.mask(.yes, of: aim))
                result = try diagrams.or(result, diagrams.and(flag, asked))
            }
        }
        return result
    }
}
