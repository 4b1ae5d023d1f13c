import Law
import YAMLTree

/// Reads `Jurisdictions/<CODE>/offences.yaml`.
struct OffenceReading {
    let vocabulary: Vocabulary
    let code: JurisdictionCode
    let generalPart: GeneralPart
    let sink: Sink

    struct Result {
        var sources: [Source] = []
        var definitions: [Definition] = []
        var offences: [Offence] = []
    }

    func read(_ root: YAMLNode) -> Result? {
        guard let fields = Fields(root, "the file", sink: sink) else { return nil }
        fields.checkJurisdiction(code)
        var result = Result()
        result.sources = SourceReading(sink: sink).read(fields)
        let conditions = ConditionReading(vocabulary: vocabulary, sink: sink)
        result.definitions = definitions(fields, conditions)
        let nodes = fields.list("offences") ?? []
        if nodes.isEmpty, !fields.states("offences") || fields.list("offences") != nil {
            sink.error("law/missing", "`offences` needs a list of offences", at: fields.optional("offences") ?? root)
        }
        // By the id that the file states, so that an offence with errors still counts as known.
        var places: [OffenceID: YAMLNode] = [:]
        for node in nodes {
            if let id = node.mapping?["id"], let text = id.scalarText, places.updateValue(node, forKey: OffenceID(text)) != nil {
                sink.error("law/duplicate", "the offence `\(text)` stands twice", at: id)
            }
            if let offence = offence(node, result.sources, conditions) { result.offences.append(offence) }
        }
        fields.finish()
        AimCheck(sink: sink, places: places).run(result.offences, conditions.aimedAt)
        return result
    }

    private func definitions(_ fields: Fields, _ conditions: ConditionReading) -> [Definition] {
        guard let node = fields.optional("definitions"), let all = Fields(node, "`definitions`", sink: sink) else {
            return []
        }
        var bodies: [String: YAMLNode] = [:]
        var provisions: [String: String] = [:]
        for entry in all.entries {
            guard let one = Fields(entry.value, "the definition `\(entry.key)`", sink: sink) else { continue }
            provisions[entry.key] = one.requiredText("provision")
            bodies[entry.key] = one.required("when")
            _ = one.text("note")
            one.finish()
        }
        conditions.define(bodies)
        return all.entries.compactMap { entry in
            guard bodies[entry.key] != nil, let condition = conditions.definition(entry.key, at: entry.value) else {
                return nil
            }
            return Definition(name: entry.key, provision: provisions[entry.key] ?? "", condition: condition)
        }
    }

    private func offence(_ node: YAMLNode, _ sources: [Source], _ conditions: ConditionReading) -> Offence? {
        guard let fields = Fields(node, "an offence", sink: sink) else { return nil }
        let id = fields.requiredText("id")
        let titles = fields.required("title") == nil ? nil : fields.languages("title")
        let source = source(fields, sources)
        // The state of the whole may stand there even where every version has its own.
        for key in ["review", "in-force-review"] { _ = fields.optional(key) }
        let before = fields.choice("before", EarlierLaw.self) ?? .notEncoded
        let silent = fields.texts("silent")
        let note = fields.text("note")
        var versions: [OffenceVersion] = []
        if let nodes = fields.list("versions") {
            if fields.states("in-force"), let beside = fields.optional("in-force") {
                sink.error(
                    "law/versions", "`in-force` stands beside `versions`", at: beside,
                    hint: "give each version its own `in-force` and take this one out")
            }
            if nodes.isEmpty {
                sink.error("law/empty", "`versions` is empty", at: fields.optional("versions") ?? node)
            }
            // An entry of `versions` states what changed; the rest comes from the offence.
            for versionNode in nodes {
                guard let one = Fields(versionNode, "a version", sink: sink, fallback: fields) else {
                    // What it would have taken from the offence is not known.
                    for key in OffenceReading.versionKeys { _ = fields.optional(key) }
                    continue
                }
                if let version = version(one, conditions) { versions.append(version) }
                _ = one.text("note")
                one.finish()
            }
        } else if let version = version(fields, conditions) {
            versions = [version]
        }
        fields.finish()
        versions.sort { ($0.inForce.from?.iso ?? "") < ($1.inForce.from?.iso ?? "") }
        for (one, two) in zip(versions, versions.dropFirst()) where one.inForce.overlaps(two.inForce) {
            sink.error("law/versions", "two versions of `\(id ?? "")` apply on the same day", at: node)
        }
        guard let id, let titles, let source, !versions.isEmpty else { return nil }
        return Offence(
            id: OffenceID(id), titles: titles, source: source, before: before, versions: versions, silent: silent, note: note)
    }

