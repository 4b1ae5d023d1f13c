import Law
import Testing

struct OffenceTests {
    static func version(_ from: String?, _ to: String?, provision: String, review: Review = .draft) throws -> OffenceVersion {
        OffenceVersion(
            inForce: try interval(from, to), when: .always, hook: nil, exceptions: [], attempt: .general, penalty: [],
            limitation: nil, provision: provision, review: review, inForceIsRead: true)
    }

    static func offence(titles: [String: String] = [:], _ versions: [OffenceVersion]) throws -> Offence {
        let source = Source(
            id: "code", title: "Code", short: "C", language: nil, consolidated: try date("2026-01-01"), identifier: nil, note: nil)
        return Offence(
            id: OffenceID("take"), titles: titles, source: source, before: .notEncoded,
            versions: versions, silent: [], note: nil)
    }

    @Test(arguments: [
        ("2019-12-31", nil), ("2020-01-01", "old"), ("2021-06-30", "old"), ("2021-07-01", nil), ("2022-01-01", "new"),
        ("2099-01-01", "new"),
    ] as [(String, String?)])
    func theVersionOfTheDay(_ day: String, _ provision: String?) throws {
        let offence = try Self.offence([
            Self.version("2020-01-01", "2021-06-30", provision: "old"), Self.version("2022-01-01", nil, provision: "new"),
        ])
        #expect(try offence.version(on: date(day))?.provision == provision)
        #expect(offence.latest?.provision == "new")
        #expect(try offence.firstDay == date("2020-01-01"))
    }

    @Test func theReviewOfTheLatestVersionCounts() throws {
        let offence = try Self.offence([
            Self.version("2020-01-01", "2021-06-30", provision: "old"),
            Self.version("2022-01-01", nil, provision: "new", review: .sourceChecked),
        ])
        #expect(offence.review == .sourceChecked)
        #expect(try Self.offence([]).review == .draft)
    }

    @Test func anOpenBeginningHasNoFirstDay() throws {
        let offence = try Self.offence([Self.version(nil, "2021-06-30", provision: "old")])
        #expect(offence.firstDay == nil)
        #expect(try offence.version(on: date("1800-01-01"))?.provision == "old")
    }

    @Test(arguments: [
        (["de": "Nehmen", "en": "taking"], "taking"), (["fr": "prise", "de": "Nehmen"], "Nehmen"), ([:], "take"),
    ])
    func englishTitleFirst(_ titles: [String: String], _ title: String) throws {
        #expect(try Self.offence(titles: titles, []).title == title)
    }

    @Test func whatTakesAwayFromTheDefinition() {
        #expect(
            Set(ExceptionKind.allCases.filter(\.subtracts))
                == [.exclusion, .justification, .excuse, .defence, .repentance])
    }
}
