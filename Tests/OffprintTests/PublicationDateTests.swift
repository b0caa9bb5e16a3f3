import ArticleModel
import Diagnostics
import Testing

@testable import Offprint

@Suite struct PublicationDateTests {
    @Test(arguments: [
        ("2024-05-17", "2024-05-17T00:00:00Z"),
        ("2024-05-17T09:30", "2024-05-17T09:30:00Z"),
        ("2024-05-17T09:30:15.123Z", "2024-05-17T09:30:15Z"),
        ("2024-05-17T01:30:00+02:00", "2024-05-16T23:30:00Z"),
        ("2024-12-31 23:30:00-0100", "2025-01-01T00:30:00Z"),
        ("1912-04-15", "1912-04-15T00:00:00Z"),
    ]) func makesUTCOfISO8601(text: String, utc: String) {
        #expect(PublicationDate.seconds(text).map(PublicationDate.text) == utc)
    }

    @Test(arguments: ["", "May 2024", "2024-13-01", "0000-01-01", "20240517"]) func refusesOtherDates(text: String) {
        #expect(PublicationDate.seconds(text) == nil)
    }

    @Test func prefersTheEpochThenTheArticlesDateThenTheFallback() {
        let dated = Article(metadata: Metadata(published: "2024-05-17"))
        #expect(PublicationDate.seconds(epoch: 86_400, articles: [dated]).output == 86_400)
        #expect(
            PublicationDate.seconds(epoch: nil, articles: [Article(), dated]).output
                == PublicationDate.seconds("2024-05-17"))
        let none = PublicationDate.seconds(epoch: nil, articles: [Article()])
        #expect(none.output == PublicationDate.fallback)
        #expect(PublicationDate.text(secondsSince1970: none.output) == "1980-01-01T00:00:00Z")
        #expect(none.diagnostics.count == 1)
    }
}
