import Geometry
import Pages

extension DisplayItem {
    /// The item elsewhere on its page.
    func moved(by offset: Point) -> DisplayItem {
        switch self {
        case .glyphs(var run):
            for index in run.x.indices { run.x[index] += offset.x }
            for index in run.y.indices { run.y[index] += offset.y }
            return .glyphs(run)
        case .picture(var picture):
            picture.rect = picture.rect.offset(by: offset)
            return .picture(picture)
        case .path(var path):
            switch path.paint {
            case .fill, .stroke:
                path.segments = path.segments.map { $0.moved(by: offset) }
                return .path(path)
            case .gradient, .tiling:
                // What fills it has places of its own.
                return .group(Group(items: [self], transform: .translation(x: offset.x, y: offset.y)))
            }
        case .group(var group):
            guard group.transform == .identity else {
                return .group(Group(items: [self], transform: .translation(x: offset.x, y: offset.y)))
            }
            group.items = group.items.map { $0.moved(by: offset) }
            group.clip = group.clip.map { $0.moved(by: offset) }
            return .group(group)
        }
    }
}

extension Path.Segment {
    /// The segment moved.
    func moved(by offset: Point) -> Path.Segment {
        switch self {
        case .move(let point): .move(point + offset)
        case .line(let point): .line(point + offset)
        case .curve(let a, let b, let end): .curve(a + offset, b + offset, end + offset)
        case .rectangle(let rect): .rectangle(rect.offset(by: offset))
        case .close: .close
        }
    }
}
