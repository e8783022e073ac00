/// The SQL of one step, and when the rows that it asks for have to be there.
struct SchemaStep {
    /// When the rows that a step asks for have to be there.
    enum Rows {
        /// The step asks for none.
        case asTheyAre
        /// While the ward works: only history and lists read them.
        case byAndBy
        /// Before anything else is recorded: commands look things up in them.
        case atOnce
    }

    let sql: String
    let rows: Rows

    init(_ sql: String, rows: Rows) {
        self.sql = sql
        self.rows = rows
    }
}

/// The tables of a store. What is here is released: it changes by a further migration, never in place.
enum Schema {
    /// In SQLite's header of every store: `MATR`.
    static let applicationID: Int32 = 0x4D41_5452

    /// What leads from each version to the next; the first makes an empty file a store.
    ///
    /// A step only makes, changes or drops tables, columns and indexes of read models; it fills none, and its table, new
    /// or wider, stands in `ModelTable` with the rows that folded state gives it. It never touches `entry` or
    /// `pinVerifier`. A released step is never edited.
    ///
    /// Where `StreamState.schema` is raised, all rows are written anew by and by. If a command looks up something that
    /// was folded otherwise before, the form takes a step with it whose rows are there at once; its SQL may be empty.
    static let migrations = [
        SchemaStep(entries + readModels, rows: .atOnce),
        SchemaStep(findings, rows: .atOnce),
        SchemaStep(onCall, rows: .byAndBy),
        SchemaStep(casebook, rows: .byAndBy),
        SchemaStep(casebookArrests, rows: .byAndBy),
        SchemaStep(casebookNewbornDoctor, rows: .byAndBy),
        SchemaStep(leaving, rows: .asTheyAre),
        SchemaStep(upkeep, rows: .asTheyAre),
        SchemaStep(casebookTarget, rows: .byAndBy),
        SchemaStep(endedWaits, rows: .byAndBy),
    ]

    private static let entries = """
        CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            stream TEXT NOT NULL,
            kind TEXT NOT NULL,
            schema INTEGER NOT NULL,
            occurredAt INTEGER NOT NULL,
            occurredBootID TEXT NOT NULL,
            occurredUptime INTEGER NOT NULL,
            occurredDerived INTEGER NOT NULL,
            recordedAt INTEGER NOT NULL,
            bootID TEXT NOT NULL,
            uptime INTEGER NOT NULL,
            terminal TEXT NOT NULL,
            staff TEXT,
            origin TEXT NOT NULL,
            account TEXT,
            payload TEXT NOT NULL,
            previousDigest BLOB NOT NULL,
            digest BLOB NOT NULL
        ) STRICT;
        CREATE INDEX entryByStream ON entry (stream, sequence);

        CREATE TRIGGER entryIsNeverChanged BEFORE UPDATE ON entry
        BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
        CREATE TRIGGER entryIsNeverDeleted BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
        CREATE TRIGGER entryFollowsTheLast BEFORE INSERT ON entry
        WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
        BEGIN SELECT RAISE(ABORT, 'an entry follows the last'); END;
        -- Without this one, INSERT OR REPLACE with a known id at the next sequence would delete the old entry.
        CREATE TRIGGER entryIsRecordedOnce BEFORE INSERT ON entry
        WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'an entry is recorded once'); END;

        CREATE TABLE ledgerHead (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            sequence INTEGER NOT NULL,
            digest BLOB NOT NULL
        ) STRICT;
        INSERT INTO ledgerHead VALUES (1, 0, zeroblob(32));

        CREATE TABLE streamState (stream TEXT PRIMARY KEY, schema INTEGER NOT NULL, state TEXT NOT NULL) STRICT;

        CREATE TABLE pinVerifier (badge TEXT PRIMARY KEY, verifier TEXT NOT NULL) STRICT;

        """

