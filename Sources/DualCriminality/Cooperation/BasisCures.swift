import Law

/// Compares the bases that could serve: where they differ, and which one helps where another bars.
struct BasisCures {
    private let usable: [(basis: LegalBasis, findings: [Finding])]

    private struct Key: Hashable {
        let ground: String
        let count: String?
        let measure: String?
        init(_ finding: Finding) {
            ground = finding.ground
            count = finding.count
            measure = finding.measure
        }
    }

    init(outcomes: [BasisOutcome]) {
        usable = outcomes.filter { $0.judge.basis.displacedBy == nil }.map { ($0.judge.basis, $0.findings) }
    }

    /// A count stands on the best of its items.
    private func best(_ key: Key, in findings: [Finding]) -> Finding.Outcome? {
        let order: [Finding.Outcome] = [.clear, .unknown, .mayBar, .bars]
        let own = Set(findings.filter { Key($0) == key }.map(\.outcome))
        return order.first { own.contains($0) }
    }

    /// The findings, those that bar with the basis on which the same ground does not stand.
    func complete(_ findings: [Finding]) -> [Finding] {
        guard usable.count > 1 else { return findings }
        return findings.map { finding in
            guard finding.outcome == .bars || finding.outcome == .mayBar else { return finding }
            let other = usable.first { $0.basis.id != finding.basis && best(Key(finding), in: $0.findings) == .clear }
            guard let other else { return finding }
            return finding.adding(
                Finding.Cure(kind: .basis, id: other.basis.id, text: "under \(other.basis.title) this is no bar"))
        }
    }

    var differences: [BasisDifference] {
        guard usable.count > 1 else { return [] }
        return usable.flatMap { $0.findings.map(Key.init) }.unique.compactMap { key in
            let outcomes = usable.compactMap { entry in
                best(key, in: entry.findings).map { BasisDifference.Outcome(basis: entry.basis.id, outcome: $0) }
            }
            guard Set(outcomes.map(\.outcome)).count > 1 else { return nil }
            return BasisDifference(ground: key.ground, count: key.count, measure: key.measure, outcomes: outcomes)
        }
    }
}
