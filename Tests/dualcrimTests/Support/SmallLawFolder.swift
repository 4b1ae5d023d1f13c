import Foundation

/// Two invented states in `law/`, and beside it one request for every exit code.
struct SmallLawFolder {
    private let scratch: Scratch
    var folder: URL { scratch.folder }

    init(review: String = "source-checked", requestedTime: String? = nil) throws {
        scratch = try Scratch()
        try write("AA", acts: "[possess, supply]", medium: "[photo, video, text]", open: false, review, requestedTime)
        try write("BB", acts: "possess", medium: "photo", open: true, review, requestedTime)
        // Both punish the possession of photographs.
        try request("clear", "act: possess, material.medium: photo, mental: purpose")
        // Only AA punishes texts.
        try request("obstructed", "act: possess, material.medium: text, mental: purpose")
        try request("conditional", "act: possess, material.medium: {one-of: [photo, text]}, mental: purpose")
        // Only AA punishes supply; BB says that other law, not encoded, may punish it.
        try request("not-assessable", "act: supply, material.medium: photo, mental: purpose")
        try request("not-encoded", "act: possess", requested: "ZZ")
        try request("bad", "act: posess")
    }

    func write(_ name: String, _ text: String) throws { try scratch.write(name, text) }
    func text(_ name: String) throws -> String { try scratch.text(name) }
    var names: [String] { get throws { try scratch.names } }

    private func request(_ name: String, _ facts: String, requested: String = "BB") throws {
        try scratch.write(
            name + ".yaml",
            """
            request: extradition
            requesting: AA
            requested: \(requested)
            date: 2026-03-01
            counts:
              - id: "1"
                committed: {on: 2025-05-05}
                facts: {\(facts)}

            """)
    }

    /// Every ground of the project for a kind of request: the two states are silent on those that the tests are not about.
    private static func silent(_ kind: String) throws -> String {
        let file = try String(contentsOf: Command.package.appending(path: "Rules/grounds.yaml"), encoding: .utf8)
        let grounds = file.components(separatedBy: "\ngrounds:\n").last ?? ""
        var ids: [String] = []
        for line in grounds.split(separator: "\n") {
            if line.hasPrefix("  "), !line.hasPrefix("   "), line.hasSuffix(":") { ids.append(line.dropFirst(2).dropLast().description) }
            if line.hasPrefix("    for: "), !line.contains(kind) { ids.removeLast() }
        }
        return "silent: [\(ids.joined(separator: ", "))]"
    }

    private func write(_ code: String, acts: String, medium: String, open: Bool, _ review: String, _ time: String?) throws {
        let categories = [
            "material/produce", "material/offer", "material/distribute", "material/possess", "material/access", "performance",
            "solicitation", "sexual-activity", "exposure", "coercion", "prostitution", "trafficking", "travel",
        ]
        try scratch.write(
            "law/Jurisdictions/\(code)/profile.yaml",
            """
            jurisdiction: \(code)
            name: {en: \(code)land}
            general-part:
              default-fault: {at-least: acceptance, provision: s 1}
              attempt: {punishable: all, impossible: yes, provision: s 2}
              participation: {instigator: yes, accomplice: yes, provision: s 3}
              ceiling: {imprisonment: 15 years, provision: s 4}
              limitation: {none: yes, provision: s 5}
            \(open ? "open-law:\n  - {text: \"the Penal Ordinance of \(code)land\", when: {act: supply}}" : "open-law: []")
            coverage:
            \(categories.map { "  \($0): {status: encoded, general-law: searched}" }.joined(separator: "\n"))

            """)
        try scratch.write(
            "law/Jurisdictions/\(code)/offences.yaml",
            """
            jurisdiction: \(code)
            sources: {code: {title: Code of \(code)land, short: C\(code), consolidated: 2026-01-01}}
            offences:
              - id: possess
                title: {en: possession}
                provision: s 20
                source: code
                review: \(review)
                in-force: from 2000-01-01
                when: {act: \(acts), material.medium: \(medium)}
                except:
                  - {name: official duty, kind: exclusion, provision: s 21, when: {lawful-authority: yes}}
                penalty: [{imprisonment: up to 5 years}]

            """)
        try scratch.write(
            "law/Jurisdictions/\(code)/cooperation.yaml",
            """
            jurisdiction: \(code)
            extradition:
              dual-criminality:
                test: conduct
                \(time ?? "effect: mandatory")
                provision: s 10
                review: source-checked
              threshold:
                prosecution: {requested: {at-least: 1 year}, provision: s 11, review: source-checked}
              without-treaty: {granted: yes, provision: s 13, review: source-checked}
              \(try SmallLawFolder.silent("extradition"))
            assistance:
              dual-criminality: {rule: coercive-only, provision: s 12, review: source-checked}
              \(try SmallLawFolder.silent("assistance"))

            """)
    }
}
