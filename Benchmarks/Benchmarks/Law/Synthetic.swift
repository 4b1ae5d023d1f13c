import Law

/// States that do not exist: real ones with some of their law changed, to see how comparison grows.
///
/// Of each offence's law of the day, 30 in 100 have every age shifted by up to two years, 10 in 100 lose their exceptions, and 4 in
/// 100 of the offences are missing. Always the same for a number of states.
enum Synthetic {
    static func states(_ count: Int, like real: [Jurisdiction], _ vocabulary: Vocabulary) -> [Jurisdiction] {
        var source = SplitMix(state: 7)
        return (0..<count).map { place in
            let state = real[place % real.count]
            return place < real.count ? state : changed(state, code: "Z\(place)", vocabulary, &source)
        }
    }

    private static func changed(
        _ state: Jurisdiction, code: String, _ vocabulary: Vocabulary, _ source: inout SplitMix
    ) -> Jurisdiction {
        let offences = state.offences.compactMap { offence -> Offence? in
            let dice = Int.random(in: 0..<100, using: &source)
            let shift = Int.random(in: -2...2, using: &source)
            guard dice >= 4 else { return nil }
            let versions = offence.versions.map { version in
                OffenceVersion(
                    inForce: version.inForce, when: dice < 34 ? shifted(version.when, shift, vocabulary) : version.when,
                    hook: version.hook, exceptions: dice >= 90 ? [] : version.exceptions, attempt: version.attempt,
                    penalty: version.penalty, limitation: version.limitation, provision: version.provision,
                    review: version.review, inForceIsRead: version.inForceIsRead)
            }
            return Offence(
                id: offence.id, titles: offence.titles, source: offence.source, before: offence.before, versions: versions,
                silent: offence.silent, note: offence.note)
        }
        return Jurisdiction(
            code: JurisdictionCode(code), names: state.names, parent: nil, generalPart: state.generalPart,
            coverage: state.coverage, outsideLaw: state.outsideLaw, sources: state.sources, definitions: state.definitions,
            offences: offences, cooperation: nil)
    }

    /// Every age limit moved by some years; where there is no limit there still is none.
    private static func shifted(_ condition: Condition, _ years: Int, _ vocabulary: Vocabulary) -> Condition {
        condition.replacing { element, set in
            guard case .numbers(let ranges) = set.values, case .number(let domain, .years) = vocabulary[element].domain else {
                return nil
            }
            let moved = ranges.map { range in
                let low = range.lowerBound == domain.lowerBound ? range.lowerBound : min(max(range.lowerBound + years, domain.lowerBound), domain.upperBound)
                let high = range.upperBound == domain.upperBound ? range.upperBound : min(max(range.upperBound + years, domain.lowerBound), domain.upperBound)
                return low...max(low, high)
            }
            return .has(element, ValueSet(numbers: moved, notApplicable: set.notApplicable))
        }
    }
}
