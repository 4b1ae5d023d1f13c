/// A term or command of SMT-LIB 2.
enum SExpression: Hashable, Sendable {
    case atom(String)
    case list([SExpression])

    /// An operator with what it is applied to.
    static func apply(_ name: String, _ parts: [SExpression]) -> SExpression { .list([.atom(name)] + parts) }

    /// A name that may hold anything: `|material.real-age|`.
    static func symbol(_ name: String) -> SExpression {
        // A quoted symbol may hold everything that is printed, except these two.
        var bytes = Array("|\(name)|".utf8)
        for place in bytes.indices.dropFirst().dropLast() {
            switch bytes[place] {
            case UInt8(ascii: "|"), UInt8(ascii: "\\"): bytes[place] = UInt8(ascii: "/")
            case ..<0x20, 0x7F: bytes[place] = UInt8(ascii: " ")
            default: break
            }
        }
        return .atom(String(decoding: bytes, as: UTF8.self))
    }

    /// The width that lines keep to where they can.
    static let width = 110

    /// On one line where it fits, otherwise one part to a line.
    func text(indent: Int = 0) -> String {
        var result = ""
        write(to: &result, indent: indent, after: 0)
        return result
    }

    /// - Parameter closing: how many parentheses will follow on the last line.
    private func write(to result: inout String, indent: Int, after closing: Int) {
        guard case .list(let parts) = self, let first = parts.first, !fits(SExpression.width - indent - closing) else {
            writeFlat(to: &result)
            return
        }
        result += "("
        var rest = parts[...]
        var inner = indent + 1
        // A list of lists has no name that comes first.
        if case .atom = first {
            first.writeFlat(to: &result)
            rest = rest.dropFirst()
            inner = indent + 2
            // What a command declares or defines stays beside its name.
            while case .atom(let text)? = rest.first, rest.count > 1, "|(B".contains(text.prefix(1)) {
                result += " " + text
                rest = rest.dropFirst()
            }
        }
        for (place, part) in rest.enumerated() {
            if place > 0 || inner == indent + 2 { result += "\n" + String(repeating: " ", count: inner) }
            part.write(to: &result, indent: inner, after: place == rest.count - 1 ? closing + 1 : 0)
        }
        result += ")"
    }

    private func writeFlat(to result: inout String) {
        switch self {
        case .atom(let text): result += text
        case .list(let parts):
            result += "("
            for (place, part) in parts.enumerated() {
                if place > 0 { result += " " }
                part.writeFlat(to: &result)
            }
            result += ")"
        }
    }

    /// Whether it takes no more than `limit` columns. O(limit).
    private func fits(_ limit: Int) -> Bool { remaining(limit) >= 0 }

    private func remaining(_ limit: Int) -> Int {
        switch self {
        case .atom(let text): return limit - text.utf8.count
        case .list(let parts):
            var left = limit - 1 - max(1, parts.count)
            for part in parts {
                left = part.remaining(left)
                if left < 0 { return left }
            }
            return left
        }
    }
}
