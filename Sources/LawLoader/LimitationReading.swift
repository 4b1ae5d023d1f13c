import Law
import YAMLTree

/// Reads `limitation:` of an offence and of the general part.
struct LimitationReading {
    let sink: Sink
    /// No rule turns on a higher age.
    private static let ages = 1...100

    /// The limitation of an offence.
    func read(_ node: YAMLNode) -> Limitation? {
        guard let fields = Fields(node, "`limitation`", sink: sink) else { return nil }
        let rule = rule(fields, node)
        var possibilities: [Limitation.Possibility] = []
        for entry in fields.list("perhaps") ?? [] {
            guard let one = Fields(entry, "an entry of `perhaps`", sink: sink) else { continue }
            let because = one.requiredText("because")
            let other = self.rule(one, entry)
            one.finish()
            if let because, let other { possibilities.append(Limitation.Possibility(rule: other, because: because)) }
        }
        fields.finish()
        guard let rule else { return nil }
        return Limitation(
            none: rule.none, after: rule.after, from: rule.from, victim: rule.victim, firstDay: rule.firstDay,
            interruption: rule.interruption, perhaps: possibilities, note: rule.note, authority: rule.authority)
    }

    /// The ladder of the general part.
    func ladder(_ node: YAMLNode) -> GeneralPart.LimitationLadder? {
        guard let fields = Fields(node, "`limitation`", sink: sink) else { return nil }
        let none = fields.flag("none") ?? false
        let steps = steps(fields.list("ladder") ?? [])
        let from = fields.choice("from", Limitation.Start.self) ?? .endOfConduct
        let firstDay = fields.choice("first-day", Limitation.FirstDay.self)
        let interruption = fields.optional("interruption").flatMap { self.interruption($0) }
        let authority = AuthorityReading.read(fields)
        fields.finish()
        if !none, fields.list("ladder")?.isEmpty ?? !fields.states("ladder") {
            sink.error("law/missing", "`limitation` needs a `ladder`, or `none: yes`", at: node)
        }
        if none { rejectBesideNone(fields, ["ladder", "first-day", "interruption"]) }
        guard let authority else { return nil }
        return GeneralPart.LimitationLadder(
            none: none, steps: steps, from: from, firstDay: firstDay, interruption: interruption, authority: authority)
    }

    // MARK: - Parts

    private func rule(_ fields: Fields, _ node: YAMLNode) -> Limitation? {
        let none = fields.flag("none") ?? false
        let after = period("after", fields)
        let from = start(fields, node)
        let victim = victimRule(fields, from: from)
        let firstDay = fields.choice("first-day", Limitation.FirstDay.self)
        let interruption = fields.optional("interruption").flatMap { self.interruption($0) }
        let authority = AuthorityReading.read(fields)
        if none {
            rejectBesideNone(fields, ["after", "from", "first-day", "interruption"] + LimitationReading.victimKeys)
        }
        guard let authority else { return nil }
        return Limitation(
            none: none, after: after, from: from, victim: victim, firstDay: firstDay, interruption: interruption,
            note: authority.note, authority: authority)
    }

    private func start(_ fields: Fields, _ node: YAMLNode) -> Limitation.Start? {
        guard let text = fields.text("from") else { return nil }
        // The format's own words for the start, two of them with spaces for readability.
        switch text {
        case "majority of the victim", Limitation.Start.majorityOfVictim.rawValue: return .majorityOfVictim
        case "end of conduct", Limitation.Start.endOfConduct.rawValue: return .endOfConduct
        case Limitation.Start.result.rawValue: return .result
        default:
            sink.error(
                "law/value", "`\(text)` is no start of limitation", at: fields.optional("from") ?? node,
                hint: "known here: `end-of-conduct`, `result`, `majority-of-victim`")
            return nil
        }
    }

    /// A length of time that can pass; `life` and `death` cannot.
    private func period(_ key: String, _ fields: Fields) -> Term? {
        guard let term = fields.term(key) else { return nil }
        guard term < .life, term > .none else {
            sink.error(
                "law/term", "`\(term.iso)` is no period after which time lapses", at: fields.optional(key) ?? fields.node,
                hint: "write a length such as `10 years`; where time never lapses, write `none: yes`")
            return nil
        }
        return term
    }

    // MARK: - The victim

    /// `suspended-until-victim-is` is `suspended-until-age` by its longer name.
    private static let ageRules: [(key: String, rule: @Sendable (Int) -> Limitation.VictimRule)] = [
        ("runs-from-age", { .runsFromAge($0) }), ("suspended-until-age", { .suspendedUntilAge($0) }),
        ("suspended-until-victim-is", { .suspendedUntilAge($0) }), ("uncounted-until-age", { .uncountedUntilAge($0) }),
        ("added-until-age", { .addedUntilAge($0) }), ("not-before-age", { .notBeforeAge($0) }),
    ]
    private static let lifeKey = "life-of-victim-or"
    private static var victimKeys: [String] { ageRules.map(\.key) + [lifeKey] }

