/// What a state's law says of facts that may be incomplete (DESIGN §4.1, DESIGN-AMENDMENTS 1 and 7).
public enum PunishabilityStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// Punishable whatever the facts that are not stated, however a court evaluates, whatever the open law says.
    case met
    /// Not punishable, whatever else may be.
    case notMet = "not-met"
    /// It turns on facts that are not stated.
    case depends
    /// Whatever the other facts are, it is punishable or turns on a court's evaluation.
    case appraisal
    /// It turns on law that is not encoded.
    case unknown

    /// From best to worst for a request: where several must hold, the worst counts.
    private var rank: Int {
        switch self {
        case .met: return 0
        case .appraisal: return 1
        case .depends: return 2
        case .unknown: return 3
        case .notMet: return 4
        }
    }

    public static func worst(_ statuses: some Sequence<PunishabilityStatus>) -> PunishabilityStatus? {
        statuses.max { $0.rank < $1.rank }
    }

    public static func best(_ statuses: some Sequence<PunishabilityStatus>) -> PunishabilityStatus? {
        statuses.min { $0.rank < $1.rank }
    }
}
