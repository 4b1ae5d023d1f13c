import BundledLaw
import LawLoader

/// The law that is compiled into the program.
public struct BundledLawSource: LawSource {
    public init() {}
    public var paths: [String] { BundledLaw.paths }
    public func bytes(of path: String) -> [UInt8]? { BundledLaw.bytes(path).map { [UInt8]($0) } }
}
