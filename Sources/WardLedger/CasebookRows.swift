internal import GRDB
import WardDomain

extension ModelTable {
    static let casebook = ModelTable(
        "casebook", owner: "admission",
        """
        id admission decidedAt category indication place ending decisionToDeliverySeconds byWallClock longestTo \
        longestSeconds delays isForArrest enteredAfterwards arrestToIncisionSeconds arrestToBirthSeconds onTheSpot \
        newbornDoctorSeconds newbornDoctorBeforeBirth targetSeconds
        """)
}

/// The casebook's rows: written from a run, read as a brief.
enum CasebookRows {
    static func row(_ run: CaesareanRun, of admission: Admission) -> ModelRow {
        let brief = CaesareanBrief(run, of: admission.id)
        return ModelRow(
            .casebook,
            [
                brief.id.rawValue, brief.admission.rawValue, brief.decidedAt.milliseconds, brief.category?.rawValue,
                brief.indication, brief.place?.rawValue, brief.ending?.rawValue, brief.seconds, brief.byWallClock,
                brief.longestTo?.rawValue, brief.longestSeconds, brief.delays.joined(separator: " "),
                brief.isForArrest, brief.enteredAfterwards, brief.arrest?.toIncision, brief.arrest?.toBirth,
                brief.arrest?.onTheSpot, brief.newbornDoctor.seconds, brief.newbornDoctor.beforeBirth,
                brief.target,
            ])
    }

    /// Reads by position: names would cost more than the values.
    ///
    /// - Throws: `rowsDamaged` for what is no brief.
    static func brief(_ row: Row) throws -> CaesareanBrief {
        CaesareanBrief(
            id: CaesareanID(try value(row, 0)), admission: AdmissionID(try value(row, 1)),
            decidedAt: Moment(milliseconds: try value(row, 2)),
            category: try (value(row, 3) as Int?).flatMap(CaesareanCategory.init), indication: try value(row, 4),
            place: try known(row, 5), ending: try known(row, 6), seconds: try value(row, 7),
            byWallClock: try value(row, 8), longestTo: try known(row, 9), longestSeconds: try value(row, 10),
            delays: (try value(row, 11) as String).split(separator: " ").map(String.init),
            arrest: try arrest(row), enteredAfterwards: try value(row, 13),
            newbornDoctor: NewbornDoctorTimes(seconds: try value(row, 17), beforeBirth: try value(row, 18)),
            target: try value(row, 19))
    }

    private static func arrest(_ row: Row) throws -> ArrestTimes? {
        guard try value(row, 12) else { return nil }
        return ArrestTimes(
            toIncision: try value(row, 14), toBirth: try value(row, 15), onTheSpot: try value(row, 16))
    }

    private static func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
        _ row: Row, _ index: Int
    ) throws -> Value {
        do {
            return try row.decode(Value.self, atIndex: index)
        } catch {
            throw LedgerFault.rowsDamaged(ModelTable.casebook.columns[index])
        }
    }

    /// A stored code of a closed list; nil for none.
    private static func known<Code: RawRepresentable<String>>(_ row: Row, _ index: Int) throws -> Code? {
        guard let text: String = try value(row, index) as String? else { return nil }
        guard let code = Code(rawValue: text) else {
            throw LedgerFault.rowsDamaged(ModelTable.casebook.columns[index])
        }
        return code
    }
}
