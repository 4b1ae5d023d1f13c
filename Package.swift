// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in this package's own targets, never in its dependencies. Only on the compilers that the code is
// known to be clean on: a later compiler with new warnings must not keep anybody from building. `.ci/run` fails on any
// warning whatever the compiler.
#if compiler(<6.4)
let strictSwift: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let strictC: [CSetting] = [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]
#else
let strictSwift: [SwiftSetting] = []
let strictC: [CSetting] = [.enableWarning("all"), .enableWarning("extra")]
#endif

/// A library target in `Sources/<name>` with its tests in `Tests/<name>Tests`.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], tests: [Target.Dependency] = []) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, swiftSettings: strictSwift),
        .testTarget(
            name: "\(name)Tests", dependencies: [.target(name: name)] + tests, swiftSettings: strictSwift),
    ]
}

// The order is the way the data takes; a target depends only on targets above it.
let rooms: [[Target]] = [
    [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .yum(["libyaml-devel"]), .brew(["libyaml"])])
    ],
    room("YAMLTree", ["CLibYAML"]),
    room("Law"),
    room("LawLoader", ["Law", "YAMLTree"]),
    room("ConditionAlgebra", ["Law"]),
    [.target(name: "CBundledLaw", cSettings: strictC)],
    room("BundledLaw", ["CBundledLaw"]),
    room(
        "DualCriminality",
        ["Law", "LawLoader", "ConditionAlgebra", "BundledLaw", .product(name: "Crypto", package: "swift-crypto")]),
    room("Reporting", ["DualCriminality"]),
    room("SolverExport", ["DualCriminality"]),
    // Runs the solver; apart, because Foundation's processes have no place in the command itself.
    room("Proving", ["SolverExport"]),
    [
        .executableTarget(
            name: "dualcrim",
            dependencies: ["Reporting", "SolverExport", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strictSwift),
        .executableTarget(
            name: "dualcrim-prove",
            dependencies: ["Proving", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strictSwift),
        .testTarget(name: "dualcrimTests", dependencies: ["dualcrim", "dualcrim-prove"], swiftSettings: strictSwift),
    ],
]

let package = Package(
    name: "dualcrim",
    products: [
        // With the modules whose types its interface names.
        .library(
            name: "DualCriminality", targets: ["DualCriminality", "Law", "LawLoader", "YAMLTree", "ConditionAlgebra"]),
        .executable(name: "dualcrim", targets: ["dualcrim"]),
        .executable(name: "dualcrim-prove", targets: ["dualcrim-prove"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: rooms.flatMap { $0 },
    swiftLanguageModes: [.v6]
)
