extension MailAddress {
    /// The mailboxes of an address list (RFC 5322, §3.4), groups opened and display names decoded. What is no address but
    /// a name is kept as that.
    static func list(_ field: String) -> [MailAddress] {
        pieces(of: field).compactMap(mailbox)
    }

    private static func mailbox(_ text: String) -> MailAddress? {
        let text = text.trimmingSpaces
        guard !text.isEmpty else { return nil }
        guard let open = text.lastIndex(of: "<") else {
            // The old habit: address (Name)
            if let comment = text.firstIndex(of: "("), text.hasSuffix(")") {
                let name = String(text[text.index(after: comment)...].dropLast())
                let address = String(text[..<comment]).trimmingSpaces
                return MailAddress(name: EncodedWord.decoded(name).trimmingSpaces, address: address)
            }
            if text.contains("@") { return MailAddress(address: text) }
            return MailAddress(name: displayName(text), address: "")
        }
        let address = text[text.index(after: open)...].prefix { $0 != ">" }
        let name = displayName(String(text[..<open]))
        return MailAddress(name: name.isEmpty ? nil : name, address: String(address).trimmingSpaces)
    }

    /// A phrase without its quotes, decoded.
    private static func displayName(_ phrase: String) -> String {
        var name = ""
        var isEscaped = false
        for character in phrase.trimmingSpaces {
            if isEscaped || character != "\\" && character != "\"" {
                name.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            }
        }
        return EncodedWord.decoded(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The list at its commas, but for those in quotes, comments and angle brackets; a group's name and its end go.
    private static func pieces(of field: String) -> [String] {
        var pieces = [""]
        var isQuoted = false
        var isEscaped = false
        var comment = 0
        var isInside = false
        for character in field {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"", comment == 0 {
                isQuoted.toggle()
            } else if !isQuoted {
                switch character {
                case "(": comment += 1
                case ")": comment = max(0, comment - 1)
                case "<": isInside = true
                case ">": isInside = false
                case ",", ";":
                    if comment == 0, !isInside {
                        pieces.append("")
                        continue
                    }
                case ":":
                    if comment == 0, !isInside {
                        pieces[pieces.count - 1] = ""
                        continue
                    }
                default: break
                }
            }
            pieces[pieces.count - 1].append(character)
            if pieces.count > 500 { break }
        }
        return pieces
    }
}
