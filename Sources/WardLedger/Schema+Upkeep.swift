extension Schema {
    /// Before which stream rows of an older form still wait to be written anew; no row when none wait.
    static let upkeep = """
        CREATE TABLE upkeep (only INTEGER PRIMARY KEY CHECK (only = 1), before TEXT NOT NULL) STRICT;

        """
}
