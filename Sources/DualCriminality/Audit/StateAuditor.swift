import ConditionAlgebra
import Law

/// Looks through the encoded law of one state: what there is, from which source, how well checked, and what has no effect.
public struct StateAuditor: Sendable {
    public let vocabulary: Vocabulary
    public let jurisdiction: Jurisdiction
    public let date: LegalDate

    public init(vocabulary: Vocabulary, jurisdiction: Jurisdiction, date: LegalDate) {
        self.vocabulary = vocabulary
        self.jurisdiction = jurisdiction
        self.date = date
    }

    /// - Throws: `FactSpaceError` where the law cuts an element too finely.
    public func run() throws -> AuditReport {
        let space = try AuditSpace(jurisdiction, on: date, vocabulary: vocabulary)
        let offences = space.view.offences
        var findings: [AuditFinding] = []
        var categories: [[String]] = []
        var alive: [OffenceView] = []
        for offence in offences {
            do {
                let own = try ownFindings(offence, DeadLaw(space: space))
                findings += own
                if !own.contains(where: { $0.kind == .neverApplies }) { alive.append(offence) }
                var question = space.question()
                // Nodes mean something only in the store that made them, so not in one expression.
                let cases = try question.cases(offence.parts.whole)
                categories.append(try question.categories(question.acts(cases)))
            } catch is DiagramTooLarge {
                findings.append(AuditFinding(.tooLarge, offence, text: "is too large to look through; nothing is claimed about it"))
                categories.append([])
            }
        }
        do {
            findings += try Inclusions(space: space).findings(alive)
        } catch is DiagramTooLarge {
            findings.append(
                AuditFinding(.tooLarge, nil, text: "which offences lie inside others is too large to decide; nothing is claimed"))
        }
        let rows = self.categories(offences, categories)
        findings += rows.compactMap(coverage)
        let order = Dictionary(offences.enumerated().map { ($0.element.offence.id.text, $0.offset) }, uniquingKeysWith: { one, _ in one })
        let sorted = findings.enumerated().sorted { left, right in
            let one = left.element.offence.flatMap { order[$0] } ?? offences.count
            let two = right.element.offence.flatMap { order[$0] } ?? offences.count
            return (one, left.offset) < (two, right.offset)
        }
        return AuditReport(
            state: jurisdiction.code.text, name: jurisdiction.name, asOf: date.iso, offences: jurisdiction.offences.count,
            inForce: offences.count,
            reviews: Dictionary(offences.map { ($0.version.review.rawValue, 1) }, uniquingKeysWith: +),
            commencementUnverified: offences.filter { !$0.version.inForceIsRead }.count, categories: rows, sources: sources,
            oldestSource: jurisdiction.sources.map(\.consolidated).min()?.iso,
            openLaw: jurisdiction.outsideLaw.map(\.text), findings: sorted.map(\.element))
    }

    private func ownFindings(_ offence: OffenceView, _ dead: DeadLaw) throws -> [AuditFinding] {
        if try dead.neverApplies(offence) {
            return [
                AuditFinding(
                    .neverApplies, offence,
                    text: "can never apply: its conditions contradict each other or the constraints of the vocabulary")
            ]
        }
        let wording = Wording(vocabulary: vocabulary)
        return try dead.exceptionsThatNeverBite(offence).map { exception in
            AuditFinding(
                .exceptionNeverBites, offence,
                text: "the exception “\(exception.name)” (\(exception.provision)) takes nothing out of it")
        } + dead.redundantAlternatives(offence).map { alternative in
            AuditFinding(
                .redundantAlternative, offence,
                text: "this alternative adds nothing to the others: \(wording.condition(alternative))")
        }
    }

    private func categories(_ offences: [OffenceView], _ found: [[String]]) -> [AuditReport.Category] {
        vocabulary.categories.map { category in
            let members = zip(offences, found).filter { $0.1.contains(category.id) }.map(\.0)
            let coverage = jurisdiction.coverage[category.id] ?? .notEncoded
            return AuditReport.Category(
                id: category.id, title: category.title, coverage: coverage.status.rawValue,
                generalLawSearched: coverage.generalLawSearched, note: coverage.note, offences: members.count,
                sourceChecked: members.filter { $0.version.review >= .sourceChecked }.count)
        }
    }

    /// Where the profile's word about a category and the offences do not go together.
    private func coverage(_ category: AuditReport.Category) -> AuditFinding? {
        switch (Coverage.Status(rawValue: category.coverage), category.offences) {
        case (.encoded?, 0):
            return AuditFinding(
                .coverage, nil, text: "\(category.id): said to be encoded, but no offence in force has an act in it")
        case (.noOffence?, 1...):
            return AuditFinding(
                .coverage, nil,
                text: "\(category.id): said to have no offence, but \(category.offences) in force can have an act in it")
        default: return nil
        }
    }

    private var sources: [AuditReport.SourceUse] {
        // The profile and the offences often name the same one.
        jurisdiction.sources.map { source in
            AuditReport.SourceUse(
                title: source.title, short: source.short, asOf: source.consolidated.iso,
                offences: jurisdiction.offences.filter {
                    $0.source.title == source.title && $0.source.consolidated == source.consolidated
                }.count)
        }.unique
    }
}
