import Foundation
import Frontier
import FrontierConformance
import FrontierSQLite
import Testing

@Suite struct SQLiteFrontierTests {
    @Test(arguments: FrontierLaw.all, FrontierFixture.End.allCases)
    func `the SQLite frontier keeps the law`(_ law: FrontierLaw, _ end: FrontierFixture.End) async throws {
        try await law.hold(for: .sqlite(end))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `the SQLite frontier answers as the model does, step by step`(_ seed: UInt64) async throws {
        let run = DifferentialRun(seed: seed, steps: 120, connectionsPerHost: seed % 3 == 0 ? 2 : 1)
        try await run.compare(.sqlite(seed % 2 == 0 ? .closed : .killed), .model)
    }
}
