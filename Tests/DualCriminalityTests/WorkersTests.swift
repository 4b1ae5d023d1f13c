import Testing

@testable import DualCriminality

/// Two readings side by side.
@Suite struct WorkersTests {
    struct Failure: Error, Equatable { let name: String }

    @Test func bothResultsInTheirPlaces() throws {
        let (number, text) = try Workers.both { 1 } and: { "two" }
        #expect(number == 1 && text == "two")
    }

    @Test func theFirstErrorComesFirst() {
        #expect(throws: Failure(name: "first")) {
            try Workers.both { () throws -> Int in throw Failure(name: "first") } and: { () throws -> Int in throw Failure(name: "second") }
        }
        #expect(throws: Failure(name: "second")) {
            try Workers.both { 1 } and: { () throws -> Int in throw Failure(name: "second") }
        }
    }
}
