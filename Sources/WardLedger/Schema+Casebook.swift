extension Schema {
    /// Every caesarean in brief, in narrow rows: filters and figures read all of them at once.
    static let casebook = """
        CREATE TABLE casebook (
            id TEXT PRIMARY KEY, admission TEXT NOT NULL, decidedAt INTEGER NOT NULL, category INTEGER,
            indication TEXT, place TEXT, ending TEXT, decisionToDeliverySeconds INTEGER, byWallClock INTEGER NOT NULL,
            longestTo TEXT, longestSeconds INTEGER, delays TEXT NOT NULL, isForArrest INTEGER NOT NULL,
            enteredAfterwards INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX casebookByTime ON casebook (decidedAt, id);
        CREATE INDEX casebookByAdmission ON casebook (admission);

        """
}
