import DualCriminality
import Law

/// The other state's law for one act, as the questions of a comparison need it.
struct ActContext {
    /// One offence, or law that is not encoded.
    struct Theirs {
        let name: String
        let provision: String
        /// Nil of law that is not encoded: it is never sure.
        let surely: Formula?
        let atMost: Formula
    }

    let comments: [String]
    let assertions: [(comment: String, formula: Formula)]
    /// Evaluations of the other state as the compared case has them.
    let alleged: [Theirs]
    /// Evaluations of the other state granted.
    let granted: [Theirs]
    private let known: Facts

    /// - Parameter presumed: presumptions on; off in the margins.
    init(
        act: ValueSet, presumed: Bool, other: SolverView, presumptions: Presumptions, variables: inout SolverVariables
    ) throws {
        let vocabulary = other.vocabulary
        var facts = Facts()
        if let index = vocabulary.index(of: "act") { facts.values[index] = act }
        let stated = Array(facts.values.keys)
        var taken: [ElementIndex] = []
        if presumed { (facts, taken) = try presumptions.presuming(facts) }
        comments = [
            facts.words(stated, vocabulary),
            "presumed: " + (presumed ? facts.words(taken, vocabulary) : "nothing"),
        ]
        var translation = Translation(vocabulary, known: facts, variables: variables)
        assertions = translation.facts().map { ("presumed", $0) }
            + translation.constraints().filter { $0.holds != .always }.map { ("cannot be: \($0.constraint.id)", $0.holds) }
        let appraisals = translation.appraisals
        var alleged: [Theirs] = []
        for offence in other.view.offences {
            let whole = translation.formula(offence.parts.whole, of: other.law)
            guard whole != .never else { continue }
            let questions = translation.questions
            alleged.append(
                Theirs(
                    name: offence.offence.id.text, provision: offence.version.provision,
                    surely: Expansion.expand(.forall(questions, whole)),
                    atMost: Expansion.expand(.exists(questions, whole))))
        }
        for (place, open) in other.view.unencoded.enumerated() {
            let when = translation.formula(open.when, of: other.law)
            guard when != .never else { continue }
            alleged.append(
                Theirs(
                    name: "open law \(place + 1)", provision: open.text, surely: nil,
                    atMost: Expansion.expand(.exists(translation.questions, when))))
        }
        self.alleged = alleged
        granted = alleged.map { theirs in
            Theirs(
                name: theirs.name, provision: theirs.provision,
                surely: theirs.surely.map { Expansion.expand(.exists(appraisals, $0)) },
                atMost: Expansion.expand(.exists(appraisals, theirs.atMost)))
        }
        known = facts
        variables = translation.variables
    }

    /// The cases that the compared state punishes whatever its open law says.
    func punished(_ condition: Condition, of own: SolverView, variables: inout SolverVariables) -> Formula {
        var translation = Translation(own.vocabulary, known: known, variables: variables)
        let formula = translation.formula(condition, of: own.law)
        variables = translation.variables
        return Expansion.expand(.forall(translation.questions, formula))
    }
}

extension Translation {
    /// The court's evaluations, each within what is known of it.
    var appraisals: [SolverVariable: ValueSet] {
        let elements = vocabulary.elements.filter { $0.kind == .appraisal }
        return Dictionary(
            uniqueKeysWithValues: elements.map { element in
                (variables[element.index], (known.values[element.index] ?? element.all).intersection(element.all))
            })
    }

    /// The open questions met so far, each with all its answers.
    var questions: [SolverVariable: ValueSet] {
        Dictionary(uniqueKeysWithValues: variables.questionVariables.map { ($0, $0.domain) })
    }
}

/// One state's law on one day, with what its conditions refer to.
struct SolverView {
    let view: LawView
    let law: SolverLaw
    let vocabulary: Vocabulary

    init(_ view: LawView, vocabulary: Vocabulary) {
        self.view = view
        self.vocabulary = vocabulary
        law = SolverLaw(
            code: view.jurisdiction.code.text,
            completed: Dictionary(
                view.offences.map { ($0.offence.id, $0.parts.completed) }, uniquingKeysWith: { first, _ in first }))
    }
}
