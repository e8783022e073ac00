internal import GRDB
import WardDomain

extension ModelTable {
    static let admission = ModelTable(
        "admission", owner: "id",
        """
        id label name mrn birthDate gravida para dueDate fetuses cameAt recordedAt admittedAt bed place placeSince \
        risk infectious planLine inCharge open mergedInto
        """)
    static let newborn = ModelTable(
        "newborn", owner: "admission",
        """
        id admission birthOrder bornAt birthPlace mode outcome sex weightGrams apgar1 apgar5 apgar10 custodian place \
        placeSince expectedBack handoverOwed mismatch here state
        """)
    static let band = ModelTable(
        "band", key: 3, owner: "admission",
        "admission wearer position newborn code codeKind issue state limb since current")
    static let caesarean = ModelTable(
        "caesarean", owner: "admission",
        """
        id admission decidedAt category indication ending endedAt decisionToDeliverySeconds byWallClock unsigned state
        """)
    static let milestone = ModelTable(
        "milestone", key: 2, owner: "admission",
        "caesarean milestone admission at elapsedSeconds byWallClock staff reason notApplicable")
}

/// The rows of one admission's story. After a merge everything but the admission itself belongs to the other one.
enum AdmissionRows {
    static func rows(_ admission: Admission, otherThan other: Admission) -> [ModelRow] {
        guard admission.recordedAt != nil else { return [] }
        var rows = [row(admission)]
        guard admission.mergedInto == nil else { return rows }
        let same = other.mergedInto == nil && admission.isOpen == other.isOpen
        let sameBands = admission.band == other.band && admission.voidBands == other.voidBands
        let sameNewborns = admission.newborns == other.newborns
        if !same || !sameBands || !sameNewborns { rows += bands(admission) }
        if !same || !sameNewborns { rows += admission.newborns.map { row($0, of: admission) } }
        if !same || admission.runs != other.runs {
            rows += admission.runs.flatMap {
                [row($0, of: admission), CasebookRows.row($0, of: admission)] + milestones($0, of: admission)
            }
        }
        return rows
    }

    private static func row(_ admission: Admission) -> ModelRow {
        let identity = admission.identity
        let came = admission.admittedAt?.moment ?? admission.recordedAt
        return ModelRow(
            .admission,
            [
                admission.id.rawValue, identity.label, identity.name, identity.mrn, identity.birthDate?.description,
                identity.gravida, identity.para, identity.dueDate?.description, identity.fetuses,
                came?.milliseconds, admission.recordedAt?.milliseconds, admission.admittedAt?.moment.milliseconds,
                admission.bed?.rawValue, admission.place.rawValue, admission.placeSince?.moment.milliseconds,
                admission.risk?.rawValue, admission.infectious, admission.planLine, admission.inCharge?.rawValue,
                admission.isOpen, admission.mergedInto?.rawValue,
            ])
    }

    private static func row(_ newborn: Newborn, of admission: Admission) -> ModelRow {
        ModelRow(
            .newborn,
            [
                newborn.id.rawValue, admission.id.rawValue, newborn.order, newborn.bornAt.moment.milliseconds,
                newborn.birthPlace.rawValue, newborn.mode.rawValue, newborn.outcome.rawValue, newborn.sex?.rawValue,
                newborn.weightGrams, newborn.apgar[1]?.total, newborn.apgar[5]?.total, newborn.apgar[10]?.total,
                newborn.custody.custodian.code, newborn.custody.place.rawValue,
                newborn.custody.since.moment.milliseconds, newborn.custody.expectedBack?.milliseconds,
                newborn.pendingMove != nil, newborn.mismatch != nil, newborn.isHere,
            ], state: .newborn(newborn))
    }

    /// The mother's bands, void ones first, then each newborn's in order of issue.
    private static func bands(_ admission: Admission) -> [ModelRow] {
        let mothers = admission.voidBands + (admission.band.map { [$0] } ?? [])
        let current = admission.isOpen
        var rows = mothers.enumerated().map { index, band in
            row(band, index + 1, of: admission, newborn: nil, current)
        }
        for newborn in admission.newborns {
            rows += newborn.bands.enumerated().map { index, band in
                row(band, index + 1, of: admission, newborn: newborn.id, current && newborn.isHere)
            }
        }
        return rows
    }

    private static func row(
        _ band: Band, _ position: Int, of admission: Admission, newborn: NewbornID?, _ current: Bool
    ) -> ModelRow {
        ModelRow(
            .band,
            [
                admission.id.rawValue, newborn?.rawValue ?? admission.id.rawValue, position, newborn?.rawValue,
                band.code, band.codeKind.rawValue, band.issue, band.state.rawValue, band.limb?.rawValue,
                band.since.moment.milliseconds, current && band.state != .void,
            ])
    }

    private static func row(_ run: CaesareanRun, of admission: Admission) -> ModelRow {
        let interval = run.decisionToDelivery
        return ModelRow(
            .caesarean,
            [
                run.id.rawValue, admission.id.rawValue, run.decidedAt.moment.milliseconds, run.category?.rawValue,
                run.indication, run.end?.ending.rawValue, run.end?.at.moment.milliseconds, interval?.seconds,
                interval?.byWallClock, !run.unsigned.isEmpty,
            ], state: .caesarean(run))
    }

    private static func milestones(_ run: CaesareanRun, of admission: Admission) -> [ModelRow] {
        Milestone.allCases.compactMap { milestone in
            let at = run.time(of: milestone)
            guard at != nil || run.notApplicable.contains(milestone) else { return nil }
            let mark = run.marks[milestone]
            let elapsed = run.elapsed(to: milestone)
            return ModelRow(
                .milestone,
                [
                    run.id.rawValue, milestone.rawValue, admission.id.rawValue, at?.moment.milliseconds,
                    elapsed?.seconds, elapsed?.byWallClock, mark?.staff?.rawValue, mark?.reason,
                    run.notApplicable.contains(milestone),
                ])
        }
    }
}
