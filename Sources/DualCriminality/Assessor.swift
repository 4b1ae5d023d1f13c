import ConditionAlgebra
import Law

/// Assesses a request between two states from their definitions.
///
/// A value: safe to share between threads; the same request and law always give the same assessment.
public struct Assessor: Sendable {
    public struct Options: Hashable, Sendable {
        /// Nothing is presumed: what is not stated is open, defences included.
        public var strict = false
        /// A clear verdict may rest on law that was read only once.
        public var acceptDraft = false
        /// Asks the law of this day where the law of the day of the request is asked.
        public var asOf: LegalDate?
        /// Whether the grounds are judged on legal bases, too, that give way to another; otherwise these are only named.
        public var judgesDisplaced = true
        public init(
            strict: Bool = false, acceptDraft: Bool = false, asOf: LegalDate? = nil, judgesDisplaced: Bool = true
        ) {
            self.strict = strict
            self.acceptDraft = acceptDraft
            self.asOf = asOf
            self.judgesDisplaced = judgesDisplaced
        }
    }

    public let vocabulary: Vocabulary
    public let requesting: Jurisdiction
    public let requested: Jurisdiction
    /// The grounds, and the instruments between the two states.
    public let rules: CooperationRules
    /// The digest of the files from which the law was read.
    public let digest: String
    public let options: Options

    public init(
        vocabulary: Vocabulary, requesting: Jurisdiction, requested: Jurisdiction, rules: CooperationRules, digest: String,
        options: Options = Options()
    ) {
        self.vocabulary = vocabulary
        self.requesting = requesting
        self.requested = requested
        self.rules = rules
        self.digest = digest
        self.options = options
    }

    /// - Throws: `ImpossibleFacts` where the facts of an item cannot all be true, `FactSpaceError` where the law cuts an
    ///   element too finely, `DiagramTooLarge` where a question passes the node budget.
    public func assess(_ request: Request) throws -> Assessment {
        try RequestJudge(self, request).assess()
    }
}
