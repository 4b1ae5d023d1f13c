import Law
import Testing

struct ImprisonmentTests {
    @Test func aCeilingIsMarked() {
        #expect(!Imprisonment(minimum: .none, maximum: .years(5)).isCeiling)
        #expect(Imprisonment(minimum: .years(2), maximum: .years(15), isCeiling: true).isCeiling)
        #expect(
            Imprisonment(minimum: .years(2), maximum: .years(15), isCeiling: true)
                != Imprisonment(minimum: .years(2), maximum: .years(15)))
    }
}

struct ReviewTests {
    @Test func orderOfTrust() {
        #expect(Review.allCases.shuffled().sorted() == [.draft, .sourceChecked, .practitionerReviewed])
        #expect(Review.allCases.map(\.rawValue) == ["draft", "source-checked", "practitioner-reviewed"])
    }
}
