import FontFiles
import Geometry
import Pages
import TestSupport
import Testing

@Suite struct PagesDumpTests {
    @Test func writesEverythingADocumentHas() {
        var sample = Sample(pages: 2)
        sample.document.metadata = DocumentMetadata(
            title: "A \"quoted\" title", authors: ["Ada Example"], subject: "Subject", keywords: ["one"],
            language: "he", isRightToLeft: true, source: "https://example.org/", publisher: "Publisher")
        sample.document.fonts.append(
            FontInstance(
                path: "/fonts/Sans.ttc", faceIndex: 2, variations: [.init(axis: "wght", value: 650)],
                synthesis: [.oblique, .bold]))
        sample.document.pictures = [
            PictureSource(
                path: "/tmp/a.jpg", mediaType: "image/jpeg", pixelWidth: 400, pixelHeight: 300, orientation: 6,
                identifier: "0af3")
        ]
        let heading = sample.block(.heading1, "Heading", at: [40.126])
        sample.document.structure[heading].language = "en"
        let figure = sample.add(.figure)
        sample.document.structure[figure].alternative = "A picture"
        sample.document.structure[figure].attributes.boundingBox = Rect(x: 20, y: 60, width: 40, height: 30)
        let group = DisplayItem.Group(
            items: [.picture(.init(source: 0, rect: Rect(x: 20, y: 60, width: 40, height: 30)))],
            clip: [.rectangle(Rect(x: 20, y: 60, width: 20, height: 20))], opacity: 0.5,
            transform: .translation(x: 3, y: 4))
        sample.document.structure[figure].children.append(.content(page: 0, index: 1))
        sample.document.pages[0].content.append(MarkedContent(owner: .element(figure), items: [.group(group)]))
        let rule = Path(
            segments: [.move(Point(x: 1, y: 2)), .line(Point(x: 3, y: 2.005))],
            paint: .stroke(.init(color: Color(red: 1, green: 0, blue: 0, alpha: 0.25), width: 0.5, dashes: [1, 2])))
        sample.document.pages[1].content.append(MarkedContent(owner: .artifact(.pageFooter), items: [.path(rule)]))
        sample.document.pages[1].links = [
            LinkAnnotation(
                rects: [Rect(x: 1, y: 2, width: 3, height: 4)], target: .address("https://example.org/"),
                description: "elsewhere", element: heading)
        ]
        sample.document.destinations = [Destination(name: "top", page: 0, x: 20, y: 30)]
        sample.document.outline = [
            OutlineItem(
                title: "Heading", destination: "top", children: [OutlineItem(title: "Below", destination: "top")],
                isOpen: false)
        ]
        expectGolden(PagesDump.text(of: sample.document), "Pages/everything.txt")
    }

    @Test func roundsToHundredths() {
        var sample = Sample()
        sample.block(.paragraph, "a\u{AD}", at: [-0.004])
        #expect(PagesDump.text(of: sample.document).contains("text \"a\\u{AD}\" at 20 0 width 10 font 0 size 10"))
    }
}
