import ArticleModel
import HTML

/// Notes and what calls them.
extension MarkupWriter {
    /// `section.notes > div.note`, in the order of their numbers.
    mutating func writeNotes(_ list: [Note]) {
        guard !list.isEmpty else { return }
        builder.open("section", [("class", "notes"), ("role", "doc-endnotes")])
        for note in list {
            let id = address(ofNote: note.id)
            var attributes = self.attributes(note.attributes, classes: ["note"])
            attributes.removeAll { $0.name == "id" }
            attributes += [
                ("id", id), ("role", "doc-footnote"), ("data-number", String(noteNumbers[note.id] ?? 0)),
            ]
            notes[id] = builder.open("div", attributes)
            write(note.blocks)
            builder.close()
        }
        builder.close()
    }

    /// The address of a note in the document: the id that the page gave it, where that is a name.
    private func address(ofNote id: Note.ID) -> String {
        prefix + (id.utf8.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a } ?? false ? id : "note-" + id)
    }

    mutating func writeCall(of id: Note.ID, _ own: Attributes) {
        guard let number = noteNumbers[id] else { return }
        let call = (callCounts[id] ?? 0) + 1
        callCounts[id] = call
        let callID = own.id.map { prefix + $0 } ?? "\(prefix)noteref-\(id)-\(call)"
        builder.open(
            "a",
            [
                ("class", (["noteref"] + own.classes).joined(separator: " ")), ("href", "#" + address(ofNote: id)),
                ("id", callID), ("role", "doc-noteref"),
            ])
        builder.text(String(number))
        builder.close()
    }
}
