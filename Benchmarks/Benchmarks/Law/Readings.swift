import Benchmark
import DualCriminality
import Law
import LawLoader
import LibYAML
import YAMLTree

/// (3) A state's three files: libyaml's events alone, the tree with positions, and the law as checked values. The first
/// is the peer: nothing that reads YAML with libyaml can be faster.
func readings() {
    for code in Corpus.codes {
        measure("read, libyaml's events, \(code)") {
            let files = try Corpus.files(of: code)
            guard files.allSatisfy({ events(in: $0.bytes) > 0 }) else { throw Missing(what: "an event in every file") }
            return files
        } body: { _, files in
            for file in files { blackHole(events(in: file.bytes)) }
        }
        measure("read, YAMLTree, \(code)") {
            try Corpus.files(of: code)
        } body: { _, files in
            for file in files { blackHole(YAMLTree.parse(file.bytes, file: file.path)) }
        }
        measure("read, YAMLTree and LawLoader, \(code)") {
            try Corpus.library.vocabulary()
        } body: { _, vocabulary in
            blackHole(try Corpus.library.jurisdiction(JurisdictionCode(code), vocabulary: vocabulary))
        }
    }
    measure("read, the vocabulary") {
        BundledLawSource()
    } body: { _, source in
        // A library reads it once.
        blackHole(try LawLibrary(source: source).vocabulary())
    }
    measure("digest of the law of DE and FR") {
        let codes = [JurisdictionCode("DE"), JurisdictionCode("FR")]
        let vocabulary = try Corpus.library.vocabulary()
        return (codes, try Corpus.library.rules(between: codes[0], and: codes[1], vocabulary: vocabulary))
    } body: { _, work in
        blackHole(try Corpus.library.digest(of: work.0, work.1))
    }
}

/// The number of events; 0 if libyaml fails.
private func events(in bytes: [UInt8]) -> Int {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return 0 }
    defer { yaml_parser_delete(&parser) }
    return bytes.withUnsafeBufferPointer { bytes in
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
        var count = 0
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else { return 0 }
            let type = event.type
            yaml_event_delete(&event)
            count += 1
            if type == YAML_STREAM_END_EVENT { return count }
        }
    }
}
