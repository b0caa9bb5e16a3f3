#!/usr/bin/env python3
"""Draw the two pictures of the sample article.

    python3 Sample/draw.py

Only the standard library is used. Shapes are painted at three times the size and averaged, which smooths their edges;
the same run always gives the same bytes. The pictures are committed, so this runs only when they change.
"""

import os
import struct
import zlib

SCALE = 3
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "on-offprints_files")

WHITE = (255, 255, 255)
PAPER = (250, 246, 236)
PAPER_EDGE = (203, 193, 172)
SHADE = (236, 229, 213)
INK = (58, 54, 50)
TEXT_LINE = (172, 165, 154)
RED = (178, 52, 28)
LOOSE = (226, 120, 38)
TIGHT = (70, 120, 176)


class Canvas:
    """A picture with smooth edges; coordinates are those of the finished picture."""

    def __init__(self, width, height, color=WHITE):
        self.width, self.height = width, height
        self.rows = [bytearray(bytes(color) * (width * SCALE)) for _ in range(height * SCALE)]

    def rectangle(self, x, y, width, height, color):
        start, end = round(x * SCALE), round((x + width) * SCALE)
        span = bytes(color) * max(end - start, 0)
        for row in range(max(round(y * SCALE), 0), min(round((y + height) * SCALE), len(self.rows))):
            self.rows[row][start * 3 : end * 3] = span

    def bar(self, x, y, width, height, color):
        """A rectangle with round ends."""
        radius = min(width, height) / 2
        for step in range(round(height * SCALE)):
            offset = abs((step + 0.5) / SCALE - height / 2) - (height / 2 - radius)
            inset = radius - (radius**2 - offset**2) ** 0.5 if 0 < offset < radius else 0 if offset <= 0 else radius
            self.rectangle(x + inset, y + step / SCALE, width - 2 * inset, 1 / SCALE, color)

    def line(self, x1, y1, x2, y2, color, thickness=2.5):
        """A straight line that is not level, as a row of short spans."""
        if y1 > y2:
            x1, y1, x2, y2 = x2, y2, x1, y1
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        across = thickness * length / (y2 - y1)
        for row in range(round(y1 * SCALE), round(y2 * SCALE)):
            x = x1 + (x2 - x1) * (row / SCALE - y1) / (y2 - y1)
            start = max(round((x - across / 2) * SCALE), 0)
            end = min(round((x + across / 2) * SCALE), self.width * SCALE)
            self.rows[row][start * 3 : end * 3] = bytes(color) * (end - start)

    def ring(self, x, y, radius, color, thickness=2.5):
        for row in range(round((y - radius) * SCALE), round((y + radius) * SCALE)):
            dy = (row + 0.5) / SCALE - y
            outer = max(radius**2 - dy**2, 0) ** 0.5
            inner = max((radius - thickness) ** 2 - dy**2, 0) ** 0.5
            for left, right in ((-outer, -inner), (inner, outer)):
                start, end = round((x + left) * SCALE), round((x + right) * SCALE)
                self.rows[row][start * 3 : end * 3] = bytes(color) * (end - start)

    def frame(self, x, y, width, height, color, thickness=2):
        self.rectangle(x, y, width, thickness, color)
        self.rectangle(x, y + height - thickness, width, thickness, color)
        self.rectangle(x, y, thickness, height, color)
        self.rectangle(x + width - thickness, y, thickness, height, color)

    def save(self, name):
        step = 3 * SCALE
        lines = []
        for top in range(0, len(self.rows), SCALE):
            taps = [row[offset::step] for row in self.rows[top : top + SCALE] for offset in range(0, step, 3)]
            greens = [row[offset + 1 :: step] for row in self.rows[top : top + SCALE] for offset in range(0, step, 3)]
            blues = [row[offset + 2 :: step] for row in self.rows[top : top + SCALE] for offset in range(0, step, 3)]
            line = bytearray(self.width * 3)
            for channel, sources in enumerate((taps, greens, blues)):
                line[channel::3] = bytes(sum(values) // (SCALE * SCALE) for values in zip(*sources))
            lines.append(bytes(line))
        write_png(os.path.join(FOLDER, name), self.width, self.height, lines)


def write_png(path, width, height, lines):
    """An eight-bit RGB picture at 300 dots per inch; each line is stored as its difference from the one above."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    body = bytearray()
    above = bytes(width * 3)
    for line in lines:
        body += b"\x02" + bytes((a - b) & 255 for a, b in zip(line, above))
        above = line
    dots_per_metre = 11811
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)))
        file.write(chunk(b"sRGB", b"\0"))
        file.write(chunk(b"pHYs", struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)))
        file.write(chunk(b"IDAT", zlib.compress(bytes(body), 9)))
        file.write(chunk(b"IEND", b""))


class Chance:
    """A tiny generator of numbers (Lehmer's), the same on every machine."""

    def __init__(self, seed):
        self.state = seed

    def between(self, low, high):
        self.state = self.state * 48271 % 2147483647
        return low + (high - low) * self.state / 2147483647


def text_lines(canvas, x, y, width, height, chance, heading=False):
    """Gray bars that stand for paragraphs."""
    leading, thickness = 15.5, 6.5
    count = int(height / leading)
    indent, remaining = False, int(chance.between(7, 12))
    row = 0
    if heading:
        canvas.bar(x, y + leading * 0.6, width * 0.62, 11, INK)
        row = 3
    while row < count:
        left = 22 if indent else 0
        is_last = remaining == 0 and row < count - 1
        length = width * chance.between(0.3, 0.85) if is_last else width
        position = x + left
        while position < x + length - 4:
            word = min(chance.between(14, 58), x + length - position)
            if word < 9:
                break
            canvas.bar(position, y + row * leading, word, thickness, TEXT_LINE)
            position += word + 6.5
        indent = is_last
        remaining = int(chance.between(6, 11)) if is_last else remaining - 1
        row += 1


def draw_margins():
    """A spread of two to three with the text area that the diagonals find."""
    canvas = Canvas(1400, 1060)
    width, height, left, top = 640, 960, 56, 46
    spine = left + width
    canvas.rectangle(left + 7, top + 9, 2 * width, height, (228, 226, 221))
    canvas.rectangle(left, top, 2 * width, height, PAPER)
    for step in range(26):
        shade = tuple(p - (p - s) * (26 - step) // 26 for p, s in zip(PAPER, SHADE))
        canvas.rectangle(spine - step - 1, top, 1, height, shade)
        canvas.rectangle(spine + step, top, 1, height, shade)
    canvas.frame(left, top, 2 * width, height, PAPER_EDGE)
    canvas.rectangle(spine - 1, top, 2, height, PAPER_EDGE)

    block_width, block_height = width * 2 / 3, height * 2 / 3
    outer, inner, head = width * 2 / 9, width / 9, height / 9
    chance = Chance(1886)
    for x, heading in ((left + outer, True), (spine + inner, False)):
        text_lines(canvas, x + 10, top + head + 12, block_width - 20, block_height - 14, chance, heading)

    # The diagonals of the spread and of each page, and the construction that sets the corner of the text.
    canvas.line(left, top + height, left + 2 * width, top, RED)
    canvas.line(left, top, left + 2 * width, top + height, RED)
    canvas.line(left, top + height, spine, top, RED)
    canvas.line(left + 2 * width, top + height, spine, top, RED)
    for x in (left + outer, spine + inner):
        canvas.frame(x, top + head, block_width, block_height, RED, 3)
    for x in (left + outer, left + outer + block_width, spine + inner, spine + inner + block_width):
        for y in (top + head, top + head + block_height):
            canvas.ring(x, y, 9, RED, 3)
    canvas.save("margins.png")


# Widths of letters in thousandths of an em, near enough to a book face.
WIDTHS = {
    **dict.fromkeys("ijl,.;:'’", 270), **dict.fromkeys("frt-", 340), **dict.fromkeys("csz", 420),
    **dict.fromkeys("aegkovxyu", 480), **dict.fromkeys("bdhnpq", 520), "w": 720, "m": 800,
}
PARAGRAPH = (
    "Of all the things that a compositor decides, the end of a line is the one that comes round most often and is seen "
    "least. Between two margins stand eight or ten words and the spaces that part them, and only the spaces can give. "
    "Let them all give a little and nobody will notice; let one line hoard its comfort, and the next must pay for it in "
    "holes that run down the page like rain on a window. A machine that looks at one line alone cannot know this. "
    "It fills the measure, is content, and leaves the remainder to whatever words happen to follow."
)
SPACE, STRETCH, SHRINK = 250, 125, 83


def word_width(word):
    return sum(WIDTHS.get(letter, 640) for letter in word)


def ratio(words, measure):
    """How far each space is stretched (above 0) or shrunk (below 0) to fill the measure, in units of what it can give."""
    gaps = len(words) - 1
    missing = measure - sum(words) - gaps * SPACE
    if gaps == 0:
        return 10.0
    return missing / (gaps * (STRETCH if missing >= 0 else SHRINK))


def first_fit(words, measure):
    """Each line takes what fits at the spaces' natural width."""
    lines, line = [], []
    for word in words:
        if line and sum(line) + word + len(line) * SPACE > measure:
            lines.append(line)
            line = []
        line.append(word)
    return lines + [line]


def total_fit(words, measure):
    """The lines with the least sum of demerits (Knuth and Plass 1981)."""
    best = [(0.0, 0)] + [(float("inf"), 0)] * len(words)
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - 20), end):
            line = words[start:end]
            r = ratio(line, measure)
            if end == len(words):
                r = min(r, 0)
            if r < -1:
                continue
            demerits = (1 + 100 * abs(r) ** 3) ** 2
            best[end] = min(best[end], (best[start][0] + demerits, start))
    lines, end = [], len(words)
    while end > 0:
        start = best[end][1]
        lines.insert(0, words[start:end])
        end = start
    return lines


def mixed(color, amount):
    return tuple(round(255 + (part - 255) * amount) for part in color)


def draw_column(canvas, lines, x, y, measure, em):
    leading, thickness = 56, 22
    for row, line in enumerate(lines):
        r = 0 if row == len(lines) - 1 else ratio(line, measure)
        space = SPACE + r * (STRETCH if r >= 0 else SHRINK)
        position = x
        top = y + row * leading
        for index, word in enumerate(line):
            width = word * em / 1000
            canvas.bar(position, top, width, thickness, INK)
            position += width
            if index < len(line) - 1:
                gap = space * em / 1000
                amount = min(abs(r) / (2.2 if r > 0 else 1.0), 1) ** 0.8
                if amount > 0.05:
                    canvas.rectangle(position, top - 14, gap, thickness + 28, mixed(LOOSE if r > 0 else TIGHT, amount))
                position += gap


def draw_line_breaking():
    """One paragraph broken line by line, and as a whole."""
    words = [word_width(word) for word in PARAGRAPH.split()]
    em, measure_px = 33.0, 700
    measure = measure_px / em * 1000
    columns = [first_fit(words, measure), total_fit(words, measure)]
    height = 60 + 56 * max(len(column) for column in columns) + 14
    canvas = Canvas(1600, height)
    for index, lines in enumerate(columns):
        x = 40 + index * (measure_px + 120)
        canvas.rectangle(x - 12, 24, 2, height - 48, PAPER_EDGE)
        canvas.rectangle(x + measure_px + 10, 24, 2, height - 48, PAPER_EDGE)
        draw_column(canvas, lines, x, 56, measure, em)
        spread = [ratio(line, measure) for line in lines[:-1]]
        print(f"column {index + 1}: {len(lines)} lines, loosest {max(spread):.2f}, tightest {min(spread):.2f}")
    canvas.save("line-breaking.png")


if __name__ == "__main__":
    os.makedirs(FOLDER, exist_ok=True)
    draw_margins()
    draw_line_breaking()
