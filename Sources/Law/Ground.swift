/// The identifier of a ground in `Rules/grounds.yaml`, such as `nationality`.
public struct GroundID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public static func < (left: GroundID, right: GroundID) -> Bool { left.text < right.text }
    public var description: String { text }

    // The grounds that sections of their own in the encodings give rise to.
    public static let dualCriminality = GroundID("dual-criminality")
    public static let penaltyThreshold = GroundID("penalty-threshold")
    public static let sentenceThreshold = GroundID("sentence-threshold")
    public static let outOfScope = GroundID("out-of-scope")
    public static let notListed = GroundID("not-listed")
    public static let noLegalBasis = GroundID("no-legal-basis")
}

/// A ground on which a request can fail: when it arises in general, over the facts of the catalogue.
///
/// Whether it is a ground at all, and with what effect, is said by the rules of instruments and states.
public struct Ground: Hashable, Sendable {
    public enum Scope: String, Hashable, Sendable, CaseIterable { case request, count }
    public enum Origin: String, Hashable, Sendable, CaseIterable {
        /// Follows from the definitions, dates and persons.
        case law
        /// Has to be raised on the facts of the case.
        case raised = "case"
    }

    public let id: GroundID
    public let title: String
    public let kinds: Set<Request.Kind>
    public let scope: Scope
    public let raisedBy: Origin
    public let when: Condition
    public let cures: [GroundCure]
    /// What applies where neither the legal basis nor the requested state's law says anything: for grounds that an
    /// overlay adds. Nil for grounds that exist only where a text has them.
    public let everywhere: GroundRule?

    public init(
        id: GroundID, title: String, kinds: Set<Request.Kind>, scope: Scope, raisedBy: Origin, when: Condition,
        cures: [GroundCure], everywhere: GroundRule? = nil
    ) {
        self.id = id
        self.title = title
        self.kinds = kinds
        self.scope = scope
        self.raisedBy = raisedBy
        self.when = when
        self.cures = cures
        self.everywhere = everywhere
    }
}

/// A concrete way out.
public struct GroundCure: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case fact, count, basis, measure, assurance, transfer, review
    }

    public let kind: Kind
    /// The assurance that is meant, without `assurance.`.
    public let id: String?
    public let text: String
    public let provision: String?
    public init(kind: Kind, id: String? = nil, text: String, provision: String? = nil) {
        self.kind = kind
        self.id = id
        self.text = text
        self.provision = provision
    }
}

/// What a text makes of a ground (DESIGN-AMENDMENTS 11).
public enum RuleEffect: String, Hashable, Sendable, CaseIterable {
    /// The request must be refused.
    case mandatory
    /// It may be refused.
    case optional
    /// The text says that this is no ground.
    case excluded
    /// No refusal, but a condition that has to be named.
    case condition
    /// The text has the ground; its effect is not known.
    case unknown
}

/// Whether a rule of national law gives way to a treaty.
public enum TreatyYield: String, Hashable, Sendable, CaseIterable {
    case no
    /// Where the treaty has a rule of its own on the ground: "unless the treaty provides otherwise".
    case whereItSpeaks = "where-it-speaks"
    /// Even where the treaty is silent.
    case yes
}

/// One rule of an instrument or of a state's law about a ground.
public struct GroundRule: Hashable, Sendable {
    public let ground: GroundID
    public let kinds: Set<Request.Kind>
    public let effect: RuleEffect
    /// When the rule applies: the ground's own condition, or what the text says instead.
    public let when: Condition
    public let yieldsToTreaty: TreatyYield
    public let authority: Authority
    public let cures: [GroundCure]
    /// The open question on which it hangs whether the rule exists at all; part of `when` too. Nil where it surely does.
    public let existsIf: Condition?

