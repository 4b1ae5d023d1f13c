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

    func library() throws -> LawLibrary {
        var files = ["Rules/vocabulary.yaml": String(decoding: BundledLawSource().bytes(of: "Rules/vocabulary.yaml") ?? [], as: UTF8.self)]
        for (code, offences) in [("AA", offencesA), ("BB", offencesB)] {
            files["Jurisdictions/\(code)/profile.yaml"] =
                "jurisdiction: \(code)\nname: {en: \(code)land}\ngeneral-part: \(generalPart)\n"
                + (openLaw.isEmpty || code == "AA" ? "" : "open-law:\n\(openLaw)\n") + "coverage:\n\(coverage)\n"
            files["Jurisdictions/\(code)/offences.yaml"] =
                "jurisdiction: \(code)\nsources: {code: {title: Code, short: C, consolidated: 2026-01-01}}\n"
                + (code == "AA" ? "offences:\n" : definitionsB) + offences
            files["Jurisdictions/\(code)/cooperation.yaml"] =
                "jurisdiction: \(code)\nextradition:\n  dual-criminality:\n    \(dualCriminality)\n  threshold:\n    \(threshold)\n"
                + "assistance:\n  dual-criminality: {rule: coercive-only, provision: s 12, review: source-checked}\n"
        }
        return LawLibrary(source: TextLawSource(files: files))
    }

    /// The state `BB`.
    func requested() throws -> (Jurisdiction, Vocabulary) {
        let library = try library()
        let vocabulary = try library.vocabulary()
        return (try library.jurisdiction(JurisdictionCode("BB"), vocabulary: vocabulary), vocabulary)
    }

    func assess(
        _ facts: String, request: String = "request: extradition", committed: String = "{on: 2025-05-05}", count: String = "",
        options: Assessor.Options = .init()
    ) throws -> Assessment {
        let library = try library()
        let vocabulary = try library.vocabulary()
        let text = "\(request)\nrequesting: AA\nrequested: BB\ndate: 2026-03-01\ncounts:\n  - id: \"1\"\n    committed: \(committed)\n"
            + (facts.isEmpty ? "" : "    facts: \(facts)\n") + (count.isEmpty ? "" : "    \(count)\n")
        let loaded = LawLoader.request(Array(text.utf8), file: "request.yaml", vocabulary: vocabulary)
        guard let value = loaded.value else { throw LawError.broken(loaded.errors) }
        let assessor = Assessor(
            vocabulary: vocabulary, requesting: try library.jurisdiction(JurisdictionCode("AA"), vocabulary: vocabulary),
            requested: try library.jurisdiction(JurisdictionCode("BB"), vocabulary: vocabulary), digest: "none", options: options)
        return try assessor.assess(value)
    }
}

extension Assessment {
    func outcomes(_ ground: String) -> [Finding.Outcome] { findings.filter { $0.ground == ground }.map(\.outcome) }
}
