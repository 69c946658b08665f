import CCurl
import Glibc

/// How much memory that is given back the allocator keeps for itself.
///
/// A body is allocated on the fetcher's thread, read on another and let go on a third, and a page's tree is many times its
/// size. Left to itself the allocator learns from the first large page to keep tens of megabytes for each thread, for good.
enum AllocatorLimits {
    /// Blocks above this go back to the system as soon as they are freed. Pages of usual size and their trees stay below.
    private static let ownMappingBytes = 1_000_000
    /// Free memory at the end of an arena that stays.
    private static let keptBytes = 4_000_000

    /// Sets the limits for the whole process, once. They are a matter of memory alone: if they cannot be set, nothing else
    /// changes.
    static let areSet: Bool = {
        let processors = max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        return ccurl_limit_arenas(Int32(clamping: processors), Int32(ownMappingBytes), Int32(keptBytes)) != 0
    }()
}
