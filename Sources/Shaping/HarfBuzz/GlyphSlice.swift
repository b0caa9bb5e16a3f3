internal import CHarfBuzz
internal import TextAnalysis

/// The glyphs of one call of HarfBuzz, in points and visual order.
struct GlyphSlice {
    var glyphs: [UInt32] = []
    var advances: [Double] = []
    var xOffsets: [Double] = []
    var yOffsets: [Double] = []
    /// UTF-16 offset of each glyph's cluster.
    var clusters: [Int32] = []
    /// No line may begin with the cluster unless it is shaped again.
    var unsafeToBreak: [Bool] = []
    /// Clusters that a joined word can be made longer before.
    var elongationPlaces: [Int] = []
    /// UTF-16 offsets.
    var range: Range<Int>
    var isRightToLeft: Bool
    /// Points to the em.
    var size: Double

    init(range: Range<Int>, isRightToLeft: Bool, size: Double) {
        self.range = range
        self.isRightToLeft = isRightToLeft
        self.size = size
    }

    /// Copies HarfBuzz's answer, scaled, with letter-spacing behind each cluster.
    @unsafe init(
        infos: UnsafeBufferPointer<hb_glyph_info_t>, positions: UnsafeBufferPointer<hb_glyph_position_t>, scale: Double,
        size: Double, clusterOffset: Int, range: Range<Int>, isRightToLeft: Bool, letterSpacing: Double,
        shift: Double = 0
    ) {
        self.init(range: range, isRightToLeft: isRightToLeft, size: size)
        let count = infos.count
        glyphs.reserveCapacity(count)
        advances.reserveCapacity(count)
        xOffsets.reserveCapacity(count)
        yOffsets.reserveCapacity(count)
        clusters.reserveCapacity(count)
        unsafeToBreak.reserveCapacity(count)
        for index in 0..<count {
            let info = unsafe infos[index]
            let position = unsafe positions[index]
            glyphs.append(info.codepoint)
            advances.append(Double(position.x_advance) * scale)
            xOffsets.append(Double(position.x_offset) * scale)
            yOffsets.append(Double(position.y_offset) * scale + shift)
            clusters.append(Int32(clusterOffset) + Int32(bitPattern: info.cluster))
            unsafeToBreak.append(info.mask & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue != 0)
            if info.mask & HB_GLYPH_FLAG_SAFE_TO_INSERT_TATWEEL.rawValue != 0,
                elongationPlaces.last != Int(clusters[index])
            {
                elongationPlaces.append(Int(clusters[index]))
            }
        }
        guard letterSpacing != 0 else { return }
        for index in 0..<count where index + 1 == count || clusters[index + 1] != clusters[index] {
            advances[index] += letterSpacing
        }
    }

    var count: Int { glyphs.count }

    /// Moves clusters that begin with characters without a shape on to the letter that the glyph is of.
    ///
    /// Removing such characters, HarfBuzz gives them to a neighbour: at a run's start, and in right-to-left runs anywhere,
    /// to the following letter, whose advance would then stand on the line before.
    mutating func startClustersAtLetters(of text: [UInt16]) {
        for index in clusters.indices where Self.isShapeless(text[Int(clusters[index])]) {
            var start = Int(clusters[index])
            while start + 1 < range.upperBound, Self.isShapeless(text[start]) { start += 1 }
            clusters[index] = Int32(start)
        }
    }

    /// The default-ignorable characters of the Basic Multilingual Plane.
    static func isShapeless(_ unit: UInt16) -> Bool {
        guard unit >= 0xAD else { return false }
        return switch unit {
        case 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFF8:
            true
        default: false
        }
    }

    /// The ranges of the clusters that have a missing glyph, or a character that the font is not to be used for, in logical
    /// order; each is at least one cluster.
    func clustersWithoutGlyph(in text: [UInt16], coverage: CharacterRanges? = nil) -> [Range<Int>] {
        guard coverage != nil || glyphs.contains(0) else { return [] }
        var gaps: [Range<Int>] = []
        let order = isRightToLeft ? Array(glyphs.indices.reversed()) : Array(glyphs.indices)
        for (place, index) in order.enumerated() where glyphs[index] == 0 || coverage != nil {
            let start = Int(clusters[index])
            if gaps.last?.lowerBound == start { continue }
            var next = place + 1
            while next < order.count, clusters[order[next]] == clusters[index] { next += 1 }
            let end = next < order.count ? Int(clusters[order[next]]) : range.upperBound
            if glyphs[index] == 0 || coverage.map({ text.holdsCharacter(in: start..<end, outside: $0) }) ?? false {
                gaps.append(start..<end)
            }
        }
        return gaps
    }
}

