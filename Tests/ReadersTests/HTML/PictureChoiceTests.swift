import ArticleModel
import Testing

/// Which of a picture's addresses is taken, and which pictures are none.
@Suite struct PictureChoiceTests {
    private func pictures(_ markup: String) throws -> [Image] { try PageSample.article(markup).images }

    private func name(_ markup: String) throws -> String? {
        try pictures(markup).first?.address?.split(separator: "/").last.map(String.init)
    }

    @Test(arguments: [
        ("<img src=s.jpg srcset='m.jpg 800w, l.jpg 2400w, x.jpg 6000w'>", "l.jpg"),
        ("<img src=s.jpg srcset='m.jpg 1x, l.jpg 2x'>", "l.jpg"),
        ("<img src=s.jpg srcset='l.jpg, 2x'>", "l.jpg"),
        (
            "<picture><source type=image/avif srcset='a.avif 2000w'><img src=s.jpg srcset='l.jpg 1600w'></picture>",
            "l.jpg"
        ),
        ("<picture><source srcset='dark.png' media='(prefers-color-scheme: dark)'><img src=s.png></picture>", "s.png"),
        ("<picture><source srcset='p.jpg 1200w'></picture>", "p.jpg"),
        ("<img src=blank.gif data-src=l.jpg>", "l.jpg"),
        ("<img src=tiny.jpg data-original=l.jpg>", "l.jpg"),
        ("<img data-lazy-src=l.jpg>", "l.jpg"),
        ("<img src='data:image/gif;base64,R0lGOD' data-srcset='m.jpg 300w, l.jpg 900w'>", "l.jpg"),
        ("<img src='data:image/gif;base64,R0lGOD' data-lazy-srcset='m.jpg 300w, l.jpg 900w'>", "l.jpg"),
        ("<img src=s.jpg data-full-url='/l.jpg'>", "l.jpg"),
        ("<img src=s.jpg data-image-id='1*abc.jpg'>", "s.jpg"),
        ("<img data-src='{\"default\":{\"w\":73,\"src\":\"//i.example/l.jpg\"}}'>", "l.jpg"),
        ("<amp-img src=l.jpg width=600 height=400></amp-img>", "l.jpg"),
        ("<noscript><img src=l.jpg></noscript>", "l.jpg"),
        ("<img class=lazy src=blank.gif><noscript><img src=l.jpg></noscript>", "l.jpg"),
        ("<figure style='background-image: url(\"l.jpg\")'><figcaption>The yard</figcaption></figure>", "l.jpg"),
        ("<div role=img aria-label='The yard' style='background: #eee url(l.jpg) center'></div>", "l.jpg"),
        ("<div class=hero-image data-bg=l.jpg></div>", "l.jpg"),
    ]) func takes(markup: String, expected: String) throws {
        #expect(try name(markup) == expected)
    }

    @Test(arguments: [
        "<img src=p.gif width=1 height=1>", "<img src=p.gif width=0 height=0>",
        "<img src=spacer.gif width=600 height=20>",
        "<img src='https://count.example/b.gif?x=1'>", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
        "<img src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 9\"></svg>'>",
        "<p>An icon <svg width=16 height=16><path d='M0 0h9'/></svg> in a line.</p>", "<img alt=nothing>",
        "<div style='background-image: url(l.jpg)'></div>",
    ]) func leaves(markup: String) throws {
        #expect(try pictures(markup).isEmpty)
    }

    @Test func thePagesOwnCopyIsKeptForScreens() throws {
        let picture = try #require(try pictures("<img src=s.jpg srcset='l.jpg 2400w'>").first)
        #expect(picture.address == "https://yard.example/press/l.jpg")
        #expect(picture.screenAddress == "https://yard.example/press/s.jpg")
    }

    @Test func aTwinForReadersWithoutScriptsIsOnePicture() throws {
        #expect(try pictures("<img src=l.jpg?w=300><noscript><img src=l.jpg></noscript>").count == 1)
        #expect(try pictures("<noscript><img src=l.jpg></noscript><img data-src=l.jpg>").count == 1)
    }

    @Test func aSavedPagesHostsAreOnTheWeb() throws {
        let article = try PageSample.article("<img src='//i.example/l.jpg'>", address: "file:///home/a.html")
        #expect(article.images.first?.address == "https://i.example/l.jpg")
    }

    @Test func aSmallPictureOfACharacterIsTheCharacter() throws {
        let dump = try PageSample.dump(
            "<p>Well done <img class=emoji src=e.png alt='🎉' width=16 height=16> all of you.</p>")
        #expect(dump == "paragraph: Well done 🎉 all of you.\n")
    }

    @Test func shortDataThatShowsSomethingIsAPicture() throws {
        let markup =
            "<img src=\"data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9v9z'/></svg>\">"
        #expect(try pictures(markup).count == 1)
    }
}
