/// One sentence that is true of every frontier, and how to find out.
package struct FrontierLaw: Sendable, CustomStringConvertible {
    package let sentence: String
    let connectionsPerHost: Int
    let check: @Sendable (inout Scene) async throws -> Void

    /// - Parameter connectionsPerHost: of the frontier that the check is given.
    init(
        _ sentence: String, connectionsPerHost: Int = 1,
        check: @escaping @Sendable (inout Scene) async throws -> Void
    ) {
        self.sentence = sentence
        self.connectionsPerHost = connectionsPerHost
        self.check = check
    }

    package var description: String { sentence }

    /// The whole law.
    package static let all =
        identity + paths + politeness + order + leases + outcomes + prerequisites + memory + revisits
        + restart + hostile

    /// Checks it on a new frontier; whatever was checked, the ledger must add up in the end.
    ///
    /// - Throws: `LawBroken`, or what the frontier throws.
    package func hold(for fixture: FrontierFixture) async throws {
        var scene = try await Scene(fixture, connectionsPerHost: connectionsPerHost)
        try await check(&scene)
        try await scene.audit()
    }
}

/// A law does not hold: what was found, and where in the suite.
package struct LawBroken: Error, CustomStringConvertible {
    package let description: String

    init(_ found: String, at line: Int, in file: String) { description = "\(file):\(line): \(found)" }
}
