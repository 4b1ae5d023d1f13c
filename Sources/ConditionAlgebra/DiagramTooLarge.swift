/// An operation would pass the budget of its store. The store is as it was before the call and stays usable.
public struct DiagramTooLarge: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Limit: Hashable, Sendable {
        /// More nodes than the budget allows.
        case nodes
        /// More work in one operation than `Diagrams.stepsPerNode` times the budget.
        case steps
    }

    public let limit: Limit
    /// The budget of the store, in nodes.
    public let budget: Int

    public var description: String {
        let what =
            limit == .nodes ? "more than \(budget) decision nodes" : "too much work for a budget of \(budget) nodes"
        return "the combined conditions need \(what); decide them one by one, or raise the budget"
    }
}
