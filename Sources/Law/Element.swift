/// What a fact is to a court; it decides what silence about it means (DESIGN-AMENDMENTS 1).
public enum ElementKind: String, Hashable, Sendable, CaseIterable {
    /// Must be alleged; silence leaves it open.
    case fact
    /// Absent until raised.
    case defence
    /// A court's evaluation, never computed.
    case appraisal
    /// Ties a case to one state's own jurisdiction; no part of dual criminality.
    case hook
    /// A relation of a person to a state.
    case link
    /// Found by the program from the request and the law; only in the catalogue of grounds.
    case derived
}

/// Whether a fact can be alleged otherwise.
public enum Changeability: String, Hashable, Sendable, CaseIterable {
    /// It is what it is: an age, who was shown.
    case fixed
    /// Further facts can establish it.
    case establish
    /// The conduct can be charged differently.
    case charge
}

/// One value of a choice, with the words that reports use for it.
public struct ElementValue: Hashable, Sendable {
    public let id: String
    public let phrase: String
    public init(id: String, phrase: String) {
        self.id = id
        self.phrase = phrase
    }
}

public enum NumberUnit: String, Hashable, Sendable, CaseIterable { case years, months, items }

/// The finite domain of an element.
public enum ElementDomain: Hashable, Sendable {
    case choice([ElementValue])
    case ordered([ElementValue])
    case number(ClosedRange<Int>, NumberUnit)
    case flag(yes: String, no: String)

    /// The ids of the values; empty for numbers.
    public var valueIDs: [String] {
        switch self {
        case .choice(let values), .ordered(let values): return values.map(\.id)
        case .number: return []
        case .flag: return ["no", "yes"]
        }
    }
}

/// A fact that statutes make matter.
/// What a group of values of a choice is called.
public struct GroupPhrase: Hashable, Sendable {
    /// One bit for each value.
    public let bits: UInt64
    public let phrase: String
    public init(bits: UInt64, phrase: String) {
        self.bits = bits
        self.phrase = phrase
    }
}

public struct Element: Hashable, Sendable {
    public let id: String
    public let index: ElementIndex
    public let domain: ElementDomain
    public let kind: ElementKind
    public let change: Changeability
    /// One sentence.
    public let definition: String
    /// The instrument or provision from which the element comes, where there is one.
    public let source: String?
    /// The words of reports, with `{}` where the value goes.
    public let phrase: String
    /// What a practitioner would be asked.
    public let question: String
    /// The value that is taken when nothing is said, unless the assessment is strict.
    public let presume: ValueSet?
    /// Named groups of values, such as `visual`.
    public let groups: [String: ValueSet]
    /// The words for groups of values, those of the largest groups first, then by their words.
    public let groupPhrases: [GroupPhrase]
    /// Values of a continuing act: it lasts until it ends, so the law of its last day counts.
    public let continuing: ValueSet?
    /// A name under which several flags may be stated together in a request (`aims: […]`).
    public let list: String?
    /// What to state instead where the element does not apply.
    public let instead: String?
    /// True where the element has the extra value "there is no such thing".
    public let mayBeNotApplicable: Bool

    public init(
        id: String, index: ElementIndex, domain: ElementDomain, kind: ElementKind, change: Changeability,
        definition: String, source: String?, phrase: String, question: String, presume: ValueSet?,
        groups: [String: ValueSet], groupPhrases: [GroupPhrase] = [], continuing: ValueSet?, list: String?,
        instead: String? = nil, mayBeNotApplicable: Bool
    ) {
        self.id = id
        self.index = index
        self.domain = domain
        self.kind = kind
        self.change = change
        self.definition = definition
        self.source = source
        self.phrase = phrase
        self.question = question
        self.presume = presume
        self.groups = groups
        self.groupPhrases = groupPhrases
        self.continuing = continuing
        self.list = list
        self.instead = instead
        self.mayBeNotApplicable = mayBeNotApplicable
    }

    /// Every value, "there is no such thing" included where the element has it.
    public var all: ValueSet {
        switch domain {
        case .choice(let values), .ordered(let values):
            let bits: UInt64 = values.count == 64 ? .max : (1 << UInt64(values.count)) - 1
            return ValueSet(choices: bits, notApplicable: mayBeNotApplicable)
        case .number(let range, _): return ValueSet(numbers: [range], notApplicable: mayBeNotApplicable)
        case .flag: return ValueSet(choices: 0b11, notApplicable: mayBeNotApplicable)
        }
    }
}
