import Law

/// What one state's law says of one item.
public struct SideAnswer: Hashable, Sendable, Encodable {
    public let jurisdiction: String
    public let status: Punishability
    /// Whether one offence covers the facts alone, or only several together (age unknown: one offence or the other).
    public let metBy: String?
    public let offences: [OffenceAnswer]
    /// What would make it certain, appraisals included; empty where it is met or cannot be.
    public let establish: Alternatives?
    /// The fewest stated facts that suffice, where it is met.
    public let suffices: [FactDescription]
    public let assumed: [Assumption]
    /// Evaluations that courts will make.
    public let appraisal: [Appraisal]
    /// Law that is not encoded and on which it turns.
    public let open: [String]
    /// Where it is not punishable: the offences that come nearest, with the elements that fail.
    public let nearest: [NearestOffence]
    /// The days whose law was asked, with what each gave.
    public let periods: [PeriodAnswer]

    enum CodingKeys: String, CodingKey {
        case jurisdiction, status, offences, establish, suffices, assumed, appraisal, open, nearest, periods
        case metBy = "met-by"
    }
}

/// The status in the words of the contract: `punishable` and `not-punishable` instead of met and not met.
public enum Punishability: String, Hashable, Sendable, Encodable {
    case punishable
    case notPunishable = "not-punishable"
    case depends, appraisal, unknown

    init(_ status: PunishabilityStatus) {
        switch status {
        case .met: self = .punishable
        case .notMet: self = .notPunishable
        case .depends: self = .depends
        case .appraisal: self = .appraisal
        case .unknown: self = .unknown
        }
    }
}

extension PunishabilityStatus {
    init(_ answer: Punishability) {
        switch answer {
        case .punishable: self = .met
        case .notPunishable: self = .notMet
        case .depends: self = .depends
        case .appraisal: self = .appraisal
        case .unknown: self = .unknown
        }
    }
}

public struct OffenceAnswer: Hashable, Sendable, Encodable {
    public let id: String
    public let title: String
    public let status: PunishabilityStatus
    /// With the short form of its source: `StGB § 184b(3)`.
    public let provision: String
    public let imprisonment: ImprisonmentAnswer?
    /// Only a fine is threatened on these facts.
    public let fineOnly: Bool
    public let limitation: String?
    public let review: String
    public let source: String
    public let asOf: String
    /// False where the date of commencement is not in the sources.
    public let commencementRead: Bool
    /// Discretion and procedure: no part of the definition, but worth knowing.
    public let notes: [String]
    /// What lapse of time goes by.
    let lapse: LapseBasis

    /// The offence's own rule on limitation, and the maxima that the facts allow, without a reduction for attempt.
    struct LapseBasis: Hashable, Sendable {
        let limitation: Limitation?
        let maxima: ClosedRange<Term>?
    }

    enum CodingKeys: String, CodingKey {
        case id, title, status, provision, imprisonment, limitation, review, source, notes
        case fineOnly = "fine-only"
        case asOf = "as-of"
        case commencementRead = "commencement-read"
    }
}

extension OffenceAnswer {
    /// With the range of penalties of all these answers, one for each act that it may have been.
    func merged(with others: [OffenceAnswer]) -> OffenceAnswer {
        let ranges = others.compactMap(\.imprisonment)
        let maxima = others.compactMap(\.lapse.maxima)
        var joined: ImprisonmentAnswer?
        if let low = ranges.map(\.minimum).min(), let highest = ranges.max(by: { $0.maximum < $1.maximum }) {
            joined = ImprisonmentAnswer(
                Imprisonment(minimum: min(low, highest.maximum), maximum: highest.maximum, isCeiling: highest.ceiling),
                alternativeFine: ranges.contains(where: \.alternativeFine))
        }
        var range = lapse.maxima
        if let low = maxima.map(\.lowerBound).min(), let high = maxima.map(\.upperBound).max() { range = low...high }
        return OffenceAnswer(
            id: id, title: title, status: status, provision: provision, imprisonment: joined,
            fineOnly: others.allSatisfy(\.fineOnly), limitation: limitation, review: review, source: source, asOf: asOf,
            commencementRead: commencementRead, notes: notes, lapse: LapseBasis(limitation: lapse.limitation, maxima: range))
    }

    func with(status: PunishabilityStatus) -> OffenceAnswer {
        OffenceAnswer(
            id: id, title: title, status: status, provision: provision, imprisonment: imprisonment, fineOnly: fineOnly,
            limitation: limitation, review: review, source: source, asOf: asOf, commencementRead: commencementRead,
            notes: notes, lapse: lapse)
    }
}

/// The range of imprisonment over all cases that agree with the facts, and over all modes of trial.
public struct ImprisonmentAnswer: Hashable, Sendable, Encodable {
    /// ISO 8601, or `life`, `death`.
    public let min: String
    public let max: String
    public let minMonths: Int?
    public let maxMonths: Int?
    public let lessADay: Bool
    public let alternativeFine: Bool
    /// "up to 5 years", "3 months to 5 years".
    public let text: String
    /// The maximum is the general ceiling, because the provision names none.
    public let ceiling: Bool
    /// The ends of the range as terms.
    let minimum: Term
    let maximum: Term

    enum CodingKeys: String, CodingKey {
        case min, max, text, ceiling
        case minMonths = "min-months"
        case maxMonths = "max-months"
        case lessADay = "less-a-day"
        case alternativeFine = "alternative-fine"
    }
}

extension ImprisonmentAnswer {
    public init(_ range: Imprisonment, alternativeFine: Bool) {
        minimum = range.minimum
        maximum = range.maximum
        min = range.minimum.iso
        max = range.maximum.iso
        minMonths = range.minimum.wholeMonths
        maxMonths = range.maximum.wholeMonths
        if case .months(_, true) = range.maximum { lessADay = true } else { lessADay = false }
        self.alternativeFine = alternativeFine
        text = range.words + (alternativeFine ? " or a fine" : "")
        ceiling = range.isCeiling
    }
}

/// A fact that was taken as given because nothing was said about it.
public struct Assumption: Hashable, Sendable, Encodable {
    public let element: String
    public let value: String
    public let because: String
    public let text: String
}

public struct Appraisal: Hashable, Sendable, Encodable {
    public let element: String
    public let text: String
    public let question: String
}

/// An offence that does not cover the facts, and what keeps it from doing so.
public struct NearestOffence: Hashable, Sendable, Encodable {
    public struct Change: Hashable, Sendable, Encodable {
        public let element: String
        public let stated: String
        public let needed: FactDescription
        /// `fixed`, `establish` or `charge`.
        public let change: String
    }

    public let id: String
    public let title: String
    public let provision: String
    public let review: String
    public let fails: [Change]
}

public struct PeriodAnswer: Hashable, Sendable, Encodable {
    public let from: String
    public let to: String
    /// `conduct` or `request`.
    public let law: String
    public let status: Punishability
}
