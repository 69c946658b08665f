package import Frontier

/// A frontier in all its parts.
package typealias FullFrontier = any FrontierStore & HostMemory & FrontierReading & FrontierRevisiting

/// How the suite makes the frontier that it tests.
package struct FrontierFixture: Sendable {
    /// A frontier that exists, and what can be done with it from outside.
    package struct Instance: Sendable {
        package let store: FullFrontier
        /// A reader beside the crawl; nil if there is no such thing.
        package let reader: (any FrontierReading)?
        /// Lets the process die where it stands, and opens with this `restartDelay` what it left. Not used after that.
        package let reopen: @Sendable (RestartDelay) async throws -> Instance

        package init(
            store: FullFrontier, reader: (any FrontierReading)? = nil,
            reopen: @escaping @Sendable (RestartDelay) async throws -> Instance
        ) {
            self.store = store
            self.reader = reader
            self.reopen = reopen
        }
    }

    /// Makes an empty frontier with this clock and so many connections a host.
    package let make: @Sendable (ManualClock, Int) async throws -> Instance

    package init(make: @escaping @Sendable (ManualClock, Int) async throws -> Instance) { self.make = make }

    /// The model as a fixture: what the suite is tested with, and what others are compared with.
    package static let model = FrontierFixture { clock, connections in
        instance(of: MemoryFrontier(connectionsPerHost: connections, now: { clock.now }))
    }

    private static func instance(of model: MemoryFrontier) -> Instance {
        Instance(store: model) { delay in
            await model.reopen(restartDelay: delay)
            return instance(of: model)
        }
    }
}
