/// Finds which edits make an answer the new one, by trying them on the old law.
///
/// Single edits first; then sets of two and of three, as long as `limit` trials last; else what is left after leaving out
/// every edit that can be left out.
struct CauseSearch {
    typealias Choice = PairDiff.Choice

    /// The most trials with sets of two or three edits.
    static let limit = 48
    /// The most edits of a set that is searched for.
    static let largestSet = 3

    /// The edits that can reach the answer, in a fixed order.
    let choices: [Choice]
    /// Every edit of the two states.
    let all: [Choice]
    let before: AnswerChange.Answer
    let after: AnswerChange.Answer
    private var partly: [Choice] = []

    init(choices: [Choice], of all: [Choice], before: AnswerChange.Answer, after: AnswerChange.Answer) {
        self.choices = choices
        self.all = all
        self.before = before
        self.after = after
    }

    mutating func run(
        answer: (Set<Choice>) throws -> AnswerChange.Answer?, name: (Choice) -> String
    ) rethrows -> Cause {
        func names(_ choices: [Choice]) -> [String] { choices.map(name) }
        // Nothing else can reach the answer, so nothing is left to try.
        if choices.count == 1 { return Cause(kind: .one, edits: [names(choices)], partly: [], complete: true) }
        var alone: [Choice] = []
        for choice in choices {
            guard let result = try answer([choice]) else { continue }
            if result.isSame(as: after) { alone.append(choice) } else if !result.isSame(as: before) { partly.append(choice) }
        }
        if !alone.isEmpty {
            return Cause(
                kind: alone.count == 1 ? .one : .each, edits: alone.map { names([$0]) }, partly: names(partly), complete: true)
        }
        var trials = 0
        for size in stride(from: 2, through: min(CauseSearch.largestSet, choices.count), by: 1) {
            var sets: [[Choice]] = []
            var isCut = false
            for set in CauseSearch.subsets(of: choices, size: size) {
                guard trials < CauseSearch.limit else {
                    isCut = true
                    break
                }
                trials += 1
                if try answer(Set(set))?.isSame(as: after) ?? false { sets.append(set) }
            }
            if !sets.isEmpty {
                return Cause(kind: .set, edits: sets.map(names), partly: names(partly), complete: !isCut)
            }
            if isCut { break }
        }
        return Cause(kind: .together, edits: [names(try irreducible(answer))], partly: names(partly), complete: false)
    }

    /// All edits, less each that can be left out.
    private func irreducible(_ answer: (Set<Choice>) throws -> AnswerChange.Answer?) rethrows -> [Choice] {
        // Which edits can reach an answer is read off the two whole laws. A mixture of both may let through one more.
        var kept = try answer(Set(choices))?.isSame(as: after) ?? false ? choices : all
        for choice in kept where kept.count > 2 {
            let rest = kept.filter { $0 != choice }
            if try answer(Set(rest))?.isSame(as: after) ?? false { kept = rest }
        }
        return kept
    }

    /// All subsets of one size, in the order of their members.
    static func subsets(of choices: [Choice], size: Int) -> some Sequence<[Choice]> {
        var places = Array(0..<size)
        var isDone = size > choices.count
        return AnyIterator {
            guard !isDone else { return nil }
            let result = places.map { choices[$0] }
            // The last place that can still move on.
            guard let last = places.indices.last(where: { places[$0] < choices.count - size + $0 }) else {
                isDone = true
                return result
            }
            places[last] += 1
            for later in places.indices where later > last { places[later] = places[later - 1] + 1 }
            return result
        }
    }
}
