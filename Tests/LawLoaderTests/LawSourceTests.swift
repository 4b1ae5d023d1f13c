import FoundationEssentials
import Law
import LawLoader
import Testing

/// A folder that is gone when the test ends.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/law-source-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ file: String, _ text: String) throws {
        let full = path + "/" + file
        let folder = full.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: full))
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }
}

struct LawSourceTests {
    static func smallLaw(in folder: borrowing TemporaryFolder, below start: String = "") throws {
        for file in LawFile.allCases where file != .request { try folder.write(start + file.path, file.small) }
    }

    @Test func aFolder() throws {
        let folder = try TemporaryFolder()
        try Self.smallLaw(in: folder)
        try folder.write("README.md", "no law")
        try folder.write("Jurisdictions/.hidden/profile.yaml", "no law")
        try folder.write("Jurisdictions/AA/.profile.yaml", "no law")
        try folder.write("Jurisdictions/AA/notes.txt", "no law")
        let source = try FolderLawSource(folder: folder.path)
        #expect(source.paths == LawFile.allCases.filter { $0 != .request }.map(\.path).sorted())
        #expect(source.jurisdictions == ["AA"])
        #expect(try source.bytes(of: LawFile.profile.path) == Array(SmallLaw.profile.utf8))
        #expect(try source.bytes(of: "Jurisdictions/BB/profile.yaml") == nil)
        #expect(source.displayPath(LawFile.profile.path) == folder.path + "/Jurisdictions/AA/profile.yaml")
        let loader = LawLoader(source: source)
        let words = try #require(try loader.vocabulary().value)
        let state = try loader.jurisdiction(SmallLaw.code, vocabulary: words)
        #expect(state.diagnostics == [])
        #expect(state.value != nil)
    }

    @Test func diagnosticsNameTheFileInTheFolder() throws {
        let folder = try TemporaryFolder()
        try Self.smallLaw(in: folder)
        try folder.write(LawFile.vocabulary.path, "vocabulary: one\n")
        let loaded = try LawLoader(source: FolderLawSource(folder: folder.path)).vocabulary()
        #expect(Set(loaded.diagnostics.map(\.file)) == [folder.path + "/Rules/vocabulary.yaml"])
    }

    @Test func noFolder() throws {
        let folder = try TemporaryFolder()
        let missing = folder.path + "/missing"
        #expect(throws: LawSourceError.missing(missing)) { try FolderLawSource(folder: missing) }
        #expect("\(LawSourceError.missing("x"))" == "there is no folder `x`")
    }

