import Law
import LawLoader
import Testing
import YAMLTree

/// Laws nobody wrote: the small law with pieces gone, doubled or moved. Every failure names its seed.
struct MutationTests {
    /// What must hold whatever stands in the files: a value without errors, or at least one error, each at a place.
    static func checkInvariants(_ file: LawFile, _ text: String, _ comment: Comment) throws {
        let outcome = try SmallLaw.load(file, text)
        let errors = outcome.diagnostics.filter { $0.severity == .error }
        #expect(outcome.hasValue == errors.isEmpty, comment)
        #expect(Set(outcome.diagnostics).count == outcome.diagnostics.count, comment)
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for diagnostic in outcome.diagnostics {
            #expect(diagnostic.code.hasPrefix("law/") || diagnostic.code.hasPrefix("yaml/") || diagnostic.code.hasPrefix("request/"), comment)
            #expect(!diagnostic.message.isEmpty && diagnostic.message.last != ".", comment)
            guard diagnostic.file == file.path else { continue }
            #expect((1...lines.count).contains(diagnostic.position.line), comment)
            #expect(diagnostic.length >= 1, comment)
        }
        try checkNothingIsLost(outcome, text, file, comment)
    }

    /// What stands in the file is in the value, entry for entry.
    private static func checkNothingIsLost(_ outcome: Outcome, _ text: String, _ file: LawFile, _ comment: Comment) throws {
        guard outcome.hasValue, let root = YAMLTree.parse(text, file: "x").root?.mapping else { return }
        func count(_ key: String) -> Int? { root[key]?.mapping?.count ?? root[key]?.sequence?.count }
        switch file {
        case .vocabulary:
            #expect(outcome.vocabulary?.elements.count == count("elements"), comment)
            #expect(outcome.vocabulary?.categories.count == count("categories"), comment)
            #expect(outcome.vocabulary?.macros.count == count("macros") ?? 0, comment)
            #expect(outcome.vocabulary?.aims.count == count("aims") ?? 0, comment)
            #expect((outcome.vocabulary?.belief != nil) == (root["belief"] != nil), comment)
        case .grounds:
            #expect(outcome.catalogue?.grounds.count == count("grounds") ?? 0, comment)
            #expect(outcome.catalogue?.vocabulary.elements.count == count("elements") ?? 0, comment)
            #expect(outcome.catalogue?.grounds.allSatisfy { !$0.kinds.isEmpty } == true, comment)
        case .instrument:
            let terms = outcome.instrument?.terms
            #expect(outcome.instrument?.reservations.count == count("reservations") ?? 0, comment)
            #expect(outcome.instrument?.precedence.count == count("prevails-over") ?? 0, comment)
            #expect(outcome.instrument?.bases.count == outcome.instrument?.kinds.count, comment)
            #expect(terms?.documents.count == count("documents") ?? 0, comment)
            let stated = Set(root["grounds"]?.mapping?.entries.map(\.key) ?? []).union(root["scope"] == nil ? [] : ["out-of-scope"])
            for ground in stated {
                let rules = terms?.grounds.rules[GroundID(ground)]
                let empty = root["grounds"]?.mapping?[ground]?.sequence?.isEmpty ?? false
                #expect((rules ?? []).isEmpty == empty, comment)
                #expect(rules?.allSatisfy { !$0.kinds.isEmpty } ?? true, comment)
            }
            let threshold = root["threshold"]?.mapping
            #expect((terms?.penalty != nil) == (threshold?["prosecution"] != nil), comment)
            #expect((terms?.penalty?.accessory != nil) == (threshold?["accessory"] != nil), comment)
            #expect((terms?.sentence != nil) == (threshold?["sentence"] != nil), comment)
            #expect((terms?.dualCriminality != nil || terms?.assistance != nil) == (root["dual-criminality"] != nil), comment)
        case .parties:
            let instruments = root["instruments"]?.mapping
            #expect(outcome.parties?.instruments.count == count("instruments"), comment)
            for entry in instruments?.entries ?? [] {
                let read = outcome.parties?.instruments[InstrumentID(entry.key)]
                #expect(read?.states.count == entry.value.mapping?["states"]?.mapping?.count, comment)
                #expect(read?.isEncoded == true || (read?.title != nil && read?.kinds.isEmpty == false), comment)
            }
        case .profile:
            let general = outcome.jurisdiction?.generalPart
            let stated = root["general-part"]?.mapping
            #expect(outcome.jurisdiction?.coverage.count == count("coverage"), comment)
            #expect(outcome.jurisdiction?.outsideLaw.count == count("open-law") ?? 0, comment)
            #expect((general?.defaultFault != nil) == (stated?["default-fault"] != nil), comment)
            #expect((general?.attempt != nil) == (stated?["attempt"] != nil), comment)
            #expect((general?.crime != nil) == (stated?["crime-threshold"] != nil), comment)
            #expect((general?.participation != nil) == (stated?["participation"] != nil), comment)
            #expect((general?.ageOfResponsibility != nil) == (stated?["age-of-responsibility"] != nil), comment)
            #expect((general?.ceiling != nil) == (stated?["ceiling"] != nil), comment)
            #expect((general?.limitation != nil) == (stated?["limitation"] != nil), comment)
        case .offences:
            #expect(outcome.jurisdiction?.offences.count == count("offences"), comment)
            #expect(outcome.jurisdiction?.definitions.count == count("definitions") ?? 0, comment)
            for (offence, node) in zip(outcome.jurisdiction?.offences ?? [], root["offences"]?.sequence ?? []) {
                #expect(offence.versions.count == node.mapping?["versions"]?.sequence?.count ?? 1, comment)
            }
        case .cooperation:
            let law = outcome.jurisdiction?.cooperation
            let prosecution = root["extradition"]?.mapping?["threshold"]?.mapping?["prosecution"]?.mapping
            #expect((law?.extradition != nil) == (root["extradition"] != nil), comment)
            #expect(law?.reach?.count == count("reach"), comment)
            let own = root["extradition"]?.mapping
            #expect((law?.extradition?.dualCriminality != nil) == (own?["dual-criminality"] != nil), comment)
            #expect((law?.extradition?.withoutTreaty != nil) == (own?["without-treaty"] != nil), comment)
            #expect((law?.extradition?.under.count ?? 0) == (own?["under"]?.mapping?.count ?? 0), comment)
            let measures = root["assistance"]?.mapping
            #expect((law?.assistance?.assistance != nil) == (measures?["dual-criminality"] != nil), comment)
            #expect((law?.assistance?.available.count ?? 0) == (measures?["available"]?.mapping?.count ?? 0), comment)
            #expect((law?.assistance != nil) == (root["assistance"] != nil), comment)
            #expect((law?.extradition?.terms.penalty?.requested != nil) == (prosecution?["requested"] != nil), comment)
            #expect((law?.extradition?.terms.penalty?.requesting != nil) == (prosecution?["requesting"] != nil), comment)
        case .cases:
            #expect((outcome.samples?.count ?? 0) >= count("cases") ?? 0, comment)
        case .request:
            #expect(outcome.request?.counts.count == count("counts"), comment)
            #expect((outcome.request?.caseFacts.values.isEmpty == true) == !(root["case"]?.mapping?["political"] != nil), comment)
            for (one, node) in zip(outcome.request?.counts ?? [], root["counts"]?.sequence ?? []) {
                #expect(one.items.count == node.mapping?["items"]?.sequence?.count ?? 1, comment)
                #expect(one.items.allSatisfy { !$0.alternatives.isEmpty }, comment)
            }
        }
    }

