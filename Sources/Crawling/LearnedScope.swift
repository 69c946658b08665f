import Synchronization

/// The scope in force: it grows when a seed turns out to redirect to another site. May be asked by any task.
package final class LearnedScope: Sendable {
    private let plan: CrawlPlan
    private let state: Mutex<(domains: Set<String>, scope: CrawlScope)>

    package init(_ plan: CrawlPlan, learnedDomains: Set<String>) {
        self.plan = plan
        state = Mutex((learnedDomains, CrawlScope(plan, learnedDomains: learnedDomains)))
    }

    var current: CrawlScope { state.withLock { $0.scope } }

    /// Adds a registrable domain.
    func learn(_ domain: String) {
        state.withLock { state in
            guard state.domains.insert(domain).inserted else { return }
            state.scope = CrawlScope(plan, learnedDomains: state.domains)
        }
    }
}
