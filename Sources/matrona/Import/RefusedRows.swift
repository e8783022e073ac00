import WardDomain

/// The refused rows of a list: the first ones of a fault are each named, the rest counted, so that a list that is wrong
/// from end to end is answered in a page.
struct RefusedRows {
    /// So many rows of one fault are named.
    static let named = 20

    /// Rows with a fault in one column, or with one message where no column is to blame.
    private struct Fault {
        let key: String
        let place: Phrase
        var count = 0
    }

    private var faults: [Fault] = []

    /// Counts a refused row; answers whether it is to be named.
    mutating func note(place: Phrase?, message: Phrase) -> Bool {
        let key = place?.en ?? message.en
        let known = faults.firstIndex { $0.key == key }
        let index = known ?? faults.endIndex
        if known == nil { faults.append(Fault(key: key, place: place ?? message)) }
        faults[index].count += 1
        return faults[index].count <= Self.named
    }

    /// How many more rows had each fault than were named.
    var rest: [Phrase] {
        faults.filter { $0.count > Self.named }.map { fault in
            let count = fault.count - Self.named
            return Phrase(
                en: "and \(count) more row\(count == 1 ? "" : "s")\(fault.place.en)",
                zhHans: "另有 \(count) 行\(fault.place.zhHans)")
        }
    }
}