    private func source(_ fields: Fields, _ sources: [Source]) -> Source? {
        guard let text = fields.requiredText("source") else { return nil }
        if let source = sources.first(where: { $0.id == text }) { return source }
        sink.error(
            "law/unknown-source", "there is no source `\(text)`", at: fields.optional("source") ?? fields.node,
            hint: Sink.suggestion(for: text, among: sources.map(\.id)))
        return nil
    }

    private static let versionKeys = [
        "provision", "when", "hook", "except", "attempt", "penalty", "limitation", "review", "in-force-review",
    ]

    private func version(_ fields: Fields, _ conditions: ConditionReading) -> OffenceVersion? {
        let interval = fields.required("in-force").flatMap { self.inForce($0) }
        let provision = fields.requiredText("provision")
        let when = fields.required("when").flatMap { conditions.read($0) }
        let hook = fields.optional("hook").flatMap { self.hook($0, conditions) }
        let exceptions = (fields.list("except") ?? []).compactMap { self.exception($0, conditions) }
        let attempt = fields.choice("attempt", AttemptRule.self) ?? .general
        let penalty = fields.required("penalty")
            .flatMap { PenaltyReading(sink: sink, ceiling: generalPart.ceiling).lines($0, conditions) }
        let limitation = fields.optional("limitation").flatMap { LimitationReading(sink: sink).read($0) }
        let review = fields.requiredChoice("review", Review.self)
        let inForceReview = fields.text("in-force-review")
        if let inForceReview, !["read", "unverified"].contains(inForceReview) {
            sink.error(
                "law/value", "`in-force-review` is `read` or `unverified`, not `\(inForceReview)`",
                at: fields.optional("in-force-review") ?? fields.node)
        }
        guard let interval, let provision, let when, let penalty, let review else { return nil }
        return OffenceVersion(
            inForce: interval, when: when, hook: hook, exceptions: exceptions, attempt: attempt, penalty: penalty,
            limitation: limitation, provision: provision, review: review, inForceIsRead: inForceReview != "unverified")
    }

    private func inForce(_ node: YAMLNode) -> DateInterval? {
        guard case .scalar(let scalar) = node.content else {
            sink.error("law/date", "`in-force` is text such as `from 2021-07-01`", at: node)
            return nil
        }
        let words = scalar.text.split(separator: " ").map(String.init)
        let dates = words.map { LegalDate(iso: $0) }
        switch (words.count, words.first) {
        case (2, "from"), (2, "at"):
            if let from = dates[1] { return DateInterval(from: from) }
        case (2, "until"):
            if let to = dates[1] { return DateInterval(to: to) }
        case (3, _) where words[1] == "to":
            if let from = dates[0], let to = dates[2], from <= to { return DateInterval(from: from, to: to) }
        default: break
        }
        sink.error(
            "law/date", "`\(scalar.text)` is no interval", at: node,
            hint: "write `from 2021-07-01`, `2021-07-01 to 2024-06-27`, `until 2024-06-27` or `at 2026-04-08`")
        return nil
    }

    private func hook(_ node: YAMLNode, _ conditions: ConditionReading) -> Hook? {
        guard let fields = Fields(node, "`hook`", sink: sink) else { return nil }
        let when = fields.required("when").flatMap { conditions.read($0) }
        let provision = fields.requiredText("provision")
        _ = fields.text("note")
        fields.finish()
        guard let when, let provision else { return nil }
        return Hook(when: when, provision: provision)
    }

    private func exception(_ node: YAMLNode, _ conditions: ConditionReading) -> OffenceException? {
        guard let fields = Fields(node, "an exception", sink: sink) else { return nil }
        let name = fields.requiredText("name")
        let kind = fields.optional("kind") == nil ? ExceptionKind.exclusion : fields.choice("kind", ExceptionKind.self)
        let burden = fields.choice("burden", Burden.self)
        let provision = fields.requiredText("provision")
        let whenNode = fields.optional("when")
        let when = whenNode.flatMap { conditions.read($0) }
        _ = fields.text("note")
        fields.finish()
        guard let name, let kind, let provision else { return nil }
        if whenNode == nil, kind.subtracts {
            sink.error("law/missing", "`when` is missing: an exception of kind `\(kind.rawValue)` needs one", at: node)
            return nil
        }
        guard whenNode == nil || when != nil else { return nil }
        return OffenceException(name: name, kind: kind, burden: burden, provision: provision, when: when ?? .never)
    }
}
