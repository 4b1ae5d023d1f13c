import Law

/// One change of a state's law: where it stands, and what is written there instead.
///
/// A definition is edited once, whatever the number of offences that use it; no edit touches the act.
public struct AmendmentEdit: Hashable, Sendable {
    /// The text that is edited.
    public enum Holder: Hashable, Sendable {
        /// The `when:` of an offence, in the version of the day.
        case offence(OffenceID)
        /// One entry of its `except:`.
        case exception(OffenceID, Int)
        /// A named definition of the state.
        case definition(String)
        /// The rules on participation in the general part.
        case participation
        /// Nothing yet: a new offence.
        case newOffence
    }

    public enum Change: Hashable, Sendable {
        /// An element may have more values than it had.
        case widen(ElementIndex, from: ValueSet, to: ValueSet)
        /// An element of what is taken out of the offence has fewer values than it had; perhaps none.
        case narrow(ElementIndex, from: ValueSet, to: ValueSet)
        /// A requirement is no longer asked for.
        case drop(Condition)
        /// What was taken out of the offence no longer is.
        case stopLeavingOut(Condition)
        /// Another case beside the ones that the text names.
        case add([Literal])
        /// A question that the law leaves open is answered; true: in favour of what the text describes.
        case settle(OpenLaw, met: Bool)
        /// One reading of an ambiguous text is made the text.
        case choose(Reading)
        case punishAttempt
        case punishInstigatorsAndAccomplices
        /// The model definition itself, where it applies (`.always`: as a whole).
        case create(Offence, where: Condition)
    }

    /// One element with the values it may have.
    public struct Literal: Hashable, Sendable {
        public let element: ElementIndex
        public let values: ValueSet
        public init(_ element: ElementIndex, _ values: ValueSet) {
            self.element = element
            self.values = values
        }
    }

    public let holder: Holder
    /// The way from the root of the text to the part that is edited, child by child; definitions are not entered, since
    /// their text is a holder of its own.
    public let path: [Int]
    public let change: Change

    public init(holder: Holder, path: [Int] = [], change: Change) {
        self.holder = holder
        self.path = path
        self.change = change
    }

    /// Whether the edited part becomes wider (rather than narrower).
    var widens: Bool {
        switch change {
        case .narrow, .stopLeavingOut: return false
        case .settle(_, let met): return met
        default: return true
        }
    }

    /// What stands in the place of the edited part.
    func applied(to old: Condition) -> Condition {
        switch change {
        case .widen(let element, _, let set): return .has(element, set)
        case .narrow(let element, _, let set): return set.isEmpty ? .never : .has(element, set)
        case .drop: return .always
        case .stopLeavingOut: return .never
        case .settle(_, let met): return met ? .always : .never
        case .choose(let reading): return reading.condition
        case .add:
            if case .any(let parts) = old { return .any(parts + [addition]) }
            return .any([old, addition])
        case .punishAttempt, .punishInstigatorsAndAccomplices, .create: return old
        }
    }

    /// What an edit that widens adds, or what is left by an edit that narrows.
    func altered(_ old: Condition) -> Condition {
        if case .add = change { return addition }
        return applied(to: old)
    }

    private var addition: Condition {
        guard case .add(let literals) = change else { return .never }
        return .all(literals.map { .has($0.element, $0.values) })
    }
}
