import Law

/// Facts about an offence that follow from it and the general part of its state.
public enum OffenceFacts {
    /// The limitation in words: the offence's own rule, or the ladder of the general part by the highest maximum.
    public static func limitation(_ version: OffenceVersion, _ general: GeneralPart) -> String? {
        var parts: [String] = []
        if let own = version.limitation {
            if own.none { return "none (\(own.authority.provision))" }
            if let after = own.after { parts.append(after.words) } else if let period = ladder(version, general) { parts.append(period) }
            switch own.from {
            case .majorityOfVictim?: parts.append("from the victim's majority")
            case .result?: parts.append("from the result")
            case .endOfConduct?, nil: break
            }
            if let victim = own.victim { parts.append(victim.words) }
            if !own.perhaps.isEmpty { parts.append("or by another rule, which is open") }
            return parts.isEmpty ? nil : parts.joined(separator: ", ") + " (\(own.authority.provision))"
        }
        guard let rule = general.limitation else { return nil }
        if rule.none { return "none (\(rule.authority.provision))" }
        return ladder(version, general).map { "\($0) (\(rule.authority.provision))" }
    }

    private static func ladder(_ version: OffenceVersion, _ general: GeneralPart) -> String? {
        guard let maximum = version.penalty.compactMap({ $0.imprisonment?.maximum }).max() else { return nil }
        return general.limitation?.period(forMaximum: maximum)?.words
    }
}
