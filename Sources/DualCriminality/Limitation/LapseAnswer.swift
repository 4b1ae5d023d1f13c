import Law

/// Whether time has lapsed for one offence on the day asked.
public enum LapseAnswer: Hashable, Sendable {
    /// It has. The day is the first on which it surely had, whatever is not known.
    case lapsed(on: LegalDate)
    /// It has not. The day is the last on which it surely has not, whatever is not known; nil where it never lapses, or
    /// where no day can be named (a victim who is alive).
    case notLapsed(until: LegalDate?)
    /// Facts or law that are not known decide. Never empty.
    case open([LapseReason])
}

/// What keeps the question open.
public enum LapseReason: Hashable, Sendable {
    case fact(LapseFact)
    /// Law that is not encoded.
    case law(String)

    /// In plain words.
    public var words: String {
        switch self {
        case .fact(let fact): return fact.words
        case .law(let text): return text
        }
    }
}

/// A fact that a request can state; the raw value is its key.
public enum LapseFact: String, Hashable, Sendable, CaseIterable {
    case committed
    case result
    /// The elements on which the maximum penalty turns.
    case facts
    case victimAge = "victim.age-at-conduct"
    case victimBorn = "victim.born"
    case victimAlive = "victim.alive"
    case procedural
    case presentIn = "person.present-in"

    public var words: String {
        switch self {
        case .committed: return "when the conduct ended"
        case .result: return "when the result occurred"
        case .facts: return "which maximum penalty the facts carry"
        case .victimAge: return "how old the victim was at the conduct"
        case .victimBorn: return "when the victim was born"
        case .victimAlive: return "whether the victim is alive"
        case .procedural: return "which acts of the proceedings interrupted or stopped the period"
        case .presentIn: return "whether, and how long, the person was abroad or in hiding"
        }
    }
}

/// The answer with what led to it.
public struct LapseFinding: Hashable, Sendable {
    public let answer: LapseAnswer
    /// One statement each, in plain words, with the provision.
    public let because: [String]
    /// How well the weakest rule used was checked; nil where none is encoded.
    public let review: Review?

    public init(answer: LapseAnswer, because: [String], review: Review?) {
        self.answer = answer
        self.because = because
        self.review = review
    }
}
