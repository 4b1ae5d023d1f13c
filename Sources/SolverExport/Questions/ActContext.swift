import DualCriminality
import Law

/// The other state's law for one act, as the questions of a comparison need it.
struct ActContext {
    /// What the other state punishes for certain, or at most: one definition for each of its offences, then for all.
    struct Theirs {
        var surely: [Definition] = []
        var atMost: [Definition] = []

        fileprivate func together(_ names: ActNames) -> Theirs {
            Theirs(
                surely: surely + [Definition(names.surely, anyOf: surely.map(\.name))],
                atMost: atMost + [Definition(names.atMost, anyOf: atMost.map(\.name))])
        }
    }

    let comments: [String]
    let assertions: [Statement]
    /// Evaluations of the other state as the compared case has them.
    let alleged: Theirs
    /// Evaluations of the other state granted.
    let granted: Theirs
    private let known: Facts

    /// - Parameters:
    ///   - presumed: presumptions on; off in the margins.
    ///   - dropped: presumptions that are not taken.
    init(
        act: ValueSet, presumed: Bool, dropped: [ElementIndex], other: SolverView, presumptions: Presumptions, variables: inout SolverVariables
    ) throws {
        let vocabulary = other.vocabulary
        var facts = Facts()
        if let index = vocabulary.index(of: "act") { facts.values[index] = act }
        let stated = Array(facts.values.keys)
        var taken: [ElementIndex] = []
        if presumed { (facts, taken) = try presumptions.presuming(facts) }
        for element in dropped {
            facts.values[element] = nil
            taken.removeAll { $0 == element }
        }
        comments = [
            facts.words(stated, vocabulary),
            "presumed: " + (presumed ? facts.words(taken, vocabulary) : "nothing"),
        ]
        var translation = Translation(vocabulary, known: facts, variables: variables)
        assertions = translation.facts().map { .assert($0, comment: "presumed") }
            + translation.constraints().filter { $0.holds != .always }
            .map { .assert($0.holds, comment: "cannot be: \($0.constraint.id)") }
        known = facts
        let appraisals = translation.appraisals
        let names = ActNames(other.law.code)
        var (alleged, granted) = (Theirs(), Theirs())
        func add(_ name: String, _ comment: String, _ formula: Formula, _ kind: WritableKeyPath<Theirs, [Definition]>, _ what: String) {
            if formula != .never { alleged[keyPath: kind].append(Definition("\(what): \(name)", comment: comment, formula)) }
            let evaluated = Expansion.expand(.exists(appraisals, formula))
            if evaluated != .never { granted[keyPath: kind].append(Definition("\(what): \(name)", comment: comment, evaluated)) }
        }
        for offence in other.view.offences {
            let whole = translation.formula(offence.parts.whole, of: other.law)
            guard whole != .never else { continue }
            let (id, provision) = (offence.offence.id.text, offence.version.provision)
            add(id, provision, Expansion.expand(.forall(translation.questions, whole)), \.surely, names.surely)
            add(id, provision, Expansion.expand(.exists(translation.questions, whole)), \.atMost, names.atMost)
        }
        for (place, open) in other.view.unencoded.enumerated() {
            let when = translation.formula(open.when, of: other.law)
            guard when != .never else { continue }
            add("open law \(place + 1)", open.text, Expansion.expand(.exists(translation.questions, when)), \.atMost, names.atMost)
        }
        self.alleged = alleged.together(names)
        self.granted = granted.together(names)
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

/// What the definitions of the other state's law are called.
struct ActNames {
    let surely: String
    let atMost: String

    init(_ code: String) {
        surely = "punished in \(code) for certain"
        atMost = "punished in \(code) at most"
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
