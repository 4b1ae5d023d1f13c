import Law
import LawLoader

@testable import DualCriminality

/// Law written in the test, read by the real loader.
struct TextLawSource: LawSource {
    var files: [String: String]
    var paths: [String] { files.keys.sorted() }
    func bytes(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
}

/// Two invented states over the real vocabulary: `AA` requests, `BB` is requested.
struct SmallLaw {
    var offencesA = SmallLaw.plain("a-possess", "{act: possess, material.medium: [photo, video]}")
    var offencesB = SmallLaw.plain("b-possess", "{act: possess, material.medium: photo}")
    var generalPart = "{default-fault: {at-least: acceptance, provision: s 1}, attempt: {punishable: all, impossible: yes, provision: s 2}, participation: {instigator: yes, accomplice: yes, provision: s 3}, ceiling: {imprisonment: 15 years, provision: s 4}, limitation: {none: yes, provision: s 5}}"
    var coverage = SmallLaw.everythingSearched
    var openLaw = ""
    /// What stands before the offences of BB; ends with the key of their list.
    var definitionsB = "offences:\n"
    var dualCriminality = "test: conduct\n    provision: s 10\n    review: source-checked"
    var threshold = "prosecution: {requesting: {at-least: 1 year}, requested: {at-least: 1 year}, provision: s 11, review: source-checked}"

    static let everythingSearched = [
        "material/produce", "material/offer", "material/distribute", "material/possess", "material/access", "performance",
        "solicitation", "sexual-activity", "exposure", "coercion", "prostitution", "trafficking", "travel",
    ].map { "  \($0): {status: encoded, general-law: searched}" }.joined(separator: "\n")

    /// One offence; `extra` holds further keys, one a line.
    static func plain(_ id: String, _ when: String, penalty: String = "[{imprisonment: up to 5 years}]", extra: [String] = []) -> String {
        (["  - id: \(id)", "    title: {en: \(id)}", "    provision: \(id)", "    source: code", "    review: source-checked",
            "    when: \(when)", "    penalty: \(penalty)"]
            + (extra.contains { $0.hasPrefix("in-force") || $0.hasPrefix("versions") } ? [] : ["    in-force: from 2000-01-01"])
            + extra.map { "    " + $0 }).joined(separator: "\n") + "\n"
    }

    /// Grounds beside those of the definitions and thresholds: rules of BB on extradition, one a line.
    var groundsB: [String] = []
    /// Whether BB acts without a treaty.
    var withoutTreaty = "yes"
    /// More entries of BB's extradition law, one a line.
    var extraditionB: [String] = []
    /// Entries of BB's assistance law.
    var assistanceB = ["dual-criminality: {rule: coercive-only, provision: s 12, review: source-checked}", "available: {search-and-seizure: {answer: yes, provision: s 14, review: source-checked}}"]
    /// What stands at the end of BB's cooperation law.
    var cooperationB: [String] = []
    /// Further files.
    var files: [String: String] = [:]

    /// Every ground of the project, so that a state can be silent on those that a test is not about.
    static let grounds = (try? LawLibrary(source: BundledLawSource()).grounds().grounds) ?? []

    private func silent(_ kind: Request.Kind, except rules: [String]) -> String {
        let named = Set(rules.compactMap { $0.split(separator: ":").first.map(String.init) })
        let ids = SmallLaw.grounds.filter { $0.kinds.contains(kind) }.map(\.id.text).filter { !named.contains($0) }
        return "silent: [\(ids.joined(separator: ", "))]"
    }

