import ArgumentParser
import Foundation
import Proving
import YAMLTree

/// What is printed, and the files that are left behind.
enum Output {
    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    static func error(_ text: String, hint: String?) {
        var message = "dualcrim-prove: error: \(UserText.printable(text))\n"
        if let hint { message += "  hint: \(UserText.printable(hint))\n" }
        FileHandle.standardError.write(Data(message.utf8))
    }

    static func diagnostic(_ diagnostic: Diagnostic) {
        let text = DiagnosticPrinter.render(diagnostic, source: nil, colour: false)
        FileHandle.standardError.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }

    /// `1,980 of 1,980 agree`.
    static func share(_ tally: ProofTally) -> String { "\(grouped(tally.agreed)) of \(grouped(tally.asked)) agree" }

    static func grouped(_ number: Int) -> String {
        var digits = Array(String(number))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return String(digits)
    }

    static func seconds(_ duration: Duration) -> String { String(format: "%.1f", duration / .seconds(1)) }

    /// Lists answers that were not confirmed, and leaves the question of each in a file.
    static func unconfirmed(_ title: String, _ list: [Unconfirmed], folder: String) throws {
        guard !list.isEmpty else { return }
        line("\(title): \(list.count)")
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for one in list {
                let name = String(one.name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })
                let path = "\(folder)/\(name).smt2"
                try one.question.write(toFile: path, atomically: true, encoding: .utf8)
                line("  \(path)\n    \(UserText.printable(one.text))")
            }
        } catch {
            Output.error("`\(folder)` cannot be written", hint: "name another folder with --keep DIR")
            throw ExitCode(73)
        }
    }
}
