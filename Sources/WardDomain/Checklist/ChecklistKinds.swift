/// What a checklist command is about: a drill, or a real response. The two share their rules and never their streams.
public protocol ChecklistKind: Sendable {
    static var nature: ChecklistRun.Nature { get }
    static var permission: Permission { get }
    /// `drill` or `response`: the first part of the command's name.
    static var prefix: String { get }
    static var label: Phrase { get }
}

/// Exercises: no mother is touched, and every entry says that it is one.
public enum Drill: ChecklistKind {
    public static let nature = ChecklistRun.Nature.drill
    public static let permission = Permission.drill
    public static let prefix = "drill"
    public static let label = Phrase(en: "drill", zhHans: "演练")
}

/// The real thing, for a mother or a baby; a signature may follow.
public enum Response: ChecklistKind {
    public static let nature = ChecklistRun.Nature.response
    public static let permission = Permission.emergency
    public static let prefix = "response"
    public static let label = Phrase(en: "real response", zhHans: "应急响应")
}

extension ChecklistKind {
    /// What every entry of a drill says of itself; nil in a real response.
    static var drillMark: Bool? { nature == .drill ? true : nil }
}

/// A command about one run.
protocol NamesChecklist {
    associatedtype Kind: ChecklistKind
    var run: ChecklistID { get }
}

extension NamesChecklist {
    /// The run, of the right nature, and still going unless `finished` is asked for.
    func checklist(_ context: DecisionContext, finished: Bool = false) throws(Refusal) -> ChecklistRun {
        guard let found = context.ward.checklists[run], found.nature == Kind.nature else { throw .checklistUnknown }
        guard finished || found.isRunning else { throw .checklistFinished }
        return found
    }
}
