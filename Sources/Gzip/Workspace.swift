/// Memory that a handle writes into before the result's size is known, kept from one use to the next.
///
/// A fresh array per page costs page faults; this memory is touched once. Not for use by two threads at once.
struct Workspace: ~Copyable {
    /// Most bytes kept between two uses; a rare giant gives its memory back.
    private static let maximumKept = 16 << 20

    private(set) var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    /// Makes room for at least `count` bytes; what was in there is lost.
    mutating func reserve(_ count: Int) {
        guard memory.count < count else { return }
        memory.deallocate()
        memory = .allocate(byteCount: count, alignment: 16)
    }

    /// Gives the memory back if it is more than is worth keeping.
    mutating func trim() {
        guard memory.count > Self.maximumKept else { return }
        memory.deallocate()
        memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }

    deinit { memory.deallocate() }
}
