/// The panes in the order of their numbers, each with an edition, so that whoever has drawn one knows whether it may look
/// different now.
struct Panes: Sendable, RandomAccessCollection, MutableCollection {
    /// A pane and the edition that it is in.
    private struct Slot: Sendable {
        var pane: any Pane
        var edition = Edition()
    }

    private var slots: [Slot]

    init(_ panes: [any Pane]) {
        slots = panes.map { Slot(pane: $0) }
    }

    var startIndex: Int { slots.startIndex }
    var endIndex: Int { slots.endIndex }

    /// Whatever is done to a pane gives it a new edition.
    subscript(index: Int) -> any Pane {
        get { slots[index].pane }
        set { slots[index] = Slot(pane: newValue) }
    }

    /// The panes by their numbers.
    var ids: [PaneID] { indices.map { PaneID($0 + 1) } }

    /// The place of a pane; nil where there is none of that number.
    func index(of id: PaneID) -> Int? {
        indices.contains(id.number - 1) ? id.number - 1 : nil
    }

    /// The edition of a pane: the same one means that nothing has been done to the pane since.
    func edition(of index: Int) -> Edition { slots[index].edition }
}

/// One state of a pane. Two editions are never equal, also where a state came back from before a scan: a count could
/// not tell that one apart.
final class Edition: Sendable, Equatable {
    static func == (one: Edition, other: Edition) -> Bool { one === other }
}
