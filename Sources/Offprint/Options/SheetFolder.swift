import Transport

/// Where the files lie that a style sheet names.
enum SheetFolder {
    /// An address in a sheet as loaders take it: a relative one is resolved against the sheet's folder.
    ///
    /// Sheets that are in no file, such as the snippets of the command line, stand in the working directory.
    static func address(_ address: String, in sheet: String) -> String {
        guard AddressReference(address).scheme == nil, !address.hasPrefix("/") else { return address }
        return PercentCoding.encodePath(splitPath(sheet).folder) + "/" + address
    }
}
