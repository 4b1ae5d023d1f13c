import Law

/// Chooses the legal bases between two states on the day of the request (DESIGN §4.18).
struct LegalBases {
    let request: Request
    let rules: CooperationRules
    let requested: Jurisdiction

    /// The usable bases and the displaced ones, and the treaties that exist but are not encoded.
    struct Result {
        var bases: [LegalBasis] = []
        /// Titles of treaties that bind or may bind both states and whose text is not encoded.
        var unencoded: [String] = []
        /// Why the requested state's own law is no basis; nil where it is one.
        var noDomesticRoute: (because: String, authority: Authority?)?

        /// Those that nothing displaces.
        var usable: [LegalBasis] { bases.filter { $0.displacedBy == nil } }
        /// Those on which the grounds are asked.
        func judged(_ options: Assessor.Options) -> [LegalBasis] { options.judgesDisplaced ? bases : usable }
    }

    func find() -> Result {
        var result = Result()
        var found = rules.instruments.compactMap { basis(of: $0) }
        result.unencoded = unencoded()
        // Displacement: by instruments that certainly apply.
        let certain = found.filter { $0.certainty == .certain }
        found = found.map { basis in
            for other in certain where other.id != basis.id {
                // Two that both claim precedence leave each other alone.
                guard let reason = displaces(other, basis), displaces(basis, other) == nil else { continue }
                // One for certain offences displaces for these only, which is known when the conduct was looked at.
                if !isGeneral(other.instrument) { return basis.yielding(to: other.id, provision: reason) }
                return basis.displaced(by: other.id, provision: reason)
            }
            return basis
        }
        // An instrument that serves only where no treaty does leaves the requested state's own law beside it.
        let first = found.first {
            $0.displacedBy == nil && $0.certainty == .certain && $0.instrument?.bases[request.kind] == .yes
                && isGeneral($0.instrument)
        }
        switch domestic() {
        case .success(var own):
            if let first, request.kind == .extradition, let treaty = first.instrument {
                own = own.displaced(by: first.id, provision: treaty.short)
            } else if request.kind == .extradition, let other = result.unencoded.first {
                own = own.uncertain("whether \(other), which is not encoded, applies instead")
            }
            found.append(own)
        case .failure(let reason):
            result.noDomesticRoute = (reason.because, reason.authority)
        }
        result.bases = found
        return result
    }

    // MARK: - Instruments

    private func basis(of instrument: Instrument) -> LegalBasis? {
        guard let kind = instrument.bases[request.kind], kind != .no, instrument.supplements.isEmpty,
            instrument.inForce.contains(request.date)
        else { return nil }
        var remarks: [String] = []
        guard let bond = bond(instrument.id, &remarks) else { return nil }
        var certainty = bond
        var terms = instrument.terms.cited(as: instrument.short)
        /// Those that certainly apply, whose reservations count.
        var texts = [instrument]
        for protocolText in rules.instruments where protocolText.supplements.contains(instrument.id) {
            guard protocolText.kinds.contains(request.kind), protocolText.inForce.contains(request.date),
                let bond = self.protocolBond(protocolText.id)
            else { continue }
            let own = protocolText.terms.cited(as: protocolText.short)
            switch bond {
            case .certain:
                terms = terms.replaced(by: own)
                texts.append(protocolText)
                remarks.append("with \(protocolText.title)")
            case .uncertain:
                terms = terms.replaced(by: own, perhaps: "whether \(protocolText.short) binds both states")
                remarks.append("perhaps with \(protocolText.title): whether it binds both states is not known")
            }
        }
        var authorities: [Authority] = []
        // What both parties have reserved holds side by side.
        var reserved = GroundRules.none
        for (party, side) in [(request.requested, Reservation.Side.requested), (request.requesting, .requesting)] {
            for (text, reservation) in texts.flatMap({ text in text.reservations.map { (text, $0) } })
            where reservation.party == party && (reservation.applies == side || reservation.applies == .both)
                && reservation.inForce.contains(request.date)
            {
                if reservation.noBasis.contains(request.kind) { return nil }
                let own = reservation.terms.cited(as: text.short)
                reserved = reserved.joined(with: own.grounds)
                terms = terms.replaced(by: own.with(grounds: .none))
                authorities.append(reservation.authority)
                remarks.append("\(reservation.kind.rawValue) of \(party) under \(reservation.authority.provision)")
            }
        }
        terms = terms.with(grounds: terms.grounds.replaced(by: reserved))
        if kind == .whereNoOtherTreaty, certainty == .certain, unencoded().first != nil {
            certainty = .uncertain("whether a treaty that is not encoded applies instead")
        }
        let law = requested.cooperation?.law(request.kind)
        let own = law?.under[instrument.id]
        return LegalBasis(
            id: instrument.id.text, title: instrument.title, short: instrument.short, instrument: instrument,
            treaty: terms, national: own ?? (instrument.isExhaustive ? nil : law?.terms),
            nationalGroundsRemain: own != nil || law?.treaties?.nationalGrounds != .yield, certainty: certainty,
            displacedBy: nil, yieldsWithin: nil, remarks: remarks, authorities: authorities)
    }

