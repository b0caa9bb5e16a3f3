import Geometry
import Testing

@Test func insetsARectangleByItsEdges() {
    let rect = Rect(x: 10, y: 20, width: 100, height: 50).inset(by: Edges(top: 1, right: 2, bottom: 3, left: 4))
    #expect(rect == Rect(x: 14, y: 21, width: 94, height: 46))
}

@Test func neverMakesASizeNegative() {
    #expect(Size(width: 10, height: 10).inset(by: Edges(20)) == .zero)
}

@Test func unitesRectangles() {
    let union = Rect(x: 0, y: 0, width: 10, height: 10).union(Rect(x: 5, y: -5, width: 10, height: 10))
    #expect(union == Rect(x: 0, y: -5, width: 15, height: 15))
}

@Test func addsEdgesSideBySide() {
    #expect(Edges(1) + Edges(top: 1, right: 2, bottom: 3, left: 4) == Edges(top: 2, right: 3, bottom: 4, left: 5))
}
