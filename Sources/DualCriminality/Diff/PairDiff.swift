import Law

/// The answers of one ordered pair of states, before, after, and under the old law with some of the edits.
struct PairDiff {
    let from: StateChange
    let to: StateChange
    let vocabulary: Vocabulary
    let category: Category?
    private let reach: EditReach
    private var trials: [Trial: [OffenceID: OffenceComparison]] = [:]
    /// The offences whose answers differ: a single edit is tried on all that it reaches at once.
    private var differing: [OffenceID] = []

    /// An edit of one of the two states, by its place.
    struct Choice: Hashable, Comparable {
        let isFrom: Bool
        let place: Int
        static func < (left: Choice, right: Choice) -> Bool {
            left.isFrom == right.isFrom ? left.place < right.place : left.isFrom
        }
    }

    private struct Trial: Hashable {
        let edits: Set<Choice>
        /// Which offences were compared under these edits.
        let offences: Set<OffenceID>
    }

    init(from: StateChange, to: StateChange, vocabulary: Vocabulary, category: Category?) {
        self.from = from
        self.to = to
        self.vocabulary = vocabulary
        self.category = category
        reach = EditReach(from: from, to: to, vocabulary: vocabulary)
    }

    /// The edits that can reach the answer about an offence, in a fixed order.
    func choices(_ id: OffenceID) -> [Choice] {
        let found = reach.edits(reaching: id)
        return found.from.map { Choice(isFrom: true, place: $0) } + found.to.map { Choice(isFrom: false, place: $0) }
    }

    private var allChoices: [Choice] {
        from.edits.indices.map { Choice(isFrom: true, place: $0) } + to.edits.indices.map { Choice(isFrom: false, place: $0) }
    }

    func edit(_ choice: Choice) -> LawEdit { (choice.isFrom ? from : to).edits[choice.place].edit }

    /// The offences of the compared state of which an edit can change the answer, sorted.
    var candidates: [OffenceID] {
        let inForce = (from.old.offences + from.new.offences).filter { $0.version != nil }.map(\.id)
        return Set(inForce).sorted().filter { !choices($0).isEmpty && mayBeInCategory($0) }
    }

    /// A bound by acts; the categories of an answer decide.
    private func mayBeInCategory(_ id: OffenceID) -> Bool {
        guard let category, let act = vocabulary.index(of: "act") else { return true }
        let acts = category.guardCondition.possibleActs(act, all: vocabulary[act].all)
        return !acts.intersection(reach.acts(of: id)).isEmpty
    }

    /// - Returns: the changes, and how many answers were computed under both laws.
    mutating func changes() throws -> (changes: [AnswerChange], compared: Int) {
        let candidates = candidates
        guard !candidates.isEmpty else { return ([], 0) }
        let needed = candidates.reduce(into: Set<OffenceID>()) { $0.formUnion(reach.needed(for: $1)) }
        guard let before = try compare(from.law(with: [], only: needed), to.law(with: [])),
            let after = try compare(
                from.new.jurisdiction(fallback: from.old.definitions, only: needed),
                to.new.jurisdiction(fallback: to.old.definitions))
        else { return ([], 0) }
        let asked = candidates.filter { id in
            let answers = [before[id], after[id]].compactMap { $0 }
            guard let category else { return !answers.isEmpty }
            return answers.contains { $0.categories.contains(category.id) }
        }
        differing = asked.filter { id in
            guard let old = before[id], let new = after[id] else { return false }
            return !AnswerChange.Answer(old).isSame(as: AnswerChange.Answer(new))
        }
        var found: [AnswerChange] = []
        for id in asked {
            if let change = try change(id, before[id], after[id]) { found.append(change) }
        }
        return (found, asked.count)
    }

    private mutating func change(
        _ id: OffenceID, _ old: OffenceComparison?, _ new: OffenceComparison?
    ) throws -> AnswerChange? {
        guard let shown = new ?? old else { return nil }
        let before = old.map { AnswerChange.Answer($0) }
        let after = new.map { AnswerChange.Answer($0) }
        let kind: AnswerChange.Kind
        var differs: [String] = []
        var effect = AnswerChange.Effect.other
        var cause: Cause
        switch (before, after) {
        case (let before?, let after?):
            differs = before.differences(to: after)
            guard !differs.isEmpty else { return nil }
            kind = .changed
            effect = before.effect(against: after)
            var search = CauseSearch(choices: choices(id), of: allChoices, before: before, after: after)
            cause = try search.run { edits in try self.answer(id, with: edits) } name: { self.edit($0).id }
        default:
            kind = before == nil ? .added : .removed
            // An offence comes or goes by its own edit and no other.
            let own = choices(id).filter { $0.isFrom && edit($0).subject == .offence && edit($0).name == id.text }
            cause = Cause(kind: .one, edits: own.map { [edit($0).id] }, partly: [], complete: true)
        }
        return AnswerChange(
            from: from.new.state.code.text, to: to.new.state.code.text, fromName: from.new.state.name,
            toName: to.new.state.name, id: id.text, title: shown.title, provision: shown.provision,
            categories: shown.categories, kind: kind, effect: effect, differs: differs, before: before, after: after,
            cause: cause)
    }

    /// The answer under the old law with some edits; nil where the offence is not in force, or the edits do not go together.
    private mutating func answer(_ id: OffenceID, with edits: Set<Choice>) throws -> AnswerChange.Answer? {
        var together = [id]
        if let only = edits.first, edits.count == 1 { together = differing.filter { choices($0).contains(only) } }
        let needed = together.reduce(into: Set<OffenceID>()) { $0.formUnion(reach.needed(for: $1)) }
        let trial = Trial(edits: edits, offences: needed)
        if let known = trials[trial] { return known[id].map { AnswerChange.Answer($0) } }
        func places(_ isFrom: Bool) -> Set<Int> { Set(edits.filter { $0.isFrom == isFrom }.map(\.place)) }
        let found = try compare(from.law(with: places(true), only: needed), to.law(with: places(false)))
        trials[trial] = found ?? [:]
        return found?[id].map { AnswerChange.Answer($0) }
    }

    private func compare(_ one: Jurisdiction?, _ two: Jurisdiction?) throws -> [OffenceID: OffenceComparison]? {
        guard let one, let two else { return nil }
        let comparison = try Comparer(vocabulary: vocabulary, from: one, to: two, date: from.new.date).compare()
        return Dictionary(
            comparison.offences.map { (OffenceID($0.id), $0) }, uniquingKeysWith: { first, _ in first })
    }
}
