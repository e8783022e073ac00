extension Schema {
    /// What drills leave behind, what the cadence is reckoned from, and the checks of carts and areas.
    static let findings = """
        CREATE TABLE finding (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, what TEXT NOT NULL, owner TEXT, due TEXT, kit TEXT, item TEXT,
            tag TEXT, run TEXT, openedAt INTEGER NOT NULL, openedBy TEXT, closedAt INTEGER, closedBy TEXT, how TEXT,
            state TEXT NOT NULL
        ) STRICT;
        CREATE INDEX findingByTime ON finding (openedAt, id);
        CREATE INDEX findingByClosing ON finding (kind, closedAt);

        CREATE TABLE rhythm (
            id TEXT PRIMARY KEY, rhythm TEXT NOT NULL, heldAt INTEGER NOT NULL, minutes INTEGER NOT NULL, topic TEXT,
            recordedBy TEXT, state TEXT NOT NULL
        ) STRICT;
        CREATE INDEX rhythmByTime ON rhythm (heldAt, id);
        CREATE TABLE rhythmMember (
            rhythm TEXT NOT NULL, badge TEXT NOT NULL, PRIMARY KEY (rhythm, badge)
        ) STRICT;

        CREATE TABLE drillMember (
            run TEXT NOT NULL, badge TEXT NOT NULL, role TEXT NOT NULL, arrivedAt INTEGER,
            PRIMARY KEY (run, badge, role)
        ) STRICT;
        INSERT OR IGNORE INTO drillMember (run, badge, role, arrivedAt)
        SELECT drill.id, json_extract(member.value, '$.badge'), json_extract(member.value, '$.role'),
            CAST(json_extract(member.value, '$.arrivedAt') AS INTEGER)
        FROM drill, json_each(drill.state, '$.participants') AS member;

        CREATE TABLE kitCheck (
            id TEXT PRIMARY KEY, kit TEXT NOT NULL, scope TEXT NOT NULL, shift TEXT, shiftDay TEXT,
            startedAt INTEGER NOT NULL, finishedAt INTEGER, finishedBy TEXT, seal TEXT, sealHolds INTEGER,
            items INTEGER NOT NULL, checked INTEGER NOT NULL, gaps INTEGER NOT NULL, sound INTEGER NOT NULL,
            voided INTEGER NOT NULL, state TEXT NOT NULL
        ) STRICT;
        CREATE INDEX kitCheckByTime ON kitCheck (startedAt, id);
        CREATE INDEX kitCheckByKit ON kitCheck (kit, scope, finishedAt);

        """
}
