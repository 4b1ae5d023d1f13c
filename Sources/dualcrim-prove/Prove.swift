import ArgumentParser
import DualCriminality
import Foundation
import Law
import LawLoader
import Proving
import Synchronization

/// `dualcrim-prove`: lets a solver confirm what dualcrim says.
@main
struct Prove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dualcrim-prove",
        abstract: "Let an SMT solver confirm every comparison of the encoded states, and random cases.",
        discussion: """
            The questions are those of `dualcrim export smtlib`: made from the conditions of the law, not from the diagrams that \
            decided them. Exit code 0 if everything was confirmed, 1 if not, 64 usage, 65 bad data, 66 no such file or solver.
            """)

    @Argument(help: ArgumentHelp("Only these states; without any, all that are encoded.", valueName: "state")) var states: [String] = []
    @Option(help: "z3, cvc5, or the path of either.") var solver = "z3"
    @Option(help: "How many random cases.") var cases = 1000
    @Option(help: "Other cases, the same for the same number.") var seed: UInt64 = 1
    @Option(help: ArgumentHelp("Only this category of offences.", valueName: "category")) var category: String?
    @Option(help: ArgumentHelp("The law of this day; without it, the newest that is encoded.", valueName: "date")) var asOf: String?
    @Option(help: ArgumentHelp("How long one check may take.", valueName: "seconds")) var timeout = 20
    @Option(help: ArgumentHelp("How many solvers run at a time; without it, one for each processor, at most 8.", valueName: "count")) var jobs: Int?
    @Option(help: ArgumentHelp("Where the questions of unconfirmed answers are left.", valueName: "dir")) var keep = ".build/unproved"
    @Option(help: ArgumentHelp("A folder with Rules/ and Jurisdictions/ whose files take the place of the bundled ones.", valueName: "dir")) var law: String?
    @Flag(help: "Measure the solver and the engine on the same questions; one solver at a time.") var time = false

    func validate() throws {
        if cases < 0 { throw ValidationError("`--cases \(cases)` is no number of cases; 0 leaves them out") }
        if timeout < 1 { throw ValidationError("`--timeout \(timeout)` is too short; 1 second is the least") }
        if let jobs, jobs < 1 { throw ValidationError("`--jobs \(jobs)` runs nothing; 1 is the least") }
    }

    func run() async throws {
        guard let command = SolverCommand(solver, seconds: timeout) else {
            Output.error("there is no solver `\(solver)`", hint: "install it (on Debian: apt-get install z3), or name its path with --solver")
            throw ExitCode(66)
        }
        let run = try Setup(law: law, states: states, category: category, asOf: asOf).proofRun()
        let workers = time ? 1 : jobs ?? min(8, ProcessInfo.processInfo.activeProcessorCount)
        let patience = Duration.seconds(timeout * 6)
        let begin = ContinuousClock.now

        let pairs = run.pairs
        let proved = try await Prove.share(pairs.count, among: workers, command, patience) { place, prover in
            try run.prove(pairs[place], &prover)
        }
        for pair in proved { Output.line("\(pair.from) → \(pair.to)  \(Output.share(pair.tally))") }
        let compared = proved.map(\.tally).reduce(ProofTally(), +)
        let random = run.cases(seed: seed)
        let tried = try await Prove.share(cases, among: workers, command, patience) { place, prover in
            try run.prove(case: place + 1, of: random, &prover)
        }.compactMap(\.self).reduce(ProofTally(), +)

        Output.line("compare: \(Output.share(compared)); cases: \(Output.share(tried)) (seed \(seed))")
        Output.line("\(compared.times.count + tried.times.count) questions in \(Output.seconds(ContinuousClock.now - begin)) s by \(command.program.path)")
        let all = compared + tried
        try Output.unconfirmed("refuted", all.refuted, folder: keep)
        try Output.unconfirmed("undecided", all.undecided, folder: keep)
        if time { try Timing(run: run, proved: proved, command: command, patience: patience).report() }
        if !all.unconfirmed.isEmpty { throw ExitCode(1) }
    }

    /// Does the pieces of work in any order, each worker with a solver of its own; the results are in order.
    private static func share<Result: Sendable>(
        _ count: Int, among workers: Int, _ command: SolverCommand, _ patience: Duration,
        _ work: @escaping @Sendable (Int, inout Prover<SolverProcess>) throws -> Result
    ) async throws -> [Result] {
        let next = SharedCounter()
        return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var prover = Prover(SolverProcess(command, patience: patience))
                    var done: [(Int, Result)] = []
                    while case let place = next.take(), place < count { done.append((place, try work(place, &prover))) }
                    return done
                }
            }
            var all: [(Int, Result)] = []
            for try await part in group { all += part }
            return all.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

/// Hands out the numbers from 0 on, each once.
private final class SharedCounter: Sendable {
    private let next = Atomic(0)
    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
}