    private func cooperation(_ code: String) -> String {
        let isRequested = code == "BB"
        let own = isRequested ? groundsB : []
        var lines = ["jurisdiction: \(code)", "extradition:", "  without-treaty: {granted: \(withoutTreaty), provision: s 9, review: source-checked}"]
        lines += ["  dual-criminality:", "    " + dualCriminality, "  threshold:", "    " + threshold]
        lines += (isRequested ? extraditionB : []).map { "  " + $0 }
        if !own.isEmpty { lines += ["  grounds:"] + own.map { "    " + $0 } }
        lines += ["  " + silent(.extradition, except: own)]
        lines += ["assistance:", "  without-treaty: {granted: yes, provision: s 9, review: source-checked}"]
        lines += assistanceB.map { "  " + $0 } + ["  " + silent(.assistance, except: assistanceB.flatMap { $0.split(separator: "\n").map { $0.trimmingPrefix(while: { $0 == " " }) }.map(String.init) })]
        lines += isRequested ? cooperationB : []
        return lines.joined(separator: "\n") + "\n"
    }

    func library() throws -> LawLibrary {
        var files = files
        for path in ["Rules/vocabulary.yaml", "Rules/grounds.yaml"] where files[path] == nil {
            files[path] = String(decoding: BundledLawSource().bytes(of: path) ?? [], as: UTF8.self)
        }
        for (code, offences) in [("AA", offencesA), ("BB", offencesB)] {
            files["Jurisdictions/\(code)/profile.yaml"] =
                "jurisdiction: \(code)\nname: {en: \(code)land}\ngeneral-part: \(generalPart)\n"
                + (openLaw.isEmpty || code == "AA" ? "" : "open-law:\n\(openLaw)\n") + "coverage:\n\(coverage)\n"
            files["Jurisdictions/\(code)/offences.yaml"] =
                "jurisdiction: \(code)\nsources: {code: {title: Code, short: C, consolidated: 2026-01-01}}\n"
                + (code == "AA" ? "offences:\n" : definitionsB) + offences
            files["Jurisdictions/\(code)/cooperation.yaml"] = cooperation(code)
        }
        return LawLibrary(source: TextLawSource(files: files))
    }

    static func libraryWithoutRoute() -> SmallLaw {
        var law = SmallLaw()
        law.withoutTreaty = "no"
        return law
    }

    /// The state `BB`.
    func requested() throws -> (Jurisdiction, Vocabulary) {
        let library = try library()
        let vocabulary = try library.vocabulary()
        return (try library.jurisdiction(JurisdictionCode("BB"), vocabulary: vocabulary), vocabulary)
    }

    /// What a request says of the person where a test is not about that: nobody BB would refuse.
    static let person = "person: {nationalities: [AA], resident-in: AA, age-at-conduct: 40, age-now: 41}"

    func request(
        _ facts: String, request: String = "request: extradition", committed: String = "{on: 2025-05-05, in: [AA]}",
        count: String = "", person: String = SmallLaw.person, victim: String = "victim: {nationalities: [AA], age-now: 15}"
    ) throws -> (Request, LawLibrary) {
        let library = try library()
        let text = "\(request)\nrequesting: AA\nrequested: BB\ndate: 2026-03-01\n\(person)\ncounts:\n  - id: \"1\"\n    committed: \(committed)\n"
            + (facts.isEmpty ? "" : "    facts: \(facts)\n") + (count.isEmpty ? "" : "    \(count)\n") + (victim.isEmpty ? "" : "    \(victim)\n")
        let loaded = try library.request(Array(text.utf8), file: "request.yaml")
        guard let value = loaded.value else { throw LawError.broken(loaded.errors) }
        return (value, library)
    }

    func assess(
        _ facts: String, request: String = "request: extradition", committed: String = "{on: 2025-05-05, in: [AA]}",
        count: String = "", person: String = SmallLaw.person, victim: String = "victim: {nationalities: [AA], age-now: 15}",
        options: Assessor.Options = .init()
    ) throws -> Assessment {
        let (value, library) = try self.request(
            facts, request: request, committed: committed, count: count, person: person, victim: victim)
        return try library.assessor(for: value, vocabulary: try library.vocabulary(), options: options).assess(value)
    }
}

extension Assessment {
    func outcomes(_ ground: String) -> [Finding.Outcome] { findings.filter { $0.ground == ground }.map(\.outcome) }
}
