import Law
import YAMLTree

/// Reads `Rules/instruments/<id>.yaml`.
struct InstrumentReading {
    let id: InstrumentID
    let catalogue: GroundCatalogue
    let categories: [String]
    let sink: Sink

    func read(_ root: YAMLNode) -> Instrument? {
        guard let fields = Fields(root, "the instrument", sink: sink) else { return nil }
        if let stated = fields.required("instrument"), stated.scalarText != id.text {
            sink.error("law/instrument", "the file is named `\(id)`, it says something else", at: stated)
        }
        let titles = fields.languages("title") ?? [:]
        let short = fields.requiredText("short")
        let kinds = fields.kinds()
        let bases = self.bases(fields, kinds)
        let supplements = fields.texts("supplements").map { InstrumentID($0) }
        let exhaustive = fields.flag("exhaustive") ?? false
        var subject = false
        if let node = fields.optional("subject-to-national-law"), let one = Fields(node, "`subject-to-national-law`", sink: sink) {
            subject = AuthorityReading.read(one) != nil
            one.finish()
        }
        if exhaustive, subject {
            sink.error("law/contradiction", "an exhaustive instrument is not subject to national law", at: root)
        }
        let benchmark = fields.text("benchmark")
        let inForce = interval(fields, from: "in-force")
        let sources = SourceReading(sink: sink).read(fields)
        let precedence = (fields.list("prevails-over") ?? []).compactMap { self.precedence($0) }
        let reading = TermsReading(catalogue: catalogue, kinds: kinds, categories: categories, sink: sink)
        let terms = reading.read(fields)
        let reservations = (fields.list("reservations") ?? []).compactMap { node in
            reservation(node, reading).map { (node: node, value: $0) }
        }
        checkContradictions(reservations)
        let deemed = fields.optional("deemed-extraditable").flatMap { node -> Authority? in
            guard let one = Fields(node, "`deemed-extraditable`", sink: sink) else { return nil }
            defer { one.finish() }
            return AuthorityReading.read(one)
        }
        let notes = fields.texts("notes")
        _ = fields.text("note")
        _ = fields.choice("review", Review.self)
        fields.finish()
        guard let short, let bases, !kinds.isEmpty else { return nil }
        return Instrument(
            id: id, titles: titles, short: short, kinds: kinds, bases: bases, supplements: supplements,
            isExhaustive: exhaustive, isSubjectToNationalLaw: subject, benchmark: benchmark, inForce: inForce, sources: sources, precedence: precedence,
            terms: terms, reservations: reservations.map(\.value), deemedExtraditable: deemed, notes: notes)
    }

    private func interval(_ fields: Fields, from key: String) -> DateInterval {
        let (from, until) = (fields.date(key), fields.date("until"))
        if let from, let until, until < from {
            sink.error("law/dates", "it ends on \(until.iso), before it begins on \(from.iso)", at: fields.node)
        }
        return DateInterval(from: from, to: until)
    }

    /// One word for all kinds of request, or one for each.
    private func bases(_ fields: Fields, _ kinds: Set<Request.Kind>) -> [Request.Kind: Instrument.Basis]? {
        guard let node = fields.required("basis") else { return nil }
        guard case .mapping = node.content else {
            return fields.choice("basis", Instrument.Basis.self).map { basis in
                Dictionary(uniqueKeysWithValues: kinds.map { ($0, basis) })
            }
        }
        guard let one = Fields(node, "`basis`", sink: sink) else { return nil }
        var result: [Request.Kind: Instrument.Basis] = [:]
        for kind in Request.Kind.allCases where kinds.contains(kind) {
            result[kind] = one.requiredChoice(kind.rawValue, Instrument.Basis.self)
        }
        one.finish()
        return result
    }

    /// `basis: no`, or `basis: {extradition: no}`.
    private func noBasis(_ fields: Fields, _ kinds: Set<Request.Kind>) -> Set<Request.Kind> {
        guard let node = fields.optional("basis") else { return [] }
        guard case .mapping = node.content else { return fields.flag("basis") == false ? kinds : [] }
        guard let one = Fields(node, "`basis`", sink: sink) else { return [] }
        defer { one.finish() }
        return kinds.filter { one.flag($0.rawValue) == false }
    }

    private func precedence(_ node: YAMLNode) -> Instrument.Precedence? {
        guard let fields = Fields(node, "`prevails-over`", sink: sink) else { return nil }
        var over: Set<InstrumentID>?
        if let listed = fields.required("instruments"), listed.scalarText != "any" {
            over = Set(fields.texts("instruments").map { InstrumentID($0) })
        }
        let authority = AuthorityReading.read(fields)
        fields.finish()
        return authority.map { Instrument.Precedence(over: over, authority: $0) }
    }

    private func reservation(_ node: YAMLNode, _ reading: TermsReading) -> Reservation? {
        guard let fields = Fields(node, "a reservation", sink: sink) else { return nil }
        var party: JurisdictionCode?
        if let code = fields.required("party") {
            if let text = code.scalarText, JurisdictionCode.isWellFormed(text) {
                party = JurisdictionCode(text)
            } else {
                sink.error("law/jurisdiction", "`party` is the code of a state, such as `DE`", at: code)
            }
        }
        let kind = fields.requiredChoice("kind", Reservation.Kind.self)
        let interval = self.interval(fields, from: "from")
        let applies = fields.choice("applies", Reservation.Side.self) ?? .requested
        let readIn = fields.requiredText("read-in")
        let noBasis = self.noBasis(fields, reading.kinds)
        let terms = reading.read(fields)
        let authority = AuthorityReading.read(fields)
        fields.finish()
        guard let party, let kind, let readIn, let authority else { return nil }
        return Reservation(
            party: party, kind: kind, inForce: interval, applies: applies, readIn: readIn, noBasis: noBasis, terms: terms,
            authority: authority)
    }

    /// Two reservations of one party that say different things about one ground at the same time.
    private func checkContradictions(_ all: [(node: YAMLNode, value: Reservation)]) {
        for (place, later) in all.enumerated() {
            for earlier in all[..<place].map(\.value)
            where earlier.party == later.value.party && earlier.inForce.overlaps(later.value.inForce)
                && (earlier.applies == later.value.applies || earlier.applies == .both || later.value.applies == .both)
            {
                let own = later.value.terms.grounds.rules
                for ground in own.keys.sorted() where Request.Kind.allCases.contains(where: { kind in
                    [earlier, later.value].allSatisfy { !$0.terms.grounds.rules(ground, for: kind).isEmpty }
                }) {
                    sink.error(
                        "law/contradictory-reservations",
                        "`\(later.value.party)` has another reservation on `\(ground)` for the same time (\(earlier.authority.provision))",
                        at: later.node, hint: "put both into one reservation, or give them times that do not overlap")
                }
            }
        }
    }
}
