import ArgumentParser
import DualCriminality
import FoundationEssentials
import Law
import LawLoader
import YAMLTree

/// One of the two laws of `dualcrim diff`: a folder, `bundled`, or a day.
enum LawReference: Hashable, Sendable {
    case bundled
    case day(LegalDate)
    case folder(String)

    init(_ text: String) throws {
        if text == "bundled" {
            self = .bundled
        } else if let date = LegalDate(iso: text) {
            self = .day(date)
        } else if text.count == 10, text.allSatisfy({ $0.isNumber || $0 == "-" }) {
            throw ValidationError("`\(UserText.printable(text))` is no date; write it as 2026-03-01")
        } else {
            self = .folder(text)
        }
    }

    var name: String {
        switch self {
        case .bundled: return "bundled"
        case .day(let date): return date.iso
        case .folder(let path): return path
        }
    }

    var day: LegalDate? {
        if case .day(let date) = self { return date }
        return nil
    }

    /// - Parameter base: the law in use, bundled or `--law`: a day asks it, and a folder lies over it.
    func library(over base: LawLibrary) throws -> LawLibrary {
        switch self {
        case .bundled: return LawLibrary(source: BundledLawSource())
        case .day: return base
        case .folder(let path):
            do {
                return LawLibrary(source: OverlayLawSource(top: try FolderLawSource(folder: path), over: base.loader.source))
            } catch LawSourceError.missing(let missing) {
                Failure.message(
                    LawSourceError.missing(missing).description,
                    hint: LawReference.nearest(path).map { "did you mean `\($0)`?" }
                        ?? "a law is a folder, `bundled`, or a day such as 2026-03-01")
                throw Exit.noInput
            }
        }
    }

    /// What is there under a similar name.
    private static func nearest(_ path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard let last = parts.last else { return nil }
        let parent = path.dropLast(path.hasSuffix("/") ? 1 : 0).dropLast(last.count)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.isEmpty ? "." : String(parent))) ?? []
        let candidates = names.filter { !$0.hasPrefix(".") } + (parent.isEmpty ? ["bundled"] : [])
        return Suggestion.nearest(to: String(last), in: candidates).map { parent + $0 }
    }
}
