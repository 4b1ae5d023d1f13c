import Testing

@testable import YAMLTree

struct SuggestionTests {
    static let keys = [
        "act", "age", "jurisdiction", "offences", "provision", "provisions", "source", "sources", "in-force", "material.shown-age",
        "material.medium", "child.age", "child.age-believed", "when", "where", "except", "penalty", "DE", "DK", "NO", "NL",
    ]

    @Test(
        arguments: [
            ("jurisdicton", "jurisdiction"), ("Jurisdiction", "jurisdiction"), ("ofences", "offences"), ("offnces", "offences"),
            ("offencse", "offences"), ("xoffences", "offences"), ("provisiom", "provision"), ("provision:", "provision"),
            ("in_force", "in-force"), ("In Force", "in-force"), ("material.age-shown", "material.shown-age"),
            ("materail.mediun", "material.medium"), ("chidl.age", "child.age"), ("de", "DE"), ("ag", nil), ("agee", "age"),
            ("atc", "act"), ("wen", "when"), ("pentalty", "penalty"), ("xyz", nil), ("", nil), ("NK", nil),
            ("completely different", nil),
            ("when", nil), ("NO", nil),
        ] as [(String, String?)]) func nearest(_ word: String, _ expected: String?)
    {
        #expect(Suggestion.nearest(to: word, in: Self.keys) == expected)
        // The order of the candidates does not matter.
        #expect(Suggestion.nearest(to: word, in: Self.keys.reversed()) == expected)
        #expect(Suggestion.nearest(to: word, in: Set(Self.keys)) == expected)
    }

    @Test func tiesGoToTheSpellingThenTheAlphabet() {
        #expect(Suggestion.nearest(to: "cat", in: ["rat", "bat", "hat"]) == "bat")
        #expect(Suggestion.nearest(to: "Cats", in: ["cat", "Cat"]) == "Cat")
        #expect(Suggestion.nearest(to: "alpha.bata", in: ["bata.alpha", "alpha.beta"]) == "alpha.beta")
    }

    @Test func longWordsAreNotCompared() {
        let long = String(repeating: "x", count: 100_000)
        #expect(Suggestion.nearest(to: long, in: [long + "y"]) == nil)
        #expect(Suggestion.nearest(to: "abc", in: [long, "abd"]) == "abd")
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1), ("ca", "abc", 3),
        ("kitten", "sitting", 3), ("ab", "ba", 1), ("abcd", "badc", 2),
    ]) func editDistance(_ left: String, _ right: String, _ expected: Int) {
        let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        #expect(Suggestion.editDistance(left, right, atMost: 10) == expected)
        #expect(Suggestion.editDistance(right, left, atMost: expected) == expected)
        if expected > 0 { #expect(Suggestion.editDistance(left, right, atMost: expected - 1) == nil) }
    }
}
