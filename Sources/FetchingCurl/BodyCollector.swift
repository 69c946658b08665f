import CCurl
import Fetching

/// Gathers the body of one exchange: in memory up to `SpoolFile.threshold` bytes, in a file beyond.
struct BodyCollector {
    enum Step {
        case taken
        /// The body has reached the limit and more came.
        case full
        /// No memory is left for now; the same bytes are to be offered again.
        case wait
        case local(SystemError)
    }

    private var bytes: [UInt8] = []
    private var file: SpoolWriter?

    var count: Int { file?.count ?? bytes.count }

    /// Takes the next bytes. `expected` is the length that the head states, 0 if none; it is only believed as far as
    /// reserving memory goes.
    mutating func append(
        _ piece: UnsafeRawBufferPointer, limit: Int, expected: Int, budget: BodyBudget, folder: SpoolFolder
    ) -> Step {
        let room = max(0, limit - count)
        let taken = UnsafeRawBufferPointer(rebasing: piece.prefix(room))
        do throws(SystemError) {
            if file == nil, bytes.count + taken.count > SpoolFile.threshold || expected > SpoolFile.threshold
            {
                try spool(budget: budget, folder: folder)
            }
            if let file {
                try file.append(taken)
            } else {
                guard budget.take(taken.count) else { return .wait }
                if bytes.isEmpty { bytes.reserveCapacity(max(expected, taken.count)) }
                bytes.append(contentsOf: taken)
            }
        } catch {
            return .local(error)
        }
        return piece.count > room ? .full : .taken
    }

    /// Moves the body from memory to a file; what follows goes there too.
    mutating func spool(budget: BodyBudget, folder: SpoolFolder) throws(SystemError) {
        guard file == nil else { return }
        let file = try folder.makeFile()
        var outcome: Result<Void, SystemError> = .success(())
        bytes.withUnsafeBytes { bytes in
            do throws(SystemError) { try file.append(bytes) } catch { outcome = .failure(error) }
        }
        try outcome.get()
        self.file = file
        budget.giveBack(bytes.count)
        bytes = []
    }

    /// The body, with its part of the memory budget; the collector is empty again.
    mutating func finish(budget: BodyBudget) throws(SystemError) -> (body: Body, memory: MemoryShare?) {
        defer {
            bytes = []
            file = nil
        }
        if let file { return (.spooled(try file.finish()), nil) }
        return (.bytes(bytes), bytes.isEmpty ? nil : budget.share(bytes.count))
    }

    /// Throws the body away.
    mutating func reset(budget: BodyBudget) {
        budget.giveBack(bytes.count)
        bytes = []
        file = nil
    }
}
