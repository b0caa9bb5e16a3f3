import Diagnostics
import FontFiles
import Geometry
import Pages

/// What the pages of one document share while they are drawn: opened fonts, prepared pictures, and what went wrong.
final class DrawingResources {
    private let fontInstances: [FontInstance]
    private var fonts: [FontFace?]
    private let pictureSources: [PictureSource]
    private var pictures: [PreparedPicture?]
    /// The largest size in points at which each picture is drawn; zero where it is not.
    private let largestSizes: [Size]
    private(set) var diagnostics: [Diagnostic] = []
    private let preparation: PicturePreparation

    init(_ document: Document, _ preparation: PicturePreparation) {
        fontInstances = document.fonts
        fonts = Array(repeating: nil, count: document.fonts.count)
        pictureSources = document.pictures
        pictures = Array(repeating: nil, count: document.pictures.count)
        largestSizes = document.largestPictureSizes()
        self.preparation = preparation
    }

    /// The font of that index, opened on its first use.
    func font(_ index: Int) throws(DrawingError) -> FontFace {
        if let font = fonts[index] { return font }
        let font = try FontFace(fontInstances[index])
        fonts[index] = font
        return font
    }

    /// For each font whether its glyphs are plain outlines.
    func hasPlainGlyphs() throws(DrawingError) -> [Bool] {
        var result: [Bool] = []
        for index in fontInstances.indices { result.append(!(try font(index).hasColor)) }
        return result
    }

    /// The picture of that index, read and decoded on its first use.
    func picture(_ index: Int) -> PreparedPicture {
        if let picture = pictures[index] { return picture }
        let prepared = preparation.prepare(pictureSources[index], largestSize: largestSizes[index])
        diagnostics += prepared.diagnostics
        pictures[index] = prepared.output
        return prepared.output
    }
}

extension Document {
    /// For each picture the largest width and height at which it is drawn, in points.
    fileprivate func largestPictureSizes() -> [Size] {
        var sizes = Array(repeating: Size.zero, count: pictures.count)
        func visit(_ items: [DisplayItem], scaleX: Double, scaleY: Double) {
            for item in items {
                switch item {
                case .path(let path):
                    if case .tiling(let tiling) = path.paint {
                        visit(tiling.items, scaleX: scaleX, scaleY: scaleY)
                    }
                case .glyphs: break
                case .picture(let picture):
                    sizes[picture.source].width = max(sizes[picture.source].width, picture.rect.width * scaleX)
                    sizes[picture.source].height = max(sizes[picture.source].height, picture.rect.height * scaleY)
                case .group(let group):
                    let map = group.transform
                    visit(
                        group.items, scaleX: scaleX * (map.a * map.a + map.b * map.b).squareRoot(),
                        scaleY: scaleY * (map.c * map.c + map.d * map.d).squareRoot())
                }
            }
        }
        if !pictures.isEmpty {
            for page in pages { for content in page.content { visit(content.items, scaleX: 1, scaleY: 1) } }
        }
        return sizes
    }
}
