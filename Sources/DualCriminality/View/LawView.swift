import ConditionAlgebra
import Law

/// A state's law on one day, as it is asked on one side of a request.
public struct LawView: Sendable {
    public let jurisdiction: Jurisdiction
    public let date: LegalDate
    public let side: Side
    public let offences: [OffenceView]
    /// Law that could also punish but is not encoded.
    public let unencoded: [OutsideLaw]
    let vocabulary: Vocabulary

    /// - Parameters:
    ///   - disregards: kinds of exception that dual criminality leaves out; empty for the state's own prosecution.
    ///   - only: the offences that count, where offences and not conduct are compared; nil for all. Law that is not encoded
    ///     is then no substitute for them.
    public init(
        _ jurisdiction: Jurisdiction, on date: LegalDate, side: Side, disregards: Set<ExceptionKind> = [],
        only: Set<OffenceID>? = nil, vocabulary: Vocabulary
    ) {
        self.jurisdiction = jurisdiction
        self.date = date
        self.side = side
        self.vocabulary = vocabulary
        let builder = OffenceBuilder(
            vocabulary: vocabulary, generalPart: jurisdiction.generalPart, side: side, disregards: disregards)
        var offences: [OffenceView] = []
        var unencoded = only == nil ? jurisdiction.outsideLaw : []
        for offence in jurisdiction.offences where only?.contains(offence.id) ?? true {
            if let version = offence.version(on: date) {
                offences.append(OffenceView(offence: offence, version: version, parts: builder.parts(of: version)))
            } else if let earlier = LawView.earlierLaw(offence, on: date, vocabulary) {
                unencoded.append(earlier)
            }
        }
        if only == nil { unencoded += LawView.gaps(of: jurisdiction, vocabulary: vocabulary) }
        self.offences = offences
        self.unencoded = unencoded
    }

    /// The law before the first encoded version of an offence, where the day lies there and what applied was not read: it may
    /// have punished these acts more widely than the present text, or not.
    static func earlierLaw(_ offence: Offence, on date: LegalDate, _ vocabulary: Vocabulary) -> OutsideLaw? {
        guard let first = offence.firstDay, date < first, offence.before == .notEncoded, let version = offence.versions.first
        else { return nil }
        let text = "the law before \(first.iso) is not encoded (\(version.provision))"
        return OutsideLaw(text: text, when: LawView.acts(of: version.when, vocabulary))
    }

    /// That the act is one which the condition names; always, where it names none.
    private static func acts(of condition: Condition, _ vocabulary: Vocabulary) -> Condition {
        guard let act = vocabulary.index(of: "act") else { return .always }
        var acts: ValueSet?
        condition.forEach { part in
            guard case .has(act, let set) = part else { return }
            acts = acts.map { $0.union(set) } ?? set
        }
        return acts.map { .has(act, $0) } ?? .always
    }

    /// Categories that are not encoded, or for which general law was not searched.
    private static func gaps(of jurisdiction: Jurisdiction, vocabulary: Vocabulary) -> [OutsideLaw] {
        vocabulary.categories.compactMap { category in
            let coverage = jurisdiction.coverage[category.id] ?? .notEncoded
            if coverage.status == .notEncoded {
                return OutsideLaw(
                    text: "\(jurisdiction.name): \(category.title) is not encoded", when: category.guardCondition)
            }
            if coverage.generalLawSearched { return nil }
            return OutsideLaw(
                text: "\(jurisdiction.name): general law that could reach \(category.title) was not searched",
                when: category.guardCondition)
        }
    }

    /// Where offences that aim at other offences find these.
    var aimed: ConditionCompiler.Aimed {
        let byID = Dictionary(
            offences.map { ($0.offence.id, $0.parts.completed) }, uniquingKeysWith: { first, _ in first })
        return { byID[$0] }
    }

    /// The conditions of the vocabulary that checks of facts compile.
    var vocabularyConditions: [(owner: String, condition: Condition)] {
        (vocabulary.applicability.sorted { $0.key < $1.key } + vocabulary.unpresumed.sorted { $0.key < $1.key })
            .map { ("", $0.value) }
            + vocabulary.aims.map { ("", $0.acts) }
    }

    /// Every condition that deciding this view compiles.
    var conditions: [Condition] {
        offences.flatMap { offence -> [Condition] in
            [offence.parts.whole] + offence.parts.lines.map(\.applies)
        } + unencoded.map { Condition.all([$0.when, .open(OpenLaw(text: $0.text))]) }
    }
}

/// One offence in the version of the day.
public struct OffenceView: Sendable {
    public let offence: Offence
    public let version: OffenceVersion
    public let parts: OffenceParts
}
