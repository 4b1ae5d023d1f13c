import Law

/// Where an open question of the law comes from.
///
/// Two states never share a question, even where the words are the same.
public struct OpenQuestion: Hashable, Sendable {
    /// The state, by its code.
    public let owner: String
    public let text: String
    /// The ids of the readings of an ambiguous text; empty for law that is not encoded.
    public let readings: [String]
}

/// The finite space in which conditions are decided: the elements of the vocabulary in their order, then one variable
/// for each open question of the law.
///
/// Whole numbers are compressed to the cells between the cut points that occur in the loaded law (DESIGN-AMENDMENTS 3),
/// so a gap in months costs no more than the law distinguishes. Within a cell the law answers alike, so nothing is lost.
public struct FactSpace: Sendable {
    public let vocabulary: Vocabulary
    public let space: Space
    public let questions: [OpenQuestion]
    /// For each element that is a number: its cells, in order; empty for the others.
    private let cells: [[ClosedRange<Int>]]
    private let places: [OpenQuestion: Int]

    /// The first variable of an open question.
    public var elementCount: Int { vocabulary.elements.count }
    public var questionVariables: Range<Int> { elementCount..<(elementCount + questions.count) }

    /// The variables of what courts evaluate.
    public var appraisalVariables: [Int] { vocabulary.elements.filter { $0.kind == .appraisal }.map(\.index.number) }

    /// - Parameters:
    ///   - conditions: every condition that will be compiled, with the code of the state it belongs to.
    ///   - statesShareVariables: the open questions of one state take the same variables as those of another, so that the
    ///     space does not grow with the number of states. Only for diagrams from which the questions of one state are
    ///     eliminated before they meet those of another; `question(of:)` then names the first state's.
    public init(
        vocabulary: Vocabulary, conditions: [(owner: String, condition: Condition)], statesShareVariables: Bool = false
    ) throws(FactSpaceError) {
        var cuts = [Set<Int>](repeating: [], count: vocabulary.elements.count)
        var questions: [OpenQuestion] = []
        var places: [OpenQuestion: Int] = [:]
        var answers: [Int] = []
        var asked: [String: Int] = [:]
        func ask(_ question: OpenQuestion) {
            guard places[question] == nil else { return }
            let place = statesShareVariables ? asked[question.owner, default: 0] : questions.count
            asked[question.owner, default: 0] += 1
            places[question] = vocabulary.elements.count + place
            if place == questions.count {
                questions.append(question)
                answers.append(0)
            }
            answers[place] = max(answers[place], 2, question.readings.count)
        }
        func collect(_ condition: Condition, owner: String) {
            condition.forEach { part in
                switch part {
                case .has(let element, let set):
                    guard case .numbers(let ranges) = set.values else { return }
                    for range in ranges {
                        cuts[element.number].insert(range.lowerBound)
                        cuts[element.number].insert(range.upperBound + 1)
                    }
                case .open(let law): ask(OpenQuestion(owner: owner, text: law.text, readings: []))
                case .readings(let id, let readings):
                    ask(OpenQuestion(owner: owner, text: id, readings: readings.map(\.id)))
                default: break
                }
            }
        }
        for constraint in vocabulary.constraints { collect(constraint.never, owner: "") }
        for (owner, condition) in conditions { collect(condition, owner: owner) }

        var cells: [[ClosedRange<Int>]] = []
        var sizes: [Int] = []
        for element in vocabulary.elements {
            switch element.domain {
            case .choice(let values), .ordered(let values):
                cells.append([])
                sizes.append(values.count + (element.mayBeNotApplicable ? 1 : 0))
            case .flag:
                cells.append([])
                sizes.append(2 + (element.mayBeNotApplicable ? 1 : 0))
            case .number(let range, _):
                var starts = cuts[element.index.number].filter { range.contains($0) && $0 != range.lowerBound }.sorted()
                starts.insert(range.lowerBound, at: 0)
                let ends = starts.dropFirst().map { $0 - 1 } + [range.upperBound]
                let own = zip(starts, ends).map { $0...$1 }
                guard own.count <= 63 else { throw FactSpaceError(element: element.id, cells: own.count) }
                cells.append(own)
                sizes.append(own.count + (element.mayBeNotApplicable ? 1 : 0))
            }
        }
        sizes += answers
        self.vocabulary = vocabulary
        self.questions = questions
        self.cells = cells
        self.places = places
        do {
            space = try Space(sizes: sizes)
        } catch {
            throw FactSpaceError(element: "", cells: error.size)
        }
    }

    public func variable(of question: OpenQuestion) -> Int? { places[question] }

    /// The question of a variable; nil for an element.
    public func question(of variable: Int) -> OpenQuestion? {
        questionVariables.contains(variable) ? questions[variable - elementCount] : nil
    }

    /// The values of the variable that lie in the set, wholly or in part.
    ///
    /// For a condition of the law this is exact; for a fact it is the cells that the fact may lie in, and the law
    /// answers alike within a cell, so decisions stay exact.
    public func mask(_ set: ValueSet, of element: ElementIndex) -> ValueMask {
        var mask = ValueMask()
        let own = cells[element.number]
        switch set.values {
        case .choice(let bits): mask = ValueMask(bits: bits)
        case .numbers(let ranges):
            for (place, cell) in own.enumerated() where ranges.contains(where: { $0.overlaps(cell) }) { mask.insert(place) }
        }
        if set.notApplicable { mask.insert(space.sizes[element.number] - 1) }
        return mask
    }

    /// The values behind a mask.
    public func values(_ mask: ValueMask, of element: ElementIndex) -> ValueSet {
        let definition = vocabulary[element]
        let last = space.sizes[element.number] - 1
        let notApplicable = definition.mayBeNotApplicable && mask.contains(last)
        var rest = mask
        if definition.mayBeNotApplicable { rest.remove(last) }
        if case .number = definition.domain {
            return ValueSet(numbers: rest.map { cells[element.number][$0] }, notApplicable: notApplicable)
        }
        return ValueSet(choices: rest.bits, notApplicable: notApplicable)
    }

    /// The value of a number's variable that stands for its highest cell; "not applicable" comes after it.
    public func lastNumber(of variable: Int) -> Int { cells[variable].count - 1 }

    /// How many values of the element each value of a variable stands for: the width of its cells; 1 for the others.
    ///
    /// Shares weighted with these do not depend on how finely the loaded law cuts a number.
    public var weights: [[Double]] {
        space.sizes.indices.map { variable in
            var weights = [Double](repeating: 1, count: space.sizes[variable])
            if variable < elementCount {
                for (place, cell) in cells[variable].enumerated() { weights[place] = Double(cell.count) }
            }
            return weights
        }
    }

    /// What is known, as a region; elements that are not stated are free.
    public func region(_ facts: Facts) -> Region {
        var masks: [Int: ValueMask] = [:]
        for (element, set) in facts.values {
            let mask = mask(set, of: element)
            if mask != space.full(element.number) { masks[element.number] = mask }
        }
        return Region(masks)
    }
}

/// The law distinguishes more values of an element than a diagram can hold.
public struct FactSpaceError: Error, Hashable, Sendable, CustomStringConvertible {
    public let element: String
    public let cells: Int
    public var description: String {
        "the loaded law cuts `\(element)` into \(cells) parts; 63 is the limit, so load fewer states together"
    }
}
