import Law

/// A set of edits of a state's own law after which it reaches a model definition (or the part of it that is in doubt
/// no longer).
public struct Repair: Hashable, Sendable, Encodable {
    /// One edit, in words and in machine-readable form.
    public struct Edit: Hashable, Sendable, Encodable {
        public enum Kind: String, Hashable, Sendable, Encodable, CaseIterable {
            case widen
            case lowerFault = "lower-fault"
            case dropRequirement = "drop-requirement"
            case addCase = "add-case"
            case narrowException = "narrow-exception"
            case dropException = "drop-exception"
            case settleOpenLaw = "settle-open-law"
            case chooseReading = "choose-reading"
            case punishAttempt = "punish-attempt"
            case punishParticipation = "punish-participation"
            case newOffence = "new-offence"
        }

        public let kind: Kind
        /// As it is cited: `StGB § 184c(1)`.
        public let provision: String
        /// The offence that is edited; nil where the edit is one of a definition or of the general part.
        public let offence: String?
        public let definition: String?
        /// The exception of the offence that is edited.
        public let exception: String?
        public let element: String?
        public let from: FactDescription?
        public let to: FactDescription?
        /// The facts of a case that is added.
        public let added: RegionDescription?
        public let text: String
    }

    public let edits: [Edit]
    /// The layer in which the provision fell short and no longer does.
    public let layer: CompareLayer
    /// Of the provision in that layer once the edits are made: `unknown` where open law beside the gap remains.
    public let coverage: CoverageStatus
    /// How many offences of the state change.
    public let touches: Int
    /// What would be punished that is not punished today, outside every provision of the instrument.
    public let newlyPunished: [OffenceComparison.Gap]
    public let newlyPunishedComplete: Bool
    /// The edits were made in a copy of the law, and the question was asked again.
    public let verified: Bool
    /// The edits themselves, for `Jurisdiction.applying`.
    public let amendment: [AmendmentEdit]

    /// Nothing of the state's law is edited; the model definition becomes an offence of its own.
    public var isNewOffenceOnly: Bool { edits.allSatisfy { $0.kind == .newOffence } }

    /// The same consequences as far as they are reported; the edits differ only in where and how they are written.
    func hasSameEffect(as other: Repair) -> Bool {
        let isSame = touches == other.touches && coverage == other.coverage && newlyPunished == other.newlyPunished
            && newlyPunishedComplete == other.newlyPunishedComplete
        // Where not all regions are listed, the same list says less.
        return isSame && (newlyPunishedComplete || edits.map(\.kind) == other.edits.map(\.kind))
    }

    enum CodingKeys: String, CodingKey {
        case edits, layer, coverage, touches, verified
        case newlyPunished = "newly-punished"
        case newlyPunishedComplete = "newly-punished-complete"
    }
}

/// What was looked for, and how far.
public struct RepairSearchReport: Hashable, Sendable, Encodable {
    /// The most edits in a repair.
    public let bound: Int
    /// How many single edits were candidates.
    public let candidates: Int
    /// False where a limit ended the search before every set within the bound was looked at.
    public let complete: Bool
    /// Why there are no repairs, or what they leave open.
    public let note: String?
}

/// A term that an instrument asks for at least as the maximum, against the penalties of a state.
public struct PenaltyComparison: Hashable, Sendable, Encodable {
    /// An offence of the state that reaches the cases but not the term.
    public struct Lower: Hashable, Sendable, Encodable {
        public let offence: String
        public let provision: String
        public let imprisonment: String?
    }

    /// `5 years`.
    public let leastMaximum: String
    /// Of the cases for which the instrument asks for the term and which the state punishes; nil where there are none.
    public let coverage: CoverageStatus?
    /// What is punished, but with a lower maximum.
    public let shortfall: [RegionDescription]
    public let shortfallComplete: Bool
    /// What maximum there is instead.
    public let lower: [Lower]
    /// What the instrument itself leaves open about who falls under the term.
    public let open: [String]

    enum CodingKeys: String, CodingKey {
        case coverage, shortfall, lower, open
        case leastMaximum = "least-maximum"
        case shortfallComplete = "shortfall-complete"
    }
}
