/// What a hospital decides about its codes, badges and labels.
public struct SiteRules: Hashable, Sendable {
    /// The forms of its own codes; a code that fits none is of no known class.
    public var codePatterns: [CodePattern] = []
    /// Whether giver and receiver of a handover give their PINs.
    public var asksPINAtHandover = false
    /// After how many minutes this hospital expects a baby back from an errand; empty where it does not say.
    public var expectedReturnMinutes: [Place: Int] = [:]
    /// Whether a printed symbol may hold a baby's name and birth time.
    public var namesInSymbols = false
    /// The font of the label printer that has Chinese signs, as ZPL names it.
    public var labelFont = "E:SIMSUN.TTF"
    /// The printer's dots a millimetre.
    public var labelDotsPerMillimetre = 8
    /// The sizes of this site's labels, where they are not the usual ones.
    public var labelSizes: [LabelKind: LabelSize] = [:]

    public init() {}

    /// The classes that a code may belong to by its form.
    public func classes(of code: String) -> Set<CodeClass> {
        Set(codePatterns.filter { $0.matches(code) }.map(\.codeClass))
    }

    /// Whether codes of this form are each band's own or the person's; nil where no pattern says.
    public func kind(of code: String) -> BandCodeKind? {
        codePatterns.first { $0.kind != nil && $0.matches(code) }?.kind
    }

    /// Refuses a code whose form is that of another class, or of more than one.
    ///
    /// - Throws: `codeAmbiguous`, `codeOfOtherClass`.
    func check(_ code: String, is wanted: CodeClass) throws(Refusal) {
        let found = classes(of: code)
        guard found.count < 2 else { throw .codeAmbiguous(code) }
        guard let other = found.first, other != wanted else { return }
        throw .codeOfOtherClass(code, other)
    }
}