    private func status(_ state: JurisdictionCode, _ id: InstrumentID) -> PartyTable.Bond {
        rules.parties.bond(of: state, to: id, on: request.date)
    }

    /// Nil where the instrument does not bind both states, or is not known to.
    private func bond(_ id: InstrumentID, _ remarks: inout [String]) -> LegalBasis.Certainty? {
        guard rules.parties.connects(request.requesting, request.requested, id) else { return nil }
        var certainty = LegalBasis.Certainty.certain
        for state in [request.requesting, request.requested] {
            switch status(state, id) {
            case .bound(let status):
                if let from = status.from { remarks.append("in force for \(state) since \(from.iso)") }
            case .unknown: certainty = .uncertain("since when it binds \(state)")
            case .notBound, .notListed: return nil
            }
        }
        return certainty
    }

    /// A protocol that is not listed for a state may bind it all the same.
    private func protocolBond(_ id: InstrumentID) -> LegalBasis.Certainty? {
        let bonds = [status(request.requesting, id), status(request.requested, id)]
        if bonds.contains(.notBound) { return nil }
        let areCertain = bonds.allSatisfy { bond in
            if case .bound = bond { return true }
            return false
        }
        return areCertain ? .certain : .uncertain("")
    }

    private func unencoded() -> [String] {
        rules.parties.instruments.sorted { $0.key < $1.key }.compactMap { id, entry in
            guard !entry.isEncoded, entry.kinds.contains(request.kind),
                let title = entry.title, rules.parties.connects(request.requesting, request.requested, id), entry.states[request.requesting] != nil, entry.states[request.requested] != nil
            else { return nil }
            let bonds = [status(request.requesting, id), status(request.requested, id)]
            return bonds.contains(.notBound) || bonds.contains(.notListed) ? nil : title
        }
    }

    /// The provision by which one basis displaces another.
    private func displaces(_ one: LegalBasis, _ other: LegalBasis) -> String? {
        guard let first = one.instrument, let second = other.instrument else { return nil }
        if let rule = first.precedence.first(where: { $0.over?.contains(second.id) ?? true }) {
            return first.short + " " + rule.authority.provision
        }
        // An instrument for certain offences or measures leaves room for a general one.
        if second.bases[request.kind] == .whereNoOtherTreaty, first.bases[request.kind] == .yes,
            isGeneral(first)
        {
            return "it serves only where no other treaty does"
        }
        return nil
    }

    /// An instrument that is not limited to certain offences or measures.
    private func isGeneral(_ instrument: Instrument?) -> Bool {
        instrument?.terms.grounds.rules(.outOfScope, for: request.kind).isEmpty ?? true
    }

    // MARK: - The requested state's own law

    private struct NoRoute: Error {
        let because: String
        let authority: Authority?
    }

    private func domestic() -> Swift.Result<LegalBasis, NoRoute> {
        guard let law = requested.cooperation?.law(request.kind) else {
            return .failure(NoRoute(because: "the \(request.kind.rawValue) law of \(requested.name) is not encoded", authority: nil))
        }
        let title = "the law of \(requested.name)"
        var certainty = LegalBasis.Certainty.certain
        var remarks: [String] = []
        switch law.withoutTreaty?.granted(to: request.requesting) {
        case .no:
            return .failure(
                NoRoute(
                    because: "\(requested.name) does not grant \(request.kind.rawValue) without a treaty",
                    authority: law.withoutTreaty?.authority))
        case .reciprocity: remarks.append("without a treaty only with reciprocity")
        case .yes: break
        case .unknown, nil: certainty = .uncertain("whether \(requested.name) grants \(request.kind.rawValue) without a treaty")
        }
        return .success(
            LegalBasis(
                id: LegalBasis.domestic, title: title, short: requested.code.text, instrument: nil, treaty: nil,
                national: law.terms, nationalGroundsRemain: true, certainty: certainty, displacedBy: nil, yieldsWithin: nil, remarks: remarks,
                authorities: [law.withoutTreaty?.authority].compactMap { $0 }))
    }

}
