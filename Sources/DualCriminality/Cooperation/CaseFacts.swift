import Law

/// What is known of the facts that grounds turn on, and why the rest is open.
struct CaseFacts: Sendable {
    /// Why a fact that the program should find is open.
    struct Opening: Hashable, Sendable {
        enum Kind: Hashable, Sendable { case fact, appraisal, law }
        let kind: Kind
        /// For a missing fact the key of the request that would state it, otherwise what it turns on.
        let text: String

        static func fact(_ key: String) -> Opening { Opening(kind: .fact, text: key) }
        static func appraisal(_ text: String) -> Opening { Opening(kind: .appraisal, text: text) }
        static func law(_ text: String) -> Opening { Opening(kind: .law, text: text) }
    }

    let catalogue: GroundCatalogue
    private(set) var facts = Facts()
    private(set) var openings: [ElementIndex: [Opening]] = [:]
    /// How the program found a fact, in words.
    private(set) var because: [ElementIndex: [String]] = [:]
    private(set) var presumed: Set<ElementIndex> = []

    init(_ catalogue: GroundCatalogue) { self.catalogue = catalogue }

    /// Takes over what the request states itself.
    mutating func state(_ stated: Facts) {
        for (element, set) in stated.values { facts.values[element] = set }
    }

    /// What is absent until raised, where nothing is stated.
    mutating func presume() {
        for element in catalogue.vocabulary.elements where element.kind != .derived && facts.values[element.index] == nil {
            guard let value = element.presume else { continue }
            facts.values[element.index] = value
            presumed.insert(element.index)
        }
    }

    /// A fact that was found. What the request states itself stands. An element that the catalogue does not have is of
    /// no ground.
    mutating func set(_ id: String, _ values: [String], because reasons: [String] = [], presumed isPresumed: Bool = false) {
        guard let element = catalogue.vocabulary.element(id), !isStated(element) else { return }
        guard case .has(_, let set) = catalogue.has(values, of: element) else { return }
        facts.values[element.index] = set
        openings[element.index] = nil
        because[element.index] = reasons
        if isPresumed { presumed.insert(element.index) }
    }

    mutating func set(_ id: String, _ value: Bool, because reasons: [String] = []) {
        set(id, [value ? "yes" : "no"], because: reasons)
    }

    mutating func set(_ id: String, number: Int) {
        guard let element = catalogue.vocabulary.element(id), case .number(let range, _) = element.domain else { return }
        let inside = min(max(number, range.lowerBound), range.upperBound)
        facts.values[element.index] = ValueSet(numbers: [inside...inside])
    }

    /// A fact that could not be found.
    mutating func open(_ id: String, _ why: [Opening], because reasons: [String] = []) {
        guard let element = catalogue.vocabulary.element(id), !isStated(element) else { return }
        facts.values[element.index] = nil
        openings[element.index] = why
        because[element.index] = reasons
    }

    mutating func open(_ id: String, _ why: Opening) { open(id, [why]) }

    /// A fact with a status: the values for met and not met.
    mutating func set(
        _ id: String, _ status: PunishabilityStatus, met: String, notMet: String, key: String, because reasons: [String]
    ) {
        switch status {
        case .met: set(id, [met], because: reasons)
        case .notMet: set(id, [notMet], because: reasons)
        case .depends: open(id, [.fact(key)], because: reasons)
        case .appraisal: open(id, [.appraisal(key)], because: reasons)
        case .unknown: open(id, [.law(reasons.last ?? "law that is not encoded")], because: reasons)
        }
    }

    mutating func override(_ element: ElementIndex, _ set: ValueSet) {
        facts.values[element] = set
        openings[element] = nil
    }

    private func isStated(_ element: Element) -> Bool {
        facts.values[element.index] != nil && because[element.index] == nil && !presumed.contains(element.index)
    }

    /// The variables that are open for one kind of reason.
    func variables(open kind: Opening.Kind) -> [Int] {
        openings.filter { entry in entry.value.contains { $0.kind == kind } }.map(\.key.number).sorted()
    }

    /// The value in words, with how it was found.
    func words(_ element: ElementIndex, _ wording: Wording) -> String {
        guard let set = facts.values[element] else {
            let why = openings[element] ?? []
            return (because[element] ?? []).last ?? why.first.map { opening in
                switch opening.kind {
                case .fact: return "`\(opening.text)` is not stated"
                case .appraisal: return "a court has to evaluate \(opening.text)"
                case .law: return opening.text
                }
            } ?? "not stated: \(wording.vocabulary[element].question)"
        }
        if let reasons = because[element], !reasons.isEmpty { return reasons.joined(separator: "; ") }
        return wording.literal(element, set) + (presumed.contains(element) ? " (presumed)" : "")
    }
}

extension GroundCatalogue {
    func has(_ values: [String], of element: Element) -> Condition {
        let ids = element.domain.valueIDs
        let bits = values.reduce(into: UInt64(0)) { bits, value in
            if let place = ids.firstIndex(of: value) { bits |= 1 << UInt64(place) }
        }
        return .has(element.index, ValueSet(choices: bits))
    }
}
