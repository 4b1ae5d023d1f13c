import Law

/// A few elements of every kind of domain, small enough to try all their values.
enum TinyVocabulary {
    static let flag = ElementIndex(0)
    static let choice = ElementIndex(1)
    static let number = ElementIndex(2)
    static let aim = ElementIndex(3)

    static let vocabulary = Vocabulary(
        version: 1,
        elements: [
            element("flag", 0, .flag(yes: "yes", no: "no")),
            element(
                "choice", 1,
                .choice(["red", "green", "blue"].map { ElementValue(id: $0, phrase: $0) })),
            element("number", 2, .number(0...4, .years), mayBeNotApplicable: true),
            element("aim", 3, .flag(yes: "yes", no: "no")),
        ],
        constraints: [], applicability: [:], macros: [:], categories: [], aims: [(aim: aim, acts: .always)], victim: [number])

    private static func element(
        _ id: String, _ number: Int, _ domain: ElementDomain, mayBeNotApplicable: Bool = false
    ) -> Element {
        Element(
            id: id, index: ElementIndex(number), domain: domain, kind: .fact, change: .fixed, definition: id, source: nil,
            phrase: id, question: id, presume: nil, groups: [:], continuing: nil, list: nil,
            mayBeNotApplicable: mayBeNotApplicable)
    }
}
