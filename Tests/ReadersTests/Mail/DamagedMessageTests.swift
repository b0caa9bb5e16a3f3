import Diagnostics
import Readers
import Testing

/// Messages with bytes changed, cut and doubled: whatever comes of them, it comes soon and without a crash.
@Suite struct DamagedMessageTests {
    @Test func survivesBytesThatAreWrong() {
        let related = Letter.multipart(
            "related",
            [
                Letter.html("<table><tr><td>\(Letter.paragraphs(2))</td></tr></table><img src='cid:a@b'>"),
                Letter.picture("Content-ID: <a@b>"),
            ], boundary: "b2")
        let message =
            Letter.head.replacing("On presses", with: "=?utf-8?Q?On_pr=C3=A9sses?=")
            + Letter.multipart(
                "mixed",
                [
                    Letter.multipart("alternative", [Letter.plain("Text =\nof it"), related], boundary: "b3"),
                    "Content-Type: message/rfc822\n\n" + Letter.head
                        + Letter.plain("---- Forwarded message ----\nFrom: A\n\nx"),
                    "Content-Type: text/plain; name*0*=utf-8''a%20; name*1=b\nContent-Disposition: attachment\n\nlog",
                ])
        let bytes = Letter.source(message).bytes
        var random = Random(state: 11)
        for round in 0..<120 {
            var changed = bytes
            for _ in 0..<(1 + round % 8) {
                let place = random.next(below: changed.count)
                switch random.next(below: 4) {
                case 0: changed[place] = UInt8(random.next(below: 256))
                case 1: changed.removeSubrange(place..<min(changed.count, place + random.next(below: 60)))
                case 2: changed.insert(contentsOf: changed[place..<min(changed.count, place + 200)], at: place)
                default: changed[place] = Array("\r\n-=:;\"<>()?'%".utf8)[random.next(below: 14)]
                }
            }
            for reader: any Reader in [MailReader(), MHTMLReader()] {
                _ = try? reader.read(Source(name: "x.eml", bytes: changed), options: ReadingOptions())
            }
        }
    }

    /// Numbers that are the same in each run (Knuth's MMIX generator).
    private struct Random {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return limit == 0 ? 0 : Int(state >> 33) % limit
        }
    }
}