    private func victimRule(_ fields: Fields, from: Limitation.Start?) -> Limitation.VictimRule? {
        var found: Limitation.VictimRule?
        for (key, rule) in LimitationReading.ageRules {
            guard let age = fields.whole(key) else { continue }
            guard LimitationReading.ages.contains(age) else {
                sink.error(
                    "law/number", "`\(age)` is no age on which limitation turns", at: fields.optional(key) ?? fields.node,
                    hint: "write completed years, from \(LimitationReading.ages.lowerBound) to \(LimitationReading.ages.upperBound)")
                continue
            }
            found = found ?? rule(age)
        }
        if let term = period(LimitationReading.lifeKey, fields) { found = found ?? .lifeOr(term) }
        var stated = LimitationReading.victimKeys.filter { fields.states($0) }
        if from == .majorityOfVictim { stated.insert("from", at: 0) }
        if stated.count > 1 {
            sink.error(
                "law/limitation", "`\(stated[1])` stands beside `\(stated[0])`, and the victim moves the period in one way only",
                at: fields.optional(stated[1]) ?? fields.node,
                hint: stated[0] == "from" ? "`from: majority-of-victim` is `runs-from-age: 18`" : "keep one of them")
        }
        return found
    }

    // MARK: - Interruption

    private func interruption(_ node: YAMLNode) -> Interruption? {
        guard let fields = Fields(node, "`interruption`", sink: sink) else { return nil }
        var places: [ProceduralAct.Kind: String] = [:]
        func kinds(_ key: String) -> Set<ProceduralAct.Kind> {
            let kinds = fields.choices(key, ProceduralAct.Kind.self) ?? []
            for kind in kinds {
                if let other = places.updateValue(key, forKey: kind) {
                    sink.error(
                        "law/limitation", "`\(kind.rawValue)` stands under `\(key)` and under `\(other)`",
                        at: fields.optional(key) ?? node, hint: "an act has one effect, and stands once")
                }
            }
            return Set(kinds)
        }
        let restarting = kinds("interrupted-by")
        let stopping = kinds("stopped-by")
        let withoutEffect = kinds("no-effect")
        let absolute = fields.choice("absolute", Interruption.Multiple.self)
        let suspended = Set(fields.choices("suspended-while", Interruption.Absence.self) ?? [])
        let authority = AuthorityReading.read(fields)
        fields.finish()
        if fields.states("absolute"), !fields.states("interrupted-by") {
            sink.error(
                "law/limitation", "`absolute` bounds a period that is interrupted, and `interrupted-by` is missing",
                at: fields.optional("absolute") ?? node)
        }
        guard let authority else { return nil }
        return Interruption(
            restarting: restarting, stopping: stopping, withoutEffect: withoutEffect, absolute: absolute,
            suspendedWhile: suspended, authority: authority)
    }

    // MARK: - The ladder

    private func steps(_ nodes: [YAMLNode]) -> [GeneralPart.LimitationStep] {
        var steps: [GeneralPart.LimitationStep] = []
        for node in nodes {
            guard let fields = Fields(node, "a step of the ladder", sink: sink) else { continue }
            let isAny = fields.required("maximum")?.scalarText == "any"
            let maximum = isAny ? nil : fields.limit("maximum")
            let isNever = fields.required("after")?.scalarText == "never"
            let after = isNever ? nil : period("after", fields)
            _ = fields.text("note")
            fields.finish()
            guard isAny || maximum != nil, isNever || after != nil else { continue }
            if steps.contains(where: { LimitationReading.takesAll($0.maximum, of: maximum) }) {
                sink.error(
                    "law/limitation", "this step can never apply: one before it takes every such maximum", at: node,
                    hint: "write the highest maximum first, and `any` last")
            }
            steps.append(GeneralPart.LimitationStep(maximum: maximum, after: after))
        }
        return steps
    }

    /// Whether every maximum that reaches `later` reaches `earlier`; nil is reached by every maximum.
    private static func takesAll(_ earlier: Threshold?, of later: Threshold?) -> Bool {
        guard let earlier else { return true }
        guard let later else { return false }
        return later.term > earlier.term || (later.term == earlier.term && (later.exclusive || !earlier.exclusive))
    }

    private func rejectBesideNone(_ fields: Fields, _ keys: [String]) {
        for key in keys where fields.states(key) {
            sink.error(
                "law/limitation", "`\(key)` stands beside `none: yes`, where time never lapses",
                at: fields.optional(key) ?? fields.node, hint: "take one of them out")
        }
    }
}
