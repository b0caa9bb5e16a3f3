/// The element names that readers ask for, so that comparing them is comparing numbers.
///
/// A document's table of names begins with these in this order; every other name follows.
public enum Tag: Int32, CaseIterable, Sendable, BitwiseCopyable {
    case a, abbr, acronym, address, applet, area, article, aside, audio, b, base, basefont, bdi, bdo, bgsound, big
    case blink, blockquote, body, br, button, canvas, caption, center, cite, code, col, colgroup, data, datalist
    case dd, del, details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer
    case form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img
    case input, ins, kbd, keygen, label, legend, li, link, listing, main, map, mark, marquee, math, menu, menuitem
    case meta, meter, nav, nobr, noembed, noframes, noscript, object, ol, optgroup, option, output, p, param
    case picture, plaintext, pre, progress, q, rb, rp, rt, rtc, ruby, s, samp, script, search, section, select
    case slot, small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td, template
    case textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr, xmp, annotation
    case semantics

    /// The element's name.
    public var name: String { KnownNames.all[Int(rawValue)] }
}
