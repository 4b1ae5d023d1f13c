import Benchmark

/// Everything that is measured inside one process. What a whole process costs is measured by `Benchmarks/process.py`.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = Benchmark.Configuration(
        metrics: [.wallClock, .throughput],
        warmupIterations: 5,
        maxDuration: .seconds(1),
        maxIterations: 100_000)
    decisions()
    compilations()
    readings()
    assessments()
    comparisons()
}
