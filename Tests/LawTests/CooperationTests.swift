import Law
import Testing

struct MeasureTests {
    @Test func coerciveMeasures() {
        #expect(
            Set(Measure.allCases.filter(\.isCoercive))
                == [
                    .searchAndSeizure, .interception, .freezing, .confiscation, .productionOrder, .contentData, .bankRecords,
                ])
    }
}

struct AssistanceTestTests {
    static func law(_ rule: AssistanceTest.Rule, _ measures: Set<Measure> = []) -> AssistanceTest {
        AssistanceTest(
            rule: rule, measures: measures, requestedDates: [.request], effect: .mandatory,
            authority: Authority(provision: "s 1", review: .draft))
    }

    @Test(arguments: Measure.allCases) func eachRule(_ measure: Measure) {
        #expect(Self.law(.always).requiresDualCriminality(for: measure))
        #expect(Self.law(.always, [.freezing]).requiresDualCriminality(for: measure))
        #expect(!Self.law(.never).requiresDualCriminality(for: measure))
        #expect(!Self.law(.never, [measure]).requiresDualCriminality(for: measure))
        #expect(Self.law(.coerciveOnly).requiresDualCriminality(for: measure) == measure.isCoercive)
    }

    /// Measures that the rule names replace the usual ones.
    @Test(arguments: Measure.allCases) func namedMeasures(_ measure: Measure) {
        let law = Self.law(.coerciveOnly, [.searchAndSeizure, .witnessStatement])
        #expect(law.requiresDualCriminality(for: measure) == [.searchAndSeizure, .witnessStatement].contains(measure))
    }
}
