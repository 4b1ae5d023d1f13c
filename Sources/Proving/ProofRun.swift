import DualCriminality
import Law
import SolverExport

/// All proofs of one run: every pair of states, then random cases.
public struct ProofRun: Sendable {
    public struct PairResult: Sendable {
        public let from: JurisdictionCode
        public let to: JurisdictionCode
        public let tally: ProofTally
        /// How long the engine took for the whole comparison: all layers, gaps, witnesses and counterparts.
        public let engine: Duration
        /// How long it took only to answer the questions, the law being compiled and nothing remembered.
        public let answering: Duration
    }

    public let vocabulary: Vocabulary
    public let states: [Jurisdiction]
    public let date: LegalDate
    public let category: String?
    private let grounds: GroundCatalogue
    private let presumptions: Presumptions

    /// - Parameter grounds: the catalogue with which the states were read.
    public init(
        vocabulary: Vocabulary, grounds: GroundCatalogue, states: [Jurisdiction], date: LegalDate, category: String? = nil
    ) throws {
        self.vocabulary = vocabulary
        self.grounds = grounds
        self.states = states
        self.date = date
        self.category = category
        presumptions = try Presumptions(vocabulary: vocabulary)
    }

    /// Every ordered pair of two states; of a single state, that state with itself.
    public var pairs: [(from: Jurisdiction, to: Jurisdiction)] {
        states.flatMap { one in
            states.filter { $0.code != one.code || states.count == 1 }.map { (from: one, to: $0) }
        }
    }

    public func prove(_ pair: (from: Jurisdiction, to: Jurisdiction), _ prover: inout Prover<some Solver>) throws -> PairResult {
        let comparer = Comparer(vocabulary: vocabulary, from: pair.from, to: pair.to, date: date)
        let clock = ContinuousClock()
        let start = clock.now
        let questions = try CompareQuestions(comparer, category: category, presumptions: presumptions)
        let engine = clock.now - start
        let law = try ComparedLaw([pair.from, pair.to], vocabulary: vocabulary, date: date)
        let asked = clock.now
        _ = try law.acts(0, with: 1)
        let answering = clock.now - asked
        return PairResult(
            from: pair.from.code, to: pair.to.code, tally: try prover.prove(try questions.questions()), engine: engine,
            answering: answering)
    }

    /// The random case of one number; nil where the states have no law with an act.
    public func prove(case number: Int, of cases: RandomCases, _ prover: inout Prover<some Solver>) throws -> ProofTally? {
        guard let one = try cases.makeCase(number) else { return nil }
        // Definitions are proved, so treaties do not matter.
        let assessor = Assessor(
            vocabulary: vocabulary, requesting: one.requesting, requested: one.requested,
            rules: CooperationRules(catalogue: grounds), digest: "")
        let questions = try CaseQuestions(assessor, presumptions: presumptions).questions(one.request, name: "case-\(number)")
        return try prover.prove(case: questions)
    }

    /// The random cases between the states.
    public func cases(seed: UInt64) -> RandomCases {
        RandomCases(vocabulary: vocabulary, states: states, presumptions: presumptions, day: date, seed: seed)
    }

    /// A few of the questions of a comparison, for measuring.
    public func sample(_ pair: (from: Jurisdiction, to: Jurisdiction), count: Int) throws -> [SolverQuestion] {
        let comparer = Comparer(vocabulary: vocabulary, from: pair.from, to: pair.to, date: date)
        let all = try CompareQuestions(comparer, category: category, presumptions: presumptions).questions()
        let step = max(1, all.count / max(1, count))
        return stride(from: 0, to: all.count, by: step).prefix(count).map { all[$0].question }
    }
}
