/// A part of a memory budget, given back when the last reference to it goes.
///
/// A capture whose body is in memory holds one, so that the fetcher knows of the bodies that are still on their way to
/// the archive and slows down rather than fill the machine.
package final class MemoryShare: Sendable {
    private let giveBack: @Sendable () -> Void

    /// `giveBack` is called once, on whatever thread lets the share go.
    package init(giveBack: @escaping @Sendable () -> Void) { self.giveBack = giveBack }

    deinit { giveBack() }
}
