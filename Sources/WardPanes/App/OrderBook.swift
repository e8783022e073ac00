import WardDomain

/// The orders to record that have no answer yet, and those that the store could not take: they are tried again.
struct OrderBook: Sendable {
    /// An order without an answer; times in nanoseconds of the boot clock.
    private struct Waiting: Sendable {
        let order: RecordOrder
        /// True once the store has failed to take it.
        var isNotSaved = false
        var triedAt: Int64
    }

    private var waiting: [Waiting] = []
    private var nextTicket = 1
    private var ids: CommandIDs

    /// How long it waits before an order that was not saved is tried again, in nanoseconds.
    private static let retryAfter: Int64 = 500_000_000

    init(ids: CommandIDs) {
        self.ids = ids
    }

    /// Orders that the store has not taken, the oldest first.
    var notSaved: [RecordOrder] {
        waiting.filter { $0.isNotSaved }.map(\.order)
    }

    /// A new order with a ticket and an id of its own. What happens now keeps this instant, however late the store takes it.
    mutating func place(
        _ command: any WardCommand, _ time: CommandEnvelope.Time, by: Badge?, _ now: Now
    ) -> RecordOrder {
        let frozen = time == .now ? .frozen(now.reading) : time
        let order = RecordOrder(
            ticket: nextTicket, id: ids.next(at: now.moment), by: by, time: frozen, command: command)
        nextTicket += 1
        waiting.append(Waiting(order: order, triedAt: now.reading.uptime))
        return order
    }

    /// The orders to be tried again now.
    mutating func due(_ now: Now) -> [Effect] {
        var effects: [Effect] = []
        for index in waiting.indices where waiting[index].isNotSaved {
            guard now.reading.uptime - waiting[index].triedAt >= OrderBook.retryAfter else { continue }
            waiting[index].triedAt = now.reading.uptime
            effects.append(.record(waiting[index].order))
        }
        return effects
    }

    /// Notes that the store could not take an order, which keeps its frozen time; answers whether that is news.
    mutating func keep(_ ticket: Int) -> Bool {
        guard let index = waiting.firstIndex(where: { $0.order.ticket == ticket }) else { return false }
        defer { waiting[index].isNotSaved = true }
        return !waiting[index].isNotSaved
    }

    /// Takes back an order that the store has not taken; false for one that may be on its way.
    mutating func withdraw(_ ticket: Int) -> Bool {
        guard let index = waiting.firstIndex(where: { $0.order.ticket == ticket && $0.isNotSaved }) else {
            return false
        }
        waiting.remove(at: index)
        return true
    }

    /// Takes an answered order out of the book.
    mutating func settle(_ ticket: Int) -> RecordOrder? {
        guard let index = waiting.firstIndex(where: { $0.order.ticket == ticket }) else { return nil }
        return waiting.remove(at: index).order
    }
}
