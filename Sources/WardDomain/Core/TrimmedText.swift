extension StringProtocol {
    /// Without white space at either end.
    public var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...].withoutEnd { $0.isWhitespace })
    }

    /// Without spaces at its end.
    public var withoutTrailingSpaces: String {
        String(self[...].withoutEnd { $0 == " " })
    }
}

extension BidirectionalCollection where SubSequence == Self {
    /// Without the last elements that are such.
    fileprivate func withoutEnd(_ isSuch: (Element) -> Bool) -> SubSequence {
        guard let last = lastIndex(where: { !isSuch($0) }) else { return self[startIndex..<startIndex] }
        return self[...last]
    }
}
