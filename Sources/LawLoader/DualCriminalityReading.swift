import Law
import YAMLTree

/// Reads how a text tests dual criminality for extradition.
struct DualCriminalityReading {
    let sink: Sink

    func read(_ node: YAMLNode) -> DualCriminalityTest? {
        guard let fields = Fields(node, "`dual-criminality`", sink: sink) else { return nil }
        let mode = fields.choice("test", DualCriminalityTest.Mode.self) ?? .conduct
        let alternatives = fields.choice("alternatives", DualCriminalityTest.Alternatives.self) ?? .every
        var requesting: [LawDate] = [.conduct]
        var requested: [LawDate] = [.conduct]
        if let node = fields.optional("time"), let time = Fields(node, "`time`", sink: sink) {
            requesting = time.choices("requesting", LawDate.self) ?? requesting
            requested = time.choices("requested", LawDate.self) ?? requested
            _ = time.text("provision")
            _ = time.choice("review", Review.self)
            _ = time.text("source")
            _ = time.text("note")
            time.finish()
        }
        let effect = fields.choice("effect", GroundEffect.self) ?? .mandatory
        let counts = fields.choices("counts", ExceptionKind.self)
        var disregards = Set(fields.choices("disregards", ExceptionKind.self) ?? [])
        if let counts {
            for kind in counts where disregards.contains(kind) {
                sink.error(
                    "law/contradiction", "`\(kind.rawValue)` stands under both `counts` and `disregards`", at: node)
            }
            disregards.subtract(counts)
        }
        let inferred = fields.choices("inferred", DualCriminalityTest.Inference.self) ?? []
        let authority = AuthorityReading.read(fields)
        fields.finish()
        guard let authority else { return nil }
        return DualCriminalityTest(
            mode: mode, alternatives: alternatives, requestingDates: requesting, requestedDates: requested,
            effect: effect, disregards: disregards, inferred: inferred,
            authority: authority)
    }
}