    @Test(arguments: LawFile.allCases, 0..<4) func lines(_ file: LawFile, _ round: Int) throws {
        for step in 0..<60 {
            let seed = UInt64(round * 1_000 + step)
            var random = RandomSource(seed: seed)
            var lines = file.small.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for _ in 0...random.number(below: 3) {
                let (one, two) = (random.number(below: lines.count), random.number(below: lines.count))
                switch random.number(below: 3) {
                case 0: lines.remove(at: one)
                case 1: lines.insert(lines[one], at: two)
                default: lines.swapAt(one, two)
                }
            }
            try Self.checkInvariants(file, lines.joined(separator: "\n"), "seed \(seed) of \(file)")
        }
    }

    @Test(arguments: LawFile.allCases, 0..<4) func characters(_ file: LawFile, _ round: Int) throws {
        for step in 0..<60 {
            let seed = UInt64(100_000 + round * 1_000 + step)
            var random = RandomSource(seed: seed)
            var characters = Array(file.small.unicodeScalars)
            for _ in 0...random.number(below: 3) {
                let (one, two) = (random.number(below: characters.count), random.number(below: characters.count))
                switch random.number(below: 3) {
                case 0: characters.remove(at: one)
                case 1: characters.insert(characters[one], at: two)
                default: characters.swapAt(one, two)
                }
            }
            try Self.checkInvariants(
                file, String(String.UnicodeScalarView(characters)), "seed \(seed) of \(file)")
        }
    }

    /// A value of another shape at every place, which is what slips through where only one shape is thought of.
    @Test(arguments: LawFile.allCases) func shapes(_ file: LawFile) throws {
        let root = try #require(YAMLTree.parse(file.small, file: "x").root)
        var places: [Range<Int>] = []
        func visit(_ node: YAMLNode) {
            // What stands in several lines is left to the lines above.
            if node.start.line == node.end.line { places.append(node.start.offset..<node.end.offset) }
            for item in node.sequence ?? [] { visit(item) }
            for entry in node.mapping?.entries ?? [] { visit(entry.value) }
        }
        visit(root)
        for place in places {
            for other in ["[]", "{}", "\"\"", "[x]", "{x: y}", "x", "9223372036854775807"] {
                var bytes = Array(file.small.utf8)
                bytes.replaceSubrange(place, with: Array(other.utf8))
                try Self.checkInvariants(file, String(decoding: bytes, as: UTF8.self), "`\(other)` at \(place.lowerBound) of \(file)")
            }
        }
    }

    /// Every entry that a mapping has is either needed, or may be missing without loss of anything else.
    @Test(arguments: LawFile.allCases, 0..<3) func mixtures(_ file: LawFile, _ round: Int) throws {
        for step in 0..<60 {
            let seed = UInt64(200_000 + round * 1_000 + step)
            var random = RandomSource(seed: seed)
            let lines = file.small.split(separator: "\n", omittingEmptySubsequences: false)
            let foreign = random.pick(LawFile.allCases).small.split(separator: "\n", omittingEmptySubsequences: false)
            var mixed = lines
            mixed.replaceSubrange(
                mixed.indices.suffix(1 + random.number(below: lines.count)).prefix(1 + random.number(below: 4)),
                with: [random.pick(Array(foreign))])
            try Self.checkInvariants(file, mixed.joined(separator: "\n"), "seed \(seed) of \(file)")
        }
    }
}
