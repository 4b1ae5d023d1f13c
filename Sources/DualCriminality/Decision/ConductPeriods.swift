import Law

/// The days whose law has to be asked.
struct AskedDay: Hashable, Sendable {
    let law: LawDate
    /// The part of the conduct that this day stands for; for the day of the request, that day.
    let interval: DateInterval
    /// The day on which the law is looked up.
    let day: LegalDate
}

enum ConductPeriods {
    /// Cuts the conduct where a provision of the state changes (DESIGN-AMENDMENTS 14).
    ///
    /// A continuing act lasts until it ends, so only the law of its last day counts.
    static func days(
        of jurisdiction: Jurisdiction, conduct: DateInterval, request: LegalDate, dates: [LawDate], isContinuing: Bool
    ) -> [AskedDay] {
        var result: [AskedDay] = []
        for law in dates {
            switch law {
            case .request:
                result.append(AskedDay(law: law, interval: DateInterval(from: request, to: request), day: request))
            case .conduct:
                guard let from = conduct.from, let to = conduct.to else { continue }
                if isContinuing || from == to {
                    result.append(AskedDay(law: law, interval: DateInterval(from: from, to: to), day: to))
                    continue
                }
                var borders: Set<LegalDate> = []
                for offence in jurisdiction.offences {
                    for version in offence.versions {
                        if let start = version.inForce.from, start > from, start <= to { borders.insert(start) }
                        if let end = version.inForce.to, end >= from, end < to, let next = end.next { borders.insert(next) }
                    }
                }
                var start = from
                for border in borders.sorted() {
                    guard let end = border.previous else { continue }
                    result.append(AskedDay(law: law, interval: DateInterval(from: start, to: end), day: end))
                    start = border
                }
                result.append(AskedDay(law: law, interval: DateInterval(from: start, to: to), day: to))
            }
        }
        return result
    }

    /// What several days give together: each asked date must hold; within the conduct, days that differ between met and
    /// not met make it depend on when the act was done.
    static func together(_ answers: [(asked: AskedDay, status: PunishabilityStatus)]) -> PunishabilityStatus {
        var parts: [PunishabilityStatus] = []
        for law in LawDate.allCases {
            let own = answers.filter { $0.asked.law == law }.map(\.status)
            guard let worst = PunishabilityStatus.worst(own) else { continue }
            let isMixed = own.contains(.notMet) && own.contains { $0 != .notMet }
            parts.append(isMixed ? .depends : worst)
        }
        return PunishabilityStatus.worst(parts) ?? .unknown
    }
}
