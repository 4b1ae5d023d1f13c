import Benchmark
import DualCriminality
import Foundation
import Law
import LawLoader

/// (4) The assessment of each example, its law read already.
func assessments() {
    for example in Corpus.examples {
        measure("assess, \(example.name)") {
            let vocabulary = try Corpus.library.vocabulary()
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: example.path)))
            guard let request = try Corpus.library.request(bytes, file: example.name).value else {
                throw Missing(what: "a readable request in \(example.path)")
            }
            let assessor = try Corpus.library.assessor(for: request, vocabulary: vocabulary)
            return (assessor, request)
        } body: { _, work in
            let (assessor, request) = work
            blackHole(try assessor.assess(request))
        }
    }
}
