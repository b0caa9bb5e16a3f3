import Testing

@testable import Drawing

@Suite struct SentinelTests {
    @Test(arguments: Sentinel.allCases)
    func isReadBackFromThreeDecimals(sentinel: Sentinel) {
        let width = (sentinel.width * 1000).rounded() / 1000
        let height = (sentinel.height * 1000).rounded() / 1000
        #expect(Sentinel(x: 0, y: 0, width: width, height: height) == sentinel)
    }

    @Test func isNoRuleAndNoHairline() {
        #expect(Sentinel(x: 0, y: 0, width: 300, height: 0.02) == nil)
        #expect(Sentinel(x: 1, y: 0, width: 3.0 / 256, height: 5.0 / 256) == nil)
        #expect(Sentinel(x: 0, y: 0, width: 0.02, height: 0.02) == nil)
    }
}
