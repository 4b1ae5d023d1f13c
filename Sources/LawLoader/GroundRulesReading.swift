import Law
import YAMLTree

/// Reads `grounds:` and `silent:` of an instrument or of a state's cooperation law.
struct GroundRulesReading {
    let catalogue: GroundCatalogue
    /// The kinds of request that the text is about.
    let kinds: Set<Request.Kind>
    let sink: Sink

    func read(_ fields: Fields) -> GroundRules {
        var rules: [GroundID: [GroundRule]] = [:]
        if let node = fields.optional("grounds"), let all = Fields(node, "`grounds`", sink: sink) {
            for entry in all.entries {
                guard let ground = ground(entry.key, at: { unknown(entry.key, key: entry) }) else { continue }
                let nodes: [YAMLNode]
                if case .sequence(let items) = entry.value.content { nodes = items } else { nodes = [entry.value] }
                let read = nodes.compactMap { rule($0, ground) }
                if !read.isEmpty { rules[ground.id] = read }
            }
        }
        return GroundRules(rules: rules, silent: silent(fields, rules))
    }

    /// A list, or one list for each kind of request.
    private func silent(_ fields: Fields, _ rules: [GroundID: [GroundRule]]) -> [GroundID: Set<Request.Kind>] {
        var result: [GroundID: Set<Request.Kind>] = [:]
        func read(_ nodes: [YAMLNode], _ own: Set<Request.Kind>) {
            for node in nodes {
                let text = node.scalarText ?? node.kindName
                guard let ground = ground(text, at: { unknown(text, at: node) }) else { continue }
                if rules[ground.id]?.contains(where: { !$0.kinds.isDisjoint(with: own) }) ?? false {
                    sink.error("law/contradiction", "`\(text)` stands under `grounds` and under `silent`", at: node)
                }
                if !(result[ground.id]?.isDisjoint(with: own) ?? true) {
                    sink.error("law/duplicate", "`\(text)` stands twice under `silent`", at: node)
                }
                result[ground.id, default: []].formUnion(own)
            }
        }
        guard let node = fields.optional("silent") else { return result }
        guard case .mapping = node.content else {
            read(fields.list("silent") ?? [], kinds)
            return result
        }
        guard let one = Fields(node, "`silent`", sink: sink) else { return result }
        for kind in Request.Kind.allCases where kinds.contains(kind) { read(one.list(kind.rawValue) ?? [], [kind]) }
        one.finish()
        return result
    }

    private func ground(_ text: String, at report: () -> Void) -> Ground? {
        guard let ground = catalogue[GroundID(text)] else {
            report()
            return nil
        }
        return ground
    }

    private var hintWords: [String] { catalogue.grounds.map(\.id.text) }

    private func unknown(_ text: String, at node: YAMLNode) {
        sink.error(
            "law/unknown-ground", "there is no ground `\(text)`", at: node,
            hint: Sink.suggestion(for: text, among: hintWords))
    }

    private func unknown(_ text: String, key: YAMLMapping.Entry) {
        sink.error(
            "law/unknown-ground", "there is no ground `\(text)`", key: key,
            hint: Sink.suggestion(for: text, among: hintWords))
    }

    private func rule(_ node: YAMLNode, _ ground: Ground) -> GroundRule? {
        guard let fields = Fields(node, "a rule about a ground", sink: sink) else { return nil }
        let effect = fields.requiredChoice("effect", RuleEffect.self)
        let own = Set(fields.choices("for", Request.Kind.self) ?? Array(kinds))
        let conditions = ConditionReading(vocabulary: catalogue.vocabulary, sink: sink)
        var when = fields.optional("when").map { conditions.read($0) } ?? ground.when
        if let node = fields.optional("unless"), let unless = conditions.read(node) {
            when = when.map { .all([$0, .not(unless)]) }
        }
        let yields = fields.choice("yields-to-treaty", TreatyYield.self) ?? .no
        let cures = GroundRulesReading.cures(fields, sink: sink)
        let authority = AuthorityReading.read(fields)
        fields.finish()
        let possible = own.intersection(ground.kinds).intersection(kinds)
        if possible.isEmpty {
            sink.error(
                "law/kind", "`\(ground.id)` is no ground of this kind of cooperation", at: node,
                hint: "the ground is for \(ground.kinds.map(\.rawValue).sorted().joined(separator: " and "))")
        }
        guard let effect, let when, let authority, !possible.isEmpty else { return nil }
        return GroundRule(
            ground: ground.id, kinds: possible, effect: effect, when: when, yieldsToTreaty: yields, authority: authority,
            cures: cures)
    }

    static func cures(_ fields: Fields, sink: Sink) -> [GroundCure] {
        (fields.list("cures") ?? []).compactMap { node in
            guard let one = Fields(node, "a cure", sink: sink) else { return nil }
            let kind = one.requiredChoice("kind", GroundCure.Kind.self)
            let id = one.text("id")
            let text = one.requiredText("text")
            let provision = one.text("provision")
            one.finish()
            guard let kind, let text else { return nil }
            return GroundCure(kind: kind, id: id, text: text, provision: provision)
        }
    }
}
