extension Schema {
    /// Tonight's on-call list, as it was last written.
    static let onCall = """
        CREATE TABLE onCall (
            slot TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, phone TEXT, badge TEXT,
            since INTEGER NOT NULL, until INTEGER NOT NULL
        ) STRICT;

        """
}
