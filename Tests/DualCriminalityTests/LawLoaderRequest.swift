import Law
import LawLoader

enum LawLoaderRequest {
    static func read(_ text: String, _ vocabulary: Vocabulary) -> Request? {
        LawLoader.request(Array(text.utf8), file: "request.yaml", vocabulary: vocabulary).value
    }
}
