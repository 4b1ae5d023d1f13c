/// A legal condition over the elements of the vocabulary.
///
/// `all([])` is always true, `any([])` never.
public indirect enum Condition: Hashable, Sendable {
    /// The element has one of these values.
    case has(ElementIndex, ValueSet)
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// A definition of the same state, by name, with what it says.
    case definition(String, Condition)
    /// Law that is not encoded: neither true nor false.
    case open(OpenLaw)
    /// An ambiguous text: met only if every reading is met.
    case readings(String, [Reading])
    /// "For the purpose of committing an offence under …".
    case aimsAt(AimedOffences)

    public static let always = Condition.all([])
    public static let never = Condition.any([])
}

/// A part of the law that the encoding cannot decide.
public struct OpenLaw: Hashable, Sendable {
    /// Unique within the state: two leaves with the same text are the same question.
    public let text: String
    public init(text: String) { self.text = text }
}

/// One way to read an ambiguous text.
public struct Reading: Hashable, Sendable {
    public let id: String
    public let condition: Condition
    public init(id: String, condition: Condition) {
        self.id = id
        self.condition = condition
    }
}

/// The offences of the same state at which an act must aim.
public struct AimedOffences: Hashable, Sendable {
    public let offences: [OffenceID]
    /// Whether what those offences ask of the victim must hold of the same child.
    public let sameChild: Bool
    public init(offences: [OffenceID], sameChild: Bool) {
        self.offences = offences
        self.sameChild = sameChild
    }
}

extension Condition {
    /// Calls `body` on this condition and every condition inside it, definitions included.
    public func forEach(_ body: (Condition) -> Void) {
        body(self)
        switch self {
        case .has, .open, .aimsAt: break
        case .all(let parts), .any(let parts): for part in parts { part.forEach(body) }
        case .not(let part), .definition(_, let part): part.forEach(body)
        case .readings(_, let readings): for reading in readings { reading.condition.forEach(body) }
        }
    }

    /// The elements that the condition mentions.
    public var elements: Set<ElementIndex> {
        var found: Set<ElementIndex> = []
        forEach { if case .has(let element, _) = $0 { found.insert(element) } }
        return found
    }

    /// The condition with each literal replaced by what `replace` says; nil keeps it.
    public func replacing(_ replace: (ElementIndex, ValueSet) -> Condition?) -> Condition {
        switch self {
        case .has(let element, let set): return replace(element, set) ?? self
        case .all(let parts): return .all(parts.map { $0.replacing(replace) })
        case .any(let parts): return .any(parts.map { $0.replacing(replace) })
        case .not(let part): return .not(part.replacing(replace))
        case .definition(_, let part):
            let changed = part.replacing(replace)
            return changed == part ? self : changed
        case .readings(let id, let readings):
            return .readings(id, readings.map { Reading(id: $0.id, condition: $0.condition.replacing(replace)) })
        case .open, .aimsAt: return self
        }
    }
}

extension Condition {
    /// The condition with the age of the child as the offender believed it to be: what an attempt that cannot succeed
    /// is judged by (DESIGN-AMENDMENTS 9).
    public func asBelieved(_ vocabulary: Vocabulary) -> Condition {
        guard let belief = vocabulary.belief else { return self }
        return replacing { element, set in
            if element == belief.presence { return .always }
            if element == belief.real { return .has(belief.believed, set.withoutNotApplicable) }
            return nil
        }
    }
}

extension ValueSet {
    /// The set without "there is no such thing".
    var withoutNotApplicable: ValueSet {
        switch values {
        case .choice(let bits): return ValueSet(choices: bits)
        case .numbers(let ranges): return ValueSet(numbers: ranges)
        }
    }
}
