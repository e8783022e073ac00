import WardDomain

/// The orders to record that have no answer yet, and those that the store could not take: they are tried again.
///
/// An order that goes on with the story of an earlier one is held until that one is answered, so that what happened to
/// one woman is recorded in the order in which it was said, and a mark never comes before the start of its clock.
struct OrderBook: Sendable {
    /// An order without an answer.
    private struct Waiting: Sendable {
        let order: RecordOrder
        /// The ticket of the order that has to be answered before this one is tried.
        var behind: Int?
        /// True once the store has failed to take it, or the one that it is held behind.
        var isNotSaved = false
        /// By the boot clock, nanoseconds.
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

    /// Orders without an answer, the oldest first.
    var all: [RecordOrder] { waiting.map(\.order) }

    /// Orders that the store has not taken, with those that are held behind them, the oldest first.
    var notSaved: [RecordOrder] { waiting.filter(\.isNotSaved).map(\.order) }

    /// Whether the store has not taken an order, or the one that it is held behind.
    func isNotSaved(_ ticket: Int) -> Bool {
        waiting.contains { $0.order.ticket == ticket && $0.isNotSaved }
    }

    /// Whether an order is not to be tried before an earlier one is answered.
    func isHeld(_ ticket: Int) -> Bool {
        guard let behind = waiting.first(where: { $0.order.ticket == ticket })?.behind else { return false }
        return waiting.contains { $0.order.ticket == behind }
    }

    /// A new order with a ticket and an id of its own. What happens now keeps this instant, however late the store takes it.
    mutating func place(
        _ command: any WardCommand, _ time: CommandEnvelope.Time, by: Badge?, _ now: Now
    ) -> RecordOrder {
        let frozen = time == .now ? .frozen(now.reading) : time
        let order = RecordOrder(
            ticket: nextTicket, id: ids.next(at: now.moment), by: by, time: frozen, givenAt: now.reading,
            command: command)
        nextTicket += 1
        waiting.append(Waiting(order: order, triedAt: now.reading.uptime))
        return order
    }

    /// Holds an order until an earlier one is answered.
    mutating func hold(_ ticket: Int, behind earlier: Int) {
        guard let index = waiting.firstIndex(where: { $0.order.ticket == ticket }) else { return }
        waiting[index].behind = earlier
        waiting[index].isNotSaved = isNotSaved(earlier)
    }

    /// The orders to be tried again now.
    mutating func due(_ now: Now) -> [Effect] {
        tryAgain(now) { now.reading.uptime - $0.triedAt >= OrderBook.retryAfter }
    }

    /// Everything that may be tried, whenever it was tried last.
    mutating func tryAll(_ now: Now) -> [Effect] {
        tryAgain(now) { _ in true }
    }

    /// The orders that were held behind one that is answered now.
    mutating func released(by ticket: Int, _ now: Now) -> [Effect] {
        tryAgain(now) { $0.behind == ticket }
    }

    private mutating func tryAgain(_ now: Now, _ isMeant: (Waiting) -> Bool) -> [Effect] {
        var effects: [Effect] = []
        for index in waiting.indices {
            let found = waiting[index]
            guard found.isNotSaved || found.behind != nil, !isHeld(found.order.ticket), isMeant(found) else { continue }
            waiting[index].triedAt = now.reading.uptime
            effects.append(.record(found.order))
        }
        return effects
    }

    /// Notes that the store could not take an order, which keeps its frozen time; answers whether that is news.
    mutating func keep(_ ticket: Int) -> Bool {
        let isNews = !isNotSaved(ticket)
        let kept = [ticket] + held(behind: ticket)
        for index in waiting.indices where kept.contains(waiting[index].order.ticket) {
            waiting[index].isNotSaved = true
        }
        return isNews
    }

    /// The tickets of the orders that are held behind one, and behind those.
    func held(behind ticket: Int) -> [Int] {
        waiting.filter { $0.behind == ticket }.flatMap { [$0.order.ticket] + held(behind: $0.order.ticket) }
    }

    /// Takes back an order that the store has not taken; false for one that may be on its way.
    mutating func withdraw(_ ticket: Int) -> Bool {
        guard isNotSaved(ticket) else { return false }
        return settle(ticket) != nil
    }

    /// Takes an answered order out of the book.
    mutating func settle(_ ticket: Int) -> RecordOrder? {
        guard let index = waiting.firstIndex(where: { $0.order.ticket == ticket }) else { return nil }
        return waiting.remove(at: index).order
    }
}
