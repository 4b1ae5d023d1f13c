import Testing

@testable import DualCriminality
@testable import Reporting

/// The layout of an assessment on a terminal (DESIGN §8).
@Suite struct AssessmentTextTests {
    typealias Sample = SampleAssessment

    /// Every shape of answer, so that each layout rule is tried on all of them.
    static let all: [Assessment] = [
        Sample.assessment(),
        Sample.assessment(name: "United States (federal law) and its territories"),
        Sample.assessment(
            verdict: .obstructed, requested: Sample.side(.notPunishable, offences: [], nearest: [Sample.nearest, Sample.nearest]),
            charged: ["a", "b"], status: .notMet),
        Sample.assessment(
            verdict: .notAssessable, requested: Sample.side(.unknown, offences: [], open: (1...6).map { "law \($0)" }),
            measures: ["search-and-seizure", "subscriber-data", "traffic-data", "content-data", "bank-records", "interception"],
            status: .unknown),
        Sample.assessment(
            items: [
                Sample.item(
                    "a", .depends,
                    requested: Sample.side(
                        .depends, offences: (1...5).map { Sample.offence("\($0)", .depends, fineOnly: $0 == 2) },
                        establish: Alternatives(anyOf: (1...6).map { Sample.region(age: $0) }, complete: false))),
                Sample.item("b", .notMet, alternatives: [.met, .notMet]),
            ], severable: ["b"]),
        Sample.assessment(verdict: .clear, requested: Sample.side(.appraisal), findings: [], status: .appraisal),
    ]

    @Test(arguments: [40, 60, 80, 100, 160], [false, true])
    func fitsTheTerminal(width: Int, verbose: Bool) {
        for assessment in Self.all {
            let text = AssessmentText(style: Style(width: width), verbose: verbose).render(assessment)
            #expect(Layout.tooWide(text, width) == [])
            #expect(Layout.trailingBlanks(text) == [])
            #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        }
    }

    @Test(arguments: [false, true])
    func colourChangesNothingElse(verbose: Bool) {
        for assessment in Self.all {
            let plain = AssessmentText(style: Style(), verbose: verbose).render(assessment)
            let coloured = AssessmentText(style: Style(colour: true), verbose: verbose).render(assessment)
            #expect(!plain.contains("\u{1B}"))
            #expect(coloured.contains("\u{1B}"))
            #expect(Layout.plain(coloured) == plain)
            // No line begins in the colour of the line before it.
            for line in coloured.split(separator: "\n") {
                #expect(line.matches(of: /\u{1B}\[\d+m/).count == 2 * line.matches(of: /\u{1B}\[0m/).count, "\(line)")
            }
        }
    }

    private func lines(_ assessment: Assessment, verbose: Bool = false) -> [String] {
        AssessmentText(style: Style(), verbose: verbose).render(assessment).split(separator: "\n").map(String.init)
    }

    @Test func heading() {
        #expect(lines(Sample.assessment())[0] == "Extradition  AAland → BBland   request of 2026-03-01")
        #expect(
            lines(Sample.assessment(measures: ["search-and-seizure"]))[0]
                == "Mutual legal assistance  AAland → BBland   request of 2026-03-01   search-and-seizure")
    }

    @Test func aSideInColumns() {
        let lines = lines(Sample.assessment())
        #expect(lines.contains("  AAland            punishable    Code s. 1 · 3 months to 5 years"))
        #expect(lines.contains("  BBland            punishable    Code s. 1 · 3 months to 5 years"))
        #expect(lines.contains("    assumed     the act is completed"))
        #expect(lines.contains("  Dual criminality    depends"))
        let punishable = lines.filter { $0.contains("punishable  ") }
        #expect(Set(punishable.map { $0.distance(from: $0.startIndex, to: $0.range(of: "punishable").lowerBound) }).count == 1)
    }

