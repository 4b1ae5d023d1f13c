import Law

/// A variable of a solver: an element of the vocabulary, or an open question of one state's law.
///
/// Values are those of `ValueSet`: whole numbers as they are, everything else by its place in the list of its names.
public struct SolverVariable: Sendable {
    /// How the values are written.
    enum Sort: Hashable, Sendable {
        /// Two values, "no" and "yes".
        case flag
        /// Whole numbers as they are.
        case number(ClosedRange<Int>)
        /// Named values.
        case names([String])
    }

    /// What is the same in every copy of a variable, once.
    final class Details: Sendable {
        let name: String
        let sort: Sort
        let domain: ValueSet
        let words: VariableWords

        init(name: String, sort: Sort, domain: ValueSet) {
            self.name = name
            self.sort = sort
            self.domain = domain
            words = VariableWords(name: name, sort: sort, domain: domain)
        }
    }

    let number: Int
    let details: Details

    init(number: Int, name: String, sort: Sort, domain: ValueSet) {
        self.number = number
        details = Details(name: name, sort: sort, domain: domain)
    }

    var name: String { details.name }
    var sort: Sort { details.sort }
    /// Every value, "there is no such thing" included where the element has it.
    var domain: ValueSet { details.domain }
}

extension SolverVariable: Hashable {
    public static func == (left: SolverVariable, right: SolverVariable) -> Bool { left.number == right.number }
    public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

/// All variables of a question; open questions join when a condition mentions them.
///
/// Two states never share an open question, even where the words are the same.
struct SolverVariables: Sendable {
    private struct Asked: Hashable {
        let owner: String
        let text: String
        let readings: [String]
    }

    let elements: [SolverVariable]
    private var questions: [Asked: SolverVariable] = [:]
    private var names: Set<String>

    init(_ vocabulary: Vocabulary) {
        elements = vocabulary.elements.map { element in
            let sort: SolverVariable.Sort
            switch element.domain {
            case .choice(let values), .ordered(let values): sort = .names(values.map(\.id))
            case .number(let range, _): sort = .number(range)
            // Three values are no flag.
            case .flag: sort = element.mayBeNotApplicable ? .names(["no", "yes"]) : .flag
            }
            return SolverVariable(number: element.index.number, name: element.id, sort: sort, domain: element.all)
        }
        names = Set(elements.map(\.name))
    }

    subscript(element: ElementIndex) -> SolverVariable { elements[element.number] }

    /// Law that is not encoded: "yes" where it punishes.
    mutating func open(_ law: OpenLaw, owner: String) -> SolverVariable {
        question(Asked(owner: owner, text: law.text, readings: []), name: "\(owner): \(law.text)", .flag, count: 2)
    }

    /// An ambiguous text: one value for each reading.
    mutating func readings(_ id: String, _ readings: [Reading], owner: String) -> SolverVariable {
        let ids = readings.map(\.id)
        return question(
            Asked(owner: owner, text: id, readings: ids), name: "\(owner): reading of \(id)", .names(ids), count: ids.count)
    }

    /// The open questions met so far, in the order in which they came.
    var questionVariables: [SolverVariable] { questions.values.sorted { $0.number < $1.number } }

    private mutating func question(
        _ asked: Asked, name: String, _ sort: SolverVariable.Sort, count: Int
    ) -> SolverVariable {
        if let known = questions[asked] { return known }
        var unique = name
        var copy = 2
        while !names.insert(unique).inserted {
            unique = "\(name) (\(copy))"
            copy += 1
        }
        let variable = SolverVariable(
            number: elements.count + questions.count, name: unique, sort: sort,
            domain: ValueSet(choices: count >= 64 ? .max : (1 << UInt64(count)) - 1))
        questions[asked] = variable
        return variable
    }
}
