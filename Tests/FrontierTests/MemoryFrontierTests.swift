import FrontierConformance
import Testing

@Suite struct MemoryFrontierTests {
    @Test(arguments: FrontierLaw.all) func `the model keeps the law`(_ law: FrontierLaw) async throws {
        try await law.hold(for: .model)
    }
}
