/// One file fetched over HTTP, as large as wanted, and nothing else: for measuring what a connection
/// costs that never ends.
package struct DownloadWorkload: Workload {
  /// Bytes of the file; `nil` once its connection has begun.
  private var length: Int?

  package init(length: Int) { self.length = length }

  package mutating func nextSession(
    using random: inout RandomSource
  ) -> (delay: UInt64, session: Session)? {
    guard let length = length.take() else { return nil }
    var pool = HostPool()
    let (client, port) = pool.nextClient(isV6: false)
    let server = pool.server(isV6: false, using: &random)
    var plan = TCPPlan(client: client, clientPort: port, server: server, serverPort: 80)
    plan.serverDelay = 500_000
    plan.rate = 125_000_000
    plan.exchanges = [
      TCPPlan.Exchange(
        from: .client,
        wait: 100_000,
        content: HTTPMessage.request(host: "www.example.com", path: "/file")
      ),
      TCPPlan.Exchange(
        from: .server,
        wait: 1_000_000,
        content: HTTPMessage.response(length: length)
      ),
    ]
    return (0, .tcp(plan))
  }
}
