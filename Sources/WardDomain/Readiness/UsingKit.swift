/// `kit.use`: a kit was used, in a drill or for a patient, and is to be full again within the list's minutes. It stands
/// as a defect with an owner until a full check, or somebody's word, ends it.
public struct UseKit: WardCommand {
    public static let name = "kit.use"
    public static let summary = Phrase(en: "a kit was used: restock it", zhHans: "急救车已动用，须补充")
    public static let permission = Permission.quality
    public static let backDating = BackDating.free
    public static let fields = [
        CommandField("kit", "id", required: true), CommandField("what", "string"), CommandField("owner", "badge"),
        CommandField("run", "id of a drill or response"),
    ]

    public var kit: String
    /// What was taken.
    public var what: String?
    /// Who restocks it; whoever says that it was used where nobody is named.
    public var owner: Badge?
    /// The drill or response it was used in.
    public var run: ChecklistID?

    public init(kit: String, what: String? = nil, owner: Badge? = nil, run: ChecklistID? = nil) {
        self.kit = kit
        self.what = what
        self.owner = owner
        self.run = run
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        run.map { [.checklist($0, .drill), .checklist($0, .response)] } ?? []
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let found = context.rules.readiness.kit(kit) else { throw .kitUnknown(kit) }
        if context.ward.findings.values.contains(where: { $0.isRestock && $0.isOpen && $0.kit == kit }) {
            throw .restockWaits
        }
        if let owner { _ = try context.atWork(owner) }
        let fact = FindingOpened(
            finding: .defect, what: try words(), owner: owner ?? context.by, limit: limit(context), kit: found.id,
            item: nil, tag: nil, origin: try origin(context), restock: true)
        return [context.draft(.finding(FindingID(context.id.rawValue)), fact)]
    }

    private func words() throws(Refusal) -> String {
        guard let what, !what.isBlank else { return OwnWords.usedRestock.recorded() }
        return OwnWords.usedRestock.recorded(with: try TextRules.note(what.trimmed, field: "what"))
    }

    private func limit(_ context: DecisionContext) -> Finding.Limit {
        let used = context.occurred.moment
        guard let minutes = context.rules.readiness.restockMinutes else {
            return Finding.Limit(used.localDay(context.offset), context.offset)
        }
        return Finding.Limit(until: used.advanced(seconds: minutes * 60), context.offset)
    }

    private func origin(_ context: DecisionContext) throws(Refusal) -> Finding.Origin? {
        guard let run else { return nil }
        guard let found = context.ward.checklists[run] else { throw .checklistUnknown }
        return Finding.Origin(found)
    }
}
