import Law
import Testing

struct FactsTests {
    @Test func whatLiesOnTopReplaces() {
        let below = Facts([ElementIndex(0): .yes, ElementIndex(1): .no])
        let top = Facts([ElementIndex(1): .yes, ElementIndex(2): .no])
        #expect(
            below.overlaid(with: top) == Facts([ElementIndex(0): .yes, ElementIndex(1): .yes, ElementIndex(2): .no]))
        #expect(below.overlaid(with: Facts()) == below)
    }
}
