import DualCriminality
import Law
import LawLoader
import SolverExport

/// Two invented states over the real vocabulary, read by the real loader: `AA` requests, `BB` is requested.
struct SmallPair {
    /// One offence, as the text after `when:`.
    typealias When = String

    struct TextSource: LawSource {
        let files: [String: String]
        var paths: [String] { files.keys.sorted() }
        func bytes(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
    }

    let vocabulary: Vocabulary
    let from: Jurisdiction
    let to: Jurisdiction
    static let date = LegalDate(iso: "2026-03-01")

    /// - Parameter openLaw: lines of `open-law` of BB.
    init(_ own: [When], _ other: [When], openLaw: String = "") throws {
        let categories = [
            "material/produce", "material/offer", "material/distribute", "material/possess", "material/access", "performance",
            "solicitation", "sexual-activity", "exposure", "coercion", "prostitution", "trafficking", "travel",
        ]
        let vocabularyText = String(decoding: BundledLawSource().bytes(of: "Rules/vocabulary.yaml") ?? [], as: UTF8.self)
        var files = ["Rules/vocabulary.yaml": vocabularyText]
        for (code, offences) in [("AA", own), ("BB", other)] {
            files["Jurisdictions/\(code)/profile.yaml"] = """
                jurisdiction: \(code)
                name: {en: \(code)land}
                general-part:
                  default-fault: {at-least: acceptance, provision: s 1}
                  attempt: {punishable: all, impossible: yes, provision: s 2}
                  participation: {instigator: yes, accomplice: yes, provision: s 3}
                  ceiling: {imprisonment: 15 years, provision: s 4}
                  limitation: {none: yes, provision: s 5}

                """ + (code == "BB" && !openLaw.isEmpty ? "open-law:\n\(openLaw)\n" : "") + "coverage:\n"
                + categories.map { "  \($0): {status: encoded, general-law: searched}\n" }.joined()
            files["Jurisdictions/\(code)/offences.yaml"] =
                "jurisdiction: \(code)\nsources: {code: {title: Code, short: C, consolidated: 2026-01-01}}\noffences:\n"
                + offences.enumerated().map { place, when in
                    """
                      - id: \(code.lowercased())-\(place + 1)
                        title: {en: offence \(place + 1)}
                        provision: s \(place + 1)
                        source: code
                        review: source-checked
                        in-force: from 2000-01-01
                        when: \(when)
                        penalty: [{imprisonment: up to 5 years}]

                    """
                }.joined()
            files["Jurisdictions/\(code)/cooperation.yaml"] = """
                jurisdiction: \(code)
                extradition:
                  dual-criminality:
                    test: conduct
                    provision: s 10
                    review: source-checked
                  threshold:
                    prosecution: {requesting: {at-least: 1 year}, requested: {at-least: 1 year}, provision: s 11, review: source-checked}
                assistance:
                  dual-criminality: {rule: coercive-only, provision: s 12, review: source-checked}

                """
        }
        let library = LawLibrary(source: TextSource(files: files))
        vocabulary = try library.vocabulary()
        from = try library.jurisdiction(JurisdictionCode("AA"), vocabulary: vocabulary)
        to = try library.jurisdiction(JurisdictionCode("BB"), vocabulary: vocabulary)
    }

    struct NoDate: Error {}

    func comparer() throws -> Comparer {
        guard let date = SmallPair.date else { throw NoDate() }
        return Comparer(vocabulary: vocabulary, from: from, to: to, date: date)
    }

    func assessor() -> Assessor {
        Assessor(
            vocabulary: vocabulary, requesting: from, requested: to, rules: CooperationRules(catalogue: .empty), digest: "none")
    }

    func request(_ facts: String) throws -> Request {
        let text = "request: extradition\nrequesting: AA\nrequested: BB\ndate: 2026-03-01\ncounts:\n  - id: \"1\"\n"
            + "    committed: {on: 2025-05-05}\n    facts: \(facts)\n"
        let loaded = LawLoader.request(Array(text.utf8), file: "request.yaml", vocabulary: vocabulary)
        guard let request = loaded.value else { throw LawError.broken(loaded.errors) }
        return request
    }

    /// The questions of this comparison, with the answers of this or another one.
    func questions(answeredBy other: SmallPair? = nil) throws -> [CompareQuestion] {
        try CompareQuestions(
            try comparer(), answeredBy: try (other ?? self).comparer(), presumptions: Presumptions(vocabulary: vocabulary)
        ).questions()
    }

    /// The questions about facts, with the answers of this or another pair.
    func questions(about facts: String, answeredBy other: SmallPair? = nil) throws -> [CaseQuestion] {
        try CaseQuestions(
            assessor(), answeredBy: (other ?? self).assessor(), presumptions: Presumptions(vocabulary: vocabulary)
        ).questions(try request(facts))
    }
}
