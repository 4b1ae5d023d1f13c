import Foundation
import Testing

/// The assessment in JSON keeps what DESIGN §7 (with the amendments 1, 2, 11, 20 and 21) promises to other programs. Fields
/// may be added; these stay, with these types.
@Suite struct ContractTests {
    static let statuses: Set = ["punishable", "not-punishable", "depends", "appraisal", "unknown"]
    static let dualCriminality: Set = ["met", "not-met", "depends", "appraisal", "unknown"]
    static let verdicts: Set = ["clear", "obstructed", "conditional", "not-assessable"]
    static let outcomes: Set = ["bars", "may-bar", "clear", "unknown"]
    static let effects: Set = ["mandatory", "optional", "condition", "none", "unknown"]
    /// What one text makes of a ground.
    static let textEffects: Set = ["mandatory", "optional", "excluded", "condition", "silent", "unknown"]

    @Test(arguments: Example.ids)
    func keepsTheContract(id: String) throws {
        let result = try Command.run("check", Example.path(id), "--format", "json")
        #expect(result.err == "")
        let json = try JSONValue(result.out)
        #expect(json["schema"]?.string == "dualcrim/assessment/1")
        for key in ["kind", "requesting", "requested", "date"] { #expect(json["request"]?[key]?.string != nil, "request.\(key)") }
        let verdict = try #require(json["verdict"]?.string)
        #expect(Self.verdicts.contains(verdict))
        #expect(result.code == ["clear": 0, "obstructed": 1, "conditional": 2, "not-assessable": 3][verdict])
        #expect(json["partial"]?.bool != nil)

        let counts = try #require(json["counts"]?.array)
        #expect(!counts.isEmpty)
        for count in counts {
            try check(judged: count)
            #expect(count["severable"]?.array?.allSatisfy { $0.string != nil } == true)
            for item in try #require(count["items"]?.array) { try check(judged: item) }
        }
        for finding in try #require(json["findings"]?.array) { try check(finding: finding, counts) }
        for basis in try #require(json["bases"]?.array) {
            #expect(basis["instrument"]?.string != nil)
            #expect(Self.verdicts.contains(basis["verdict"]?.string ?? ""))
            #expect(basis["counts"]?.array?.count == counts.count)
            for (count, whole) in zip(basis["counts"]?.array ?? [], counts) {
                #expect(count["id"] == whole["id"] && count["dual-criminality"] == whole["dual-criminality"])
            }
        }
        let law = try #require(json["law"])
        #expect(law["digest"]?.string?.wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil)
        #expect(["draft", "source-checked", "practitioner-reviewed"].contains(law["lowest-review"]?.string ?? ""))
        #expect(law["oldest-source"]?.string?.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil)
    }

