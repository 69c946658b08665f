/// Does a piece of work for each element on several tasks and hands the results on in the order of the elements.
///
/// At most a few elements a task are under way, so memory stays flat however long the input is.
package struct OrderedPipeline: Sendable {
    /// Tasks that work at once, from 1 on.
    package let jobs: Int

    package init(jobs: Int) { self.jobs = max(1, jobs) }

    /// Elements under way for each task: enough that none waits while a large one is worked on.
    private static let depth = 4

    /// Ends when `next` gives nil or `sink` false. `next` and `sink` are called on the caller's task, one at a time.
    package func run<Element: Sendable, Output: Sendable>(
        next: () throws -> Element?, work: @escaping @Sendable (Element) -> Output,
        sink: (Output) throws -> Bool
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            var begun = 0
            var handedOn = 0
            var done: [Int: Output] = [:]
            var isAtEnd = false
            while true {
                while !isAtEnd, begun - handedOn < jobs * Self.depth {
                    guard let element = try next() else {
                        isAtEnd = true
                        break
                    }
                    let index = begun
                    group.addTask { (index, work(element)) }
                    begun += 1
                }
                guard let (index, output) = try await group.next() else { return }
                done[index] = output
                while let ready = done.removeValue(forKey: handedOn) {
                    handedOn += 1
                    guard try sink(ready) else {
                        group.cancelAll()
                        return
                    }
                }
            }
        }
    }
}
