import Crawling

/// Shows how a run stands while it runs. Owns the live line.
actor ProgressReporter {
    private let run: CrawlRun
    private let settings: Settings
    private var task: Task<Void, Never>?

    private static let liveInterval: Duration = .milliseconds(500)
    private static let plainInterval: Duration = .seconds(10)

    init(run: CrawlRun, settings: Settings) {
        self.run = run
        self.settings = settings
    }

    func begin() {
        guard !settings.isQuiet else { return }
        task = Task { await self.show() }
    }

    /// Removes the live line; nothing is shown afterwards.
    func end() async {
        task?.cancel()
        await task?.value
        if isLive { Terminal.endLive() }
        task = nil
    }

    private var isLive: Bool { Terminal.isInteractive && !settings.logsJSON && !settings.isQuiet }

    private func show() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: isLive ? Self.liveInterval : Self.plainInterval)
            guard !Task.isCancelled, let progress = try? await run.progress() else { continue }
            let line = ProgressLine(progress: progress)
            if settings.logsJSON {
                Terminal.put(fields: line.fields)
            } else if isLive {
                Terminal.live(line.text)
            } else {
                Terminal.note(line.text)
            }
        }
    }
}
