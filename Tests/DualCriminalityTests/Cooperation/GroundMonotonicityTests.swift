import Law
import LawLoader
import Testing

@testable import DualCriminality

/// More facts never turn one settled answer on a ground into another, and leaving one out never makes a request look better
/// (DESIGN §4.2): on the bundled law, with nothing presumed.
@Suite struct GroundMonotonicityTests {
    /// What a request can say beside the facts of the offence, one statement each.
    private enum Statements {
        static func random(_ from: String, _ to: String, _ random: inout SeededGenerator) throws -> [Statement] {
            func pick(_ options: [String]) -> String { options.randomElement(using: &random) ?? "" }
            let catalogue = try CorpusTests.library.grounds()
            var all: [Statement] = [
                Statement(.person, "nationalities: [\(pick([from, to, "\(from), \(to)", "{state: \(to), since: 2025-08-01}"]))]"),
                Statement(.person, "resident-in: \(pick([from, to, "CH"]))"),
                Statement(.person, "age-at-conduct: \(pick(["13", "16", "40"]))"),
                Statement(.top, pick(["procedural: []", "procedural: [{act: charge, on: 2025-12-01, in: \(from)}]"])),
                Statement(.count, "victim: {nationalities: [\(pick([from, to]))], age-at-conduct: \(pick(["9", "15"]))}"),
                Statement(.place, pick(["[\(from)]", "[\(to)]", "[{state: \(from), part: part}, {state: \(to), part: part}]", "[CH]"])),
                Statement(.theCase, pick(["final-judgments: []", "final-judgments: [{state: \(to), outcome: acquitted}]", "final-judgments: [{state: CH, outcome: served}]"])),
            ]
            for element in catalogue.vocabulary.elements where element.kind != .derived {
                let parts = element.id.split(separator: ".", maxSplits: 1).map(String.init)
                let place: Statement.Place = parts[0] == "case" ? .theCase : parts[0] == "assurance" ? .assurances : .person
                // A judgment in absence needs a sentence.
                let value = element.id.hasPrefix("case.in-absentia") ? "no" : pick(["yes", "no"])
                all.append(Statement(place, "\(parts[1]): \(value)"))
            }
            return all
        }
    }

    private struct Statement {
        enum Place { case person, theCase, assurances, top, count, place }
        let place: Place
        let text: String
        init(_ place: Place, _ text: String) {
            self.place = place
            self.text = text
        }
    }

    private struct Key: Hashable {
        let basis: String
        let ground: String
        let measure: String?
    }

    private func answers(_ from: String, _ to: String, _ kind: Request.Kind, _ said: [Statement]) throws -> [Key: Finding.Outcome] {
        func block(_ place: Statement.Place) -> String { said.filter { $0.place == place }.map(\.text).joined(separator: ", ") }
        let text = """
            request: \(kind.rawValue)
            requesting: \(from)
            requested: \(to)
            date: 2026-06-01
            \(kind == .assistance ? "measures: [search-and-seizure, preservation]" : "purpose: prosecution")
            person: {\(block(.person))}
            case: {\(block(.theCase))}
            assurances: {\(block(.assurances))}
            \(said.filter { $0.place == .top }.map(\.text).joined(separator: "\n"))
            counts:
              - id: "1"
                committed: {from: 2025-07-01, to: 2025-09-30\(said.filter { $0.place == .place }.map { ", in: \($0.text)" }.joined())}
                \(said.filter { $0.place == .count }.map(\.text).joined(separator: "\n    "))
                facts: {act: supply, stage: completed, material.medium: video, material.content: intercourse, material.person: child, material.realism: record-of-real-event, material.real-age: 12, material.shown-age: 12, mental: purpose, public-recipients: yes, appraisal.pornographic: yes, appraisal.obscene: yes, lawful-authority: no, legitimate-purpose: no}
            """
        let library = CorpusTests.library
        let loaded = try library.request(Array(text.utf8), file: "request")
        guard let request = loaded.value else { throw LawError.broken(loaded.errors) }
        let assessment = try library.assessor(
            for: request, vocabulary: try library.vocabulary(), options: .init(strict: true)
        ).assess(request)
        var result: [Key: Finding.Outcome] = [:]
        for finding in assessment.findings { result[Key(basis: finding.basis, ground: finding.ground, measure: finding.measure)] = finding.outcome }
        return result
    }

    @Test(arguments: [
        ("FR", "DE", Request.Kind.extradition), ("DE", "JP", .extradition), ("JP", "CA", .extradition), ("DE", "FR", .extradition),
        ("CA", "DE", .assistance), ("DE", "JP", .assistance), ("US", "IE", .assistance),
    ])
    func moreFactsOnlySettle(from: String, to: String, kind: Request.Kind) throws {
        var random = SeededGenerator(state: (from + to + kind.rawValue).utf8.reduce(UInt64(5)) { $0 &* 31 &+ UInt64($1) })
        var settled = 0
        for _ in 0..<2 {
            var said = try Statements.random(from, to, &random)
            var more = try answers(from, to, kind, said)
            for _ in 0..<4 {
                said.shuffle(using: &random)
                said.removeLast(said.count / 3)
                let fewer = try answers(from, to, kind, said)
                for (key, outcome) in fewer where outcome != .unknown {
                    #expect(more[key] == outcome, "\(key) was \(outcome) with fewer facts and is \(String(describing: more[key])) with more")
                    settled += 1
                }
                more = fewer
            }
        }
        #expect(settled > 100)
    }
}
