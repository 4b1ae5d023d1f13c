import DualCriminality
import Law

/// What the engine answers for one offence done with one act.
struct ActAnswer: Hashable, Sendable {
    let layers: OffenceComparison.Layers
    /// Whether the offence punishes anything with this act, presumptions on.
    let occursInCore: Bool
}

/// Asks the engine act by act: the questions of a comparison are put for each act, and so are the expected answers.
///
/// An offence is replaced by one for each of its acts ("… and the act is possession"), and the engine compares these.
struct ActSplit {
    private let answers: [String: ActAnswer]

    /// - Parameter acts: for each offence of `comparer.from` that is asked, the acts that are asked.
    init(_ comparer: Comparer, acts: [OffenceID: [ValueSet]]) throws {
        guard let act = comparer.vocabulary.index(of: "act") else {
            answers = [:]
            return
        }
        let state = comparer.from
        var offences: [Offence] = []
        var keepsWhole = false
        for offence in state.offences {
            guard let version = offence.version(on: comparer.date) else { continue }
            version.when.forEach { if case .aimsAt = $0 { keepsWhole = true } }
            for value in acts[offence.id] ?? [] {
                offences.append(
                    offence.with(
                        id: ActSplit.id(offence.id, value), version: version.with(when: .all([.has(act, value), version.when]))))
            }
        }
        // Aims name offences by their ids.
        if keepsWhole { offences += state.offences }
        let split = Jurisdiction(
            code: state.code, names: state.names, parent: state.parent, generalPart: state.generalPart,
            coverage: state.coverage, outsideLaw: state.outsideLaw, sources: state.sources, definitions: state.definitions,
            offences: offences, cooperation: state.cooperation)
        let comparison = try Comparer(vocabulary: comparer.vocabulary, from: split, to: comparer.to, date: comparer.date).compare()
        answers = Dictionary(
            comparison.offences.map { offence in
                // Without a case there is nothing that could be covered at any threshold.
                (offence.id, ActAnswer(layers: offence.layers, occursInCore: offence.coveredAt["any"] != nil))
            }, uniquingKeysWith: { first, _ in first })
    }

    subscript(offence: OffenceID, act: ValueSet) -> ActAnswer? { answers[ActSplit.id(offence, act).text] }

    private static func id(_ offence: OffenceID, _ act: ValueSet) -> OffenceID {
        var place = 0
        if case .choice(let bits) = act.values { place = bits.trailingZeroBitCount }
        // No id of an encoding holds a space.
        return OffenceID("\(offence.text) act \(place)")
    }
}

extension Offence {
    fileprivate func with(id: OffenceID, version: OffenceVersion) -> Offence {
        Offence(id: id, titles: titles, source: source, before: before, versions: [version], silent: silent, note: note)
    }
}

extension OffenceVersion {
    fileprivate func with(when: Condition) -> OffenceVersion {
        OffenceVersion(
            inForce: inForce, when: when, hook: hook, exceptions: exceptions, attempt: attempt, penalty: penalty,
            limitation: limitation, provision: provision, review: review, inForceIsRead: inForceIsRead)
    }
}
