import HTML

/// The ids of a document, made unique and valid as XML names, and where links to the old ones lead.
struct DocumentIdentifiers {
    /// Each element's new id.
    private(set) var ids: [NodeID: String] = [:]
    /// The new ids of each note's calls in their order, by the note's new id.
    private(set) var calls: [String: [String]] = [:]
    private var targets: [String: String] = [:]

    init(of document: HTMLDocument) {
        var taken: [String: Int] = [:]
        for index in 0..<document.nodeCount {
            let node = NodeID(index)
            guard document.kind(of: node) == .element, let id = document.attribute("id", of: node), !id.isEmpty else {
                continue
            }
            let name = Self.unique(Self.name(from: id), among: &taken)
            ids[node] = name
            if targets[id] == nil { targets[id] = name }
        }
        for node in ids.keys.sorted() where document.attribute("role", of: node) == "doc-noteref" {
            guard let address = document.attribute("href", of: node), let call = ids[node],
                let note = target(of: address.dropFirst())
            else { continue }
            calls[note, default: []].append(call)
        }
    }

    /// The new id that `#fragment` leads to, or nil where nothing has it.
    func target(of fragment: Substring) -> String? {
        targets[String(fragment)] ?? targets[WebAddress.percentDecoded(fragment)]
    }

    /// An XML name without colon that says what the id said where it can (Namespaces in XML, §3), in ASCII.
    private static func name(from id: String) -> String {
        var name = ""
        for scalar in id.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".": name.unicodeScalars.append(scalar)
            case " ": name += "_"
            default: name += "_" + String(scalar.value, radix: 16)
            }
        }
        let startsWell = name.utf8.first.map { $0.isLetter || $0 == 0x5f } ?? false
        return startsWell ? name : "id-" + name
    }

    /// The name, or the name with the next free number; `taken` counts how often each name was given.
    private static func unique(_ name: String, among taken: inout [String: Int]) -> String {
        guard let count = taken[name] else {
            taken[name] = 1
            return name
        }
        var number = count + 1
        while taken["\(name)-\(number)"] != nil { number += 1 }
        taken[name] = number
        taken["\(name)-\(number)"] = 1
        return "\(name)-\(number)"
    }
}