extension ShapedParagraph {
    mutating func reserveGlyphs(_ count: Int) {
        glyphs.reserveCapacity(count)
        advances.reserveCapacity(count)
        xOffsets.reserveCapacity(count)
        yOffsets.reserveCapacity(count)
        clusters.reserveCapacity(count)
    }

    /// Appends a run of glyphs.
    mutating func append(_ slice: GlyphSlice, item: TextItem, face: FontFace) {
        let start = glyphs.count
        glyphs += slice.glyphs
        advances += slice.advances
        xOffsets += slice.xOffsets
        yOffsets += slice.yOffsets
        clusters += slice.clusters
        for offset in item.range { unsafeToBreak[offset] = true }
        for index in 0..<slice.count {
            let cluster = Int(slice.clusters[index])
            unitAdvances[cluster] += slice.advances[index]
            if !slice.unsafeToBreak[index] { unsafeToBreak[cluster] = false }
        }
        if slice.count < item.range.count { spreadLigatures(of: slice, item: item) }
        // Runs are shaped by themselves, so that between them nothing changes.
        unsafeToBreak[item.range.lowerBound] = false
        let faceIndex = faces.lastIndex { $0 === face } ?? faces.count
        if faceIndex == faces.count { faces.append(face) }
        elongationPlaces += slice.isRightToLeft ? slice.elongationPlaces.reversed() : slice.elongationPlaces
        runs.append(
            ShapedRun(
                textRange: item.range, glyphRange: start..<glyphs.count, face: faceIndex, size: slice.size,
                level: item.level, span: item.span, script: item.script, form: item.form, features: item.features))
    }

    /// Shares the advance of a ligature among its letters, so that a hyphen inside of one finds its place about where
    /// the letters will be once they are shaped apart; only in scripts whose ligatures fall apart into letters.
    private mutating func spreadLigatures(of slice: GlyphSlice, item: TextItem) {
        guard Self.scriptsOfLetters.contains(item.script.description) else { return }
        let count = slice.count
        // The glyph at a place in logical order, from the last one to the first.
        let (first, step) = slice.isRightToLeft ? (0, 1) : (count - 1, -1)
        var end = item.range.upperBound
        for place in 0..<count {
            let start = Int(slice.clusters[first + step * place])
            if end - start > 1 { spread(start..<end) }
            end = start
        }
    }

    /// Shares one cluster's advance among its letters.
    private mutating func spread(_ cluster: Range<Int>) {
        let letters = cluster.filter { CharacterProperties.isLetter(text[$0]) }
        guard letters.count > 1 else { return }
        let share = unitAdvances[cluster.lowerBound] / Double(letters.count)
        unitAdvances[cluster.lowerBound] = 0
        for letter in letters { unitAdvances[letter] = share }
    }

    private static let scriptsOfLetters: Set<String> = ["Latn", "Grek", "Cyrl", "Armn", "Geor"]

    /// Appends a run without glyphs.
    mutating func appendBlank(_ item: TextItem) {
        runs.append(
            ShapedRun(
                textRange: item.range, glyphRange: glyphs.count..<glyphs.count, face: nil, size: spans[item.span].size,
                level: item.level, span: item.span, script: item.script))
    }

    /// Notes the characters of a range as without a glyph.
    mutating func recordMissing(_ range: Range<Int>) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            missing.append(MissingGlyph(scalar: scalar, offset: offset))
            offset += length
        }
    }
}

extension [UInt16] {
    /// One of the characters of a range has a shape and lies outside a set.
    fileprivate func holdsCharacter(in range: Range<Int>, outside coverage: CharacterRanges) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = scalar(at: offset)
            if !coverage.contains(scalar), !CharacterProperties.isDefaultIgnorable(scalar) { return true }
            offset += length
        }
        return false
    }
}
