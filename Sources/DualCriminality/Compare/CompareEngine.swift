import ConditionAlgebra
import Law

/// Compares the offences of one state with the law of others.
struct CompareEngine {
    private let law: ComparedLaw
    private let wording: Wording
    private let smallest: SmallestCase
    private var store: CoverageStore
    private var described: [RegionsQuestion: (regions: [RegionDescription], complete: Bool)] = [:]
    private var covers: [CoverQuestion: (regions: [[Region.Literal]], isComplete: Bool)] = [:]

    /// What is not punished of an offence under one act.
    private struct Gap: Hashable {
        let act: Int?
        let gap: Node
        let cases: Node
    }

    private struct RegionsQuestion: Hashable {
        let gaps: [Gap]
        let acts: ValueMask
        let limit: Int
    }

    private struct CoverQuestion: Hashable {
        let gap: Node
        let cases: Node
        let limit: Int
    }

    init(_ law: ComparedLaw) {
        self.law = law
        wording = Wording(vocabulary: law.vocabulary)
        smallest = SmallestCase(facts: law.facts)
        store = CoverageStore(law.diagrams, facts: law.facts)
    }

    /// Keeps memory bounded over many questions.
    private mutating func dropIfLarge() {
        guard store.isLarge else { return }
        store.drop()
        covers = [:]
        described = [:]
    }

    // MARK: - One offence

    /// The core layer only.
    mutating func coverage(_ place: Int, of own: CompiledDefinitions, by other: CompiledDefinitions) throws -> OffenceCoverage {
        dropIfLarge()
        let core = try answers(place, own.cores[place], own.presumed, other.presumed, depth: .granted)
        let status = try CoverageStatus.ofParts(core.compactMap(\.answer.granted)) ?? marginal(
            answers(place, own.acts[place], own.bare, other.bare, depth: .granted))
        var share = 0.0
        for entry in core { share += store.share(of: entry.answer.gap(.core), in: entry.answer.cases) }
        return OffenceCoverage(place: place, status: status, gapShare: core.isEmpty ? 0 : share / Double(core.count))
    }

    /// The answer of the margins. Where nothing is punished for certain nothing is covered: the definition itself turns on open
    /// law. What cannot be committed at all leaves nothing uncovered.
    private func marginal(_ margins: [ActAnswer]) -> CoverageStatus {
        CoverageStatus.ofParts(margins.compactMap(\.answer.granted)) ?? (margins.isEmpty ? .covered : .unknown)
    }

    /// The widest gap of an offence in words; nil where there is none for certain.
    mutating func widestGap(_ place: Int, of own: CompiledDefinitions, by other: CompiledDefinitions) throws -> String? {
        let core = try answers(place, own.cores[place], own.presumed, other.presumed, depth: .granted)
        return try regions(core, layer: .core, limit: 3).regions.first?.text
    }

    mutating func compare(
        _ place: Int, of own: CompiledDefinitions, by other: CompiledDefinitions, gapLimit: Int
    ) throws -> OffenceComparison {
        dropIfLarge()
        let offence = own.view.offences[place]
        let core = try answers(place, own.cores[place], own.presumed, other.presumed, depth: .contributions)
        let margins = try answers(place, own.acts[place], own.bare, other.bare, depth: .granted)
        // What is punished only at the margins (an attempt) has nothing in the core, and the margins speak for it.
        let marginal = marginal(margins)
        let granted = CoverageStatus.ofParts(core.compactMap(\.answer.granted)) ?? marginal
        let alleged = CoverageStatus.ofParts(core.compactMap(\.answer.alleged)) ?? marginal
        let isMarginal = core.allSatisfy { $0.answer.granted == nil }
        let layer: CompareLayer = isMarginal ? .margins : granted != .covered ? .core : alleged != .covered ? .appraisal : .margins
        let answers = layer == .margins ? margins : core
        let found = try regions(answers, layer: layer, limit: gapLimit)
        var gaps = found.regions.map { OffenceComparison.Gap(layer: layer, region: $0) }
        // Beside what nothing there punishes: what is punished only if courts find so.
        let evaluated = layer == .core ? try regions(core, layer: .appraisal, limit: gapLimit).regions : []
        gaps += evaluated.map { OffenceComparison.Gap(layer: .appraisal, region: $0) }
        var coveredAt: [String: CoverageStatus] = [:]
        for (place, threshold) in ReportedThreshold.allCases.enumerated() {
            let parts = core.compactMap { $0.answer.coveredAt.isEmpty ? nil : $0.answer.coveredAt[place] }
            coveredAt[threshold.rawValue] = CoverageStatus.ofParts(parts)
        }
        return OffenceComparison(
            id: offence.offence.id.text, title: offence.offence.title,
            provision: cite(offence.offence.source.short, offence.version.provision),
            categories: own.categories[place].map { law.vocabulary.categories[$0].id }, coverage: granted,
            layers: .init(core: granted, appraisal: alleged, margins: marginal),
            gaps: gaps, gapsComplete: found.complete,
            witness: try smallestCase(answers, layer), coveredBy: Counterparts(own: own, other: other).found(place, core),
            terms: try terms(core), open: granted == .unknown ? try openLaw(isMarginal ? margins : core, offence, other) : [], coveredAt: coveredAt,
            imprisonment: PenaltyRange.words(offence.version),
            limitation: OffenceFacts.limitation(offence.version, own.view.jurisdiction.generalPart),
            review: offence.version.review.rawValue)
    }

