import Law
import YAMLTree

/// Reads `Rules/vocabulary.yaml`.
struct VocabularyReading {
    let sink: Sink

    func read(_ root: YAMLNode) -> Vocabulary? {
        guard let fields = Fields(root, "the vocabulary", sink: sink) else { return nil }
        let version = fields.whole("vocabulary") ?? 0
        guard let elementsNode = fields.required("elements"),
            let elementFields = Fields(elementsNode, "`elements`", sink: sink)
        else { return nil }

        var elements = ElementList()
        read(elementFields.entries, into: &elements)
        // Conditions need every element, so they are read in a second pass over a vocabulary without constraints.
        let bare = elements.vocabulary(version: version)
        let conditions = ConditionReading(vocabulary: bare, sink: sink)
        let constraints = readConstraints(fields, conditions) + readLater(&elements, conditions)
        let macros = readMacros(fields, bare)
        let categories = readCategories(fields, conditions)
        let aims = readAims(fields, bare, conditions)
        let victim = Set((fields.list("victim") ?? []).compactMap { known($0, bare) })
        let belief = readBelief(fields, bare, conditions)
        fields.finish()
        return Vocabulary(
            version: version, elements: elements.all, constraints: constraints, applicability: elements.applicability,
            macros: macros, categories: categories, aims: aims, victim: victim, belief: belief,
            unpresumed: elements.unpresumed)
    }

    /// The elements read so far, with the conditions of theirs that can be read only when all are known.
    struct ElementList {
        var all: [Element] = []
        fileprivate var later: [(index: ElementIndex, naWhen: YAMLNode?, applies: YAMLNode?, unpresumed: YAMLNode?)] = []
        fileprivate(set) var applicability: [ElementIndex: Condition] = [:]
        fileprivate(set) var unpresumed: [ElementIndex: Condition] = [:]

        /// The elements alone, without constraints or categories.
        func vocabulary(version: Int) -> Vocabulary {
            Vocabulary(
                version: version, elements: all, constraints: [], applicability: [:], macros: [:], categories: [],
                aims: [], victim: [])
        }
    }

    func read(_ entries: [YAMLMapping.Entry], into list: inout ElementList) {
        for entry in entries {
            let index = ElementIndex(list.all.count)
            if let read = element(entry, index: index) {
                list.all.append(read.element)
                list.later.append((index, read.naWhen, read.applies, read.unpresumed))
            }
        }
    }

    /// The conditions of the elements read since the last call; gives the constraints that follow from them.
    func readLater(_ list: inout ElementList, _ conditions: ConditionReading) -> [Constraint] {
        var constraints: [Constraint] = []
        for (index, naWhen, applies, notPresumed) in list.later {
            if let notPresumed { list.unpresumed[index] = conditions.read(notPresumed) }
            if let naWhen, let condition = conditions.read(naWhen) {
                constraints.append(contentsOf: VocabularyReading.notApplicable(list.all[index.number], when: condition))
            }
            if let applies { list.applicability[index] = conditions.read(applies) }
        }
        list.later = []
        return constraints
    }

    /// The element that a text names.
    private func known(_ node: YAMLNode, _ vocabulary: Vocabulary) -> ElementIndex? {
        if let text = node.scalarText, let index = vocabulary.index(of: text) { return index }
        let what = node.scalarText.map { "`\($0)`" } ?? "by that name, this is a \(node.kindName)"
        sink.error(
            "law/unknown-element", "there is no element \(what)", at: node,
            hint: node.scalarText.flatMap { Sink.suggestion(for: $0, among: vocabulary.elements.map(\.id)) })
        return nil
    }

    private func readBelief(_ fields: Fields, _ bare: Vocabulary, _ conditions: ConditionReading) -> Belief? {
        guard let node = fields.optional("belief"), let one = Fields(node, "`belief`", sink: sink) else { return nil }
        let indices = ["real", "believed", "presence"].map { key in
            one.required(key).flatMap { known($0, bare) }
        }
        let error = one.optional("error").flatMap { known($0, bare) }
        let fault = one.optional("attempt-fault").map { conditions.read($0) } ?? .always
        one.finish()
        guard let real = indices[0], let believed = indices[1], let presence = indices[2], let fault else { return nil }
        return Belief(real: real, believed: believed, presence: presence, error: error, attemptFault: fault)
    }

