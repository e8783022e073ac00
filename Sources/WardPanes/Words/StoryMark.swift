import ScreenGrid
import WardDomain

/// What became of an entry, as a word behind it and as a style: never by colour alone.
extension StoryLine {
    var mark: Phrase {
        if struck { return Phrase(en: " [struck]", zhHans: " [已作废]") }
        return correctedBy == nil ? Phrase(en: "", zhHans: "") : Phrase(en: " [corrected]", zhHans: " [已更正]")
    }

    var role: StyleRole { struck ? .voided : correctedBy != nil ? .corrected : .text }
}
