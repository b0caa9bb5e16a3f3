import CCairo
import Geometry
import Pages

extension Canvas {
    /// Draws a picture, stretched to fill its rectangle.
    mutating func show(_ picture: DisplayItem.Picture) {
        guard picture.rect.width > 0, picture.rect.height > 0 else { return }
        switch resources.picture(picture.source) {
        case .absent: break
        case .image(let image): show(image, in: picture.rect)
        case .vector(let vector): show(vector, in: picture.rect)
        }
    }

    private func show(_ image: ImageSurface, in rect: Rect) {
        unsafe cairo_save(context)
        unsafe cairo_translate(context, rect.minX, rect.minY)
        unsafe cairo_scale(context, rect.width, rect.height)
        var turn = cairo_matrix_t(Transform(orientation: image.orientation))
        unsafe cairo_transform(context, &turn)
        unsafe cairo_scale(context, 1 / image.width, 1 / image.height)
        unsafe cairo_set_source_surface(context, image.surface, 0, 0)
        let pattern = unsafe cairo_get_source(context)
        switch kind {
        // PDF/A forbids asking the viewer for interpolation, and Cairo asks unless the filter is a fast one.
        case .pdf: unsafe cairo_pattern_set_filter(pattern, CAIRO_FILTER_FAST)
        case .image:
            unsafe cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
            unsafe cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
        }
        unsafe cairo_rectangle(context, 0, 0, image.width, image.height)
        unsafe cairo_fill(context)
        unsafe cairo_restore(context)
    }

    private func show(_ vector: VectorPicture, in rect: Rect) {
        unsafe cairo_save(context)
        clip(to: rect)
        _ = unsafe vector.draw(in: rect, on: context)
        unsafe cairo_restore(context)
    }
}

extension Transform {
    /// Maps the unit square of stored pixels to the unit square as it is to be seen (EXIF 2.32, tag 274).
    init(orientation: Int) {
        switch orientation {
        case 2: self.init(a: -1, b: 0, c: 0, d: 1, tx: 1, ty: 0)
        case 3: self.init(a: -1, b: 0, c: 0, d: -1, tx: 1, ty: 1)
        case 4: self.init(a: 1, b: 0, c: 0, d: -1, tx: 0, ty: 1)
        case 5: self.init(a: 0, b: 1, c: 1, d: 0, tx: 0, ty: 0)
        case 6: self.init(a: 0, b: 1, c: -1, d: 0, tx: 1, ty: 0)
        case 7: self.init(a: 0, b: -1, c: -1, d: 0, tx: 1, ty: 1)
        case 8: self.init(a: 0, b: -1, c: 1, d: 0, tx: 0, ty: 1)
        default: self = .identity
        }
    }
}
