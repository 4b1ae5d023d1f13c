import Law
import LawLoader
import Testing

/// The small law that every fixture changes is itself free of errors and says what its text says.
struct SmallLawTests {
    @Test(arguments: LawFile.allCases) func everyFileLoads(_ file: LawFile) throws {
        let outcome = try SmallLaw.load(file, file.small)
        #expect(outcome.diagnostics == [])
        #expect(outcome.hasValue)
    }

    @Test func vocabulary() throws {
        let words = try SmallLaw.words()
        #expect(words.version == 1)
        #expect(
            words.elements.map(\.id) == [
                "act", "worth", "owner.exists", "owner.age", "owner.believed-age", "gap", "mental", "by-night", "aim.gain",
                "aim.harm", "duty",
            ])
        #expect(words.elements.map(\.index.number) == Array(0..<11))
        let act = try #require(words.element("act"))
        #expect(act.groups == ["passing": ValueSet(choices: 0b1100)])
        #expect(act.continuing == ValueSet(choices: 0b0010))
        #expect(act.change == .charge)
        #expect(words.element("gap")?.domain == .number(-24...60, .months))
        #expect(words.element("owner.believed-age")?.domain == .number(0...21, .years))
        #expect(words.element("by-night")?.domain == .flag(yes: "it is done at night", no: "it is done by day"))
        #expect(words.element("duty")?.presume == .no)
        #expect(words.element("worth")?.instead == "state the act")
        #expect(words.element("duty")?.kind == .defence)
        #expect(words.element("aim.harm")?.list == "aims")
        #expect(words.elements.filter(\.mayBeNotApplicable).map(\.id) == ["owner.age"])
        #expect(words.macros == ["owner.is-or-believed": [ElementIndex(3), ElementIndex(4)]])
        #expect(words.categories.map(\.id) == ["taking", "passing"])
        #expect(words.category("passing")?.guardCondition == .has(act.index, ValueSet(choices: 0b1100)))
        #expect(words.applicability == [ElementIndex(1): .has(act.index, ValueSet(choices: 0b1101))])
        #expect(words.aims.map(\.aim.number) == [8])
        #expect(words.victim == [ElementIndex(2), ElementIndex(3)])
        #expect(
            words.belief == Belief(real: ElementIndex(3), believed: ElementIndex(4), presence: ElementIndex(2)))
        // What is written, and the two that `na-when` stands for.
        #expect(words.constraints.map(\.id) == ["no-trifle-is-lent", "owner.age-does-not-apply", "owner.age-applies"])
        let noOwner = Condition.has(ElementIndex(2), ValueSet(choices: 0b10))
        let noAge = Condition.has(ElementIndex(3), ValueSet(numbers: [], notApplicable: true))
        #expect(words.constraints[1].never == .all([noOwner, .not(noAge)]))
        #expect(words.constraints[2].never == .all([noAge, .not(noOwner)]))
    }

    @Test func profile() throws {
        let state = try #require(try SmallLaw.load(.profile, SmallLaw.profile).jurisdiction)
        #expect(state.code == SmallLaw.code)
        #expect(state.name == "Alphaland")
        #expect(state.parent == nil)
        #expect(state.sources.map(\.id) == ["general", "code"])
        let general = state.generalPart
        #expect(general.defaultFault?.atLeast == .has(ElementIndex(6), ValueSet(choices: 0b110)))
        #expect(general.attempt?.punishable == .crimesAndWhereStated)
        #expect(general.attempt?.impossible == true)
        #expect(general.attempt?.penalty == .half)
        #expect(general.crime == .minimum(Threshold(term: .years(1), exclusive: false)))
        #expect(general.participation?.instigator == true)
        #expect(general.participation?.accomplice == false)
        #expect(general.ageOfResponsibility?.age == 14)
        #expect(general.ceiling == .years(15))
        #expect(general.limitation?.from == .result)
        #expect(general.limitation?.steps.map(\.maximum) == [Threshold(term: .years(5), exclusive: true), nil])
        #expect(general.limitation?.steps.map(\.after) == [.years(10), .years(3)])
        #expect(state.coverage["taking"] == Coverage(status: .encoded, generalLawSearched: true, note: nil))
        #expect(state.coverage["passing"] == .notEncoded)
        #expect(state.outsideLaw.map(\.text) == ["customs are not encoded"])
    }

    @Test func offence() throws {
        let state = try #require(try SmallLaw.load(.offences, SmallLaw.offences).jurisdiction)
        let precious = Condition.definition("precious", .has(ElementIndex(1), ValueSet(choices: 0b100)))
        #expect(state.definitions.map(\.name) == ["precious"])
        #expect(state.definitions.first?.condition == precious)
        let take = try #require(state.offence(OffenceID("take")))
        #expect(take.titles == ["en": "taking", "de": "Nehmen"])
        #expect(take.source.short == "CC")
        #expect(take.review == .draft)
        #expect(take.before == .notEncoded)
        let version = try #require(take.latest)
        #expect(version.inForceIsRead)
        #expect(version.when == .all([.has(ElementIndex(0), ValueSet(choices: 1)), precious]))
        #expect(version.hook == Hook(when: .has(ElementIndex(7), .no), provision: "s 90"))
        #expect(
            version.exceptions == [
                OffenceException(
                    name: "duty", kind: .justification, burden: .accused, provision: "s 12", when: .has(ElementIndex(10), .yes))
            ])
        #expect(version.attempt == .included)
        #expect(
            version.penalty == [
                PenaltyLine(
                    when: .always, imprisonment: Imprisonment(minimum: .none, maximum: .years(5)), fine: .alternative, trial: nil,
                    provision: "s 13")
            ])
        #expect(version.limitation?.after == .years(10))
        #expect(version.limitation?.from == .majorityOfVictim)
        #expect(version.limitation?.authority.provision == "s 14")
    }

    @Test func cooperation() throws {
        let cooperation = try #require(try SmallLaw.load(.cooperation, SmallLaw.cooperation).jurisdiction?.cooperation)
        let law = try #require(cooperation.extradition)
        #expect(law.dualCriminality?.mode == .conduct)
        #expect(law.dualCriminality?.alternatives == .one)
        #expect(law.dualCriminality?.requestingDates == [.conduct])
        #expect(law.dualCriminality?.requestedDates == [.request, .conduct])
        #expect(law.dualCriminality?.effect == .optional)
        #expect(law.dualCriminality?.disregards == [.excuse, .discretion])
        #expect(law.dualCriminality?.inferred == [.alternatives])
        #expect(law.dualCriminality?.authority.review == .sourceChecked)
        #expect(law.terms.penalty?.requesting == .maximum(Threshold(term: .months(6, lessADay: false), exclusive: true)))
        #expect(law.terms.penalty?.requested == .maximum(Threshold(term: .years(1), exclusive: false)))
        #expect(law.terms.sentence?.remaining == Threshold(term: .months(4, lessADay: false), exclusive: false))
        #expect(law.terms.sentence?.imposed == nil)
        #expect(law.terms.attemptReducesThreshold == true)
        #expect(cooperation.assistance?.assistance?.rule == .coerciveOnly)
        #expect(cooperation.assistance?.assistance?.measures == [.searchAndSeizure])
        #expect(cooperation.assistance?.assistance?.requestedDates == [.request])
        #expect(cooperation.notes == ["a note"])
        let political = GroundID("political")
        let rule = try #require(law.terms.grounds.rules[political]?.first)
        #expect(law.terms.grounds.rules.count == 1 && law.terms.grounds.rules[political]?.count == 1)
        #expect(rule.kinds == [.extradition] && rule.effect == .excluded && rule.yieldsToTreaty == .whereItSpeaks)
        #expect(law.terms.grounds.silent == [GroundID("death"): [.extradition]])
        #expect(law.withoutTreaty?.granted == .reciprocity)
        #expect(law.withoutTreaty?.states == [JurisdictionCode("BB"), JurisdictionCode("CC")])
        #expect(law.withoutTreaty?.authority.provision == "s 36")
        #expect(law.treaties?.nationalGrounds == .yield)
        #expect(law.under.keys.map(\.text) == ["pact"])
        #expect(law.under[InstrumentID("pact")]?.speciality?.consent == false)
        #expect(cooperation.assistance?.available.mapValues(\.answer) == [.freezing: .no])
        let reach = try #require(cooperation.reach)
        #expect(reach.map(\.basis) == [.nationality, .victim, .universal])
        #expect(reach.map(\.offences) == [.all, .categories(["taking"]), .some([OffenceID("take")])])
        #expect(reach.map(\.doubleCriminalityAtPlace) == [true, nil, nil])
        #expect(reach.map(\.isSubsidiary) == [false, true, false])
        let deserter = try #require(try SmallLaw.catalogue().vocabulary.index(of: "person.deserter"))
        #expect(reach.map(\.when) == [.has(deserter, .no), .always, .always])
    }

    @Test func grounds() throws {
        let catalogue = try SmallLaw.catalogue()
        #expect(catalogue.vocabulary.version == 3)
        #expect(
            catalogue.vocabulary.elements.map(\.id) == [
                "within-pact", "penalty.death-possible", "case.political", "case.trial", "case.derived", "person.deserter",
                "assurance.no-death",
            ])
        #expect(catalogue.vocabulary.elements.map(\.index.number) == Array(0..<7))
        #expect(catalogue.vocabulary.constraints.map(\.id) == ["no-deserter-is-political"])
        #expect(catalogue.grounds.map(\.id.text) == ["political", "death", "out-of-scope"])
        #expect(catalogue.grounds.map(\.scope) == [.request, .count, .count])
        #expect(catalogue.grounds.map(\.raisedBy) == [.raised, .law, .law])
        #expect(catalogue.grounds.map(\.kinds) == [[.extradition, .assistance], [.extradition], [.extradition, .assistance]])
        let death = try #require(catalogue[GroundID("death")])
        #expect(death.title == "Death")
        #expect(death.when == .all([.has(ElementIndex(1), .yes), .has(ElementIndex(6), .no)]))
        #expect(death.cures == [GroundCure(kind: .assurance, id: "no-death", text: "assure that nobody dies", provision: "art 0")])
        #expect(death.everywhere == nil)
    }

    @Test func aCrimeOrAnAmount() throws {
        for (text, rule) in [
            ("{crime: yes}", ThresholdRule.crimeOr(nil)),
            ("{crime: yes, or-at-least: 2 years}", .crimeOr(Threshold(term: .years(2), exclusive: false))),
        ] {
            let changed = try small(.cooperation, [(from: "{at-least: 1 year}", to: text)])
            let law = try SmallLaw.load(.cooperation, changed).jurisdiction?.cooperation?.extradition
            #expect(law?.terms.penalty?.requested == rule)
        }
    }
}
