import ConditionAlgebra
import Law

/// What an offence threatens on facts that may be incomplete.
struct PenaltyOnFacts: Sendable {
    /// From the lowest minimum to the highest maximum over all cases and modes of trial; nil where only a fine is threatened.
    let range: Imprisonment?
    let alternativeFine: Bool
    /// The maxima of the lines that may apply, without a reduction for attempt: what periods of limitation go by.
    let maxima: ClosedRange<Term>?
}

extension Decider {
    /// - Parameter cases: the possible cases that agree with the facts.
    mutating func penalty(
        _ offence: CompiledView.CompiledOffence, in cases: Node
    ) throws(DiagramTooLarge) -> PenaltyOnFacts {
        var low: Term?
        var high: Term?
        var ceiling = false
        var fine = false
        var applicable: [PenaltyLine] = []
        let inside = try compiler.diagrams.and(cases, offence.whole)
        let finished = try compiler.diagrams.and(cases, offence.completed)
        let halves = offence.offence.parts.attemptHalvesPenalty
        for (applies, line) in offence.lines {
            guard try compiler.diagrams.and(inside, applies) != .never else { continue }
            applicable.append(line)
            if line.fine == .alternative || line.fine == .only { fine = true }
            guard let range = line.imprisonment else { continue }
            var maximum = range.maximum
            if halves, try compiler.diagrams.and(finished, applies) == .never { maximum = maximum.half }
            low = low.map { min($0, range.minimum) } ?? range.minimum
            if high.map({ maximum >= $0 }) ?? true {
                high = maximum
                ceiling = range.isCeiling
            }
        }
        let maxima = LapseOfTime.maxima(of: applicable)
        guard let low, let high else { return PenaltyOnFacts(range: nil, alternativeFine: fine, maxima: maxima) }
        return PenaltyOnFacts(
            range: Imprisonment(minimum: min(low, high), maximum: high, isCeiling: ceiling), alternativeFine: fine,
            maxima: maxima)
    }

    /// The cases that some offence punishes with a maximum that reaches the threshold (DESIGN-AMENDMENTS 17).
    ///
    /// - Parameter asAttempted: whether a reduction for attempt counts.
    mutating func reaching(
        _ rule: ThresholdRule, in view: CompiledView, cases: Node, asAttempted: Bool
    ) throws(DiagramTooLarge) -> Node {
        let crime = view.view.jurisdiction.generalPart.crime
        var result = Node.never
        for offence in view.offences {
            for (applies, line) in offence.lines {
                guard let range = line.imprisonment else { continue }
                let part: Node
                if rule.isReached(by: range, crime: crime) {
                    let halved = Imprisonment(minimum: range.minimum, maximum: range.maximum.half)
                    let onlyCompleted = asAttempted && offence.offence.parts.attemptHalvesPenalty
                        && !rule.isReached(by: halved, crime: crime)
                    part = onlyCompleted ? offence.completed : offence.whole
                } else {
                    continue
                }
                let inside = try compiler.diagrams.and(cases, compiler.diagrams.and(part, applies))
                result = try compiler.diagrams.or(result, inside)
            }
        }
        for open in view.unencoded {
            result = try compiler.diagrams.or(result, compiler.diagrams.and(open, cases))
        }
        return result
    }
}

extension ThresholdRule {
    func isReached(by range: Imprisonment, crime: GeneralPart.CrimeThreshold?) -> Bool {
        switch self {
        case .both(let one, let two): return one.isReached(by: range, crime: crime) && two.isReached(by: range, crime: crime)
        case .maximum(let threshold): return threshold.isReached(by: range.maximum)
        case .crimeOr(let threshold):
            let isCrime: Bool
            switch crime {
            case .minimum(let limit): isCrime = limit.isReached(by: range.minimum)
            case .maximum(let limit): isCrime = limit.isReached(by: range.maximum)
            case nil: isCrime = false
            }
            return isCrime || (threshold?.isReached(by: range.maximum) ?? false)
        }
    }

    var words: String {
        switch self {
        case .both(let one, let two): return one.words + " and " + two.words
        case .maximum(let threshold): return threshold.words
        case .crimeOr(nil): return "a crime"
        case .crimeOr(let threshold?): return "a crime, or " + threshold.words
        }
    }
}
