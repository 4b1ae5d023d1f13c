import BundledLaw
import FoundationEssentials
import Testing

/// The top of the project, from this file's own place in it.
private let top = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

/// What `make bundle` should have listed: every YAML file of the two folders, sorted by bytes.
private func filesOnDisk() throws -> [String] {
    try ["Jurisdictions", "Rules"].flatMap { folder in
        try FileManager.default.subpathsOfDirectory(atPath: "\(top)/\(folder)")
            .filter { $0.hasSuffix(".yaml") }
            .map { "\(folder)/\($0)" }
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

@Suite("Bundled law")
struct BundledLawTests {
    @Test("lists every YAML file of Rules/ and Jurisdictions/, in order")
    func listIsComplete() throws {
        let bundled = Set(BundledLaw.paths)
        let disk = try filesOnDisk()
        let advice: Comment = "Sources/CBundledLaw/files.inc is out of date: run `make bundle`, then build again"
        #expect(disk.filter { !bundled.contains($0) } == [], advice)
        #expect(bundled.subtracting(disk) == [], advice)
        #expect(BundledLaw.paths == BundledLaw.paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, advice)
    }

    @Test("holds the bytes that are on disk")
    func bytesAreThoseOnDisk() throws {
        for path in BundledLaw.paths {
            let bundled = try #require(BundledLaw.bytes(path))
            let disk = try Data(contentsOf: URL(filePath: "\(top)/\(path)"))
            #expect(bundled.elementsEqual(disk), "\(path) differs from the file on disk: build again")
        }
    }

    @Test("copies nothing: the same address each time")
    func doesNotCopy() throws {
        let path = try #require(BundledLaw.paths.first)
        #expect(BundledLaw.bytes(path)?.baseAddress == BundledLaw.bytes(path)?.baseAddress)
    }

    @Test(
        "knows no other paths",
        arguments: ["", "Rules", "Rules/", "rules/vocabulary.yaml", "Rules/vocabulary.yam",
            "Rules/vocabulary.yaml.", "./Rules/vocabulary.yaml", "Zzz", "Ärger.yaml"])
    func unknownPath(path: String) {
        #expect(BundledLaw.bytes(path) == nil)
    }

    @Test("a NUL in a path ends nothing")
    func nulInPath() throws {
        let path = try #require(BundledLaw.paths.first)
        #expect(BundledLaw.bytes(path + "\0") == nil)
        #expect(BundledLaw.bytes("\0") == nil)
    }
}
