import DualCriminality
import Law

/// What the engine says act by act: the questions of a comparison are put for each act, and so are the expected answers.
struct ActAnswers {
    private let answers: [OffenceID: [ActComparison]]

    init(_ comparer: Comparer) throws {
        answers = try ComparedLaw([comparer.from, comparer.to], vocabulary: comparer.vocabulary, date: comparer.date)
            .acts(0, with: 1)
    }

    subscript(offence: OffenceID, act: ValueSet) -> ActComparison? { answers[offence]?.first { $0.act == act } }
}

extension ActComparison {
    subscript(layer: CompareLayer) -> CoverageStatus? {
        switch layer {
        case .core: return core
        case .appraisal: return appraisal
        case .margins: return margins
        }
    }
}