    /// The answers act by act.
    mutating func acts(_ place: Int, of own: CompiledDefinitions, by other: CompiledDefinitions) throws -> [ActComparison] {
        try zip(own.acts[place], own.cores[place]).map { context, setting in
            func status(_ own: ActLaw, _ other: ActLaw, _ depth: CoverageDepth) throws -> CoverageStatus? {
                guard let definition = own.offences.first(where: { $0.place == place }) else { return nil }
                return try store.status(of: definition, by: other, depth: depth)
            }
            let act = law.contexts[context].act.flatMap { value in
                law.vocabulary.index(of: "act").map { law.facts.values(ValueMask(value), of: $0) }
            }
            return ActComparison(
                act: act, dropped: law.settings[setting].dropped,
                core: try status(own.presumed[setting], other.presumed[setting], .granted),
                appraisal: try status(own.presumed[setting], other.presumed[setting], .both),
                margins: try status(own.bare[context], other.bare[context], .granted))
        }
    }

    /// What one act gives.
    struct ActAnswer {
        /// The place of the context.
        let context: Int
        let answer: ActCoverage
        let law: ActLaw
        /// The variables on which the compared offence depends.
        let support: Set<Int>
    }

    /// - Parameter places: settings for the core, contexts for the margins.
    private mutating func answers(
        _ place: Int, _ places: [Int], _ own: [ActLaw], _ other: [ActLaw], depth: CoverageDepth
    ) throws -> [ActAnswer] {
        try places.compactMap { asked in
            guard let definition = own[asked].offences.first(where: { $0.place == place }) else { return nil }
            let answer = try store.coverage(of: definition, by: other[asked], depth: depth)
            // The first settings are those of the contexts, in their order.
            return ActAnswer(
                context: law.settings[asked].context, answer: answer, law: other[asked], support: definition.support)
        }
    }

    // MARK: - Gaps

    /// The gaps of all acts; regions that differ only in the act become one.
    private mutating func regions(
        _ answers: [ActAnswer], layer: CompareLayer, limit: Int
    ) throws -> (regions: [RegionDescription], complete: Bool) {
        let gaps = try answers.compactMap { entry -> Gap? in
            var gap = entry.answer.gap(layer)
            // What the core lacks is said there.
            if layer == .appraisal { gap = try store.ask { try $0.subtract(gap, entry.answer.gap(.core)) } }
            guard gap != .never else { return nil }
            return Gap(
                act: law.contexts[entry.context].act, gap: try relevant(gap, entry), cases: try relevant(entry.answer.cases, entry))
        }
        // The act is said only where the gap does not go through all acts of the offence, or nothing else is said.
        var allActs = ValueMask()
        for entry in answers where entry.answer.cases != .never {
            if let act = law.contexts[entry.context].act { allActs.insert(act) }
        }
        let question = RegionsQuestion(gaps: gaps, acts: allActs, limit: limit)
        if let known = described[question] { return known }
        let act = law.vocabulary.index(of: "act")
        var found: [(rest: [Region.Literal], acts: ValueMask)] = []
        var complete = true
        for gap in gaps {
            let (regions, isComplete) = try cover(gap, limit: limit)
            if !isComplete { complete = false }
            let acts = gap.act.map { ValueMask($0) } ?? ValueMask()
            for rest in regions {
                if let place = found.firstIndex(where: { $0.rest == rest }) {
                    found[place].acts.formUnion(acts)
                } else {
                    found.append((rest, acts))
                }
            }
        }
        let sorted = found.enumerated().sorted { ($0.element.rest.count, $0.offset) < ($1.element.rest.count, $1.offset) }
        let literals = sorted.prefix(limit).map { entry in
            var literals = entry.element.rest.map { literal($0.variable, $0.values) }
            if let act, entry.element.acts != allActs || literals.isEmpty {
                literals.insert(literal(act.number, entry.element.acts), at: 0)
            }
            return literals
        }
        let shown = RegionDescription.several(literals, wording: wording)
        let result = (regions: shown, complete: complete && found.count <= limit)
        described[question] = result
        return result
    }

