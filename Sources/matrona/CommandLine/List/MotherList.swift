import WardDomain
import WardLedger

extension Lister {
    /// `list mothers`
    func mothers() throws(Failure) {
        try print(Self.motherFields(TimeText(offset: offset))) { span throws(LedgerFault) in
            guard case .mothers(let rows) = try ledger.answer(.mothers(span)) else { return [] }
            return rows
        } place: { row in
            (row.admittedAt ?? row.recordedAt, row.admission.rawValue)
        }
    }

    private static func motherFields(_ time: TimeText) -> [ListField<MotherRow>] {
        [
            ListField("admission") { .string($0.admission.rawValue) },
            ListField("mrn", "Number", "住院号") { .optional($0.identity.mrn) },
            ListField("name", "Name", "姓名") { .optional($0.identity.name) },
            ListField("label", "Label", "代称") { .optional($0.identity.label) },
            ListField("birthDate") { .optional($0.identity.birthDate?.description) },
            ListField("gravida", "G", "孕") { .optional($0.identity.gravida) },
            ListField("para", "P", "产") { .optional($0.identity.para) },
            ListField("dueDate", "Due", "预产期") { .optional($0.identity.dueDate?.description) },
            ListField("fetuses") { .optional($0.identity.fetuses) },
            ListField("bed", "Bed", "床") { .optional($0.bed?.rawValue) },
            ListField("place", "Place", "所在") { .string($0.place.rawValue) },
            ListField("risk", "Risk", "风险") { .optional($0.risk?.rawValue) },
            ListField("infectious", "Infectious", "传染病") { .optional($0.infectious) },
            ListField("admittedAt", "Admitted", "入院时间") { time($0.admittedAt) },
            ListField("recordedAt") { time($0.recordedAt) },
            ListField("open", "Open", "未结") { .bool($0.open) },
            ListField("mergedInto") { .optional($0.mergedInto?.rawValue) },
        ]
    }
}

extension ListField {
    /// Who a row is about, in every list of babies and runs.
    static func aboutMother(
        _ admission: @escaping (Row) -> AdmissionID, _ mother: @escaping (Row) -> MotherIdentity
    ) -> [ListField] {
        [
            ListField("admission") { .string(admission($0).rawValue) },
            ListField("mrn", "Number", "住院号") { .optional(mother($0).mrn) },
            ListField("mother", "Mother", "母亲") { .string(mother($0).called) },
        ]
    }
}
