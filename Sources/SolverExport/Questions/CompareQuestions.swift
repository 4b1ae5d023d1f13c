import DualCriminality
import Law

/// Puts every answer of one comparison as a question to a solver: one for each offence and layer.
///
/// For each act of an offence, with the cases that FROM punishes for certain: is there one that TO does not punish for
/// certain, one that it may punish, one that it cannot punish? The answers decide between covered, not covered, partly
/// covered and unknown.
public struct CompareQuestions: Sendable {
    public let comparison: Comparison
    private let comparer: Comparer
    /// Who gave the answers: the same, except in tests of whether a wrong answer is caught.
    private let engine: Comparer
    private let presumptions: Presumptions

    /// - Parameter presumptions: of the same vocabulary; made once for any number of comparisons.
    public init(_ comparer: Comparer, category: String? = nil, presumptions: Presumptions) throws {
        try self.init(comparer, answeredBy: comparer, category: category, presumptions: presumptions)
    }

    /// The questions of one comparison with the answers of another.
    package init(
        _ comparer: Comparer, answeredBy engine: Comparer, category: String? = nil, presumptions: Presumptions
    ) throws {
        self.comparer = comparer
        self.engine = engine
        self.presumptions = presumptions
        comparison = try engine.compare(category: category)
    }

    /// - Parameter offence: only this offence; nil for all of the comparison.
    public func questions(offence: OffenceID? = nil) throws -> [CompareQuestion] {
        let asked = comparison.offences.filter { offence == nil || $0.id == offence?.text }
        let vocabulary = comparer.vocabulary
        func view(_ state: Jurisdiction) -> SolverView {
            SolverView(LawView(state, on: comparer.date, side: .requested, vocabulary: vocabulary), vocabulary: vocabulary)
        }
        var sheets = Sheets(
            own: view(comparer.from), other: view(comparer.to), presumptions: presumptions,
            variables: SolverVariables(vocabulary))
        let punished = try sheets.punished(Set(asked.map(\.id)))
        let split = try ActSplit(engine, acts: punished.mapValues { $0.map(\.act) })
        return asked.flatMap { offence in
            CompareLayer.allCases.map { layer in
                CompareQuestionBuilder(
                    from: comparer.from, to: comparer.to, date: comparer.date, offence: offence, layer: layer
                ).question(punished[OffenceID(offence.id)] ?? [], sheets, split)
            }
        }
    }
}

/// What an offence punishes with one act.
struct PunishedWithAct {
    let act: ValueSet
    /// Presumptions on, completed.
    let core: Formula
    /// Presumptions off, completed or attempted.
    let margins: Formula
}

/// The other state's law, one sheet for each act and layer, written once for all offences that are compared with it.
struct Sheets {
    let own: SolverView
    let presumptions: Presumptions
    let other: SolverView
    private var variables: SolverVariables
    private var core: [ValueSet: ActContext] = [:]
    private var margins: [ValueSet: ActContext] = [:]

    init(own: SolverView, other: SolverView, presumptions: Presumptions, variables: SolverVariables) {
        self.own = own
        self.other = other
        self.presumptions = presumptions
        self.variables = variables
    }

    func context(_ act: ValueSet, presumed: Bool) -> ActContext? { presumed ? core[act] : margins[act] }

    /// For each of these offences, the acts with which it can be committed as far as its text alone says.
    mutating func punished(_ offences: Set<String>) throws -> [OffenceID: [PunishedWithAct]] {
        guard let act = own.vocabulary.element("act") else { return [:] }
        var result: [OffenceID: [PunishedWithAct]] = [:]
        for value in act.all.singles {
            var core: ActContext?
            var margins: ActContext?
            for offence in own.view.offences where offences.contains(offence.offence.id.text) {
                var quick = Translation(own.vocabulary, known: Facts([act.index: value]), variables: variables)
                let either = Condition.any([offence.parts.completed, offence.parts.attempted])
                guard quick.formula(either, of: own.law) != .never else { continue }
                let inCore = try core ?? context(value, presumed: true)
                let inMargins = try margins ?? context(value, presumed: false)
                core = inCore
                margins = inMargins
                result[offence.offence.id, default: []].append(
                    PunishedWithAct(
                        act: value,
                        core: inCore.punished(offence.parts.completed, of: own, variables: &variables),
                        margins: inMargins.punished(either, of: own, variables: &variables)))
            }
            self.core[value] = core
            self.margins[value] = margins
        }
        return result
    }

    private mutating func context(_ act: ValueSet, presumed: Bool) throws -> ActContext {
        try ActContext(
            act: act, presumed: presumed, other: other, presumptions: presumptions, variables: &variables)
    }
}
