import Synchronization
import WardDomain

/// The moments at which a drawing looks the same, as far as it tells the time.
///
/// At first these are all. Whatever the drawing asks the scene about the time leaves only those with the same answer, and
/// whoever takes the reading itself is left with the second at hand. So no drawing can forget to say that it changes.
final class TimeShown: Sendable {
    /// Milliseconds of the wall clock, both included.
    private let bounds = Mutex((first: Int64.min, last: Int64.max))

    /// Whether the drawing looks the same at a moment.
    func includes(_ moment: Moment) -> Bool {
        bounds.withLock { $0.first <= moment.milliseconds && moment.milliseconds <= $0.last }
    }

    /// Leaves only the moments between two, in milliseconds.
    func narrow(from first: Int64 = .min, through last: Int64 = .max) {
        bounds.withLock { $0 = (max($0.first, first), min($0.last, last)) }
    }
}
