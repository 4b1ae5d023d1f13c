/// Every diagnostic that reading YAML can give; the raw value is the ``Diagnostic/code``.
public enum YAMLCode: String, CaseIterable, Sendable {
    // The bytes.
    case tooLarge = "yaml/too-large"
    case invalidUTF8 = "yaml/invalid-utf-8"
    case utf16 = "yaml/utf-16"
    case byteOrderMark = "yaml/byte-order-mark"
    case controlCharacter = "yaml/control-character"
    case carriageReturn = "yaml/carriage-return"

    // The document.
    case emptyFile = "yaml/empty-file"
    case severalDocuments = "yaml/several-documents"
    case trailingContent = "yaml/trailing-content"
    case directive = "yaml/directive"

    // The limits.
    case tooDeep = "yaml/too-deep"
    case tooManyNodes = "yaml/too-many-nodes"
    case textTooLong = "yaml/text-too-long"
    case tooManyErrors = "yaml/too-many-errors"

    // The strict subset.
    case alias = "yaml/alias"
    case anchor = "yaml/anchor"
    case tag = "yaml/tag"
    case mergeKey = "yaml/merge-key"
    case duplicateKey = "yaml/duplicate-key"
    case keyNotText = "yaml/key-not-text"
    case emptyKey = "yaml/empty-key"
    case itemInText = "yaml/item-in-text"
    case missingSpace = "yaml/missing-space"
    case oddSpace = "yaml/odd-space"

    // The syntax.
    case tabIndent = "yaml/tab-indent"
    case badIndent = "yaml/bad-indent"
    case unterminatedQuote = "yaml/unterminated-quote"
    case unclosedBracket = "yaml/unclosed-bracket"
    case unmatchedBracket = "yaml/unmatched-bracket"
    case missingComma = "yaml/missing-comma"
    case missingColon = "yaml/missing-colon"
    case missingValue = "yaml/missing-value"
    case unexpectedColon = "yaml/unexpected-colon"
    case misplacedDash = "yaml/misplaced-dash"
    case textAfterValue = "yaml/text-after-value"
    case badEscape = "yaml/bad-escape"
    case reservedCharacter = "yaml/reserved-character"
    case blockTextHeader = "yaml/block-text-header"
    case keyTooLong = "yaml/key-too-long"
    case syntax = "yaml/syntax"
    case outOfMemory = "yaml/out-of-memory"
}
