/// A condition, as a place in one `Diagrams` store.
///
/// Within a store equal conditions are the same node, so `==` decides equivalence. A node means nothing in another
/// store, except in copies made after the node was.
public struct Node: Hashable, Sendable {
    let index: Int32

    init(_ index: Int32) {
        self.index = index
    }

    /// The condition that no point fulfils.
    public static let never = Node(0)
    /// The condition that every point fulfils.
    public static let always = Node(1)

    /// Whether the node is `.never` or `.always`.
    public var isDecided: Bool { index <= 1 }
}
