import Law

extension Jurisdiction {
    /// A copy of the state's law with these edits made, in the versions of offences that apply on the day.
    ///
    /// Edits of texts that the state does not have change nothing. O(size of the law).
    public func applying(_ edits: [AmendmentEdit], on date: LegalDate) -> Jurisdiction {
        var byPlace: [EditPlace: [AmendmentEdit]] = [:]
        for edit in edits { byPlace[EditPlace(edit), default: []].append(edit) }
        var rewriter = ConditionRewriter { holder, path, condition in
            (byPlace[EditPlace(holder: holder, path: path)] ?? []).reduce(condition) { $1.applied(to: $0) }
        }
        var result = rewriter.rewrite(self, on: date)
        for edit in edits {
            switch (edit.holder, edit.change) {
            case (.offence(let id), .punishAttempt): result = result.punishingAttempt(of: [id], on: date)
            case (.participation, .punishInstigatorsAndAccomplices):
                result = result.with(generalPart: result.generalPart.withParticipation())
            case (.newOffence, .create(let model, let condition)):
                result = result.with(offences: result.offences + [model.asNewOffence(where: condition)])
            default: break
            }
        }
        return result.withoutEmptyExceptions(on: date)
    }

    func punishingAttempt(of ids: Set<OffenceID>, on date: LegalDate) -> Jurisdiction {
        with(
            offences: offences.map { offence in
                guard ids.contains(offence.id) else { return offence }
                return offence.changingVersion(on: date) { $0.with(attempt: .yes) }
            })
    }

    /// An exception that leaves nothing out any more is struck out.
    private func withoutEmptyExceptions(on date: LegalDate) -> Jurisdiction {
        with(
            offences: offences.map { offence in
                offence.changingVersion(on: date) { version in
                    version.with(exceptions: version.exceptions.filter { $0.when != .never })
                }
            })
    }
}

extension Offence {
    /// A model definition as an offence of a state, limited to some cases; its attempt is punished as far as it asks.
    func asNewOffence(where condition: Condition) -> Offence {
        Offence(
            id: OffenceID("new-" + id.text), titles: titles, source: source, before: .noOffence,
            versions: versions.map { version in
                // Its definitions are spelled out: the state may have others of the same name.
                version.with(
                    when: condition == .always ? version.when.spelledOut : .all([version.when.spelledOut, condition]),
                    exceptions: version.exceptions.map { $0.with(when: $0.when.spelledOut) }, attempt: .yes)
            }, silent: silent, note: note)
    }
}

extension Condition {
    /// The condition without names of definitions.
    var spelledOut: Condition {
        switch self {
        case .has, .open, .aimsAt: return self
        case .all(let parts): return .all(parts.map(\.spelledOut))
        case .any(let parts): return .any(parts.map(\.spelledOut))
        case .not(let part): return .not(part.spelledOut)
        case .definition(_, let part): return part.spelledOut
        case .readings(let id, let readings):
            return .readings(id, readings.map { Reading(id: $0.id, condition: $0.condition.spelledOut) })
        }
    }
}

/// A part of a text.
struct EditPlace: Hashable {
    let holder: AmendmentEdit.Holder
    let path: [Int]

    init(holder: AmendmentEdit.Holder, path: [Int]) {
        self.holder = holder
        self.path = path
    }

    init(_ edit: AmendmentEdit) {
        holder = edit.holder
        path = edit.path
    }
}
