/// Something that happened on the ward. Its struct is stored as the entry's payload; `kind` tells which struct.
public protocol Fact: Codable, Hashable, Sendable {
    /// The stored name; never changed once released.
    static var kind: String { get }
    /// The version of the stored struct, from 1.
    static var schema: Int { get }
    /// What happened, in a few words, for the story and the register.
    var summary: Phrase { get }
    /// The same without a patient's name or number, for a screen that anybody can see.
    var maskedSummary: Phrase { get }
    /// The fields that a correction may change. Who is meant, codes of bands and custodians are never among them: such
    /// an entry is struck out and recorded anew, under all the rules of its command.
    static var correctable: Set<String> { get }
    /// True for an act that only a further act can answer: it is neither corrected nor struck out.
    static var standsForEver: Bool { get }
    /// Refuses values that no command would record, where a correction could bring them in.
    func check(_ context: DecisionContext) throws(Refusal)
}

extension Fact {
    public static var schema: Int { 1 }
    public var maskedSummary: Phrase { summary }
    public static var correctable: Set<String> { [] }
    public static var standsForEver: Bool { false }
    public func check(_ context: DecisionContext) throws(Refusal) {}

    /// Whether another fact says the very same.
    public func isSame(as other: any Fact) -> Bool { (other as? Self) == self }
}

/// A fact of an admission's story.
public protocol AdmissionFact: Fact {
    /// Takes the fact into the story; throws when the story so far makes it impossible.
    func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault)
}

/// A fact about one caesarean.
protocol CaesareanFact: AdmissionFact {
    var run: CaesareanID { get }
}

/// A fact about one newborn.
public protocol NewbornFact: AdmissionFact {
    var newborn: NewbornID { get }
}

/// A fact about one newborn that makes a row of the register.
public protocol RegisterFact: NewbornFact {}

/// A fact of a checklist run, drill or real.
public protocol ChecklistFact: Fact {
    func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault)
}

/// A fact about the staff.
public protocol RosterFact: Fact {
    func fold(into roster: inout Roster, _ stamp: EntryStamp) throws(FoldFault)
}

/// A fact about the ward itself: its beds and settings.
public protocol WardPlanFact: Fact {
    func fold(into plan: inout WardPlan, _ stamp: EntryStamp) throws(FoldFault)
}

/// A fact of the access log; it changes no state.
public protocol AccessFact: Fact {}

extension AccessFact {
    public static var standsForEver: Bool { true }
}

/// A fact whose words name staff: by their badges in the ledger, by their names on a screen.
public protocol NamesStaff: Fact {
    func summary(calling name: (Badge) -> String) -> Phrase
}

extension NamesStaff {
    public var summary: Phrase { summary(calling: \.rawValue) }
}

/// Why a story can't take in an entry: it is never skipped, it is shown.
public enum FoldFault: Error, Hashable, Sendable {
    /// The entry does not belong in this stream.
    case wrongStream(kind: String, stream: String)
    /// What the entry says can't follow what the story says so far.
    case impossible(String)
    /// The entry's kind or version is not known to this program.
    case unknown(kind: String, schema: Int)
    /// What this part of the entry holds can't be read: it is damaged.
    case unreadable(String)
    /// A correction needs the whole stream refolded, not one more step; so does a story that is not at hand.
    case needsRefold

    /// What is wrong, in a few words.
    var why: String {
        switch self {
        case .wrongStream(let kind, let stream): "\(kind) does not belong in \(stream)"
        case .impossible(let why): why
        case .unreadable(let what): "its \(what) can't be read"
        case .unknown(let kind, let schema): "\(kind) \(schema) is not known"
        case .needsRefold: "the story must be read anew"
        }
    }
}

/// Why a whole story can't be folded.
public struct UnfoldableStory: Error, Sendable {
    /// The entry that can't follow those before it; nil where a correction can't be put in its place.
    public let entry: Entry?
    public let fault: FoldFault
}
