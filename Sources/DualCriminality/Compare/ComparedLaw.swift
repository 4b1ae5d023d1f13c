import ConditionAlgebra
import Law

/// The definitions of several states on one day, compiled once, so that any of them can be compared with any other.
///
/// A value: safe to share between threads. What is said of two states does not depend on which others are loaded.
public struct ComparedLaw: Sendable {
    public let vocabulary: Vocabulary
    public let date: LegalDate
    let definitions: [CompiledDefinitions]
    let contexts: [ActContext]
    let settings: [ActContext.Setting]
    let facts: FactSpace
    let diagrams: Diagrams

    /// - Parameter states: in any order; a state may occur twice, also in two versions, and is meant by its place.
    /// - Complexity: about 20 milliseconds for a bundled state (Docs/performance.md).
    /// - Throws: `FactSpaceError` where the laws together cut an element too finely.
    public init(_ states: [Jurisdiction], vocabulary: Vocabulary, date: LegalDate) throws {
        self.vocabulary = vocabulary
        self.date = date
        let views = states.map { LawView($0, on: date, side: .requested, vocabulary: vocabulary) }
        var compiler = try DefinitionCompiler(views: views, vocabulary: vocabulary)
        let compiled = try compiler.compile()
        let (store, places) = try compiler.decider.compiler.diagrams.compacted(keeping: compiled.flatMap(\.nodes))
        definitions = compiled.map { $0.moved { places[$0] ?? .never } }
        diagrams = store
        contexts = compiler.contexts
        settings = compiler.settings
        facts = compiler.decider.compiler.facts
    }

    public var states: [Jurisdiction] { definitions.map(\.view.jurisdiction) }

    /// Compares the offences of one state with the law of another.
    ///
    /// - Parameters:
    ///   - from: the place of the state whose offences are compared.
    ///   - to: the place of the state whose law is asked; may be the same.
    ///   - category: only offences in this harmonised category; nil for all.
    ///   - gapLimit: the most gaps that are listed for an offence.
    public func compare(_ from: Int, with to: Int, category: String? = nil, gapLimit: Int = Comparer.gapLimit) throws -> Comparison {
        var engine = CompareEngine(self)
        let own = definitions[from]
        let other = definitions[to]
        let offences = try places(own, category).map { try engine.compare($0, of: own, by: other, gapLimit: gapLimit) }
        let summaries = try shown(category).map { place, category in
            let members = offences.filter { $0.categories.contains(category.id) }
            let coverage = CoverageStatus.ofParts(members.map(\.coverage))
            return CategoryComparison(
                id: category.id, title: category.title, coverage: coverage, offences: members.count,
                relation: try relation(place, coverage, own, other, &engine))
        }
        return Comparison(
            from: own.view.jurisdiction.code.text, to: other.view.jurisdiction.code.text, asOf: date.iso,
            offences: offences, categories: summaries)
    }

    /// How the definitions of a category stand to those of the other state; nil where one of the two punishes nothing that is
    /// encoded, or where it turns on law that is not.
    private func relation(
        _ category: Int, _ coverage: CoverageStatus?, _ own: CompiledDefinitions, _ other: CompiledDefinitions,
        _ engine: inout CompareEngine
    ) throws -> DefinitionRelation? {
        let theirs = try other.view.offences.indices.filter { other.categories[$0].contains(category) }.map {
            try engine.coverage($0, of: other, by: own).status
        }
        guard let coverage, let back = CoverageStatus.ofParts(theirs) else { return nil }
        switch (coverage, back) {
        case (.unknown, _), (_, .unknown): return nil
        case (.covered, .covered): return .equivalent
        case (.covered, _): return .narrower
        case (_, .covered): return .wider
        case (.notCovered, .notCovered): return .disjoint
        default: return .overlapping
        }
    }

    // MARK: - Categories

    func shown(_ category: String?) -> [(place: Int, category: Law.Category)] {
        vocabulary.categories.enumerated().filter { category == nil || $0.element.id == category }
            .map { ($0.offset, $0.element) }
    }

    /// The offences that fall into a category; all without one.
    func places(_ definitions: CompiledDefinitions, _ category: String?) -> [Int] {
        let places = Array(definitions.view.offences.indices)
        guard let category, let place = vocabulary.categories.firstIndex(where: { $0.id == category }) else {
            return category == nil ? places : []
        }
        return places.filter { definitions.categories[$0].contains(place) }
    }
}
