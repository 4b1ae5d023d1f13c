// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who uses the project builds a benchmark. `make bench` runs it.
let package = Package(
    name: "dualcrim-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        // Named, because a clone may lie in a folder of any name.
        .package(name: "dualcrim", path: ".."),
        // Without traits: counting allocations and reference counts needs interposed libraries and is not asked here.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        // libyaml by itself, the peer that reading is compared with.
        .systemLibrary(name: "LibYAML", path: "LibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .executableTarget(
            name: "LawBenchmarks",
            dependencies: [
                "LibYAML",
                .product(name: "DualCriminality", package: "dualcrim"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Law",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ],
    swiftLanguageModes: [.v6]
)
