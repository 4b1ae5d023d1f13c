import Law

@testable import DualCriminality

extension SmallLaw {
    /// A treaty between AA and BB, in force since 2000: its entries beside the head, and its rules on grounds, one a line.
    /// It is silent on every other ground.
    struct Treaty {
        var id = "pact"
        var head: [String] = []
        var entries: [String] = ["dual-criminality: {test: conduct, effect: mandatory, provision: art 2, review: source-checked, inferred: [date, alternatives, exceptions]}"]
        var grounds: [String] = []
        var basis = "yes"
        var kinds = "[extradition]"
        var from = "2000-01-01"

        var file: String {
            let named = Set(grounds.compactMap { $0.split(separator: ":").first.map(String.init) })
            let silent = SmallLaw.grounds.filter { ground in
                !named.contains(ground.id.text) && ground.kinds.contains { kinds.contains($0.rawValue) }
            }
            return (["instrument: \(id)", "title: {en: The \(id)}", "short: \(id.uppercased())", "for: \(kinds)", "basis: \(basis)",
                "sources: {t: {title: The \(id), short: T, consolidated: 2000-01-01}}"] + head + entries
                + (grounds.isEmpty ? [] : ["grounds:"] + grounds.map { "  " + $0 })
                + ["silent: [\(silent.map(\.id.text).joined(separator: ", "))]"]).joined(separator: "\n") + "\n"
        }
    }

    /// The law with these treaties between the two states.
    func with(_ treaties: [Treaty], unencoded: [String] = []) -> SmallLaw {
        var law = self
        var table = "parties: 1\ninstruments:\n"
        for treaty in treaties {
            law.files["Rules/instruments/\(treaty.id).yaml"] = treaty.file
            table += "  \(treaty.id): {complete: yes, states: {AA: {from: \(treaty.from), review: source-checked}, BB: {from: \(treaty.from), review: source-checked}}}\n"
        }
        for id in unencoded {
            table += "  \(id): {encoded: no, title: {en: The \(id)}, for: [extradition], states: {AA: {from: unknown}, BB: {from: unknown}}}\n"
        }
        law.files["Rules/parties.yaml"] = table
        return law
    }
}

extension Assessment {
    /// The finding on a ground, on a basis.
    func finding(_ ground: String, on basis: String = "domestic", count: String? = nil) -> Finding? {
        findings.first { $0.ground == ground && $0.basis == basis && (count == nil || $0.count == count) }
    }

    func outcome(_ ground: String, on basis: String = "domestic") -> Finding.Outcome? { finding(ground, on: basis)?.outcome }

    func verdict(on basis: String) -> Verdict? { bases.first { $0.instrument == basis }?.verdict }
}
