import Law
import Testing

func interval(_ from: String?, _ to: String?) throws -> DateInterval {
    DateInterval(from: try from.map { try date($0) }, to: try to.map { try date($0) })
}

struct DateIntervalTests {
    @Test(arguments: [
        ("2020-01-01", "2020-12-31", "2019-12-31", false), ("2020-01-01", "2020-12-31", "2020-01-01", true),
        ("2020-01-01", "2020-12-31", "2020-12-31", true), ("2020-01-01", "2020-12-31", "2021-01-01", false),
        ("2020-01-01", nil, "9999-12-31", true), ("2020-01-01", nil, "2019-12-31", false),
        (nil, "2020-12-31", "0001-01-01", true), (nil, "2020-12-31", "2021-01-01", false), (nil, nil, "2020-06-01", true),
    ] as [(String?, String?, String, Bool)])
    func bothEndsBelongToIt(_ from: String?, _ to: String?, _ day: String, _ inside: Bool) throws {
        #expect(try interval(from, to).contains(date(day)) == inside)
    }

    @Test(arguments: [
        ("2020-01-01", "2020-12-31", "2021-01-01", nil, false), ("2020-01-01", "2020-12-31", "2020-12-31", nil, true),
        ("2020-01-01", nil, "2019-01-01", "2019-12-31", false), ("2020-01-01", nil, "2019-01-01", "2020-01-01", true),
        (nil, nil, "2020-01-01", "2020-01-01", true), (nil, "2019-12-31", "2020-01-01", nil, false),
        ("2020-01-01", "2022-12-31", "2021-01-01", "2021-06-01", true),
    ] as [(String?, String?, String?, String?, Bool)])
    func overlap(_ from: String?, _ to: String?, _ otherFrom: String?, _ otherTo: String?, _ expected: Bool) throws {
        let one = try interval(from, to)
        let two = try interval(otherFrom, otherTo)
        #expect(one.overlaps(two) == expected)
        #expect(two.overlaps(one) == expected)
    }
}
