import Law

/// Compares two versions of the law: which answers between which states change, and which edit causes it.
///
/// A value; the same laws always give the same result, in whatever order the states are given.
public struct LawDiffer: Sendable {
    public let vocabulary: Vocabulary
    private let old: [JurisdictionCode: StateSnapshot]
    private let new: [JurisdictionCode: StateSnapshot]
    public let before: LawDiff.Side
    public let after: LawDiff.Side
    /// Only pairs with one of these states; nil for all.
    public var states: Set<JurisdictionCode>?
    /// Only offences that fall into this category under one of the laws.
    public var category: String?

    /// - Parameters:
    ///   - old: the states of the first law, read in `vocabulary`.
    ///   - new: those of the second.
    public init(
        vocabulary: Vocabulary, old: [Jurisdiction], on oldDate: LegalDate, named oldName: String, new: [Jurisdiction],
        on newDate: LegalDate, named newName: String
    ) {
        self.vocabulary = vocabulary
        func snapshots(_ states: [Jurisdiction], _ date: LegalDate) -> [JurisdictionCode: StateSnapshot] {
            Dictionary(
                states.map { ($0.code, StateSnapshot($0, on: date, vocabulary: vocabulary)) },
                uniquingKeysWith: { first, _ in first })
        }
        self.old = snapshots(old, oldDate)
        self.new = snapshots(new, newDate)
        before = LawDiff.Side(law: oldName, asOf: oldDate.iso)
        after = LawDiff.Side(law: newName, asOf: newDate.iso)
    }

    /// - Parameter progress: called before each pair with how many are done, how many there are, and the pair.
    /// - Complexity: two comparisons for each ordered pair of which one state has edits, and for each answer that changes
    ///   one for each edit that can reach it; at most `CauseSearch.limit` more where single edits do not explain it.
    /// - Throws: `FactSpaceError` where two laws together cut an element too finely.
    public func run(progress: (Int, Int, String) -> Void = { _, _, _ in }) throws -> LawDiff {
        let codes = Set(old.keys).union(new.keys).sorted()
        var shared: [(code: JurisdictionCode, change: StateChange)] = []
        var edits: [LawEdit] = []
        for code in codes {
            switch (old[code], new[code]) {
            case (let old?, let new?):
                let change = StateChange(old: old, new: new, vocabulary: vocabulary)
                shared.append((code, change))
                edits += change.edits.map(\.edit)
            case (nil, let new?): edits.append(whole(new, .added))
            case (let old?, nil): edits.append(whole(old, .removed))
            case (nil, nil): break
            }
        }
        let pairs = shared.flatMap { one in
            shared.filter { two in
                two.code != one.code && !(one.change.edits.isEmpty && two.change.edits.isEmpty) && isAsked(one.code, two.code)
            }.map { (one, $0) }
        }
        var changes: [AnswerChange] = []
        var compared = 0
        for (place, pair) in pairs.enumerated() {
            progress(place, pairs.count, "\(pair.0.code) → \(pair.1.code)")
            var diff = PairDiff(
                from: pair.0.change, to: pair.1.change, vocabulary: vocabulary,
                category: category.flatMap { vocabulary.category($0) })
            let found = try diff.changes()
            changes += found.changes
            compared += found.compared
        }
        if let states { edits.removeAll { !states.contains(JurisdictionCode($0.state)) && !touches($0, changes) } }
        for place in edits.indices {
            edits[place].causes = changes.filter { change in
                change.cause.edits.contains { $0.contains(edits[place].id) }
            }.count
        }
        return LawDiff(
            before: before, after: after, edits: edits, changes: changes, pairs: pairs.count, compared: compared,
            notes: notes(shared.map(\.change)))
    }

    private func isAsked(_ one: JurisdictionCode, _ two: JurisdictionCode) -> Bool {
        states.map { $0.contains(one) || $0.contains(two) } ?? true
    }

    /// Whether an edit of a state that was not asked for explains an answer that was.
    private func touches(_ edit: LawEdit, _ changes: [AnswerChange]) -> Bool {
        changes.contains { change in (change.cause.edits.flatMap { $0 } + change.cause.partly).contains(edit.id) }
    }

    /// A state that only one of the laws encodes.
    private func whole(_ snapshot: StateSnapshot, _ kind: LawEdit.Kind) -> LawEdit {
        let code = snapshot.state.code.text
        let count = snapshot.offences.filter { $0.version != nil }.count
        return LawEdit(
            id: "\(code)/state/\(code)", state: code, stateName: snapshot.state.name, subject: .state, kind: kind, name: code,
            title: snapshot.state.name, provision: "",
            changes: [LawEdit.Change(aspect: .rule, text: "\(count) offences in force; its answers are not compared")])
    }

    private func notes(_ shared: [StateChange]) -> [String] {
        var notes: [String] = []
        for change in shared {
            let name = change.new.state.name
            if change.old.state.cooperation != change.new.state.cooperation {
                notes.append("\(name): the cooperation law differs; only definitions are compared here")
            }
            let known = Set(change.old.state.offences.flatMap { offence in offence.versions.map { Beginning(offence.id, $0) } })
            for offence in change.new.state.offences {
                for version in offence.versions {
                    guard let from = version.inForce.from, from > change.new.date, !known.contains(Beginning(offence.id, version))
                    else { continue }
                    notes.append(
                        "\(name): \(cite(offence.source.short, version.provision)) has a version that begins on \(from.iso), "
                            + "after the day that was asked")
                }
            }
        }
        return notes
    }

    /// What tells one version from another by its dates.
    private struct Beginning: Hashable {
        let id: OffenceID
        let from: LegalDate?
        init(_ id: OffenceID, _ version: OffenceVersion) {
            self.id = id
            from = version.inForce.from
        }
    }
}
