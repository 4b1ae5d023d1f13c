import Testing

@testable import Law

@Suite struct LawSmoke {}
