import Law
import LawLoader
import YAMLTree

/// Checks a whole encoding: it loads, its samples answer as their authors read the text, and nothing in it is dead.
public struct EncodingCheck: Sendable {
    public let library: LawLibrary

    public init(library: LawLibrary) { self.library = library }

    public struct Result: Sendable {
        public var diagnostics: [Diagnostic] = []
        /// How many files, offences and samples were looked at.
        public var jurisdictions = 0
        public var offences = 0
        public var samples = 0
        public var instruments = 0

        public init() {}

        public var errors: Int { diagnostics.filter { $0.severity == .error }.count }
        public var warnings: Int { diagnostics.filter { $0.severity == .warning }.count }
    }

    /// - Parameters:
    ///   - codes: the states to check; nil for all.
    ///   - rules: whether benchmarks, grounds, instruments and parties are checked too; nil where all states are.
    public func run(_ codes: [JurisdictionCode]? = nil, rules: Bool? = nil) throws -> Result {
        var result = Result()
        let vocabulary = try library.loader.vocabulary()
        result.diagnostics += vocabulary.diagnostics
        guard let vocabulary = vocabulary.value else { return result }
        if rules ?? (codes == nil) {
            for id in library.benchmarks {
                result.diagnostics += try library.loader.benchmark(id, vocabulary: vocabulary).diagnostics
            }
            try checkCooperation(vocabulary, &result)
        }
        for code in codes ?? library.codes {
            result.jurisdictions += 1
            try check(code, vocabulary, &result)
        }
        return result
    }

    /// The grounds, the instruments, and the table of parties, which has to know every instrument.
    private func checkCooperation(_ vocabulary: Vocabulary, _ result: inout Result) throws {
        result.diagnostics += try library.loader.grounds().diagnostics
        let parties = try library.loader.parties()
        result.diagnostics += parties.diagnostics
        let file = library.loader.source.displayPath(LawLoader.partiesPath)
        for id in library.instruments {
            result.instruments += 1
            let loaded = try library.loader.instrument(id, vocabulary: vocabulary)
            result.diagnostics += loaded.diagnostics
            guard let instrument = loaded.value else { continue }
            let shown = library.loader.source.displayPath(LawLoader.path(id))
            if let table = parties.value, table.instruments[id] == nil {
                result.diagnostics.append(
                    warning("law/parties", shown, 1, "the table of parties does not name `\(id)`", "add it to \(file)"))
            }
            let others = instrument.supplements + instrument.precedence.flatMap { $0.over.map { Array($0) } ?? [] }
            for other in others.sorted() where !library.instruments.contains(other) && parties.value?.instruments[other] == nil {
                result.diagnostics.append(warning("law/unknown-instrument", shown, 1, "there is no instrument `\(other)`", nil))
            }
            if let benchmark = instrument.benchmark, !library.benchmarks.contains(benchmark) {
                result.diagnostics.append(
                    warning("law/unknown-benchmark", shown, 1, "there is no benchmark `\(benchmark)`", nil))
            }
        }
        for (id, entry) in (parties.value?.instruments ?? [:]).sorted(by: { $0.key < $1.key })
        where entry.isEncoded && !library.instruments.contains(id) {
            result.diagnostics.append(
                warning("law/parties", file, 1, "`\(id)` has no file", "write `encoded: no`, or add \(LawLoader.path(id))"))
        }
    }

