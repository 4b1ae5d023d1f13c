import Testing

@testable import dualcrim

@Suite struct dualcrimSmoke {}