    /// The cases, told apart only by what either law depends on: what can occur ties further facts together, and a reader who
    /// is told them would take them for a difference.
    private mutating func relevant(_ cases: Node, _ entry: ActAnswer) throws -> Node {
        let others = (0..<law.facts.elementCount).filter { !entry.support.contains($0) && !entry.law.support.contains($0) }
        return try store.ask { try $0.exists(cases, over: others) }
    }

    /// Few regions that describe the gap, each with no more than what can occur in it.
    private mutating func cover(_ gap: Gap, limit: Int) throws -> (regions: [[Region.Literal]], isComplete: Bool) {
        let question = CoverQuestion(gap: gap.gap, cases: gap.cases, limit: limit)
        if let known = covers[question] { return known }
        let count = law.facts.elementCount
        do {
            let result = try store.ask { diagrams in
                let upper = try diagrams.or(gap.gap, diagrams.not(gap.cases))
                let cover = try diagrams.cover(lower: gap.gap, upper: upper, limit: limit)
                let regions = cover.regions.map { region in
                    diagrams.shrink(region, within: gap.gap).literals.filter { $0.variable < count }
                }
                return (regions: regions, isComplete: cover.isComplete)
            }
            covers[question] = result
            return result
        } catch is DiagramTooLarge {
            return ([], false)
        }
    }

    private func literal(_ variable: Int, _ values: ValueMask) -> (ElementIndex, ValueSet) {
        (ElementIndex(variable), law.facts.values(values, of: ElementIndex(variable)))
    }

    /// A smallest case in the gap, presumptions aside.
    private mutating func smallestCase(_ answers: [ActAnswer], _ layer: CompareLayer) throws -> [FactDescription] {
        for entry in answers {
            let gap = try relevant(entry.answer.gap(layer), entry)
            guard let facts = smallest.find(in: gap, store.diagrams) else { continue }
            var literals = facts.literals.map { literal($0.variable, $0.values) }
            if let act = law.vocabulary.index(of: "act"), let value = law.contexts[entry.context].act {
                literals.insert(literal(act.number, ValueMask(value)), at: 0)
            }
            return literals.map { FactDescription($0.0, $0.1, wording: wording) }
        }
        return []
    }

    // MARK: - What it turns on

    private mutating func terms(_ answers: [ActAnswer]) throws -> [String] {
        var found: Set<Int> = []
        for entry in answers where !entry.answer.isTooLarge {
            let turning = try store.ask { diagrams in
                try diagrams.subtract(entry.answer.notSurely.alleged, entry.answer.notSurely.granted)
            }
            found.formUnion(store.diagrams.support(turning))
        }
        return found.intersection(law.facts.appraisalVariables).sorted().map { wording.literal(ElementIndex($0), .yes) }
    }

    /// Law that is not encoded and decides: the other state's, or the offence's own where it punishes nothing for certain.
    private mutating func openLaw(
        _ answers: [ActAnswer], _ offence: OffenceView, _ other: CompiledDefinitions
    ) throws -> [String] {
        var texts: [String] = []
        if answers.allSatisfy({ $0.answer.granted == nil }) { texts += offence.openTexts }
        for entry in answers where entry.answer.granted == .unknown && !entry.answer.isTooLarge {
            for (text, reach) in entry.law.open {
                let common = try store.ask { try $0.and(reach.alleged, entry.answer.cases) }
                if common != .never { texts.append(text) }
            }
            for definition in entry.law.offences where definition.content.atMost != definition.content.surely {
                let undecided = try store.ask { diagrams in
                    try diagrams.and(entry.answer.notSurely.granted, definition.content.atMost.granted)
                }
                let theirs = other.view.offences[definition.place]
                if undecided != .never {
                    texts += theirs.openTexts.map { cite(theirs.offence.source.short, theirs.version.provision) + ": " + $0 }
                }
            }
        }
        return texts.unique
    }
}

/// How one offence fares in the core layer.
struct OffenceCoverage {
    let place: Int
    let status: CoverageStatus
    /// The share of its cases that are not punished, 0...1.
    let gapShare: Double
}

extension OffenceView {
    /// What the definition leaves open, in words.
    fileprivate var openTexts: [String] {
        var texts: [String] = []
        parts.whole.forEach { part in
            switch part {
            case .open(let law): texts.append(law.text)
            case .readings(let id, _): texts.append("how the text is to be read (\(id))")
            default: break
            }
        }
        return texts.unique
    }
}
