import ConditionAlgebra
import Law

/// Finds the offences of one state that reach part of an offence of another.
struct Counterparts {
    let own: CompiledDefinitions
    let other: CompiledDefinitions

    /// Those that reach most of it first.
    func found(_ place: Int, _ answers: [CompareEngine.ActAnswer]) -> [OffenceComparison.Counterpart] {
        let mine = own.acts[place]
        var found: [(share: Double, place: Int, counterpart: OffenceComparison.Counterpart)] = []
        for (theirPlace, theirs) in other.view.offences.enumerated() {
            let parts = answers.compactMap { entry in
                entry.answer.commons.first { entry.law.offences[$0.place].place == theirPlace }
            }
            guard !parts.isEmpty else { continue }
            // Acts that only one of the two knows are outside the other.
            let mineInside = parts.count == mine.count && parts.allSatisfy(\.holdsAllOfMine)
            let theirsInside = parts.allSatisfy(\.holdsAllOfTheirs) && Set(other.acts[theirPlace]).isSubset(of: mine)
            let relation: DefinitionRelation
            switch (mineInside, theirsInside) {
            case (true, true): relation = .equivalent
            case (true, false): relation = .narrower
            case (false, true): relation = .wider
            case (false, false): relation = .overlapping
            }
            // Rounded, so that the order does not depend on the order in which shares were summed.
            let share = (parts.reduce(0) { $0 + $1.share } * 1e9).rounded()
            found.append((
                share, theirPlace,
                OffenceComparison.Counterpart(
                    id: theirs.offence.id.text, provision: cite(theirs.offence.source.short, theirs.version.provision),
                    relation: relation, imprisonment: PenaltyRange.words(theirs.version),
                    limitation: OffenceFacts.limitation(theirs.version, other.view.jurisdiction.generalPart))
            ))
        }
        return found.sorted { ($1.share, $0.place) < ($0.share, $1.place) }.map(\.counterpart)
    }
}
