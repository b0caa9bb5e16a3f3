/// The program's name and version, as `--version`, the journal and document metadata give them.
public enum Program {
    public static let name = "offprint"
    public static let version = "0.1.0"
}
