import Law

extension Facts {
    /// `act: possess; stage: completed`, in the order of the vocabulary.
    func words(_ elements: [ElementIndex], _ vocabulary: Vocabulary) -> String {
        let known = elements.sorted().compactMap { index -> String? in
            values[index].map { "\(vocabulary[index].id): \($0.words(of: vocabulary[index]))" }
        }
        return known.isEmpty ? "none" : known.joined(separator: "; ")
    }
}

extension ValueSet {
    /// `photo or video`, `0 to 17`.
    func words(of element: Element) -> String {
        var parts: [String] = []
        switch values {
        case .choice(let bits):
            for (place, id) in element.domain.valueIDs.enumerated() where bits & (1 << UInt64(place)) != 0 { parts.append(id) }
        case .numbers(let ranges):
            parts = ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
        }
        if notApplicable { parts.append("n/a") }
        return parts.joined(separator: " or ")
    }
}
