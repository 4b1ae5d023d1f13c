import Law
import Testing

struct GroundRulesTests {
    static let (first, second) = (GroundID("first"), GroundID("second"))
    static let both: Set<Request.Kind> = [.extradition, .assistance]

    static func rule(_ ground: GroundID, _ provision: String, _ kinds: Set<Request.Kind> = both) -> GroundRule {
        GroundRule(
            ground: ground, kinds: kinds, effect: .optional, when: .always, yieldsToTreaty: .yes,
            authority: Authority(provision: provision, review: .draft), cures: [GroundCure(kind: .fact, text: provision)])
    }

    static func rules(_ all: GroundRule..., silent: [GroundID: Set<Request.Kind>] = [:]) -> GroundRules {
        GroundRules(rules: Dictionary(grouping: all, by: \.ground), silent: silent)
    }

    static func provisions(_ rules: GroundRules, _ ground: GroundID, _ kind: Request.Kind) -> [String] {
        rules.rules(ground, for: kind).map(\.authority.provision)
    }

    /// A rule takes the place of what was said for its kind; what was said for the other stays.
    @Test func replacedForOneKind() {
        let merged = Self.rules(Self.rule(Self.first, "old")).replaced(by: Self.rules(Self.rule(Self.first, "new", [.assistance])))
        #expect(Self.provisions(merged, Self.first, .extradition) == ["old"])
        #expect(Self.provisions(merged, Self.first, .assistance) == ["new"])
        #expect(merged.rules[Self.first]?.map(\.kinds) == [[.extradition], [.assistance]])
    }

    @Test func replacedForBothKinds() {
        let old = Self.rules(Self.rule(Self.first, "old"), Self.rule(Self.first, "older", [.assistance]), Self.rule(Self.second, "kept"))
        let merged = old.replaced(by: Self.rules(Self.rule(Self.first, "new")))
        #expect(merged.rules[Self.first]?.map(\.authority.provision) == ["new"])
        #expect(merged.rules[Self.second]?.map(\.authority.provision) == ["kept"])
    }

    /// Two rules that come together do not replace each other.
    @Test func replacedBySeveral() {
        let new = Self.rules(Self.rule(Self.first, "a", [.extradition]), Self.rule(Self.first, "b", [.extradition]))
        let merged = Self.rules(Self.rule(Self.first, "old")).replaced(by: new)
        #expect(Self.provisions(merged, Self.first, .extradition) == ["a", "b"])
        #expect(Self.provisions(merged, Self.first, .assistance) == ["old"])
    }

    @Test func replacedByNothing() {
        let old = Self.rules(Self.rule(Self.first, "old"), silent: [Self.second: [.extradition]])
        #expect(old.replaced(by: .none) == old)
        #expect(GroundRules.none.replaced(by: old) == old)
    }

    @Test func completed() {
        let own = Self.rules(Self.rule(Self.first, "own", [.extradition]))
        let merged = own.completed(by: Self.rules(Self.rule(Self.first, "other"), Self.rule(Self.second, "other")))
        #expect(Self.provisions(merged, Self.first, .extradition) == ["own"])
        #expect(Self.provisions(merged, Self.first, .assistance) == ["other"])
        #expect(Self.provisions(merged, Self.second, .extradition) == ["other"])
    }

    @Test func silenceIsAnAnswerForItsKind() {
        let rules = Self.rules(Self.rule(Self.first, "own", [.extradition]), silent: [Self.second: [.assistance]])
        #expect(rules.answers(Self.first, for: .extradition) && !rules.answers(Self.first, for: .assistance))
        #expect(rules.answers(Self.second, for: .assistance) && !rules.answers(Self.second, for: .extradition))
        let merged = rules.replaced(by: GroundRules(silent: [Self.second: [.extradition], Self.first: [.assistance]]))
        #expect(merged.silent == [Self.second: Self.both, Self.first: [.assistance]])
        #expect(Request.Kind.allCases.allSatisfy { merged.answers(Self.first, for: $0) && merged.answers(Self.second, for: $0) })
    }

    @Test func limited() {
        let rule = Self.rule(Self.first, "p")
        #expect(rule.limited(to: []) == nil)
        #expect(rule.limited(to: [.assistance]) == Self.rule(Self.first, "p", [.assistance]))
    }

    /// What terms say takes the place of what was said, entry by entry; documents add up.
    @Test func terms() {
        func duty(_ provision: String) -> DutyToProsecute {
            DutyToProsecute(onRequest: nil, authority: Authority(provision: provision, review: .draft))
        }
        func document(_ text: String) -> RequiredDocument { RequiredDocument(text: text, provision: "p") }
        let old = CooperationTerms(
            attemptReducesThreshold: true, grounds: Self.rules(Self.rule(Self.first, "old")), documents: [document("a")],
            dutyToProsecute: duty("old"))
        let new = CooperationTerms(grounds: Self.rules(Self.rule(Self.first, "new")), documents: [document("b")], dutyToProsecute: duty("new"))
        let merged = old.replaced(by: new)
        #expect(merged.attemptReducesThreshold == true)
        #expect(merged.dutyToProsecute == duty("new"))
        #expect(merged.documents == [document("a"), document("b")])
        #expect(Self.provisions(merged.grounds, Self.first, .extradition) == ["new"])
        #expect(old.replaced(by: CooperationTerms()) == old)
    }
}

struct GroundCatalogueTests {
    @Test func theEmptyCatalogue() {
        #expect(GroundCatalogue.empty.grounds == [])
        #expect(GroundCatalogue.empty[.dualCriminality] == nil)
        #expect(GroundCatalogue.empty.has("case.political", "yes") == .never)
    }

    @Test func byID() {
        func ground(_ id: String, _ title: String) -> Ground {
            Ground(id: GroundID(id), title: title, kinds: [.extradition], scope: .count, raisedBy: .law, when: .always, cures: [])
        }
        let catalogue = GroundCatalogue(
            vocabulary: GroundCatalogue.empty.vocabulary, grounds: [ground("b", "1"), ground("a", "2"), ground("b", "3")])
        #expect(catalogue[GroundID("a")]?.title == "2")
        #expect(catalogue[GroundID("b")]?.title == "1")
        #expect(catalogue[GroundID("c")] == nil)
    }
}
