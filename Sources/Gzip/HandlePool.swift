import Synchronization

/// Idle handles of a C library, lent to one caller at a time.
///
/// Making a compressor costs more than compressing a small page, so handles are kept. `take` and `giveBack`
/// may run concurrently; a handle that was taken belongs to the taker alone until it is given back.
final class HandlePool<Handle: AnyObject & Sendable>: Sendable {
    /// Handles kept for later; more come only if more threads than this compress at once, and those are let
    /// go.
    private static var maximumIdle: Int { 16 }

    private let make: @Sendable () -> Handle
    private let idle = Mutex<[Handle]>([])

    init(_ make: @escaping @Sendable () -> Handle) { self.make = make }

    func take() -> Handle {
        idle.withLock { $0.popLast() } ?? make()
    }

    func giveBack(_ handle: Handle) {
        idle.withLock { handles in
            if handles.count < Self.maximumIdle { handles.append(handle) }
        }
    }
}
