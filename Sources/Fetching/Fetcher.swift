/// What makes exchanges: libcurl in the product, a script in tests.
///
/// Any number of fetches may be under way at once. A cancelled task ends its fetch with `FetchError.cancelled`.
package protocol Fetcher: Sendable {
    func fetch(_ request: FetchRequest) async throws(FetchError) -> Capture
}