    /// "n/a exactly where": the two impossible combinations.
    private static func notApplicable(_ element: Element, when condition: Condition) -> [Constraint] {
        let none: ValueSet
        if case .number = element.domain {
            none = ValueSet(numbers: [], notApplicable: true)
        } else {
            none = ValueSet(choices: 0, notApplicable: true)
        }
        let isNone = Condition.has(element.index, none)
        return [
            Constraint(
                id: "\(element.id)-does-not-apply", because: "there is no `\(element.id)` there",
                never: .all([condition, .not(isNone)])),
            Constraint(
                id: "\(element.id)-applies", because: "`\(element.id)` applies there",
                never: .all([isNone, .not(condition)])),
        ]
    }

    private func element(
        _ entry: YAMLMapping.Entry, index: ElementIndex
    ) -> (element: Element, naWhen: YAMLNode?, applies: YAMLNode?, unpresumed: YAMLNode?)? {
        guard let fields = Fields(entry.value, "the element `\(entry.key)`", sink: sink) else { return nil }
        let type = fields.requiredText("type")
        // After an error any value will do: the file gives none, and what names the element needs no error of its own.
        let kind = fields.requiredChoice("kind", ElementKind.self) ?? .fact
        let change = fields.requiredChoice("change", Changeability.self) ?? .fixed
        let definition = fields.requiredText("definition") ?? ""
        let source = fields.text("source")
        let question = fields.requiredText("question") ?? ""
        let naWhen = fields.optional("na-when")
        let applies = fields.optional("applies-when")
        let unpresumed = fields.optional("not-presumed-when")
        let list = fields.text("group")
        let instead = fields.text("instead")
        let presumeNode = fields.optional("presume")
        let continuingNode = fields.optional("continuing")
        let groupsNode = fields.optional("groups")
        let groupPhrasesNode = fields.optional("group-phrases")
        guard let domain = domain(type, fields) else {
            for key in ["values", "range", "unit", "phrase"] { _ = fields.optional(key) }
            fields.finish()
            return nil
        }
        var phrase = ""
        if case .flag = domain {} else { phrase = fields.requiredText("phrase") ?? "" }
        if case .number = domain {} else if case .flag = domain {} else if !phrase.contains("{}") {
            sink.error("law/phrase", "the phrase of `\(entry.key)` needs `{}` where the value goes", at: entry.value)
        }

        var groupPhrases: [GroupPhrase] = []
        func make(_ groups: [String: ValueSet], _ presume: ValueSet?, _ continuing: ValueSet?) -> Element {
            Element(
                id: entry.key, index: index, domain: domain, kind: kind, change: change, definition: definition,
                source: source, phrase: phrase, question: question, presume: presume, groups: groups,
                groupPhrases: groupPhrases, continuing: continuing, list: list, instead: instead, mayBeNotApplicable: naWhen != nil)
        }
        let values = ValueReading(sink: sink)
        var groups: [String: ValueSet] = [:]
        if let node = groupsNode, let groupFields = Fields(node, "`groups`", sink: sink) {
            for group in groupFields.entries {
                if domain.valueIDs.contains(group.key) {
                    sink.error("law/duplicate", "`\(group.key)` is a value and cannot be a group too", key: group)
                }
                if let set = values.set(group.value, of: make(groups, nil, nil)) { groups[group.key] = set }
            }
        }
        if let node = groupPhrasesNode { groupPhrases = self.groupPhrases(node, groups) }
        let bare = make(groups, nil, nil)
        let presume = presumeNode.flatMap { values.set($0, of: bare) }
        let continuing = continuingNode.flatMap { values.set($0, of: bare) }
        fields.finish()
        return (make(groups, presume, continuing), naWhen, applies, unpresumed)
    }

    /// The words for groups, the largest first, so that reports use the shortest list.
    private func groupPhrases(_ node: YAMLNode, _ groups: [String: ValueSet]) -> [GroupPhrase] {
        guard let fields = Fields(node, "`group-phrases`", sink: sink) else { return [] }
        var phrases: [GroupPhrase] = []
        for entry in fields.entries {
            guard case .choice(let bits)? = groups[entry.key]?.values else {
                sink.error(
                    "law/unknown", "there is no group `\(entry.key)`", key: entry,
                    hint: Suggestion.nearest(to: entry.key, in: groups.keys.sorted()).map { "did you mean `\($0)`?" })
                continue
            }
            if let phrase = fields.requiredText(entry.key) { phrases.append(GroupPhrase(bits: bits, phrase: phrase)) }
        }
        return phrases.sorted { ($1.bits.nonzeroBitCount, $0.phrase) < ($0.bits.nonzeroBitCount, $1.phrase) }
    }

