import ConditionAlgebra
import Law

/// One state's law on one day, compiled once for deciding any number of cases.
///
/// `Assessor` compiles only what the facts of one request need and explains its answer; this compiles everything, act by
/// act, and answers with no more than the status. A value: safe to share between threads.
public struct CompiledState: Sendable {
    public let jurisdiction: JurisdictionCode
    public let date: LegalDate
    public let side: Side
    /// The space of points: one variable for each element of the vocabulary, then one for each open question of the law.
    public let facts: FactSpace

    /// What can be met where one act was done, one entry for each offence and each piece of open law.
    ///
    /// They are not united into one diagram: that would be decided hardly faster, and where twenty offences share few
    /// facts their union has more nodes than fit.
    private struct ActLaw: Sendable {
        let parts: [Node]
        let diagrams: [FlatDiagram]
    }

    private let decider: Decider
    /// The variable of the act; nil where the vocabulary has none, and `laws` then holds one entry for everything.
    private let act: Int?
    private let laws: [ActLaw]

    /// Compiles all offences of the state in force on `date`, and law that could punish but is not encoded, as asked on
    /// one side of a request.
    ///
    /// - Parameter disregards: kinds of exception that are left out, as `LawView` takes them.
    /// - Complexity: under 20 milliseconds for a bundled state (Docs/performance.md).
    /// - Throws: `FactSpaceError` where the law cuts an element too finely, `DiagramTooLarge` where an offence passes the
    ///   node budget.
    public init(
        jurisdiction: Jurisdiction, vocabulary: Vocabulary, date: LegalDate, side: Side,
        disregards: Set<ExceptionKind> = []
    ) throws {
        let view = LawView(jurisdiction, on: date, side: side, disregards: disregards, vocabulary: vocabulary)
        let conditions = view.conditions.map { (owner: jurisdiction.code.text, condition: $0) } + view.vocabularyConditions
        let space = try FactSpace(vocabulary: vocabulary, conditions: conditions)
        var decider = try Decider(ConditionCompiler(facts: space))
        let act = vocabulary.index(of: "act")?.number
        let regions = act.map { act in (0..<space.space.sizes[act]).map { Region([act: ValueMask($0)]) } } ?? [.everything]
        // Most parts are the same under several acts.
        var frozen: [Node: FlatDiagram] = [:]
        laws = try regions.map { region in
            // An act divides the offences best: under it most of them vanish.
            decider.compiler.assume(region)
            let compiled = try CompiledView(view, &decider.compiler)
            let parts = (compiled.offences.map(\.whole) + compiled.unencoded).filter { $0 != .never }
            let diagrams = parts.map { part in
                let diagram = frozen[part] ?? FlatDiagram(part, in: decider.compiler.diagrams)
                frozen[part] = diagram
                return diagram
            }
            return ActLaw(parts: parts, diagrams: diagrams)
        }
        decider.compiler.assume(.everything)
        self.jurisdiction = jurisdiction.code
        self.date = date
        self.side = side
        facts = space
        self.decider = decider
        self.act = act
    }

    /// The point of facts that state one value for every element; nil where they leave an element open.
    ///
    /// Nothing is presumed. Open questions get their first answer: what is not encoded does not punish, and an ambiguous
    /// text has its first reading. O(variables).
    public func point(_ stated: Facts) -> [UInt8]? {
        var point = [UInt8](repeating: 0, count: facts.space.count)
        for element in facts.vocabulary.elements {
            guard let values = stated.values[element.index] else { return nil }
            let mask = facts.mask(values, of: element.index)
            guard mask.count == 1, let value = mask.first else { return nil }
            point[element.index.number] = UInt8(value)
        }
        return point
    }

    /// Whether the state punishes the case at a point, by any offence or by open law as the point answers it.
    ///
    /// `point` holds one value per variable of `facts.space`, for facts that can occur; where they cannot, the answer
    /// means nothing. O(offences of the act × variables tested), a fraction of a microsecond for a bundled state. Traps if
    /// the point is too short or a tested value is not in its variable's domain.
    public func decide(_ point: Span<UInt8>) -> Bool {
        for diagram in laws[act.map { Int(point[$0]) } ?? 0].diagrams where diagram.decide(point) { return true }
        return false
    }

    /// As the variant with `Span`.
    public func decide(_ point: [UInt8]) -> Bool { decide(point.span) }

    /// What the state's law says of facts that may be incomplete: as `Assessor` answers for one day of this side, with
    /// the same presumptions (`strict`: none), appraisals and open law.
    ///
    /// - Complexity: O(size of all diagrams), about a millisecond for a bundled state.
    /// - Throws: `ImpossibleFacts` where the facts cannot all be true, `DiagramTooLarge` where they leave so much open that
    ///   a diagram passes the node budget; `Assessor` then answers `unknown`.
    public func status(_ stated: Facts, strict: Bool = false) throws -> PunishabilityStatus {
        // A copy, so that what one case needs does not pile up for the next.
        var decider = decider
        let reasons = try decider.contradictions(in: stated)
        guard reasons.isEmpty else { throw ImpossibleFacts(count: "", item: "", reasons: reasons) }
        guard act != nil, let element = facts.vocabulary.index(of: "act") else {
            return try status(stated, strict: strict, law: laws[0], &decider)
        }
        let parts = try decider.acts(in: stated).flatMap { value in
            try facts.mask(value, of: element).map { place in
                var own = stated
                own.values[element] = value
                return try status(own, strict: strict, law: laws[place], &decider)
            }
        }
        return PunishabilityStatus.ofParts(parts)
    }

    private func status(
        _ stated: Facts, strict: Bool, law: ActLaw, _ decider: inout Decider
    ) throws -> PunishabilityStatus {
        let cases = try decider.cases(strict ? stated : decider.presuming(stated).facts)
        return try decider.status(decider.union(law.parts, in: cases), in: cases)
    }
}