    /// A long name widens its column for both states.
    @Test func longNamesKeepTheColumns() {
        let sides = lines(Self.all[1]).filter { $0.contains("Code s. 1 ·") }
        #expect(sides.count == 2)
        #expect(Set(sides.map { $0.distance(from: $0.startIndex, to: $0.range(of: "punishable").lowerBound) }).count == 1)
        #expect(sides[0].hasPrefix("  United States (federal law) and its territories  punishable"))
    }

    @Test func whatFailsIsNamed() {
        let text = AssessmentText(style: Style()).render(Self.all[2])
        #expect(text.contains("  BBland            not-punishable\n"))
        #expect(text.contains("nearest     Code s. 9 — the act serves no official duty; needed: "))
        #expect(text.contains("charged, but not met by the facts as stated: a, b"))
    }

    @Test func shortUnlessVerbose() {
        let short = lines(Self.all[4]).joined(separator: "\n")
        let long = lines(Self.all[4], verbose: true).joined(separator: "\n")
        #expect(short.contains("and 2 more (--verbose)"))
        #expect(!short.contains("Code s. 4"))
        #expect(long.contains("Code s. 5 · 3 months to 5 years · depends · limitation 5 years"))
        #expect(!long.contains("more (--verbose)"))
        #expect(short.contains("or       " + Sample.region(age: 4).text))
        #expect(!short.contains(Sample.region(age: 5).text))
        #expect(long.contains(Sample.region(age: 6).text))
        // The list itself is not complete: both say so.
        #expect(short.contains("and rarer combinations") && long.contains("and rarer combinations"))
        #expect(long.contains("complaint needed (s. 9)") && !short.contains("complaint needed"))
        let open = lines(Self.all[3])
        #expect(open.contains("    open        law 4") && open.contains("    open        and 2 more (--verbose)"))
        #expect(lines(Self.all[3], verbose: true).contains("    open        law 6"))
    }

    @Test func items() {
        let lines = lines(Self.all[4])
        #expect(lines.contains("  item a") && lines.contains("  item b"))
        #expect(lines.contains("    alternatives: met, not-met"))
        #expect(lines.contains("  the count stands without item b"))
        #expect(lines.contains("                                  Code s. 2 · a fine · depends"))
    }

    @Test func findings() {
        let lines = lines(Sample.assessment())
        #expect(lines.contains("  ✓ dual-criminality, count 1 (s. 3)"))
        #expect(lines.contains { $0.hasPrefix("  ✗ penalty-threshold, count 1 item a") })
        #expect(lines.contains { $0.hasPrefix("  ! one") })
        #expect(lines.contains { $0.hasPrefix("  ? two") })
        #expect(lines.filter { $0.hasPrefix("      → cure number") }.count == 3)
        #expect(self.lines(Sample.assessment(), verbose: true).filter { $0.hasPrefix("      → cure number") }.count == 5)
    }

    @Test(arguments: [
        (Verdict.clear, "CLEAR", "32"), (.obstructed, "OBSTRUCTED", "31"), (.conditional, "CONDITIONAL", "33"),
        (.notAssessable, "NOT-ASSESSABLE", "33"),
    ])
    func verdict(verdict: Verdict, word: String, colour: String) {
        let assessment = Sample.assessment(verdict: verdict)
        let lines = lines(assessment)
        #expect(lines.drop { $0 != "Verdict  \(word)" }.dropFirst().first == "  on the law of BBland")
        #expect(
            AssessmentText(style: Style(colour: true)).render(assessment)
                .contains("\u{1B}[\(colour)mVerdict  \(word)\u{1B}[0m"))
    }

    @Test func whatItRestsOn() {
        let lines = lines(Sample.assessment())
        #expect(
            lines.suffix(6) == [
                "Verdict  CONDITIONAL", "  on the law of BBland", "  risks that the verdict does not count: one",
                "  law: draft, oldest source of 2020-01-01; a year or more older than the request: AA Old Code",
                "  (2020-01-01)", "  Legal research from the encodings, not legal advice.",
            ])
    }
}

extension String {
    /// The first range of a word that the test knows to be there; the whole text otherwise.
    fileprivate func range(of word: String) -> Range<Index> { firstRange(of: word) ?? startIndex..<endIndex }
}
