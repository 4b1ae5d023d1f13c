import Law

/// Both versions of one state's law on the days asked, and the edits between them.
struct StateChange: Sendable {
    let old: StateSnapshot
    let new: StateSnapshot
    let edits: [StateEdit]

    init(old: StateSnapshot, new: StateSnapshot, vocabulary: Vocabulary) {
        self.old = old
        self.new = new
        edits = EditFinder(old: old, new: new, vocabulary: vocabulary).edits()
    }

    /// The old law with some of the edits; nil where they lead a definition back to itself.
    func law(with chosen: Set<Int>, only: Set<OffenceID>? = nil) -> Jurisdiction? {
        var law = old
        for place in chosen.sorted() { law.apply(edits[place].patch) }
        return law.jurisdiction(fallback: new.definitions, only: only)
    }
}

/// Which edits can reach an answer at all, read off the form of the law.
///
/// An offence is compared on its own with the other state's law, act by act. So an edit of the compared state reaches an
/// answer only through the offence itself, what it aims at, the definitions it uses and the general part; an edit of the
/// other state only through law that shares an act with the offence. What is left out can change nothing.
struct EditReach {
    private let vocabulary: Vocabulary
    private let from: Shape
    private let to: Shape

    init(from: StateChange, to: StateChange, vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        self.from = Shape(from, vocabulary)
        self.to = Shape(to, vocabulary)
    }

    /// The places of the edits of the compared state and of the other that can reach the answer about one offence.
    func edits(reaching id: OffenceID) -> (from: [Int], to: [Int]) {
        let acts = from.acts(of: id)
        return (from.edits(ofOffence: id), to.edits(withActs: acts, vocabulary))
    }

    /// The acts with which an offence of the compared state can be committed under either law.
    func acts(of id: OffenceID) -> ValueSet { from.acts(of: id) }

    /// What one offence of the compared state needs to be compared on its own.
    func needed(for id: OffenceID) -> Set<OffenceID> { from.closure(of: id) }
}

/// What the offences of a state use and which acts they can be committed with, under either version of the law.
private struct Shape {
    private let change: StateChange
    private let act: ElementIndex?
    private let allActs: ValueSet
    private var acts: [OffenceID: ValueSet] = [:]
    private var names: [OffenceID: Set<String>] = [:]
    private var aims: [OffenceID: Set<OffenceID>] = [:]

    init(_ change: StateChange, _ vocabulary: Vocabulary) {
        self.change = change
        act = vocabulary.index(of: "act")
        allActs = act.map { vocabulary[$0].all } ?? ValueSet(choices: 0)
        for (snapshot, other) in [(change.old, change.new), (change.new, change.old)] {
            var table = DefinitionTable(own: snapshot.definitions, fallback: other.definitions)
            for offence in snapshot.offences {
                guard let version = offence.version else { continue }
                let whole = version.conditions.map { table.spelledOut($0) }
                var used: Set<String> = []
                for condition in whole {
                    condition.forEach { if case .definition(let name, _) = $0 { used.insert(name) } }
                }
                names[offence.id, default: []].formUnion(used)
                for condition in whole { aims[offence.id, default: []].formUnion(condition.aimedOffences) }
                let own = act.map { table.spelledOut(version.when).possibleActs($0, all: allActs) } ?? allActs
                acts[offence.id] = acts[offence.id]?.union(own) ?? own
            }
        }
    }

    func acts(of id: OffenceID) -> ValueSet { acts[id] ?? ValueSet(choices: 0) }

    /// The offence, those at which it aims, and so on.
    func closure(of id: OffenceID) -> Set<OffenceID> {
        var found: Set<OffenceID> = [id]
        var open = [id]
        while let next = open.popLast() {
            for aimed in aims[next] ?? [] where found.insert(aimed).inserted { open.append(aimed) }
        }
        return found
    }

    /// The edits that can change what one offence of the state says.
    func edits(ofOffence id: OffenceID) -> [Int] {
        let members = closure(of: id)
        return change.edits.indices.filter { place in
            switch change.edits[place].patch {
            case .offence(let edited, _): return members.contains(edited)
            case .definition(let name, _): return members.contains { names[$0]?.contains(name) ?? false }
            case .generalPart(let rule, _): return rule.isCompared
            // Only what the other state leaves open counts.
            case .coverage, .openLaw, .none: return false
            }
        }
    }

    /// The edits that can change whether the state punishes one of these acts.
    func edits(withActs wanted: ValueSet, _ vocabulary: Vocabulary) -> [Int] {
        func meets(_ other: ValueSet) -> Bool { act == nil || !other.intersection(wanted).isEmpty }
        func meets(_ condition: Condition) -> Bool {
            act.map { meets(condition.possibleActs($0, all: allActs)) } ?? true
        }
        let reached = Set(acts.filter { meets($0.value) }.keys)
        let members = reached.reduce(into: Set<OffenceID>()) { $0.formUnion(closure(of: $1)) }
        return change.edits.indices.filter { place in
            switch change.edits[place].patch {
            case .offence(let id, _): return members.contains(id) || earlierLaw(id).contains { meets($0.when) }
            case .definition(let name, _): return members.contains { names[$0]?.contains(name) ?? false }
            case .generalPart(let rule, _): return rule.isCompared && !reached.isEmpty
            case .coverage(let id, _): return vocabulary.category(id).map { meets($0.guardCondition) } ?? true
            case .openLaw(let removed, let added): return [removed, added].contains { $0.map { meets($0.when) } ?? false }
            case .none: return false
            }
        }
    }

    private func earlierLaw(_ id: OffenceID) -> [OutsideLaw] {
        [change.old, change.new].compactMap { snapshot in
            if case .earlierLaw(let law)? = snapshot.offence(id)?.content { return law }
            return nil
        }
    }
}
