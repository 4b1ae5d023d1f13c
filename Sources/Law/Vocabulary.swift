/// The facts that statutes make matter, what they mean, and which combinations cannot occur.
public struct Vocabulary: Hashable, Sendable {
    public let version: Int
    /// In the order of the variables of the decision diagrams.
    public let elements: [Element]
    public let constraints: [Constraint]
    /// Facts that make sense only where another holds; used to check requests and encodings.
    public let applicability: [ElementIndex: Condition]
    /// Where an element is not presumed although it has a presumption: the facts stated speak to it.
    public let unpresumed: [ElementIndex: Condition]
    /// `child.is-or-believed` → the elements that it stands for.
    public let macros: [String: [ElementIndex]]
    public let categories: [Category]
    /// For each aim flag, the acts it stands for.
    public let aims: [(aim: ElementIndex, acts: Condition)]
    /// The elements that concern the victim.
    public let victim: Set<ElementIndex>
    /// Which element holds the age as believed, where an attempt is judged by the offender's belief.
    public let belief: Belief?
    private let indexByID: [String: ElementIndex]

    public init(
        version: Int, elements: [Element], constraints: [Constraint], applicability: [ElementIndex: Condition],
        macros: [String: [ElementIndex]], categories: [Category], aims: [(aim: ElementIndex, acts: Condition)],
        victim: Set<ElementIndex>, belief: Belief? = nil, unpresumed: [ElementIndex: Condition] = [:]
    ) {
        self.version = version
        self.elements = elements
        self.constraints = constraints
        self.applicability = applicability
        self.macros = macros
        self.categories = categories
        self.aims = aims
        self.victim = victim
        self.belief = belief
        self.unpresumed = unpresumed
        var indexByID: [String: ElementIndex] = [:]
        indexByID.reserveCapacity(elements.count)
        for element in elements { indexByID[element.id] = element.index }
        self.indexByID = indexByID
    }

    public subscript(index: ElementIndex) -> Element { elements[index.number] }
    public func index(of id: String) -> ElementIndex? { indexByID[id] }
    public func element(_ id: String) -> Element? { indexByID[id].map { elements[$0.number] } }
    public func category(_ id: String) -> Category? { categories.first { $0.id == id } }

    public static func == (left: Vocabulary, right: Vocabulary) -> Bool {
        left.version == right.version && left.elements == right.elements && left.constraints == right.constraints
            && left.categories == right.categories && left.macros == right.macros
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(version)
        hasher.combine(elements)
        hasher.combine(constraints)
    }
}

/// A combination of facts that cannot occur.
public struct Constraint: Hashable, Sendable {
    public let id: String
    /// Why not, in words that complete "because …".
    public let because: String
    public let never: Condition
    public init(id: String, because: String, never: Condition) {
        self.id = id
        self.because = because
        self.never = never
    }
}

/// A harmonised category of offences: a guard over the facts.
public struct Category: Hashable, Sendable {
    public let id: String
    public let title: String
    public let guardCondition: Condition
    public init(id: String, title: String, guardCondition: Condition) {
        self.id = id
        self.title = title
        self.guardCondition = guardCondition
    }
}

/// The real age of the child, the believed one, and the element that says whether there is a child.
public struct Belief: Hashable, Sendable {
    public let real: ElementIndex
    public let believed: ElementIndex
    public let presence: ElementIndex
    /// The element that says how a mistake about the age came about; nil where there is none.
    public let error: ElementIndex?
    /// The fault that an attempt needs.
    public let attemptFault: Condition
    public init(
        real: ElementIndex, believed: ElementIndex, presence: ElementIndex, error: ElementIndex? = nil,
        attemptFault: Condition = .always
    ) {
        self.real = real
        self.believed = believed
        self.presence = presence
        self.error = error
        self.attemptFault = attemptFault
    }
}
