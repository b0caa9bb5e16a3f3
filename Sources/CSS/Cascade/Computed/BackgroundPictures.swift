public import Geometry

/// The lists of CSS Backgrounds 3, §2: the pictures of a background, the first one on top, and how each is shown.
///
/// A list that is shorter than that of the pictures begins again (§2.2).
public struct BackgroundPictures: Hashable, Sendable {
    public var images: [StyleImage] = [.none]
    public var positions = [BackgroundPosition(horizontal: .zero, vertical: .zero)]
    public var sizes = [BackgroundSize.lengths(.auto, .auto)]
    public var repetitions = [BackgroundRepetition(.repeat)]
    public var origins = [BoxArea.paddingBox]
    public var clips = [BoxArea.borderBox]
    public var attachments = [BackgroundAttachment.scroll]

    public init() {}

    /// The layers that show a picture, the topmost first.
    public var layers: [BackgroundLayer] {
        images.indices.compactMap { index in
            if images[index] == .none { return nil }
            return BackgroundLayer(
                image: images[index], position: positions[index % positions.count], size: sizes[index % sizes.count],
                repetition: repetitions[index % repetitions.count], origin: origins[index % origins.count],
                clip: clips[index % clips.count], attachment: attachments[index % attachments.count])
        }
    }

    /// The area that the colour fills: that of the lowest layer (§2.4).
    public var colorClip: BoxArea { clips[(images.count - 1) % clips.count] }
}

/// One picture of a background.
public struct BackgroundLayer: Hashable, Sendable {
    public var image: StyleImage
    public var position: BackgroundPosition
    public var size: BackgroundSize
    public var repetition: BackgroundRepetition
    public var origin: BoxArea
    public var clip: BoxArea
    public var attachment: BackgroundAttachment
}

/// An `<image>` (CSS Images 3, §2).
public enum StyleImage: Hashable, Sendable {
    case none
    case picture(StylePicture)
    indirect case gradient(GradientImage)
}

/// A `<position>` (CSS Backgrounds 3, §2.6): percentages are of the room that is free.
public struct BackgroundPosition: Hashable, Sendable {
    public var horizontal: LengthPercentage
    public var vertical: LengthPercentage

    public init(horizontal: LengthPercentage, vertical: LengthPercentage) {
        self.horizontal = horizontal
        self.vertical = vertical
    }

    public static let center = BackgroundPosition(horizontal: .percent(50), vertical: .percent(50))
}

/// `background-size` (§2.9).
public enum BackgroundSize: Hashable, Sendable {
    case cover, contain
    /// Width and height; percentages are of the positioning area.
    case lengths(AutoLength, AutoLength)
}

/// `background-repeat` (§2.4).
public struct BackgroundRepetition: Hashable, Sendable {
    public var horizontal: Kind
    public var vertical: Kind

    public init(horizontal: Kind, vertical: Kind) {
        self.horizontal = horizontal
        self.vertical = vertical
    }

    public init(_ both: Kind) { self.init(horizontal: both, vertical: both) }

    public enum Kind: String, Hashable, Sendable { case `repeat`, space, round, noRepeat }
}

/// A `<box>` (§2.7): one of a box's areas.
public enum BoxArea: String, Hashable, Sendable { case borderBox, paddingBox, contentBox }

/// `background-attachment` (§2.5); what is `fixed` is placed in the page box.
public enum BackgroundAttachment: String, Hashable, Sendable { case scroll, fixed, local }
