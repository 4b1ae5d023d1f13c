import ConditionAlgebra
import Law

/// The place of a threshold is that of its node in `ActDefinition.Content.reached`.
typealias CoverageByThreshold = [CoverageStatus]

/// What is left of one offence, under one act and in one layer, after another state's offences have been taken away one by
/// one (DESIGN-AMENDMENTS 19), so that no union is built.
struct ActCoverage: Sendable {
    /// The possible cases that the compared offence punishes.
    let cases: Node
    /// What the other state does not punish for certain.
    var notSurely: ActLaw.Reach
    /// What it does not punish even if all open law did: the gap.
    var notAtMost: ActLaw.Reach
    /// The question passed the limit; nothing is claimed.
    var isTooLarge = false
    /// What the offences of the other state have in common with it; only where a question asks for it.
    var commons: [Common] = []
    var coveredAt: CoverageByThreshold = []

    init(cases: Node) {
        self.cases = cases
        notSurely = .init(alleged: cases, granted: cases)
        notAtMost = .init(alleged: cases, granted: cases)
    }

    /// With the other state's evaluations granted; nil where there is nothing to cover.
    var granted: CoverageStatus? { status(notSurely.granted, notAtMost.granted) }
    /// As alleged: evaluations must be alleged too.
    var alleged: CoverageStatus? { status(notSurely.alleged, notAtMost.alleged) }

    func gap(_ layer: CompareLayer) -> Node {
        if isTooLarge { return .never }
        return layer == .appraisal ? notAtMost.alleged : notAtMost.granted
    }

    private func status(_ notSurely: Node, _ notAtMost: Node) -> CoverageStatus? {
        if isTooLarge { return .unknown }
        if cases == .never { return nil }
        if notSurely == .never { return .covered }
        if notAtMost == cases { return .notCovered }
        // Without a part that is a gap for certain it is the open law that decides.
        return notAtMost == .never ? .unknown : .partlyCovered
    }

    /// What one offence of the other state has in common with the compared one.
    struct Common: Sendable {
        /// Its place among the definitions of the law that was asked.
        let place: Int
        /// The share of all cases of the act that both punish.
        let share: Double
        /// All that the compared offence punishes with this act is punished by the other one too.
        let holdsAllOfMine: Bool
        /// All that the other offence punishes with this act is punished by the compared one too.
        let holdsAllOfTheirs: Bool
    }
}

/// How much a question asks.
enum CoverageDepth: Hashable, Sendable {
    /// Coverage with evaluations granted: what a matrix shows.
    case granted
    /// Coverage in both ways.
    case both
    /// Also what each offence contributes, and coverage by thresholds of penalty.
    case contributions
}

/// Answers questions of coverage over one store, and remembers the answers.
///
/// An answer depends on the diagrams asked about and on nothing else, neither on what was asked before nor on which
/// other states are loaded.
struct CoverageStore {
    private(set) var diagrams: Diagrams
    private let empty: Diagrams
    private let appraisals: [Int]
    private let weights: [[Double]]
    private var answers: [Question: ActCoverage] = [:]
    /// What is left when one part is taken away, by the two nodes. States that resemble each other share most of it.
    private var rests: [Removal: Result<Node, DiagramTooLarge>] = [:]
    private var fractions: [Node: Double] = [:]
    private var statuses: [Question: CoverageStatus?] = [:]

    /// The most steps that taking away one offence, or one other operation, may take: a few tenths of a second. Real law
    /// takes a few hundred.
    static let stepLimit = 4_000_000
    /// The same for a search, whose steps cost more.
    private static let searchLimit = 400_000
    /// How many nodes may be added before everything remembered is dropped.
    private static let room = 1_000_000

    private struct Question: Hashable {
        let cases: Node
        let law: Int
        let depth: CoverageDepth
    }

    private struct Removal: Hashable {
        let rest: Node
        let part: Node
    }

    /// - Parameter diagrams: the store in which the definitions were compiled.
    init(_ diagrams: Diagrams, facts: FactSpace) {
        self.diagrams = diagrams
        empty = diagrams
        appraisals = facts.appraisalVariables
        weights = facts.weights
    }

    var isLarge: Bool { diagrams.count > empty.count + CoverageStore.room }

    /// Forgets all answers; nodes of earlier ones must not be used afterwards.
    mutating func drop() {
        diagrams = empty
        answers = [:]
        rests = [:]
        fractions = [:]
        statuses = [:]
    }

    /// Runs a computation on the store as a question of its own, with its own limit.
    mutating func ask<Result>(_ body: (inout Diagrams) throws -> Result) rethrows -> Result {
        diagrams.beginQuestion(steps: CoverageStore.stepLimit)
        return try body(&diagrams)
    }

