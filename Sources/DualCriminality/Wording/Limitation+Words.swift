import Law

extension Limitation.VictimRule {
    /// "not running until the victim is 30".
    var words: String {
        switch self {
        case .runsFromAge(let age): return "from the day on which the victim is \(age)"
        case .suspendedUntilAge(let age): return "not running until the victim is \(age)"
        case .uncountedUntilAge(let age): return "not counted until the victim is \(age)"
        case .addedUntilAge(let age): return "longer by the time until the victim is \(age)"
        case .notBeforeAge(let age): return "not over before the victim is \(age)"
        case .lifeOr(let term): return "as long as the victim lives, or for \(term.words) if that is longer"
        }
    }
}

extension Interruption {
    /// "begins anew with an arrest warrant or charge, at most double; stops with a judgment"; nil where it says nothing.
    var words: String? {
        func list(_ kinds: Set<ProceduralAct.Kind>) -> String {
            kinds.map { $0.rawValue.replacing("-", with: " ") }.sorted().joined(separator: ", ")
        }
        var parts: [String] = []
        if !restarting.isEmpty {
            parts.append("begins anew with: " + list(restarting) + (absolute.map { ", ends \($0.words) at the latest" } ?? ""))
        }
        if !stopping.isEmpty { parts.append("stops with: " + list(stopping)) }
        if !withoutEffect.isEmpty { parts.append("unaffected by: " + list(withoutEffect)) }
        if !suspendedWhile.isEmpty {
            parts.append("rests while the person is " + suspendedWhile.map(\.rawValue).sorted().joined(separator: " or "))
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
