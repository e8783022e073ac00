/// A fact of a checklist run that says itself whether it is a drill's: none can be read as a case's.
protocol SaysDrill: ChecklistFact {
    /// True in a drill; nil in a real response, and in entries from before every one of them said it.
    var drill: Bool? { get }
    /// What happened, without the word DRILL.
    var said: Phrase { get }
}

extension SaysDrill {
    public var summary: Phrase {
        drill == true ? Phrase(en: "DRILL 演练: \(said.en)", zhHans: "演练 DRILL：\(said.zhHans)") : said
    }
}
