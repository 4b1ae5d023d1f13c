import Law
import LawLoader
import Testing

@testable import DualCriminality

/// The bundled law: it loads without a diagnostic, and every sample answers as its author read the text.
@Suite struct CorpusTests {
    static let library = LawLibrary(source: BundledLawSource())

    @Test func theVocabularyIsComplete() throws {
        let vocabulary = try Self.library.vocabulary()
        #expect(vocabulary.elements.count > 80)
        for element in vocabulary.elements {
            #expect(element.definition.hasSuffix("."), "\(element.id): a definition is one sentence")
            #expect(element.question.hasSuffix("?"), "\(element.id): a question ends with a question mark")
        }
        #expect(vocabulary.belief != nil)
    }

    @Test(arguments: CorpusTests.library.codes)
    func everyStateIsClean(code: JurisdictionCode) throws {
        let result = try EncodingCheck(library: Self.library).run([code])
        #expect(result.diagnostics.map(\.message) == [])
        #expect(result.samples >= 2 * result.offences)
    }

    @Test(arguments: CorpusTests.library.codes)
    func everyStateHasItsParts(code: JurisdictionCode) throws {
        let vocabulary = try Self.library.vocabulary()
        let state = try Self.library.jurisdiction(code, vocabulary: vocabulary)
        #expect(state.cooperation?.extradition != nil)
        #expect(state.cooperation?.assistance != nil)
        #expect(state.generalPart.defaultFault != nil)
        #expect(state.generalPart.attempt != nil)
    }

    /// No diagram of an offence may grow out of hand; the largest is printed.
    @Test(arguments: CorpusTests.library.codes)
    func diagramsStaySmall(code: JurisdictionCode) throws {
        let vocabulary = try Self.library.vocabulary()
        let state = try Self.library.jurisdiction(code, vocabulary: vocabulary)
        let starts: [LegalDate] = state.offences.compactMap { $0.latest?.inForce.from }
        let date = try #require(starts.max())
        let view = LawView(state, on: date, side: .requested, vocabulary: vocabulary)
        let question = try StateQuestion(view: view)
        let sizes = question.compiled.offences.map {
            ($0.offence.offence.id.text, question.decider.compiler.diagrams.size($0.whole))
        }
        let largest = try #require(sizes.max { $0.1 < $1.1 })
        print("\(code): \(sizes.count) offences, largest diagram \(largest.1) nodes (\(largest.0)), all \(sizes.reduce(0) { $0 + $1.1 })")
        #expect(largest.1 < 5_000)
    }
}
