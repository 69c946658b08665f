import Glibc

/// The calls by which the bytes of record files reach the disk: the system's in the product, in tests one that fills
/// up or breaks. Both return what the system call returns and leave the reason in `errno`.
package protocol Disk: Sendable {
    /// As write(2): bytes written, perhaps fewer than given; negative: none.
    func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int
    /// As fdatasync(2): 0, or negative.
    func sync(_ descriptor: Int32) -> Int32
}

/// The disk of this machine.
package struct SystemDisk: Disk {
    package init() {}

    package func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    }

    package func sync(_ descriptor: Int32) -> Int32 { fdatasync(descriptor) }
}
