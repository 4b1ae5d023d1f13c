import Benchmark

/// Measures `body` on what `setup` made; only `body` is timed.
func measure<Work>(
    _ name: String, scale: BenchmarkScalingFactor = .one, setup: @escaping () throws -> Work,
    body: @escaping (Benchmark, Work) throws -> Void
) {
    var configuration = Benchmark.defaultConfiguration
    configuration.scalingFactor = scale
    Benchmark(name, configuration: configuration, closure: body, setup: { try setup() })
}
