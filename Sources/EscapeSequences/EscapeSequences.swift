extension String {
    /// Without the escape sequences of terminals, their letters included: of `ESC [ 3 1 m` nothing stays. A string that
    /// such a sequence opens and nothing closes keeps its text, so that nothing readable behind it is lost.
    public var withoutEscapeSequences: String {
        guard unicodeScalars.contains(where: \.opensSequence) else { return self }
        var kept = String.UnicodeScalarView()
        var rest = unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar.value {
            case 0x1B: dropEscapeSequence(from: &rest)
            case 0x9B: dropControlSequence(from: &rest)
            case 0x90, 0x98, 0x9D, 0x9E, 0x9F: dropControlString(from: &rest)
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }
}

extension Unicode.Scalar {
    /// ESC, CSI, and what opens a control string.
    fileprivate var opensSequence: Bool {
        switch value {
        case 0x1B, 0x90, 0x98, 0x9B, 0x9D, 0x9E, 0x9F: true
        default: false
        }
    }
}

/// Drops what follows an ESC: a control sequence, a control string, or a short sequence of one final byte.
private func dropEscapeSequence(from rest: inout String.UnicodeScalarView.SubSequence) {
    switch rest.first?.value {
    case 0x5B:
        rest.removeFirst()
        dropControlSequence(from: &rest)
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F:
        rest.removeFirst()
        dropControlString(from: &rest)
    case .some(0x20...0x7E):
        while let scalar = rest.first, (0x20...0x2F).contains(scalar.value) { rest.removeFirst() }
        if let scalar = rest.first, (0x30...0x7E).contains(scalar.value) { rest.removeFirst() }
    default: break
    }
}

/// Drops the parameters and the final byte of a CSI sequence.
private func dropControlSequence(from rest: inout String.UnicodeScalarView.SubSequence) {
    while let scalar = rest.first, (0x20...0x3F).contains(scalar.value) { rest.removeFirst() }
    if let scalar = rest.first, (0x40...0x7E).contains(scalar.value) { rest.removeFirst() }
}

/// Drops an OSC, DCS, SOS, PM or APC string up to its end (BEL or ST); one without an end keeps its text, so that
/// nothing readable after it is lost.
private func dropControlString(from rest: inout String.UnicodeScalarView.SubSequence) {
    guard let end = rest.firstIndex(where: { $0.value == 0x07 || $0.value == 0x9C || $0.value == 0x1B }) else { return }
    let afterEnd = rest.index(after: end)
    let endsWithST = rest[end].value == 0x1B && afterEnd < rest.endIndex && rest[afterEnd] == "\\"
    rest = rest[(endsWithST ? rest.index(after: afterEnd) : afterEnd)...]
}
