/// One caesarean with all that its case page shows: the run, whose it is, and what became of the babies.
public struct CaesareanCase: Hashable, Sendable {
    /// A baby born by it.
    public struct Baby: Hashable, Sendable {
        public let newborn: Newborn
        /// When it was first taken to intensive care; nil where no record says so.
        public let intensiveCareSince: Moment?

        public init(newborn: Newborn, intensiveCareSince: Moment?) {
            self.newborn = newborn
            self.intensiveCareSince = intensiveCareSince
        }
    }

    public let row: CaesareanRow
    /// In the order of birth.
    public let babies: [Baby]

    public var run: CaesareanRun { row.run }

    public init(row: CaesareanRow, babies: [Baby]) {
        self.row = row
        self.babies = babies
    }
}

extension CaesareanCase {
    /// A case as the story tells it that is open here; the register of handovers knows more of intensive care.
    public init(_ run: CaesareanRun, of admission: Admission) {
        self.init(
            row: CaesareanRow(run, of: admission),
            babies: admission.babies(of: run).map { Baby(newborn: $0, intensiveCareSince: $0.intensiveCareSince) })
    }
}

extension Newborn {
    /// Since when the baby is in intensive care, as far as its own record says; nil where it is not there.
    public var intensiveCareSince: Moment? {
        if pendingMove?.place == .nicu { return pendingMove?.since.moment }
        return custody.place == .nicu ? custody.since.moment : nil
    }
}