    /// Only how far a definition is covered, by a search that builds nothing; nil where there is nothing to cover.
    ///
    /// - Parameter depth: `.granted` for evaluations granted, `.both` for those alleged.
    mutating func status(of definition: ActDefinition, by law: ActLaw, depth: CoverageDepth) throws -> CoverageStatus? {
        if definition.isTooLarge { return .unknown }
        if definition.cases == .never { return nil }
        let question = Question(cases: definition.cases, law: law.number, depth: depth)
        if let known = statuses[question] { return known }
        let status: CoverageStatus?
        do {
            status = try search(definition.cases, law, depth)
        } catch {
            // Then as a full comparison answers it.
            let coverage = try coverage(of: definition, by: law, depth: depth)
            status = depth == .granted ? coverage.granted : coverage.alleged
        }
        statuses[question] = .some(status)
        return status
    }

    private func search(_ cases: Node, _ law: ActLaw, _ depth: CoverageDepth) throws(DiagramTooLarge) -> CoverageStatus {
        func part(_ reach: ActLaw.Reach) -> Node { depth == .granted ? reach.granted : reach.alleged }
        func some(_ conditions: [Node], outside others: [Node]) throws(DiagramTooLarge) -> Bool {
            try diagrams.hasPoint(in: conditions, outside: others, steps: CoverageStore.searchLimit)
        }
        if try !some([cases], outside: law.offences.map { part($0.content.surely) }) { return .covered }
        let atMost = law.offences.map { part($0.content.atMost) } + law.open.map { part($0.reach) }
        var isReached = false
        for reach in atMost where !isReached { isReached = try some([cases, reach], outside: []) }
        if !isReached { return .notCovered }
        return try some([cases], outside: atMost) ? .partlyCovered : .unknown
    }

    mutating func coverage(of definition: ActDefinition, by law: ActLaw, depth: CoverageDepth) throws -> ActCoverage {
        let question = Question(cases: definition.cases, law: law.number, depth: depth)
        if let known = answers[question] { return known }
        var answer = ActCoverage(cases: definition.cases)
        if definition.isTooLarge {
            answer.isTooLarge = true
        } else if answer.cases != .never {
            do {
                try decide(&answer, law, depth)
            } catch is DiagramTooLarge {
                answer = ActCoverage(cases: definition.cases)
                answer.isTooLarge = true
            }
        }
        answers[question] = answer
        return answer
    }

    private mutating func decide(_ answer: inout ActCoverage, _ law: ActLaw, _ depth: CoverageDepth) throws {
        for definition in law.offences { try take(definition.content.surely, from: &answer.notSurely, depth) }
        // What is punished for certain is so at most, so the gap lies in what is left, and only open law can narrow it.
        answer.notAtMost = answer.notSurely
        for definition in law.offences where definition.content.atMost != definition.content.surely {
            try take(definition.content.atMost, from: &answer.notAtMost, depth)
        }
        for (_, reach) in law.open { try take(reach, from: &answer.notAtMost, depth) }
        if depth == .contributions { try contributions(&answer, law) }
    }

    private mutating func take(_ part: ActLaw.Reach, from rest: inout ActLaw.Reach, _ depth: CoverageDepth) throws {
        let granted = try subtract(rest.granted, part.granted)
        let alleged = depth == .granted ? granted : try subtract(rest.alleged, part.alleged)
        rest = .init(alleged: alleged, granted: granted)
    }

    /// An operation with its own limit, so that remembering it does not change whether a later question is too large.
    private mutating func subtract(_ rest: Node, _ part: Node) throws -> Node {
        if rest == .never || part == .never { return rest }
        let key = Removal(rest: rest, part: part)
        if let known = rests[key] { return try known.get() }
        diagrams.beginQuestion(steps: CoverageStore.stepLimit)
        let result = Result { () throws(DiagramTooLarge) in try diagrams.subtract(rest, part) }
        rests[key] = result
        return try result.get()
    }

    private mutating func contributions(_ answer: inout ActCoverage, _ law: ActLaw) throws {
        diagrams.beginQuestion(steps: CoverageStore.stepLimit)
        var rests = [Node](repeating: answer.cases, count: ReportedThreshold.allCases.count)
        for (place, definition) in law.offences.enumerated() {
            let common = try diagrams.and(definition.content.completed, answer.cases)
            guard common != .never else { continue }
            answer.commons.append(
                ActCoverage.Common(
                    place: place, share: diagrams.fraction(common, in: .everything, weights: weights),
                    holdsAllOfMine: common == answer.cases, holdsAllOfTheirs: common == definition.content.completed))
            let granted = try diagrams.exists(common, over: appraisals)
            for threshold in rests.indices {
                let part = try diagrams.and(granted, definition.content.reached[threshold])
                rests[threshold] = try diagrams.subtract(rests[threshold], part)
            }
        }
        answer.coveredAt = rests.map { $0 == .never ? .covered : $0 == answer.cases ? .notCovered : .partlyCovered }
    }

    /// The share that one set of cases has of another; 0...1, rounded so that it does not depend on the order of sums.
    mutating func share(of part: Node, in whole: Node) -> Double {
        let all = fraction(whole)
        guard all > 0 else { return 0 }
        return (fraction(part) / all * 1e6).rounded() / 1e6
    }

    private mutating func fraction(_ node: Node) -> Double {
        if let known = fractions[node] { return known }
        let fraction = diagrams.fraction(node, in: .everything, weights: weights)
        fractions[node] = fraction
        return fraction
    }
}
