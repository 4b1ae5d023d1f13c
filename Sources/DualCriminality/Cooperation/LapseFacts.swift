import Law

/// Finds whether time has lapsed under either law.
struct LapseFacts {
    let assessor: Assessor
    let request: Request

    func complete(_ facts: inout CaseFacts, _ law: ItemLaw) {
        for side in ["lapsed.requesting", "lapsed.requested"] { facts.open(side, .law("lapse of time is not evaluated")) }
    }
}
