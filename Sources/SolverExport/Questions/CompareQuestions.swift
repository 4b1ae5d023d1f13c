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
        let answers = try ActAnswers(engine)
        let punished = try sheets.punished(Set(asked.map(\.id)), answers)
        return asked.flatMap { offence in
            CompareLayer.allCases.map { layer in
                CompareQuestionBuilder(
                    from: comparer.from, to: comparer.to, date: comparer.date, offence: offence, layer: layer
                ).question(punished[OffenceID(offence.id)] ?? [], sheets, answers)
            }
        }
    }
}

/// What an offence punishes with one act.
struct PunishedWithAct {
    let act: ValueSet
    /// Presumptions that the offence rules out, as the engine says; nothing depends on whether it is right about that.
    let dropped: [ElementIndex]
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
    private var core: [Setting: ActContext] = [:]
    private var margins: [ValueSet: ActContext] = [:]

    private struct Setting: Hashable {
        let act: ValueSet
        let dropped: [ElementIndex]
    }

    init(own: SolverView, other: SolverView, presumptions: Presumptions, variables: SolverVariables) {
        self.own = own
        self.other = other
        self.presumptions = presumptions
        self.variables = variables
    }

    func context(_ act: PunishedWithAct, presumed: Bool) -> ActContext? {
        presumed ? core[Setting(act: act.act, dropped: act.dropped)] : margins[act.act]
    }

    /// For each of these offences, the acts with which it can be committed as far as its text alone says.
    mutating func punished(_ offences: Set<String>, _ answers: ActAnswers) throws -> [OffenceID: [PunishedWithAct]] {
        guard let act = own.vocabulary.element("act") else { return [:] }
        var result: [OffenceID: [PunishedWithAct]] = [:]
        for value in act.all.singles {
            for offence in own.view.offences where offences.contains(offence.offence.id.text) {
                var quick = Translation(own.vocabulary, known: Facts([act.index: value]), variables: variables)
                let either = Condition.any([offence.parts.completed, offence.parts.attempted])
                guard quick.formula(either, of: own.law) != .never else { continue }
                let setting = Setting(act: value, dropped: answers[offence.offence.id, value]?.dropped ?? [])
                let inCore = try core[setting] ?? context(value, presumed: true, dropped: setting.dropped)
                let inMargins = try margins[value] ?? context(value, presumed: false)
                core[setting] = inCore
                margins[value] = inMargins
                result[offence.offence.id, default: []].append(
                    PunishedWithAct(
                        act: value, dropped: setting.dropped,
                        core: inCore.punished(offence.parts.completed, of: own, variables: &variables),
                        margins: inMargins.punished(either, of: own, variables: &variables)))
            }
        }
        return result
    }

    private mutating func context(_ act: ValueSet, presumed: Bool, dropped: [ElementIndex] = []) throws -> ActContext {
        try ActContext(
            act: act, presumed: presumed, dropped: dropped, other: other, presumptions: presumptions, variables: &variables)
    }
}
