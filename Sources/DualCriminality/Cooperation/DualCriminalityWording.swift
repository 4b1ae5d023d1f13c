import Law

/// Says in words how one side's definitions stand, and what would help.
enum DualCriminalityWording {
    static func reason(_ answer: SideAnswer, _ status: PunishabilityStatus, _ name: String) -> String {
        switch status {
        case .met:
            let by = answer.offences.filter { $0.status == .met }.prefix(2).map(\.provision)
            return by.isEmpty
                ? "\(name): punishable by several offences together"
                : "\(name): punishable under \(by.joined(separator: ", "))"
        case .notMet:
            guard let near = answer.nearest.first else { return "\(name): not punishable" }
            let fails = near.fails.map { "\($0.stated), needed: \($0.needed.text)" }.joined(separator: "; ")
            return "\(name): not punishable; nearest is \(near.provision): \(fails)"
        case .depends: return "\(name): depends on facts that are not stated"
        case .appraisal:
            return "\(name): punishable if a court finds so: " + answer.appraisal.map(\.text).joined(separator: ", ")
        case .unknown: return "\(name): turns on law that is not encoded"
        }
    }

    static func cures(_ answer: SideAnswer, _ status: PunishabilityStatus, _ name: String) -> [Finding.Cure] {
        switch status {
        case .met, .unknown: return []
        case .depends, .appraisal:
            return (answer.establish?.anyOf ?? []).prefix(3).map {
                Finding.Cure(kind: .fact, text: "for \(name), allege and show that \($0.text)")
            }
        case .notMet:
            return answer.nearest.compactMap { near in
                let movable = near.fails.allSatisfy { $0.change != Changeability.fixed.rawValue }
                guard movable else { return nil }
                let isCharge = near.fails.contains { $0.change == Changeability.charge.rawValue }
                let what = near.fails.map(\.needed.text).joined(separator: " and ")
                return Finding.Cure(
                    kind: isCharge ? .count : .fact,
                    text: isCharge
                        ? "\(near.provision) would reach another act: if the facts bear it, add a count on which \(what)"
                        : "\(near.provision) would reach it if it can be shown that \(what)")
            }
        }
    }
}