    private func check(_ code: JurisdictionCode, _ vocabulary: Vocabulary, _ result: inout Result) throws {
        let loaded = try library.loader.jurisdiction(code, vocabulary: vocabulary)
        result.diagnostics += loaded.diagnostics
        guard let jurisdiction = loaded.value else { return }
        result.offences += jurisdiction.offences.count
        result.diagnostics += try unknownInstruments(jurisdiction)
        result.diagnostics += missingCoverage(jurisdiction, vocabulary)
        result.diagnostics += try dead(jurisdiction, vocabulary)
        let samples = try library.loader.samples(of: jurisdiction, vocabulary: vocabulary)
        result.diagnostics += samples.diagnostics
        guard let samples = samples.value else { return }
        result.samples += samples.count
        let file = shown(code, "cases")
        let sampled = Set(samples.compactMap(\.offence))
        for offence in jurisdiction.offences where !sampled.contains(offence.id) {
            result.diagnostics.append(
                warning("law/no-sample", file, 1, "no case tests `\(offence.id)`", "add a case with `punished` and `near-miss`"))
        }
        for failure in try SampleChecker(vocabulary: vocabulary, jurisdiction: jurisdiction).failures(in: samples) {
            let what = failure.sample.offence.map { "`\($0)`" } ?? "the state"
            result.diagnostics.append(
                Diagnostic(
                    severity: .error, code: "law/sample", file: file,
                    position: SourcePosition(line: failure.sample.line, column: 1, offset: 0),
                    message: "\(what) should be \(failure.sample.expected) on these facts, the encoding says "
                        + (failure.answer?.rawValue ?? "nothing"),
                    hint: failure.reasons.isEmpty ? nil : failure.reasons.joined(separator: "; ")))
        }
    }

    /// Instruments under which a state's law says something but which nobody knows.
    private func unknownInstruments(_ jurisdiction: Jurisdiction) throws -> [Diagnostic] {
        let known = Set(library.instruments).union((try library.loader.parties().value ?? .empty).instruments.keys)
        let named = Request.Kind.allCases.flatMap { Array((jurisdiction.cooperation?.law($0)?.under ?? [:]).keys) }
        return Set(named).subtracting(known).sorted().map { id in
            warning(
                "law/unknown-instrument", shown(jurisdiction.code, "cooperation"), 1, "there is no instrument `\(id)`",
                Suggestion.nearest(to: id.text, in: known.map(\.text).sorted()).map { "did you mean `\($0)`?" })
        }
    }

    private func missingCoverage(_ jurisdiction: Jurisdiction, _ vocabulary: Vocabulary) -> [Diagnostic] {
        vocabulary.categories.filter { jurisdiction.coverage[$0.id] == nil }.map {
            warning(
                "law/coverage", shown(jurisdiction.code, "profile"), 1, "`coverage` does not mention `\($0.id)`",
                "say `encoded`, `no-offence` or `not-encoded`; unmentioned counts as not encoded")
        }
    }

    /// Offences that no possible case fulfils, and exceptions that never take anything away.
    private func dead(_ jurisdiction: Jurisdiction, _ vocabulary: Vocabulary) throws -> [Diagnostic] {
        guard let date = jurisdiction.offences.compactMap({ $0.latest?.inForce.from }).max() else { return [] }
        let file = shown(jurisdiction.code, "offences")
        let law = DeadLaw(space: try AuditSpace(jurisdiction, on: date, vocabulary: vocabulary))
        return try law.space.view.offences.flatMap { offence in
            if try law.neverApplies(offence) {
                return [
                    warning(
                        "law/never-applies", file, 1, "`\(offence.offence.id)` can never apply",
                        "its conditions contradict each other or the constraints of the vocabulary")
                ]
            }
            return try law.exceptionsThatNeverBite(offence).map { exception in
                warning(
                    "law/exception-never-bites", file, 1,
                    "the exception `\(exception.name)` of `\(offence.offence.id)` takes nothing out of it",
                    "its conditions contradict those of the offence or the constraints of the vocabulary")
            }
        }
    }

    private func shown(_ code: JurisdictionCode, _ file: String) -> String {
        library.loader.source.displayPath(LawLoader.path(code, file))
    }

    private func warning(_ code: String, _ file: String, _ line: Int, _ message: String, _ hint: String?) -> Diagnostic {
        Diagnostic(
            severity: .warning, code: code, file: file, position: SourcePosition(line: line, column: 1, offset: 0),
            message: message, hint: hint)
    }
}
