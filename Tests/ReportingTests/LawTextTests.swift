import DualCriminality
import Foundation
import Law
import Testing

@testable import Reporting

/// Offences and elements in words, tried on all of the bundled law.
@Suite struct LawTextTests {
    static let library = LawLibrary(source: BundledLawSource())

    @Test(arguments: library.codes)
    func everyOffenceIsLaidOut(code: JurisdictionCode) throws {
        let vocabulary = try Self.library.vocabulary()
        let state = try Self.library.jurisdiction(code, vocabulary: vocabulary)
        for offence in state.offences {
            for width in [60, 100] {
                let text = OffenceText(vocabulary: vocabulary, style: Style(width: width)).render(offence, of: state)
                #expect(Layout.tooWide(text, width) == [], "\(offence.id)")
                #expect(Layout.trailingBlanks(text) == [], "\(offence.id)")
                #expect(!text.contains("\u{1B}"))
                #expect(text.contains(offence.id.text))
                #expect(text.contains("review") && text.contains(offence.review.rawValue))
                for version in offence.versions {
                    #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(version.provision), "\(offence.id)")
                }
                #expect(text.contains("penalty"))
            }
            let coloured = OffenceText(vocabulary: vocabulary, style: Style(width: 100, colour: true)).render(offence, of: state)
            #expect(coloured.contains("\u{1B}[1m"))
            #expect(Layout.plain(coloured) == OffenceText(vocabulary: vocabulary, style: Style()).render(offence, of: state))
        }
    }

    @Test func everyElementIsLaidOut() throws {
        for element in try Self.library.vocabulary().elements {
            let text = ElementText(style: Style(width: 60)).render(element)
            #expect(Layout.tooWide(text, 60) == [], "\(element.id)")
            #expect(Layout.trailingBlanks(text) == [], "\(element.id)")
            #expect(text.hasPrefix("\(element.id)   \(element.kind.rawValue)\n"))
            for value in element.domain.valueIDs { #expect(text.contains(value)) }
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains(element.definition))
            #expect(words.contains("question: " + element.question))
        }
    }

    @Test func aConditionAsAnOutline() throws {
        let vocabulary = try Self.library.vocabulary()
        let explicit = try #require(vocabulary.element("appraisal.sexually-explicit"))
        let text = ConditionText(vocabulary: vocabulary, style: Style())
        let condition = Condition.all([
            .any([.has(explicit.index, .yes), .all([.has(explicit.index, .yes), .open(OpenLaw(text: "the Schedule"))])]),
            .not(.has(explicit.index, .yes)),
            .definition("abuse-material", .never),
            .readings("r", [Reading(id: "narrow", condition: .always)]),
            .aimsAt(AimedOffences(offences: [OffenceID("s1"), OffenceID("s2")], sameChild: true)),
        ])
        let leaf = "what is shown or said is sexually explicit [a court's evaluation]"
        #expect(text.outline(condition, indent: 2) == """
              - one of these:
                - \(leaf)
                (2)
                  - \(leaf)
                  - open: the Schedule
              - not:
                - \(leaf)
              - abuse material:
                - never
              - the text can be read in several ways:
                (narrow)
                  - in every case
              - the aim is an offence under s1, s2 against the same child

            """)
    }

    @Test func aConditionAsJSON() throws {
        let vocabulary = try Self.library.vocabulary()
        let explicit = try #require(vocabulary.element("appraisal.sexually-explicit")).index
        func json(_ condition: Condition) throws -> String {
            try JSONReport.render(ConditionJSON(condition, vocabulary: vocabulary), pretty: false)
        }
        let leaf = "{\"element\":\"appraisal.sexually-explicit\",\"is\":\"yes\",\"text\":\"what is shown or said is sexually explicit\"}"
        #expect(try json(.has(explicit, .yes)) == leaf + "\n")
        #expect(try json(.all([])) == "{\"all\":[]}\n")
        #expect(try json(.any([.has(explicit, .yes)])) == "{\"any\":[\(leaf)]}\n")
        #expect(try json(.not(.has(explicit, .yes))) == "{\"not\":\(leaf)}\n")
        #expect(try json(.definition("d", .always)) == "{\"definition\":\"d\",\"means\":{\"all\":[]}}\n")
        #expect(try json(.open(OpenLaw(text: "t"))) == "{\"open\":\"t\"}\n")
        #expect(
            try json(.readings("r", [Reading(id: "narrow", condition: .never)]))
                == "{\"readings\":[{\"id\":\"narrow\",\"when\":{\"any\":[]}}]}\n")
        #expect(
            try json(.aimsAt(AimedOffences(offences: [OffenceID("s1")], sameChild: false)))
                == "{\"aims-at\":{\"offences\":[\"s1\"],\"same-child\":false}}\n")
    }

    @Test(arguments: library.codes)
    func everyOffenceAsJSON(code: JurisdictionCode) throws {
        let vocabulary = try Self.library.vocabulary()
        let state = try Self.library.jurisdiction(code, vocabulary: vocabulary)
        for offence in state.offences {
            let text = try JSONReport.render(OffenceRecord(offence, of: state, vocabulary: vocabulary))
            let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(json["schema"] as? String == "dualcrim/offence/1")
            #expect(json["jurisdiction"] as? String == code.text)
            #expect(json["id"] as? String == offence.id.text)
            #expect(json["review"] as? String == offence.review.rawValue)
            let versions = try #require(json["versions"] as? [[String: Any]])
            #expect(versions.count == offence.versions.count)
            for version in versions {
                #expect(version["when"] is [String: Any])
                #expect(version["provision"] is String && version["attempt"] is String)
                #expect(version["penalty"] is [[String: Any]] && version["except"] is [[String: Any]])
            }
        }
    }

    @Test func tables() throws {
        let vocabulary = try Self.library.vocabulary()
        let states = try Self.library.codes.map { try Self.library.jurisdiction($0, vocabulary: vocabulary) }
        let tables = [
            Tables.jurisdictions(states), Tables.offences(states), Tables.categories(vocabulary, []),
            Tables.categories(vocabulary, [states[0]]), Tables.elements(vocabulary),
            Tables.grounds(try Self.library.grounds()),
            Tables.instruments(
                try Self.library.instruments.map { try Self.library.instrument($0, vocabulary: vocabulary) },
                try Self.library.parties(), of: nil),
            Tables.instruments([], try Self.library.parties(), of: JurisdictionCode("JP")),
        ]
        for table in tables {
            #expect(table.rows.allSatisfy { $0.count == table.columns.count })
            for width in [60, 100, 200] { #expect(Layout.trailingBlanks(table.text(Style(width: width))) == []) }
        }
        #expect(tables[0].rows.map(\.first) == Self.library.codes.map(\.text))
        #expect(tables[1].rows.count == states.reduce(0) { $0 + $1.offences.count })
        #expect(tables[4].rows.count == vocabulary.elements.count)
        #expect(tables[5].rows.map(\.first).contains("nationality"))
        #expect(tables[6].rows.count == (try Self.library.parties()).instruments.count)
        // What binds one state only: a treaty of two others is not among it.
        #expect(tables[7].rows.map(\.first).contains("jp-us-extradition-1978"))
        #expect(!tables[7].rows.map(\.first).contains("ca-fr-extradition-1988"))
    }
}
