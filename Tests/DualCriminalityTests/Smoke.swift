import Testing

@testable import DualCriminality

@Suite struct DualCriminalitySmoke {}