    public init(
        ground: GroundID, kinds: Set<Request.Kind>, effect: RuleEffect, when: Condition, yieldsToTreaty: TreatyYield = .no,
        authority: Authority, cures: [GroundCure] = [], existsIf: Condition? = nil
    ) {
        self.ground = ground
        self.kinds = kinds
        self.effect = effect
        self.when = when
        self.yieldsToTreaty = yieldsToTreaty
        self.authority = authority
        self.cures = cures
        self.existsIf = existsIf
    }
}

/// The rules of one text about grounds, and the grounds that it was read for and does not have.
public struct GroundRules: Hashable, Sendable {
    public let rules: [GroundID: [GroundRule]]
    /// For each ground that the text does not have, the kinds of request for which that was read.
    public let silent: [GroundID: Set<Request.Kind>]

    public init(rules: [GroundID: [GroundRule]] = [:], silent: [GroundID: Set<Request.Kind>] = [:]) {
        self.rules = rules
        self.silent = silent
    }

    public static let none = GroundRules()

    public func rules(_ ground: GroundID, for kind: Request.Kind) -> [GroundRule] {
        (rules[ground] ?? []).filter { $0.kinds.contains(kind) }
    }

    /// Whether the text says something about the ground, be it by not having it.
    public func answers(_ ground: GroundID, for kind: Request.Kind) -> Bool {
        silent[ground]?.contains(kind) ?? false || !rules(ground, for: kind).isEmpty
    }

    /// These rules with `other` on top: what `other` says of a ground, for a kind of request, takes the place of what was
    /// said of it for that kind.
    public func replaced(by other: GroundRules) -> GroundRules {
        var merged = rules
        for (ground, new) in other.rules {
            let replacedKinds = new.reduce(into: Set<Request.Kind>()) { $0.formUnion($1.kinds) }
            let kept = (merged[ground] ?? []).compactMap { $0.limited(to: $0.kinds.subtracting(replacedKinds)) }
            merged[ground] = kept + new
        }
        return GroundRules(rules: merged, silent: silent.merging(other.silent) { $0.union($1) })
    }

    /// These rules and those of `other`, side by side.
    public func joined(with other: GroundRules) -> GroundRules {
        GroundRules(
            rules: rules.merging(other.rules) { $0 + $1 }, silent: silent.merging(other.silent) { $0.union($1) })
    }

    /// These rules and, for grounds that they do not have, those of `other`.
    public func completed(by other: GroundRules) -> GroundRules { other.replaced(by: self) }
}

extension GroundRule {
    /// The rule for these kinds of request only; nil for none.
    public func limited(to kinds: Set<Request.Kind>) -> GroundRule? {
        kinds.isEmpty
            ? nil
            : GroundRule(
                ground: ground, kinds: kinds, effect: effect, when: when, yieldsToTreaty: yieldsToTreaty,
                authority: authority, cures: cures, existsIf: existsIf)
    }
}

/// Every ground, and the facts over which grounds are stated: a vocabulary of its own.
public struct GroundCatalogue: Hashable, Sendable {
    public let vocabulary: Vocabulary
    /// In the order of the files.
    public let grounds: [Ground]
    private let places: [GroundID: Int]

    public init(vocabulary: Vocabulary, grounds: [Ground]) {
        self.vocabulary = vocabulary
        self.grounds = grounds
        places = Dictionary(grounds.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    public static let empty = GroundCatalogue(
        vocabulary: Vocabulary(
            version: 0, elements: [], constraints: [], applicability: [:], macros: [:], categories: [], aims: [], victim: []),
        grounds: [])

    public subscript(id: GroundID) -> Ground? { places[id].map { grounds[$0] } }

    /// A condition by the names of an element and of its values; `.never` where the catalogue has no such element.
    public func has(_ element: String, _ values: String...) -> Condition {
        guard let element = vocabulary.element(element) else { return .never }
        let ids = element.domain.valueIDs
        let bits = values.reduce(into: UInt64(0)) { bits, value in
            if let place = ids.firstIndex(of: value) { bits |= 1 << UInt64(place) }
            if case .choice(let group)? = element.groups[value]?.values { bits |= group }
        }
        return .has(element.index, ValueSet(choices: bits))
    }
}
