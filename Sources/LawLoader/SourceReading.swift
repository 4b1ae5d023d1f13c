import Law
import YAMLTree

/// Reads the `sources:` of a file.
struct SourceReading {
    let sink: Sink

    func read(_ fields: Fields) -> [Source] {
        guard let node = fields.optional("sources"), let sources = Fields(node, "`sources`", sink: sink) else { return [] }
        return sources.entries.compactMap { entry in
            guard let one = Fields(entry.value, "the source `\(entry.key)`", sink: sink) else { return nil }
            let title = one.requiredText("title")
            let short = one.text("short")
            let language = one.text("language")
            let consolidated = one.optional("consolidated") == nil ? missing(one) : one.date("consolidated")
            let identifier = one.text("id")
            let note = one.text("note")
            one.finish()
            guard let title, let consolidated else { return nil }
            return Source(
                id: entry.key, title: title, short: short ?? title, language: language, consolidated: consolidated,
                identifier: identifier, note: note)
        }
    }

    private func missing(_ fields: Fields) -> LegalDate? {
        sink.error(
            "law/missing", "`consolidated`, the date of the version that was read, is missing", at: fields.node)
        return nil
    }
}

/// Reads `provision`, `source`, `review`, `note` of a rule.
struct AuthorityReading {
    static func read(_ fields: Fields) -> Authority? {
        let provision = fields.requiredText("provision")
        let source = fields.text("source")
        let review = fields.choice("review", Review.self) ?? .draft
        let note = fields.text("note")
        guard let provision else { return nil }
        return Authority(provision: provision, source: source, review: review, note: note)
    }
}