    private func domain(_ type: String?, _ fields: Fields) -> ElementDomain? {
        switch type {
        case "choice", "ordered":
            guard let node = fields.required("values"), let valueFields = Fields(node, "`values`", sink: sink) else {
                return nil
            }
            var result: [ElementValue] = []
            for entry in valueFields.entries {
                guard case .scalar(let scalar) = entry.value.content else {
                    sink.error("law/shape", "the value `\(entry.key)` needs a phrase", at: entry.value)
                    continue
                }
                result.append(ElementValue(id: entry.key, phrase: scalar.text))
            }
            // One place of the 64 bits is kept for "there is no such thing".
            guard (2...63).contains(result.count) else {
                sink.error("law/size", "an element has 2 to 63 values, this one has \(result.count)", at: node)
                return nil
            }
            return type == "ordered" ? .ordered(result) : .choice(result)
        case "number":
            let unit = fields.choice("unit", NumberUnit.self) ?? .years
            guard let node = fields.required("range") else { return nil }
            let words = (node.scalarText ?? "").split(separator: " ")
            guard words.count == 3, words[1] == "to", let low = Int(words[0]), let high = Int(words[2]), low < high,
                ValueReading.countable.contains(low), ValueReading.countable.contains(high)
            else {
                sink.error("law/number", "`range` is written `0 to 21`", at: node)
                return nil
            }
            return .number(low...high, unit)
        case "flag":
            guard let node = fields.required("phrase"), let phrases = Fields(node, "`phrase` of a flag", sink: sink) else {
                return nil
            }
            let yes = phrases.requiredText("yes")
            let no = phrases.requiredText("no")
            phrases.finish()
            guard let yes, let no else { return nil }
            return .flag(yes: yes, no: no)
        case nil: return nil
        case let other?:
            sink.error(
                "law/value", "`\(other)` is no type of element", at: fields.optional("type") ?? fields.node,
                hint: "known here: `choice`, `ordered`, `number`, `flag`")
            return nil
        }
    }

    func readConstraints(_ fields: Fields, _ conditions: ConditionReading) -> [Constraint] {
        (fields.list("constraints") ?? []).compactMap { node in
            guard let one = Fields(node, "a constraint", sink: sink) else { return nil }
            let id = one.requiredText("id")
            let because = one.requiredText("because")
            let never = one.required("never").flatMap { conditions.read($0) }
            one.finish()
            guard let id, let because, let never else { return nil }
            return Constraint(id: id, because: because, never: never)
        }
    }

    private func readMacros(_ fields: Fields, _ bare: Vocabulary) -> [String: [ElementIndex]] {
        guard let node = fields.optional("macros"), let macroFields = Fields(node, "`macros`", sink: sink) else {
            return [:]
        }
        var macros: [String: [ElementIndex]] = [:]
        for entry in macroFields.entries {
            guard case .sequence(let items) = entry.value.content else {
                sink.error("law/shape", "a macro lists elements", at: entry.value)
                continue
            }
            macros[entry.key] = items.compactMap { known($0, bare) }
        }
        return macros
    }

    private func readCategories(_ fields: Fields, _ conditions: ConditionReading) -> [Category] {
        guard let node = fields.required("categories"), let categoryFields = Fields(node, "`categories`", sink: sink)
        else { return [] }
        return categoryFields.entries.compactMap { entry in
            guard let one = Fields(entry.value, "the category `\(entry.key)`", sink: sink) else { return nil }
            let title = one.requiredText("title")
            let condition = one.required("guard").flatMap { conditions.read($0) }
            one.finish()
            guard let title, let condition else { return nil }
            return Category(id: entry.key, title: title, guardCondition: condition)
        }
    }

    private func readAims(
        _ fields: Fields, _ bare: Vocabulary, _ conditions: ConditionReading
    ) -> [(aim: ElementIndex, acts: Condition)] {
        guard let node = fields.optional("aims"), let aimFields = Fields(node, "`aims`", sink: sink) else { return [] }
        return aimFields.entries.compactMap { entry in
            guard let aim = bare.index(of: entry.key) else {
                sink.error(
                    "law/unknown-element", "there is no element `\(entry.key)`", key: entry,
                    hint: Sink.suggestion(for: entry.key, among: bare.elements.map(\.id)))
                return nil
            }
            return conditions.read(entry.value).map { (aim, $0) }
        }
    }
}
