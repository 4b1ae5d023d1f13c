import Law

/// Puts together what was answered for each of several possible acts.
struct MergedAnswer {
    let wording: Wording
    let act: ElementIndex
    let parts: [(act: ValueSet, answer: SideAnswer, status: PunishabilityStatus)]

    var answer: (SideAnswer, PunishabilityStatus) {
        let status = PunishabilityStatus.ofParts(parts.map(\.status))
        let settling = parts.filter { $0.status != .notMet && $0.status != .unknown }
        let region = settling.isEmpty
            ? nil : RegionDescription([(act, settling.dropFirst().reduce(settling[0].act) { $0.union($1.act) })], wording: wording)
        let answers = parts.map(\.answer)
        let merged = SideAnswer(
            jurisdiction: answers.first?.jurisdiction ?? "", status: Punishability(status),
            metBy: status == .met ? "together" : nil, offences: offences,
            establish: status == .depends || status == .appraisal
                ? region.map { Alternatives(anyOf: [$0], complete: true) } : nil,
            suffices: [], assumed: answers.flatMap(\.assumed).unique, appraisal: answers.flatMap(\.appraisal).unique,
            open: answers.flatMap(\.open).unique,
            nearest: status == .notMet ? Array(answers.flatMap(\.nearest).unique.prefix(SideAnalysis.nearestLimit)) : [],
            periods: periods)
        return (merged, status)
    }

    /// Each asked day, with what all acts give together.
    private var periods: [PeriodAnswer] {
        let all = parts.map(\.answer.periods)
        guard let first = all.first, all.allSatisfy({ $0.count == first.count }) else { return all.first ?? [] }
        return first.indices.map { place in
            let together = PunishabilityStatus.ofParts(all.map { PunishabilityStatus($0[place].status) })
            return PeriodAnswer(
                from: first[place].from, to: first[place].to, law: first[place].law, status: Punishability(together))
        }
    }

    /// Each offence once; met only if it is met whichever act it was.
    private var offences: [OffenceAnswer] {
        let all = parts.map(\.answer.offences)
        return all.flatMap { $0 }.map(\.id).unique.compactMap { id in
            let found = all.map { $0.first { $0.id == id } }
            guard let one = found.compactMap({ $0 }).first else { return nil }
            let status = PunishabilityStatus.ofParts(found.map { $0?.status ?? .notMet })
            return one.with(status: status).merged(with: found.compactMap { $0 })
        }
    }
}

extension PunishabilityStatus {
    /// The answer for cases that are split by a fact, from the answers for the parts. Exact: see `Decider.status`.
    static func ofParts(_ parts: [PunishabilityStatus]) -> PunishabilityStatus {
        let kinds = Set(parts)
        if kinds == [.met] { return .met }
        if kinds == [.notMet] || kinds.isEmpty { return .notMet }
        if kinds.isSubset(of: [.met, .appraisal]) { return .appraisal }
        if kinds.isSubset(of: [.unknown, .notMet]) { return .unknown }
        return .depends
    }
}

extension Array where Element: Hashable {
    /// Each element once, in the order of its first place.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
