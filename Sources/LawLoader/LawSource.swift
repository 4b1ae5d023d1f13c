import FoundationEssentials

/// Where the files of the law come from: a folder, the bundled copy, or one laid over the other.
///
/// Paths are relative and use `/`: `Rules/vocabulary.yaml`, `Jurisdictions/DE/offences.yaml`.
public protocol LawSource: Sendable {
    /// The bytes of a file; nil where there is none.
    func bytes(of path: String) throws -> [UInt8]?
    /// Every path, sorted.
    var paths: [String] { get }
    /// The path as it is shown in diagnostics.
    func displayPath(_ path: String) -> String
}

extension LawSource {
    public func displayPath(_ path: String) -> String { path }

    /// The states that have a folder, sorted.
    public var jurisdictions: [String] {
        var found: Set<String> = []
        for path in paths {
            let parts = path.split(separator: "/")
            if parts.count == 3, parts[0] == "Jurisdictions" { found.insert(String(parts[1])) }
        }
        return found.sorted()
    }
}

/// Law in a folder that holds `Rules/` and `Jurisdictions/`.
public struct FolderLawSource: LawSource {
    public let folder: String
    public let paths: [String]

    /// Fails where the folder cannot be read or holds neither `Rules` nor `Jurisdictions`.
    public init(folder: String) throws {
        self.folder = folder
        let manager = FileManager.default
        var isFolder = false
        guard manager.fileExists(atPath: folder, isDirectory: &isFolder) else {
            throw LawSourceError.missing(folder)
        }
        guard isFolder else { throw LawSourceError.notAFolder(folder) }
        var found: [String] = []
        for part in ["Rules", "Jurisdictions"] where manager.fileExists(atPath: folder + "/" + part) {
            found += try FolderLawSource.files(in: folder, part, depth: 4)
        }
        guard !found.isEmpty else { throw LawSourceError.noLaw(folder) }
        paths = found.sorted()
    }

    /// The YAML files below a folder; links are followed, so that a linked state is not half-loaded.
    private static func files(in folder: String, _ path: String, depth: Int) throws -> [String] {
        guard depth > 0 else { return [] }
        var found: [String] = []
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)
        } catch {
            throw LawSourceError.unreadable(folder + "/" + path)
        }
        for name in names where !name.hasPrefix(".") {
            let inner = path + "/" + name
            var isFolder = false
            guard FileManager.default.fileExists(atPath: folder + "/" + inner, isDirectory: &isFolder) else { continue }
            if isFolder {
                found += try files(in: folder, inner, depth: depth - 1)
            } else if name.hasSuffix(".yaml") {
                found.append(inner)
            }
        }
        return found
    }

    public func bytes(of path: String) throws -> [UInt8]? {
        let full = folder + "/" + path
        guard FileManager.default.fileExists(atPath: full) else { return nil }
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: full)))
        } catch {
            throw LawSourceError.unreadable(full)
        }
    }

    public func displayPath(_ path: String) -> String { folder + "/" + path }
}

/// One source over another: a file of `top` replaces the file of the same path below.
public struct OverlayLawSource: LawSource {
    public let top: any LawSource
    public let bottom: any LawSource
    public let paths: [String]

    public init(top: any LawSource, over bottom: any LawSource) {
        self.top = top
        self.bottom = bottom
        paths = Set(top.paths).union(bottom.paths).sorted()
    }

    public func bytes(of path: String) throws -> [UInt8]? { try top.bytes(of: path) ?? bottom.bytes(of: path) }

    public func displayPath(_ path: String) -> String {
        top.paths.contains(path) ? top.displayPath(path) : bottom.displayPath(path)
    }
}

public enum LawSourceError: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(String)
    case notAFolder(String)
    case noLaw(String)
    case unreadable(String)

    public var description: String {
        switch self {
        case .missing(let path): return "there is no folder `\(path)`"
        case .notAFolder(let path): return "`\(path)` is not a folder; name one that holds `Rules` or `Jurisdictions`"
        case .noLaw(let path): return "`\(path)` holds no law; it needs a folder `Rules` or `Jurisdictions` with YAML files"
        case .unreadable(let path): return "`\(path)` cannot be read"
        }
    }
}
