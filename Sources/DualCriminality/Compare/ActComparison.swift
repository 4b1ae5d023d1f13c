import ConditionAlgebra
import Law

/// What a comparison says of one offence done with one act: the parts from which its layers are put together.
public struct ActComparison: Hashable, Sendable {
    /// Nil where the vocabulary has no acts.
    public let act: ValueSet?
    /// Presumptions that the offence rules out and that its core is therefore compared without.
    public let dropped: [ElementIndex]
    /// Each nil where the offence punishes nothing for certain with this act in the layer.
    public let core: CoverageStatus?
    public let appraisal: CoverageStatus?
    public let margins: CoverageStatus?
}

extension ComparedLaw {
    /// The parts of what `compare` says of each offence in force, by the places of the two states; none for an offence that
    /// cannot be committed.
    public func acts(_ from: Int, with to: Int) throws -> [OffenceID: [ActComparison]] {
        var engine = CompareEngine(self)
        var result: [OffenceID: [ActComparison]] = [:]
        let own = definitions[from]
        for (place, offence) in own.view.offences.enumerated() {
            result[offence.offence.id] = try engine.acts(place, of: own, by: definitions[to])
        }
        return result
    }
}
