/// Something that happened on the ward. Its struct is stored as the entry's payload; `kind` tells which struct.
public protocol Fact: Codable, Hashable, Sendable {
    /// The stored name; never changed once released.
    static var kind: String { get }
    /// The version of the stored struct, from 1.
    static var schema: Int { get }
    /// What happened, in a few words, for the story and the register.
    var summary: Phrase { get }
}

extension Fact {
    public static var schema: Int { 1 }
}

/// A fact of an admission's story.
public protocol AdmissionFact: Fact {
    /// Takes the fact into the story; throws when the story so far makes it impossible.
    func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault)
}

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

/// Why a story can't take in an entry: it is never skipped, it is shown.
public enum FoldFault: Error, Hashable, Sendable {
    /// The entry does not belong in this stream.
    case wrongStream(kind: String, stream: String)
    /// What the entry says can't follow what the story says so far.
    case impossible(String)
    /// The entry's kind or version is not known to this program.
    case unknown(kind: String, schema: Int)
    /// A correction needs the whole stream refolded, not one more step.
    case needsRefold
}
