import WardDomain

/// Characters and Enter that came as fast as a scan, and may have been typed: a line that stalled gives them at once.
public struct TypedBurst: Hashable, Sendable {
    public let text: String
    /// True where the text is no code of this ward or of the site's forms, nor one with a fault.
    public let isNobodys: Bool

    init(_ text: String, _ scene: Scene) {
        self.text = text
        let code = BandCode.normalized(text)
        if case .unknown = ScannedCode(code, in: scene.ward) {
            isNobodys = scene.rules.site.classes(of: code).isEmpty && !TypedBurst.isFaulty(text)
        } else {
            isNobodys = false
        }
    }

    /// Whether it says that it is a code of GS1 and is none.
    private static func isFaulty(_ text: String) -> Bool {
        if case .faulty = BandCode.read(text) { true } else { false }
    }

    /// Whether it can be a PIN: 4 to 12 digits.
    var isPIN: Bool {
        isNobodys && (4...12).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Whether it can only be words: codes have digits.
    var isWords: Bool { isNobodys && !text.contains(where: \.isNumber) }
}
