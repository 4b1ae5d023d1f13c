import Law

/// The law of one day that is asked on one side of a request.
public struct AskedLaw: Sendable {
    public let side: Side
    public let view: LawView
}

extension Assessor {
    /// For each count of the request, the law that `assess` asks on the basis that decides, in the order of
    /// `SideAnswer.periods`, the requesting side first.
    public func askedLaw(of request: Request) -> [[AskedLaw]] {
        let bases = LegalBases(request: request, rules: rules, requested: requested).find().usable
        let test = ConductTest(bases.first, kind: request.kind, own: requested.cooperation?.law(request.kind))
        let plan = AssessmentPlan(self, request, tests: [test])
        return request.counts.indices.map { count in
            let views = plan.views(of: count, test)
            return views.requesting.days.map { AskedLaw(side: .requesting, view: $0.view) }
                + views.requested.days.map { AskedLaw(side: .requested, view: $0.view) }
        }
    }
}
