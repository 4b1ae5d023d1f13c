import Testing

@testable import LawLoader

@Suite struct LawLoaderSmoke {}