    private static let readModels = """
        CREATE TABLE bed (label TEXT PRIMARY KEY, position INTEGER NOT NULL, extra INTEGER NOT NULL) STRICT;

        CREATE TABLE staff (
            badge TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, retired INTEGER NOT NULL,
            hasPIN INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE admission (
            id TEXT PRIMARY KEY, label TEXT, name TEXT, mrn TEXT, birthDate TEXT, gravida INTEGER, para INTEGER,
            dueDate TEXT, fetuses INTEGER, cameAt INTEGER NOT NULL, recordedAt INTEGER, admittedAt INTEGER, bed TEXT,
            place TEXT NOT NULL, placeSince INTEGER, risk TEXT, infectious INTEGER, planLine TEXT, inCharge TEXT,
            open INTEGER NOT NULL, mergedInto TEXT
        ) STRICT;
        CREATE INDEX admissionByTime ON admission (cameAt, id);
        CREATE INDEX admissionByNumber ON admission (mrn);
        CREATE UNIQUE INDEX oneMotherInABed ON admission (bed) WHERE bed IS NOT NULL AND mergedInto IS NULL;
        CREATE UNIQUE INDEX oneOpenAdmissionOfANumber ON admission (mrn) WHERE mrn IS NOT NULL AND open = 1;

        CREATE TABLE newborn (
            id TEXT PRIMARY KEY, admission TEXT NOT NULL, birthOrder INTEGER NOT NULL, bornAt INTEGER NOT NULL,
            birthPlace TEXT NOT NULL, mode TEXT NOT NULL, outcome TEXT NOT NULL, sex TEXT, weightGrams INTEGER,
            apgar1 INTEGER, apgar5 INTEGER, apgar10 INTEGER, custodian TEXT NOT NULL, place TEXT NOT NULL,
            placeSince INTEGER NOT NULL, expectedBack INTEGER, handoverOwed INTEGER NOT NULL,
            mismatch INTEGER NOT NULL, here INTEGER NOT NULL, state TEXT NOT NULL
        ) STRICT;
        CREATE INDEX newbornByTime ON newborn (bornAt, id);
        CREATE INDEX newbornByAdmission ON newborn (admission);

        CREATE TABLE band (
            admission TEXT NOT NULL, wearer TEXT NOT NULL, position INTEGER NOT NULL, newborn TEXT,
            code TEXT NOT NULL, codeKind TEXT NOT NULL, issue INTEGER NOT NULL, state TEXT NOT NULL, limb TEXT,
            since INTEGER NOT NULL, current INTEGER NOT NULL,
            PRIMARY KEY (admission, wearer, position)
        ) STRICT;
        CREATE INDEX bandByCode ON band (code);
        CREATE TRIGGER bandIsOnePersonsOnInsert BEFORE INSERT ON band
        WHEN NEW.current = 1 AND EXISTS (
            SELECT 1 FROM band WHERE code = NEW.code AND wearer <> NEW.wearer AND current = 1)
        BEGIN SELECT RAISE(ABORT, 'band.code'); END;
        CREATE TRIGGER bandIsOnePersonsOnUpdate BEFORE UPDATE ON band
        WHEN NEW.current = 1 AND EXISTS (
            SELECT 1 FROM band WHERE code = NEW.code AND wearer <> NEW.wearer AND current = 1)
        BEGIN SELECT RAISE(ABORT, 'band.code'); END;

        CREATE TABLE caesarean (
            id TEXT PRIMARY KEY, admission TEXT NOT NULL, decidedAt INTEGER NOT NULL, category INTEGER,
            indication TEXT, ending TEXT, endedAt INTEGER, decisionToDeliverySeconds INTEGER,
            byWallClock INTEGER, unsigned INTEGER NOT NULL, state TEXT NOT NULL
        ) STRICT;
        CREATE INDEX caesareanByTime ON caesarean (decidedAt, id);
        CREATE INDEX caesareanByAdmission ON caesarean (admission);

        CREATE TABLE milestone (
            caesarean TEXT NOT NULL, milestone TEXT NOT NULL, admission TEXT NOT NULL, at INTEGER,
            elapsedSeconds INTEGER, byWallClock INTEGER, staff TEXT, reason TEXT, notApplicable INTEGER NOT NULL,
            PRIMARY KEY (caesarean, milestone)
        ) STRICT;

        CREATE TABLE handover (
            entry TEXT PRIMARY KEY, newborn TEXT NOT NULL, admission TEXT NOT NULL, at INTEGER NOT NULL,
            giver TEXT NOT NULL, receiver TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL, reason TEXT,
            retrospective INTEGER NOT NULL, result TEXT NOT NULL, state TEXT NOT NULL
        ) STRICT;
        CREATE INDEX handoverByTime ON handover (at, entry);
        CREATE INDEX handoverByNewborn ON handover (newborn, at);
        CREATE INDEX handoverByAdmission ON handover (admission);

        CREATE TABLE drill (
            id TEXT PRIMARY KEY, nature TEXT NOT NULL, protocol TEXT, version TEXT, admission TEXT,
            startedAt INTEGER NOT NULL, finishedAt INTEGER, voided INTEGER NOT NULL, criticalInTime INTEGER NOT NULL,
            critical INTEGER NOT NULL, missedCritical INTEGER NOT NULL, debriefed INTEGER NOT NULL, state TEXT NOT NULL
        ) STRICT;
        CREATE INDEX drillByTime ON drill (startedAt, id);

        CREATE TABLE drillStep (
            run TEXT NOT NULL, step TEXT NOT NULL, position INTEGER NOT NULL, targetSeconds INTEGER,
            critical INTEGER NOT NULL, result TEXT NOT NULL, at INTEGER NOT NULL, elapsedSeconds INTEGER, staff TEXT,
            dose TEXT, giver TEXT, PRIMARY KEY (run, step)
        ) STRICT;

        """
}
