import Foundation
import Law
import LawLoader
import Testing

@testable import DualCriminality

/// `compare` finds at least the differences between definitions that the fact sheets of the first six states name, and
/// none where they say that two laws agree.
///
/// All rows but fourteen were written from the sheets and the texts before the first comparison. Where a row and an answer
/// disagreed, the row now says why (open law, an evaluation, a fault that differs) or carries the reason under `known`; the
/// fourteen (whole agreements, and `184l-1-2`) came after it, each judged on the sheets alone.
@Suite struct DifferenceTests {
    /// An ordered pair of states; compared once for all of its rows.
    struct Pair: Hashable, Sendable, CustomTestStringConvertible {
        let from: String
        let to: String

        var testDescription: String { "\(from) → \(to)" }

        static let all = Difference.all.reduce(into: [Pair]()) { pairs, row in
            let pair = Pair(from: row.from, to: row.to)
            if !pairs.contains(pair) { pairs.append(pair) }
        }
    }

    @Test func theTableIsWhole() {
        let rows = Difference.all
        #expect(rows.count >= 60, "`Tests/Cases/differences.json` is missing or cannot be read")
        #expect(Set(rows.map(\.id)).count == rows.count)
        #expect(Pair.all.count == 30, "every ordered pair of the six states has a row")
        for row in rows {
            #expect(CoverageStatus(rawValue: row.coverage) != nil, "\(row.id): `\(row.coverage)` is no coverage")
            #expect(!row.fact.isEmpty && !row.sources.isEmpty, "\(row.id) names no source")
        }
    }

    /// Every element and value is one of the vocabulary: a misspelt one would make `quiet` and `outside` hold of themselves.
    @Test func theTableSpeaksTheVocabulary() throws {
        let vocabulary = try CorpusTests.library.vocabulary()
        for row in Difference.all {
            for (element, wanted) in [row.gap, row.outside, row.only, row.quiet].compactMap(\.self).joined() {
                let index = try #require(vocabulary.index(of: element), "\(row.id): `\(element)` is no element")
                let known: Set<String>? =
                    switch vocabulary[index].domain {
                    case .choice(let values), .ordered(let values): Set(values.map(\.id))
                    case .flag: ["yes", "no"]
                    case .number: nil
                    }
                switch wanted {
                case .values(let values):
                    #expect(known.map(values.isSubset(of:)) == true, "\(row.id): `\(element)` has not all of \(values.sorted())")
                case .numbers: #expect(known == nil, "\(row.id): `\(element)` is no number")
                }
            }
        }
    }

    @Test(arguments: Pair.all)
    func everyFactOfTheSheetsIsFound(pair: Pair) throws {
        let vocabulary = try CorpusTests.library.vocabulary()
        let rows = Difference.all.filter { $0.from == pair.from && $0.to == pair.to }
        let date = try #require(LegalDate(iso: "2026-06-01"))
        let comparison = try Comparer(
            vocabulary: vocabulary, from: Self.asked(rows, of: pair.from, vocabulary),
            to: CorpusTests.library.jurisdiction(JurisdictionCode(pair.to), vocabulary: vocabulary), date: date
        ).compare()
        for row in rows {
            guard let answer = comparison.offences.first(where: { $0.id == row.offence }) else {
                Issue.record("\(row.id): \(row.from) has no offence `\(row.offence)` in force")
                continue
            }
            let misses = Self.misses(row, answer, vocabulary)
            if let known = row.known {
                withKnownIssue("\(row.id): \(known)") { report(row, misses) }
            } else {
                report(row, misses)
            }
        }
    }

    private func report(_ row: Difference, _ misses: [String]) {
        for miss in misses {
            Issue.record("\(row.id), \(row.offence): missed “\(row.fact)” (\(row.sources.joined(separator: "; "))): \(miss)")
        }
    }

    /// The state with the offences that the rows ask about: each is compared on its own, so the others would only cost time.
    private static func asked(_ rows: [Difference], of code: String, _ vocabulary: Vocabulary) throws -> Jurisdiction {
        let state = try CorpusTests.library.jurisdiction(JurisdictionCode(code), vocabulary: vocabulary)
        let ids = Set(rows.map(\.offence))
        return Jurisdiction(
            code: state.code, names: state.names, parent: state.parent, generalPart: state.generalPart,
            coverage: state.coverage, outsideLaw: state.outsideLaw, sources: state.sources, definitions: state.definitions,
            offences: state.offences.filter { ids.contains($0.id.text) }, cooperation: state.cooperation)
    }

    /// What the answer does not say though the row asks for it; empty if all is found.
    private static func misses(_ row: Difference, _ answer: OffenceComparison, _ vocabulary: Vocabulary) -> [String] {
        var found: [String] = []
        if answer.coverage.rawValue != row.coverage {
            found.append("it is \(answer.coverage.rawValue), not \(row.coverage)")
        }
        let layers = ["core": answer.layers.core, "appraisal": answer.layers.appraisal, "margins": answer.layers.margins]
        for (layer, status) in row.layers ?? [:] where layers[layer]?.rawValue != status {
            found.append("the layer \(layer) is \(layers[layer]?.rawValue ?? "none"), not \(status)")
        }
        let gaps = answer.gaps.map { GapValues($0.region, vocabulary: vocabulary) }
        if let wanted = row.gap {
            let isFound = gaps.contains { gap in
                wanted.allSatisfy { gap.reaches($0.key, $0.value) }
                    && !(row.outside ?? [:]).contains { gap.touches($0.key, $0.value) }
            }
            if !isFound { found.append("no gap names \(wanted.keys.sorted().joined(separator: ", ")) with these values") }
        }
        // What is no gap is asked of the first layer that is not covered; below it are evaluations, which courts decide.
        let first: CompareLayer =
            answer.layers.core != .covered ? .core : answer.layers.appraisal != .covered ? .appraisal : .margins
        let firstGaps = answer.gaps.filter { $0.layer == first }
        let certain = firstGaps.map { GapValues($0.region, vocabulary: vocabulary) }
        if let only = row.only {
            if certain.isEmpty || !answer.gapsComplete { found.append("there is no complete list of gaps") }
            for (gap, text) in zip(certain, firstGaps.map(\.region.text))
            where !only.allSatisfy({ gap.staysWithin($0.key, $0.value) }) {
                found.append("there is another gap: \(text)")
            }
        }
        for (gap, text) in zip(certain, firstGaps.map(\.region.text)) {
            for (element, values) in row.quiet ?? [:] where gap.touches(element, values) {
                found.append("a gap names \(element): \(text)")
            }
        }
        if let open = row.open, !answer.open.contains(where: { $0.contains(open) }) {
            found.append("open law “\(open)” is not named")
        }
        return found
    }
}
