import DualCriminality
import Law

/// A condition as JSON: `{"all": […]}`, `{"any": […]}`, `{"not": …}`, `{"definition": …, "means": …}`, or one fact.
public struct ConditionJSON: Encodable, Sendable {
    private let condition: Condition
    private let wording: Wording

    public init(_ condition: Condition, vocabulary: Vocabulary) {
        self.condition = condition
        wording = Wording(vocabulary: vocabulary)
    }

    private init(_ condition: Condition, wording: Wording) {
        self.condition = condition
        self.wording = wording
    }

    private enum Key: String, CodingKey {
        case all, any, not, definition, means, open, readings, id, when, offences
        case aimsAt = "aims-at"
        case sameChild = "same-child"
    }

    public func encode(to encoder: any Encoder) throws {
        if case .has(let element, let set) = condition {
            try FactDescription(element, set, wording: wording).encode(to: encoder)
            return
        }
        var container = encoder.container(keyedBy: Key.self)
        func nested(_ part: Condition) -> ConditionJSON { ConditionJSON(part, wording: wording) }
        switch condition {
        case .has: break
        case .all(let parts): try container.encode(parts.map(nested), forKey: .all)
        case .any(let parts): try container.encode(parts.map(nested), forKey: .any)
        case .not(let part): try container.encode(nested(part), forKey: .not)
        case .definition(let name, let part):
            try container.encode(name, forKey: .definition)
            try container.encode(nested(part), forKey: .means)
        case .open(let law): try container.encode(law.text, forKey: .open)
        case .readings(_, let readings):
            var list = container.nestedUnkeyedContainer(forKey: .readings)
            for reading in readings {
                var one = list.nestedContainer(keyedBy: Key.self)
                try one.encode(reading.id, forKey: .id)
                try one.encode(nested(reading.condition), forKey: .when)
            }
        case .aimsAt(let aimed):
            var one = container.nestedContainer(keyedBy: Key.self, forKey: .aimsAt)
            try one.encode(aimed.offences.map(\.text), forKey: .offences)
            try one.encode(aimed.sameChild, forKey: .sameChild)
        }
    }
}

/// One offence as JSON, for `dualcrim explain --format json`.
public struct OffenceRecord: Encodable, Sendable {
    public struct Version: Encodable, Sendable {
        let provision: String
        let from: String?
        let to: String?
        let review: String
        let inForceRead: Bool
        let when: ConditionJSON
        let hook: ConditionJSON?
        let except: [Exception]
        let attempt: String
        let penalty: [Penalty]
        let limitation: String?

        enum CodingKeys: String, CodingKey {
            case provision, from, to, review, when, hook, except, attempt, penalty, limitation
            case inForceRead = "in-force-read"
        }
    }

    public struct Exception: Encodable, Sendable {
        let name: String
        let kind: String
        let burden: String?
        let provision: String
        let when: ConditionJSON?
    }

    public struct Penalty: Encodable, Sendable {
        let imprisonment: ImprisonmentAnswer?
        let fine: String?
        let trial: String?
        let provision: String?
        let when: ConditionJSON?
    }

    let schema = "dualcrim/offence/1"
    let jurisdiction: String
    let id: String
    let title: [String: String]
    let source: String
    let asOf: String
    let review: String
    let versions: [Version]
    let silent: [String]
    let note: String?

    enum CodingKeys: String, CodingKey {
        case schema, jurisdiction, id, title, source, review, versions, silent, note
        case asOf = "as-of"
    }

    public init(_ offence: Offence, of state: Jurisdiction, vocabulary: Vocabulary) {
        func json(_ condition: Condition) -> ConditionJSON { ConditionJSON(condition, vocabulary: vocabulary) }
        jurisdiction = state.code.text
        id = offence.id.text
        title = offence.titles
        source = offence.source.title
        asOf = offence.source.consolidated.iso
        review = offence.review.rawValue
        silent = offence.silent
        note = offence.note
        versions = offence.versions.map { version in
            Version(
                provision: version.provision, from: version.inForce.from?.iso, to: version.inForce.to?.iso,
                review: version.review.rawValue, inForceRead: version.inForceIsRead,
                when: json(version.when), hook: version.hook.map { json($0.when) },
                except: version.exceptions.map {
                    Exception(
                        name: $0.name, kind: $0.kind.rawValue, burden: $0.burden?.rawValue, provision: $0.provision,
                        when: $0.kind.subtracts ? json($0.when) : nil)
                },
                attempt: version.attempt.rawValue,
                penalty: version.penalty.map {
                    Penalty(
                        imprisonment: $0.imprisonment.map { ImprisonmentAnswer($0, alternativeFine: false) },
                        fine: $0.fine?.rawValue, trial: $0.trial?.rawValue, provision: $0.provision,
                        when: $0.when == .always ? nil : json($0.when))
                },
                limitation: OffenceFacts.limitation(version, state.generalPart))
        }
    }
}
