import FoundationEssentials
import Law
import LawLoader
import Testing
import YAMLTree

/// The vocabulary and the encodings that the project ships.
struct RealVocabularyTests {
    /// The folder of the project, from the place of this file in it.
    static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

    static func loader() throws -> LawLoader { LawLoader(source: try FolderLawSource(folder: root)) }

    /// Errors as one reads them in a failing test.
    static func errors(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.filter { $0.severity == .error }.map { "\($0.file):\($0.position): \($0.message)" }
    }

    static func vocabulary() throws -> Vocabulary {
        let loaded = try loader().vocabulary()
        #expect(loaded.diagnostics == [])
        return try #require(loaded.value)
    }

    @Test func itLoads() throws {
        let words = try Self.vocabulary()
        #expect(words.elements.map(\.index.number) == Array(words.elements.indices))
        #expect(Set(words.elements.map(\.id)).count == words.elements.count)
        for element in words.elements {
            #expect(words.index(of: element.id) == element.index)
            #expect(words.element(element.id) == element)
            #expect(!element.all.isEmpty)
            for set in [element.presume, element.continuing].compactMap({ $0 }) + element.groups.values {
                #expect(!set.isEmpty && set.intersection(element.all) == set, "\(element.id)")
            }
        }
        #expect(Set(words.categories.map(\.id)).count == words.categories.count)
        #expect(words.belief != nil)
        #expect(words.element("mental")?.domain.valueIDs.isEmpty == false)
    }

    /// Every condition of the vocabulary names values that exist.
    @Test func everyLiteralIsASetOfItsElement() throws {
        let words = try Self.vocabulary()
        let conditions = words.constraints.map(\.never) + words.categories.map(\.guardCondition) + words.applicability.values
            + words.aims.map(\.acts)
        for condition in conditions {
            condition.forEach { part in
                guard case .has(let index, let set) = part else { return }
                #expect(set.intersection(words[index].all) == set, "\(words[index].id)")
            }
        }
    }

    @Test func everyStateLoads() throws {
        let loader = try Self.loader()
        let words = try Self.vocabulary()
        #expect(!loader.jurisdictions.isEmpty)
        for code in loader.jurisdictions {
            let loaded = try loader.jurisdiction(code, vocabulary: words)
            #expect(Self.errors(loaded.diagnostics) == [])
            let state = try #require(loaded.value, "\(code)")
            let samples = try loader.samples(of: state, vocabulary: words)
            #expect(Self.errors(samples.diagnostics) == [])
        }
    }

    @Test func everyGroundAndInstrumentLoads() throws {
        let loader = try Self.loader()
        let words = try Self.vocabulary()
        let grounds = try loader.grounds()
        #expect(Self.errors(grounds.diagnostics) == [])
        let catalogue = try #require(grounds.value)
        #expect(Set(catalogue.grounds.map(\.id)).count == catalogue.grounds.count)
        #expect(!loader.instruments.isEmpty)
        for id in loader.instruments {
            let loaded = try loader.instrument(id, vocabulary: words)
            #expect(Self.errors(loaded.diagnostics) == [])
            let instrument = try #require(loaded.value, "\(id)")
            for rules in [instrument.terms.grounds] + instrument.reservations.map(\.terms.grounds) {
                for (ground, list) in rules.rules { #expect(list.allSatisfy { $0.ground == ground && !$0.kinds.isEmpty }, "\(id)") }
            }
        }
        let parties = try loader.parties()
        #expect(Self.errors(parties.diagnostics) == [])
        #expect(parties.value != nil)
    }

    @Test func everyExampleIsARequest() throws {
        let words = try Self.vocabulary()
        let grounds = try #require(try Self.loader().grounds().value)
        let folder = Self.root + "/Docs/examples"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        #expect(!names.isEmpty)
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
            let loaded = LawLoader.request(bytes, file: name, vocabulary: words, grounds: grounds)
            #expect(Self.errors(loaded.diagnostics) == [])
            #expect(loaded.value != nil, "\(name)")
        }
    }
}
