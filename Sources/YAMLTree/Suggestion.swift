/// "Did you mean …?"
public enum Suggestion {
    /// Longer words than this are no typing errors of a key; comparing them would only cost time.
    private static let longestWord = 80

    /// The candidate that `word` was most likely meant to be, or nil.
    ///
    /// Compares by edit distance (insert, delete, replace, swap two neighbours), upper and lower case and `-`, `_` and space alike.
    /// One edit is forgiven in words of 3 to 5 characters, two in words of 6 to 8, and so on; the same parts in another order count as
    /// a match too. Nil if `word` is itself a candidate. The order of `candidates` does not matter. O(candidates × word × candidate).
    public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
        let wanted = Word(word)
        guard !wanted.folded.isEmpty, wanted.folded.count <= longestWord else { return nil }
        let allowed = wanted.folded.count / 3
        var best: (candidate: String, rank: Rank)?
        for candidate in candidates {
            if candidate == word { return nil }
            let other = Word(candidate)
            guard other.folded.count <= longestWord, let rank = wanted.rank(of: other, allowed: allowed) else { continue }
            if let found = best, (found.rank, found.candidate) <= (rank, candidate) { continue }
            best = (candidate, rank)
        }
        return best?.candidate
    }

    private struct Rank: Comparable {
        var edits: Int
        /// Edits in the exact spelling, to choose among candidates that differ in case only.
        var exactEdits: Int

        static func < (left: Rank, right: Rank) -> Bool {
            (left.edits, left.exactEdits) < (right.edits, right.exactEdits)
        }
    }

    private struct Word {
        let exact: [Unicode.Scalar]
        let folded: [Unicode.Scalar]

        init(_ text: String) {
            exact = Array(text.unicodeScalars.prefix(longestWord + 1))
            folded = text.prefix(longestWord + 1).lowercased().unicodeScalars.map { "_ ".unicodeScalars.contains($0) ? "-" : $0 }
        }

        /// `child.age-believed` as `age`, `believed`, `child`.
        var parts: [String] {
            folded.split { $0 == "-" || $0 == "." || $0 == "/" }.map { String(String.UnicodeScalarView($0)) }.sorted()
        }

        func rank(of other: Word, allowed: Int) -> Rank? {
            if let edits = editDistance(folded, other.folded, atMost: allowed) {
                let exactEdits = editDistance(exact, other.exact, atMost: 2 * longestWord) ?? .max
                return Rank(edits: edits, exactEdits: exactEdits)
            }
            let parts = parts
            guard parts.count > 1, parts == other.parts else { return nil }
            return Rank(edits: allowed + 1, exactEdits: 0)
        }
    }

    /// The optimal string alignment distance, or nil if it is more than `limit`.
    static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for row in 1..<(left.count + 1) {
            var current = [row]
            current.reserveCapacity(right.count + 1)
            for column in 1..<(right.count + 1) {
                let same = left[row - 1] == right[column - 1]
                var edits = min(previous[column - 1] + (same ? 0 : 1), previous[column] + 1, current[column - 1] + 1)
                let swapped =
                    row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
                if swapped { edits = min(edits, beforePrevious[column - 2] + 1) }
                current.append(edits)
            }
            beforePrevious = previous
            previous = current
        }
        let distance = previous[right.count]
        return distance <= limit ? distance : nil
    }
}
