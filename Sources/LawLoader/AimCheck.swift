import Law
import YAMLTree

/// Checks "for the purpose of committing an offence under …": every offence aimed at must exist, no chain of aims may
/// lead back to its start, and chains are short, because deciding one costs twice as much with every step.
struct AimCheck {
    static let longestChain = 6

    let sink: Sink
    /// Where each offence of the file stands.
    let places: [OffenceID: YAMLNode]

    /// - Parameter aimedAt: every place in the file where an offence is aimed at.
    func run(_ offences: [Offence], _ aimedAt: [(offence: OffenceID, node: YAMLNode)]) {
        let known = places.keys.map(\.text).sorted()
        for (id, node) in aimedAt where places[id] == nil {
            sink.error(
                "law/unknown-offence", "there is no offence `\(id)` to aim at", at: node,
                hint: Sink.suggestion(for: id.text, among: known))
        }
        let aims = AimCheck.aims(of: offences)
        let unsettled = AimCheck.unsettled(aims)
        var isCircular = false
        // The first of them tell enough, and searching from every one would take long in a hostile file.
        for start in unsettled.prefix(100) where AimCheck.reaches(start, from: start, aims) {
            isCircular = true
            guard let place = places[start] else { continue }
            sink.error("law/circular-aims", "the offences at which `\(start)` aims lead back to it", at: place)
        }
        if !isCircular, let start = unsettled.first, let place = places[start] {
            sink.error(
                "law/too-deep", "the aims of `\(start)` lead through more than \(AimCheck.longestChain) offences", at: place,
                hint: "state what the last offences ask in a condition of their own")
        }
    }

    private static func aims(of offences: [Offence]) -> [OffenceID: Set<OffenceID>] {
        var aims: [OffenceID: Set<OffenceID>] = [:]
        for offence in offences {
            for condition in offence.versions.flatMap(\.conditions) {
                condition.forEach { part in
                    if case .aimsAt(let aimed) = part { aims[offence.id, default: []].formUnion(aimed.offences) }
                }
            }
        }
        return aims
    }

    /// The offences whose chain of aims does not end within the limit, sorted.
    private static func unsettled(_ aims: [OffenceID: Set<OffenceID>]) -> [OffenceID] {
        var rest = aims
        for _ in 0..<longestChain where !rest.isEmpty {
            let open = Set(rest.keys)
            rest = rest.filter { !$0.value.isDisjoint(with: open) }
        }
        return rest.keys.sorted()
    }

    private static func reaches(_ goal: OffenceID, from start: OffenceID, _ aims: [OffenceID: Set<OffenceID>]) -> Bool {
        var reached: Set<OffenceID> = []
        var frontier = Array(aims[start] ?? [])
        while let next = frontier.popLast() {
            if next == goal { return true }
            if reached.insert(next).inserted { frontier.append(contentsOf: aims[next] ?? []) }
        }
        return false
    }
}

extension OffenceVersion {
    /// Every condition of the version.
    fileprivate var conditions: [Condition] {
        [when] + [hook?.when].compactMap { $0 } + exceptions.map(\.when) + penalty.map(\.when)
    }
}