    @Test func aFileInsteadOfAFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("law.yaml", "law")
        let file = folder.path + "/law.yaml"
        #expect(throws: LawSourceError.notAFolder(file)) { try FolderLawSource(folder: file) }
        #expect(
            "\(LawSourceError.notAFolder("x"))" == "`x` is not a folder; name one that holds `Rules` or `Jurisdictions`")
    }

    @Test func aFolderWithoutLaw() throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        #expect(throws: LawSourceError.noLaw(path)) { try FolderLawSource(folder: path) }
        try folder.write("Jurisdictions/AA/notes.txt", "no law")
        #expect(throws: LawSourceError.noLaw(path)) { try FolderLawSource(folder: path) }
        #expect(
            "\(LawSourceError.noLaw("x"))"
                == "`x` holds no law; it needs a folder `Rules` or `Jurisdictions` with YAML files")
    }

    @Test func aFileWhereRulesBelong() throws {
        let folder = try TemporaryFolder()
        try folder.write("Rules", "no folder")
        let path = folder.path
        #expect(throws: LawSourceError.unreadable(path + "/Rules")) { try FolderLawSource(folder: path) }
        #expect("\(LawSourceError.unreadable("x"))" == "`x` cannot be read")
    }

    @Test func aFolderWhereAFileBelongs() throws {
        let folder = try TemporaryFolder()
        try Self.smallLaw(in: folder)
        try folder.write("Jurisdictions/BB/profile.yaml/inner.txt", "no law")
        let source = try FolderLawSource(folder: folder.path)
        let words = try SmallLaw.words()
        #expect(throws: LawSourceError.unreadable(folder.path + "/Jurisdictions/BB/profile.yaml")) {
            try LawLoader(source: source).jurisdiction(JurisdictionCode("BB"), vocabulary: words)
        }
    }

    /// A state that is a link to a folder elsewhere is a state; what cannot be followed is none.
    @Test func aLinkedState() throws {
        let elsewhere = try TemporaryFolder()
        try Self.smallLaw(in: elsewhere)
        let folder = try TemporaryFolder()
        try folder.write("Jurisdictions/BB/profile.yaml", "x")
        try folder.write(LawFile.grounds.path, SmallLaw.grounds)
        try folder.link("Jurisdictions/AA", to: elsewhere.path + "/Jurisdictions/AA")
        try folder.link("Jurisdictions/CC", to: folder.path + "/nowhere")
        let source = try FolderLawSource(folder: folder.path)
        #expect(source.jurisdictions == ["AA", "BB"])
        #expect(source.paths.filter { $0.contains("/AA/") } == ["cases", "cooperation", "offences", "profile"].map { "Jurisdictions/AA/\($0).yaml" })
        let loaded = try LawLoader(source: source).jurisdiction(SmallLaw.code, vocabulary: SmallLaw.words())
        #expect(loaded.diagnostics == [])
        let state = try #require(loaded.value)
        #expect(state.cooperation != nil)
    }

    @Test func aLinkThatLeadsBack() throws {
        let folder = try TemporaryFolder()
        try Self.smallLaw(in: folder)
        try folder.link("Jurisdictions/LOOP", to: folder.path + "/Jurisdictions")
        let source = try FolderLawSource(folder: folder.path)
        #expect(source.jurisdictions.contains("AA"))
        #expect(source.paths.allSatisfy { $0.split(separator: "/").count <= 5 })
    }

    @Test func anOverlay() throws {
        let bottom = SmallLaw.source(.profile, SmallLaw.profile)
        let top = MemoryLawSource(files: [
            LawFile.profile.path: SmallLaw.profile.replacing("en: Alphaland", with: "en: Betaland"),
            "Jurisdictions/BB/profile.yaml": "x",
        ])
        let source = OverlayLawSource(top: top, over: bottom)
        #expect(source.paths == Set(top.paths + bottom.paths).sorted())
        #expect(source.jurisdictions == ["AA", "BB"])
        #expect(try source.bytes(of: LawFile.profile.path) == top.bytes(of: LawFile.profile.path))
        #expect(try source.bytes(of: LawFile.offences.path) == bottom.bytes(of: LawFile.offences.path))
        #expect(try source.bytes(of: "Jurisdictions/CC/profile.yaml") == nil)
        let state = try LawLoader(source: source).jurisdiction(SmallLaw.code, vocabulary: SmallLaw.words()).value
        #expect(state?.name == "Betaland")
    }

    @Test func anOverlayShowsWhereAFileComesFrom() throws {
        let folder = try TemporaryFolder()
        try folder.write(LawFile.profile.path, SmallLaw.profile)
        let source = OverlayLawSource(
            top: try FolderLawSource(folder: folder.path), over: SmallLaw.source(.profile, SmallLaw.profile))
        #expect(source.displayPath(LawFile.profile.path) == folder.path + "/" + LawFile.profile.path)
        #expect(source.displayPath(LawFile.offences.path) == LawFile.offences.path)
    }

    /// Only what lies in a folder of its own below `Jurisdictions` is a state.
    @Test func whatIsAState() {
        let source = MemoryLawSource(files: [
            "Rules/vocabulary.yaml": "", "Rules/AA/profile.yaml": "", "Jurisdictions/stray.yaml": "", "Jurisdictions/ZZ/profile.yaml": "",
            "Jurisdictions/AA/offences.yaml": "", "Jurisdictions/BB/old/profile.yaml": "",
        ])
        #expect(LawLoader(source: source).jurisdictions == [JurisdictionCode("AA"), JurisdictionCode("ZZ")])
    }
}
