import Law

/// On which side of a request a state's law is asked.
public enum Side: String, Hashable, Sendable, CaseIterable {
    /// The requesting state: its own prosecution, with its jurisdictional elements.
    case requesting
    /// The requested state: the conduct is put under its law, without jurisdictional elements (DESIGN §4.10).
    case requested
}

/// One version of an offence, taken apart into the conditions that questions need.
public struct OffenceParts: Hashable, Sendable {
    /// The completed offence: elements, fault, no exception that counts.
    public let completed: Condition
    /// The attempt, by the offender's belief where the state punishes an attempt that cannot succeed.
    public let attempted: Condition
    /// Jurisdictional elements; always true for the requested side.
    public let hook: Condition
    /// Each penalty line with the facts under which it is the one that applies.
    public let lines: [(applies: Condition, line: PenaltyLine)]
    /// The attempt carries half the maximum.
    public let attemptHalvesPenalty: Bool

    public static func == (left: OffenceParts, right: OffenceParts) -> Bool {
        left.completed == right.completed && left.attempted == right.attempted && left.hook == right.hook
            && left.attemptHalvesPenalty == right.attemptHalvesPenalty && left.lines.map(\.line) == right.lines.map(\.line)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(completed)
        hasher.combine(attempted)
    }

    /// Completed or attempted, with the jurisdictional elements.
    public var whole: Condition { .all([hook, .any([completed, attempted])]) }
}

/// Builds the parts of an offence from its version and the general part of its state.
struct OffenceBuilder {
    let vocabulary: Vocabulary
    let generalPart: GeneralPart
    let side: Side
    /// Kinds of exception that are left out of the comparison.
    let disregards: Set<ExceptionKind>

    func parts(of version: OffenceVersion) -> OffenceParts {
        let base = self.base(version)
        let lines = OffenceBuilder.lines(version.penalty)
        return OffenceParts(
            completed: .all([stage("completed"), base]),
            attempted: attempted(version, base: base, lines: lines),
            hook: side == .requesting ? version.hook?.when ?? .always : .always,
            lines: lines,
            attemptHalvesPenalty: generalPart.attempt?.penalty == .half && version.attempt != .samePenalty
                && version.attempt != .included)
    }

    /// Elements, fault and participation, less the exceptions that count.
    private func base(_ version: OffenceVersion) -> Condition {
        var parts = [version.when]
        if let mental = vocabulary.index(of: "mental"), !version.when.elements.contains(mental),
            let fault = generalPart.defaultFault
        {
            parts.append(fault.atLeast)
        }
        let exceptions = version.exceptions.filter { $0.kind.subtracts && !disregards.contains($0.kind) }.map(\.when)
        if !exceptions.isEmpty { parts.append(.not(.any(exceptions))) }
        parts.append(participation)
        return .all(parts)
    }

    private var participation: Condition {
        guard let element = vocabulary.element("participation") else { return .always }
        func has(_ id: String) -> Condition { literal(element, id) }
        guard let rule = generalPart.participation else {
            return .any([
                has("principal"),
                .open(OpenLaw(text: "the rules on instigators and accomplices are not encoded")),
            ])
        }
        var allowed = [has("principal")]
        if rule.instigator { allowed.append(has("instigator")) }
        if rule.accomplice { allowed.append(has("accomplice")) }
        return .any(allowed)
    }

    private func stage(_ id: String) -> Condition {
        vocabulary.element("stage").map { literal($0, id) } ?? .always
    }

    private func literal(_ element: Element, _ id: String) -> Condition {
        guard let place = element.domain.valueIDs.firstIndex(of: id) else { return .never }
        return .has(element.index, ValueSet(choices: 1 << UInt64(place)))
    }

    /// The attempt (DESIGN-AMENDMENTS 9): either the act was not finished, or it was finished but, unlike what the
    /// offender believed, the child is not there or not of that age.
    private func attempted(
        _ version: OffenceVersion, base: Condition, lines: [(applies: Condition, line: PenaltyLine)]
    ) -> Condition {
        // Nobody attempts by mere recklessness, whatever fault completes the offence.
        let fault = vocabulary.belief?.attemptFault ?? .always
        let believed = Condition.all([fault, base.asBelieved(vocabulary), .not(base)])
        let unfinished = Condition.all([fault, stage("attempted"), base])
        switch version.attempt {
        case .no: return .never
        case .onlyErrorAboutChild: return believed
        case .yes, .included, .samePenalty: return .any([unfinished, impossible(believed)])
        case .general:
            guard let rule = generalPart.attempt else {
                return .all([
                    .any([unfinished, believed]),
                    .open(OpenLaw(text: "the general rules on attempt are not encoded")),
                ])
            }
            switch rule.punishable {
            case .all: return .any([unfinished, impossible(believed)])
            case .none, .whereStated: return .never
            case .crimesAndWhereStated:
                let crimes = lines.filter { isCrime($0.line) }.map(\.applies)
                if crimes.isEmpty { return .never }
                return .all([.any(crimes), .any([unfinished, impossible(believed)])])
            }
        }
    }

    /// An attempt that could not succeed, as far as the state punishes it.
    private func impossible(_ believed: Condition) -> Condition {
        switch generalPart.attempt?.impossible {
        case true?: return believed
        case false?: return .never
        case nil:
            return .all([
                believed,
                .open(OpenLaw(text: "whether an attempt that cannot succeed is punishable is not in the texts at hand")),
            ])
        }
    }

    private func isCrime(_ line: PenaltyLine) -> Bool {
        guard let range = line.imprisonment else { return false }
        switch generalPart.crime {
        case .minimum(let threshold): return threshold.isReached(by: range.minimum)
        case .maximum(let threshold): return threshold.isReached(by: range.maximum)
        case nil: return false
        }
    }

    /// "The first line whose condition holds", within one mode of trial.
    static func lines(_ penalty: [PenaltyLine]) -> [(applies: Condition, line: PenaltyLine)] {
        var earlier: [TrialMode?: [Condition]] = [:]
        return penalty.map { line in
            let before = earlier[line.trial] ?? []
            earlier[line.trial] = before + [line.when]
            return (before.isEmpty ? line.when : .all([line.when, .not(.any(before))]), line)
        }
    }
}
