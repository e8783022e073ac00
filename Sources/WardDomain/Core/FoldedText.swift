import Foundation

extension StringProtocol {
    /// Without case, accents and the width of full-width letters, as names are compared: José, JOSE and ｊｏｓé are one.
    public var foldedForComparison: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