    /// A count, or an item of one.
    private func check(judged: JSONValue) throws {
        #expect(judged["id"]?.string != nil)
        #expect(Self.dualCriminality.contains(judged["dual-criminality"]?.string ?? ""))
        try check(side: try #require(judged["requesting"]))
        try check(side: try #require(judged["requested"]))
    }

    private func check(side: JSONValue) throws {
        let status = try #require(side["status"]?.string)
        #expect(Self.statuses.contains(status))
        for offence in try #require(side["offences"]?.array) {
            for key in ["id", "provision"] { #expect(offence[key]?.string?.isEmpty == false, "offences.\(key)") }
            #expect(Self.dualCriminality.subtracting(["not-met"]).contains(offence["status"]?.string ?? ""))
            if let imprisonment = offence["imprisonment"] {
                for key in ["min", "max"] {
                    let term = try #require(imprisonment[key]?.string)
                    #expect(term.wholeMatch(of: /P(\d+Y)?(\d+M)?(\d+D)?|life|death/) != nil && term != "P", "no ISO 8601: \(term)")
                }
                // Months can be computed with; a life term has none.
                let life = ["life", "death"]
                #expect((imprisonment["max-months"]?.whole == nil) == life.contains(imprisonment["max"]?.string ?? ""))
                #expect(imprisonment["less-a-day"]?.bool != nil && imprisonment["alternative-fine"]?.bool != nil)
            }
        }
        #expect((side["met-by"]?.string).map { ["one", "together"].contains($0) } ?? (status != "punishable"))
        for assumed in try #require(side["assumed"]?.array) {
            for key in ["element", "value", "because"] { #expect(assumed[key]?.string != nil, "assumed.\(key)") }
        }
        for appraisal in try #require(side["appraisal"]?.array) { #expect(appraisal["element"]?.string != nil) }
        #expect(side["open"]?.array?.allSatisfy { $0.string != nil } == true)
        for nearest in try #require(side["nearest"]?.array) {
            for key in ["id", "provision"] { #expect(nearest[key]?.string != nil, "nearest.\(key)") }
            for failing in try #require(nearest["fails"]?.array) { try check(literal: try #require(failing["needed"])) }
        }
        for period in try #require(side["periods"]?.array) { #expect(Self.statuses.contains(period["status"]?.string ?? "")) }
        // What is settled leaves nothing to establish; what turns on facts or courts does.
        let establish = side["establish"]
        if status == "depends" || status == "appraisal" {
            try check(alternatives: try #require(establish))
        } else {
            #expect(establish == nil)
        }
    }

    /// `{"any-of": [REGION, …]}` (amendment 21).
    private func check(alternatives: JSONValue) throws {
        let regions = try #require(alternatives["any-of"]?.array)
        #expect(!regions.isEmpty)
        for region in regions {
            #expect(region["text"]?.string?.isEmpty == false)
            let all = try #require(region["all"]?.array)
            #expect(!all.isEmpty)
            for literal in all { try check(literal: literal) }
        }
    }

    /// One of `is`, `in`, `at-least`, `at-most`, `from` with `to`, or `ranges`: never prose to be parsed.
    private func check(literal: JSONValue) throws {
        #expect(literal["element"]?.string != nil)
        var forms = 0
        for key in ["is", "at-least", "at-most"] where literal[key] != nil {
            #expect(literal[key]?.string != nil)
            forms += 1
        }
        if let values = literal["in"] {
            #expect(values.array?.isEmpty == false && values.array?.allSatisfy { $0.string != nil } == true)
            if values != .array([.string("n/a")]) || literal["from"] == nil { forms += 1 }
        }
        if literal["from"] != nil {
            #expect(try #require(literal["from"]?.whole) <= (try #require(literal["to"]?.whole)))
            forms += 1
        }
        if let ranges = literal["ranges"] {
            #expect((ranges.array?.count ?? 0) > 1)
            forms += 1
        }
        #expect(forms == 1, "\(literal)")
    }

    private func check(finding: JSONValue, _ counts: [JSONValue]) throws {
        for key in ["ground", "basis", "provision"] { #expect(finding[key]?.string != nil, "finding.\(key)") }
        #expect(Self.outcomes.contains(finding["outcome"]?.string ?? ""))
        #expect(Self.effects.contains(finding["effect"]?.string ?? ""))
        // What two texts make of a ground stands beside what follows from both.
        if let from = finding["effect-from"] {
            for key in ["treaty", "national"] {
                guard let words = from[key]?.string else {
                    #expect(key == "treaty" && from[key] == nil, "effect-from.\(key)")
                    continue
                }
                #expect(!words.isEmpty && Set(words.components(separatedBy: ", ")).isSubset(of: Self.textEffects), "\(words)")
            }
        }
        #expect(["draft", "source-checked", "practitioner-reviewed"].contains(finding["review"]?.string ?? ""))
        #expect(try #require(finding["assumed"]?.array).allSatisfy { $0.string != nil })
        #expect(finding["because"]?.array?.isEmpty == false)
        #expect(finding["because"]?.array?.allSatisfy { $0.string?.isEmpty == false } == true)
        for cure in try #require(finding["cure"]?.array) {
            #expect(["assurance", "fact", "count", "basis", "measure", "transfer", "review"].contains(cure["kind"]?.string ?? ""))
            #expect(cure["text"]?.string?.isEmpty == false)
        }
        if let count = finding["count"] { #expect(counts.contains { $0["id"] == count }) }
        if let establish = finding["establish"] { try check(alternatives: establish) }
    }

    /// Several items keep the fields of a count, each on its own, and say which fall away.
    @Test func items() throws {
        let json = try JSONValue(try Command.run("check", Example.path("fr-de-items"), "--format", "json").out)
        let count = try #require(json["counts"]?.array?.first)
        #expect(count["items"]?.array?.compactMap { $0["id"]?.string } == ["video", "drawing", "sent"])
        #expect(count["severable"] == .array([.string("drawing")]))
        let deciding = try #require(json["deciding-basis"]?.string)
        let all = json["findings"]?.array?.filter { $0["ground"]?.string == "dual-criminality" } ?? []
        let findings = all.filter { $0["basis"]?.string == deciding }
        #expect(findings.compactMap { $0["item"]?.string } == ["video", "drawing", "sent"])
        // Every other basis answers for each item, too.
        let bases = json["bases"]?.array?.compactMap { $0["instrument"]?.string } ?? []
        for basis in bases {
            #expect(all.filter { $0["basis"]?.string == basis }.compactMap { $0["item"]?.string } == ["video", "drawing", "sent"])
        }
    }
}
