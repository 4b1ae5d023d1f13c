import ConditionAlgebra
import Law

/// What a state would punish under edits that it does not punish today, outside everything that an instrument asks for.
struct NewlyPunished {
    let vocabulary: Vocabulary
    let before: LawView
    let models: LawView
    /// Whether presumptions are taken; off for edits of defences, attempt and participation.
    let isPresumed: Bool
    private let fresh: Decider
    private let questions: [Int]
    private var settings: [Int: Setting] = [:]

    private struct Setting {
        let region: Region
        let possible: Node
        /// What each offence punishes today, among the possible cases.
        let old: [Node]
        let decider: Decider
    }

    /// The regions of one set of edits.
    struct Found {
        /// The share of all cases, all counting alike; only for ranking.
        var share = 0.0
        var gaps: [RegionDescription] = []
        var isComplete = true
        /// Something that was punished no longer is.
        var losesSomething = false
    }

    init(_ decider: Decider, before: LawView, models: LawView, isPresumed: Bool) {
        fresh = decider
        vocabulary = before.vocabulary
        self.before = before
        self.models = models
        self.isPresumed = isPresumed
        questions = Array(decider.compiler.facts.questionVariables)
    }

    /// - Parameter changed: the ids of the offences whose text changes, new ones included.
    /// - Parameter limit: the most regions to describe; nil only measures.
    mutating func run(_ after: LawView, changed: Set<OffenceID>, limit: Int?) throws -> Found {
        var found = Found()
        let act = vocabulary.index(of: "act")
        var acts = act == nil ? ValueMask(0) : ValueMask()
        if let act {
            for offence in before.offences + after.offences where changed.contains(offence.offence.id) {
                acts.formUnion(offence.parts.whole.possibleActs(act, fresh.compiler.facts))
            }
        }
        var parts: [(rest: [Region.Literal], acts: ValueMask)] = []
        for value in acts {
            let setting = try self.setting(value, act)
            var decider = setting.decider
            decider.compiler.assume(setting.region)
            // Where nothing of the changed offences can be committed with the act, nothing changes.
            var new = Node.never
            for offence in after.offences where changed.contains(offence.offence.id) {
                new = try decider.compiler.diagrams.or(
                    new, decider.compiler.diagrams.and(setting.possible, compile(offence, after, &decider)))
            }
            let surely = try decider.compiler.diagrams.forall(new, over: questions)
            var lost = Node.never
            for (place, offence) in before.offences.enumerated() where changed.contains(offence.offence.id) {
                let all = try decider.compiler.diagrams.forall(setting.old[place], over: questions)
                lost = try decider.compiler.diagrams.or(lost, decider.compiler.diagrams.subtract(all, surely))
            }
            for (place, offence) in before.offences.enumerated() {
                new = try decider.compiler.diagrams.subtract(new, setting.old[place])
                guard lost != .never, !changed.contains(offence.offence.id) else { continue }
                let all = try decider.compiler.diagrams.forall(setting.old[place], over: questions)
                lost = try decider.compiler.diagrams.subtract(lost, all)
            }
            if lost != .never { found.losesSomething = true }
            guard new != .never else { continue }
            new = try decider.compiler.diagrams.exists(new, over: questions)
            decider.compiler.assume(setting.region)
            for model in models.offences where new != .never {
                let node = try decider.compiler.compile(
                    isPresumed ? model.parts.completed : .any([model.parts.completed, model.parts.attempted]),
                    owner: models.jurisdiction.code.text, aimed: models.aimed)
                new = try decider.compiler.diagrams.subtract(new, decider.compiler.diagrams.exists(node, over: questions))
            }
            guard new != .never else { continue }
            found.share += decider.compiler.diagrams.fraction(new, in: .everything)
            if let limit { try describe(new, value, setting, limit, &decider, &parts, &found) }
        }
        if let limit { finish(parts, act, limit, &found) }
        return found
    }

    private func compile(_ offence: OffenceView, _ view: LawView, _ decider: inout Decider) throws -> Node {
        try decider.compiler.compile(
            isPresumed ? offence.parts.completed : offence.parts.whole, owner: view.jurisdiction.code.text, aimed: view.aimed)
    }

    private mutating func setting(_ value: Int, _ act: ElementIndex?) throws -> Setting {
        if let known = settings[value] { return known }
        var decider = fresh
        var facts = Facts()
        if let act { facts.values[act] = decider.compiler.facts.values(ValueMask(value), of: act) }
        if isPresumed { facts = try decider.presuming(facts).facts }
        let region = decider.compiler.facts.region(facts)
        decider.compiler.assume(region)
        let possible = try decider.cases(facts)
        var old: [Node] = []
        for offence in before.offences {
            old.append(try decider.compiler.diagrams.and(possible, compile(offence, before, &decider)))
        }
        let setting = Setting(region: region, possible: possible, old: old, decider: decider)
        settings[value] = setting
        return setting
    }

    private func describe(
        _ new: Node, _ value: Int, _ setting: Setting, _ limit: Int, _ decider: inout Decider,
        _ parts: inout [(rest: [Region.Literal], acts: ValueMask)], _ found: inout Found
    ) throws {
        let act = vocabulary.index(of: "act")?.number ?? -1
        let upper = try decider.compiler.diagrams.or(new, decider.compiler.diagrams.not(setting.possible))
        let cover = try decider.compiler.diagrams.cover(lower: new, upper: upper, limit: limit)
        if !cover.isComplete { found.isComplete = false }
        for region in cover.regions {
            let rest = decider.compiler.diagrams.shrink(region, within: new).literals.filter {
                $0.variable != act && $0.variable < decider.compiler.facts.elementCount
            }
            if let place = parts.firstIndex(where: { $0.rest == rest }) {
                parts[place].acts.insert(value)
            } else {
                parts.append((rest, ValueMask(value)))
            }
        }
    }

    private func finish(
        _ parts: [(rest: [Region.Literal], acts: ValueMask)], _ act: ElementIndex?, _ limit: Int, _ found: inout Found
    ) {
        let facts = fresh.compiler.facts
        let wording = Wording(vocabulary: vocabulary)
        let sorted = parts.enumerated().sorted { ($0.element.rest.count, $0.offset) < ($1.element.rest.count, $1.offset) }
        found.gaps = sorted.prefix(limit).map { entry in
            var literals = entry.element.rest.map {
                (ElementIndex($0.variable), facts.values($0.values, of: ElementIndex($0.variable)))
            }
            if let act { literals.insert((act, facts.values(entry.element.acts, of: act)), at: 0) }
            return RegionDescription(literals, wording: wording)
        }
        if parts.count > limit { found.isComplete = false }
    }
}
