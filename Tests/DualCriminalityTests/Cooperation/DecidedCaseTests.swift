import Testing

@testable import DualCriminality

/// Courts' holdings on dual criminality and the grounds beside it, reproduced from the law they applied.
@Suite struct DecidedCaseTests {
    @Test func thereAreEnoughOfThemAndTheyAreReadable() {
        #expect(DecidedCase.all.count >= 25)
        #expect(Set(DecidedCase.all.map(\.id)).count == DecidedCase.all.count)
        for one in DecidedCase.all {
            #expect(!one.expected.isEmpty, "\(one.id) expects nothing")
            #expect(!one.holding.isEmpty)
        }
    }

    @Test(arguments: DecidedCase.all)
    func theHoldingIsReproduced(one: DecidedCase) throws {
        let differences = try one.differences()
        if let reason = one.notReproduced {
            withKnownIssue("\(one.id): \(reason)") { #expect(differences.isEmpty, "\(differences)") }
        } else {
            #expect(differences.isEmpty, "\(one.citation): \(differences)")
        }
    }

    @Test func theRunSaysHowManyAreReproduced() throws {
        let open = DecidedCase.all.filter { $0.notReproduced != nil }
        print("decided cases: \(DecidedCase.all.count - open.count) of \(DecidedCase.all.count) reproduced")
        for one in open { print("  not reproduced: \(one.citation): \(one.notReproduced ?? "")") }
        #expect(open.count * 5 <= DecidedCase.all.count, "more than a fifth is not reproduced")
    }

    /// A holding turned round must not pass.
    @Test func anotherOutcomeIsNoticed() throws {
        let one = try #require(DecidedCase.all.first { $0.id == "norris-2008" })
        #expect(try one.differences().isEmpty)
        let finding = try #require(try one.assess().findings.first { $0.ground == one.expected[0].ground && $0.basis == one.expected[0].basis })
        #expect(finding.outcome.rawValue == one.expected[0].outcome)
        #expect(finding.outcome != .clear || finding.because.count >= 2)
    }
}
