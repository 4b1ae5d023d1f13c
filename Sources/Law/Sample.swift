/// Facts for which the text of a law gives the answer; every encoding is tested with such samples.
public struct Sample: Hashable, Sendable {
    /// The offence that is asked; nil asks the whole state.
    public let offence: OffenceID?
    public let facts: Facts
    /// `met`, `not-met`, `depends`, `appraisal` or `unknown`.
    public let expected: String
    /// The day whose law is asked; nil for the latest version.
    public let date: LegalDate?
    public let because: String?
    /// The line of the file, for messages.
    public let line: Int

    public init(offence: OffenceID?, facts: Facts, expected: String, date: LegalDate?, because: String?, line: Int) {
        self.offence = offence
        self.facts = facts
        self.expected = expected
        self.date = date
        self.because = because
        self.line = line
    }
}
