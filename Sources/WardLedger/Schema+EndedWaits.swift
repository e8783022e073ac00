extension Schema {
    /// What waited about a newborn and is over, by the entry that ended it. It is found by its own time, and no more by
    /// the stories whose babies left.
    static let endedWaits = """
        DROP INDEX newbornByLeaving;

        CREATE TABLE endedWait (
            entry TEXT NOT NULL, newborn TEXT NOT NULL, kind TEXT NOT NULL, admission TEXT NOT NULL,
            endedAt INTEGER NOT NULL, state TEXT NOT NULL,
            PRIMARY KEY (entry, newborn, kind)
        ) STRICT;
        CREATE INDEX endedWaitByTime ON endedWait (endedAt, entry);
        CREATE INDEX endedWaitByAdmission ON endedWait (admission);

        """
}
