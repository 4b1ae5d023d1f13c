/// The rules that hold for every offence of a state.
public struct GeneralPart: Hashable, Sendable {
    public enum AttemptPunishable: String, Hashable, Sendable, CaseIterable {
        case all, none
        case whereStated = "where-stated"
        case crimesAndWhereStated = "crimes-and-where-stated"
    }

    public enum AttemptPenalty: String, Hashable, Sendable, CaseIterable {
        case same
        case mayBeReduced = "may-be-reduced"
        case half
    }

    public struct Attempt: Hashable, Sendable {
        public let punishable: AttemptPunishable
        /// Whether an attempt that cannot succeed (a decoy) is an attempt: nil where the texts do not say.
        public let impossible: Bool?
        public let penalty: AttemptPenalty
        public let authority: Authority
        public init(punishable: AttemptPunishable, impossible: Bool?, penalty: AttemptPenalty, authority: Authority) {
            self.punishable = punishable
            self.impossible = impossible
            self.penalty = penalty
            self.authority = authority
        }
    }

    public struct DefaultFault: Hashable, Sendable {
        public let atLeast: Condition
        public let authority: Authority
        public init(atLeast: Condition, authority: Authority) {
            self.atLeast = atLeast
            self.authority = authority
        }
    }

    /// What makes an offence a crime rather than a lesser offence.
    public enum CrimeThreshold: Hashable, Sendable {
        case minimum(Threshold)
        case maximum(Threshold)
    }

    public struct Participation: Hashable, Sendable {
        public let instigator: Bool
        public let accomplice: Bool
        public let authority: Authority
        public init(instigator: Bool, accomplice: Bool, authority: Authority) {
            self.instigator = instigator
            self.accomplice = accomplice
            self.authority = authority
        }
    }

    public let defaultFault: DefaultFault?
    public let attempt: Attempt?
    public let crime: CrimeThreshold?
    public let participation: Participation?
    public let ageOfResponsibility: (age: Int, authority: Authority)?
    public let ceiling: Term?
    public let limitation: LimitationLadder?

    public init(
        defaultFault: DefaultFault?, attempt: Attempt?, crime: CrimeThreshold?, participation: Participation?,
        ageOfResponsibility: (age: Int, authority: Authority)?, ceiling: Term?, limitation: LimitationLadder?
    ) {
        self.defaultFault = defaultFault
        self.attempt = attempt
        self.crime = crime
        self.participation = participation
        self.ageOfResponsibility = ageOfResponsibility
        self.ceiling = ceiling
        self.limitation = limitation
    }

    public static func == (left: GeneralPart, right: GeneralPart) -> Bool {
        left.defaultFault == right.defaultFault && left.attempt == right.attempt && left.crime == right.crime
            && left.participation == right.participation && left.ceiling == right.ceiling
            && left.limitation == right.limitation && left.ageOfResponsibility?.age == right.ageOfResponsibility?.age
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(attempt)
        hasher.combine(ceiling)
        hasher.combine(limitation)
    }
}

/// How far one category is encoded in one state.
public struct Coverage: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case encoded
        case noOffence = "no-offence"
        case notEncoded = "not-encoded"
    }

    public let status: Status
    /// Whether the general offences that could reach the category were looked at: only then "not punishable" may be said.
    public let generalLawSearched: Bool
    public let note: String?
    public init(status: Status, generalLawSearched: Bool, note: String?) {
        self.status = status
        self.generalLawSearched = generalLawSearched
        self.note = note
    }

    public static let notEncoded = Coverage(status: .notEncoded, generalLawSearched: false, note: nil)
}

/// Law outside the encoding that could also punish, such as State law beside federal law.
public struct OutsideLaw: Hashable, Sendable {
    public let text: String
    public let when: Condition
    public init(text: String, when: Condition) {
        self.text = text
        self.when = when
    }
}

/// A state, as far as it is encoded.
public struct Jurisdiction: Hashable, Sendable {
    public let code: JurisdictionCode
    /// By language.
    public let names: [String: String]
    public let parent: JurisdictionCode?
    public let generalPart: GeneralPart
    public let coverage: [String: Coverage]
    public let outsideLaw: [OutsideLaw]
    public let sources: [Source]
    public let definitions: [Definition]
    public let offences: [Offence]
    public let cooperation: Cooperation?

    public init(
        code: JurisdictionCode, names: [String: String], parent: JurisdictionCode?, generalPart: GeneralPart,
        coverage: [String: Coverage], outsideLaw: [OutsideLaw], sources: [Source], definitions: [Definition],
        offences: [Offence], cooperation: Cooperation?
    ) {
        self.code = code
        self.names = names
        self.parent = parent
        self.generalPart = generalPart
        self.coverage = coverage
        self.outsideLaw = outsideLaw
        self.sources = sources
        self.definitions = definitions
        self.offences = offences
        self.cooperation = cooperation
    }

    public var name: String { names["en"] ?? code.text }
    public func offence(_ id: OffenceID) -> Offence? { offences.first { $0.id == id } }
}

/// A named part of the definitions of a state.
public struct Definition: Hashable, Sendable {
    public let name: String
    public let provision: String
    public let condition: Condition
    public init(name: String, provision: String, condition: Condition) {
        self.name = name
        self.provision = provision
        self.condition = condition
    }
}
