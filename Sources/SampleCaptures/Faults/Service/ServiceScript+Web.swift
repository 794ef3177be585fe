extension ServiceScript {
  /// A page and what belongs to it over one connection, its host's name looked up before.
  mutating func visit(_ name: String, _ server: Host, from client: Host, at time: Int) {
    let start = lookUp(name, from: client, at: time, outcome: .addresses([server.address]))
    var plan = plan(from: client, to: server, port: 80)
    for index in 0..<random.within(2...5) {
      plan.exchanges += request(
        host: name,
        path: index == 0 ? "/" : "/asset-\(index).webp",
        thinking: index == 0 ? 1 : random.within(5...60),
        working: random.within(2...12),
        response: HTTPMessage.response(length: random.within(800...24_000))
      )
    }
    connect(plan, at: start)
  }

  /// A file from or to the file server.
  mutating func download(_ length: Int, to client: Host, at time: Int) {
    connect(downloadPlan(length, to: client), at: time)
  }

  mutating func downloadPlan(_ length: Int, to client: Host) -> TCPPlan {
    var plan = plan(from: client, to: Hosts.files, port: 80)
    plan.exchanges = request(
      host: "files.example.org",
      path: "/release-\(length).tar",
      thinking: 1,
      working: 4,
      response: HTTPMessage.response(length: length)
    )
    return plan
  }

  mutating func uploadPlan(_ length: Int, from client: Host) -> TCPPlan {
    var plan = plan(from: client, to: Hosts.files, port: 80)
    plan.exchanges = [
      TCPPlan.Exchange(
        from: .client,
        wait: 1_000_000,
        content: HTTPMessage.upload(host: "files.example.org", path: "/inbox", length: length)
      ),
      TCPPlan.Exchange(
        from: .server,
        wait: 5_000_000,
        content: HTTPMessage.response(status: "201 Created", line: "stored\n", times: 1)
      ),
    ]
    return plan
  }

  /// A request and its response, with the milliseconds that client and server take before each.
  func request(
    host: String,
    path: String,
    thinking: Int,
    working: Int,
    response: [TCPPlan.Content]
  ) -> [TCPPlan.Exchange] {
    [
      TCPPlan.Exchange(
        from: .client,
        wait: UInt64(thinking) * 1_000_000,
        content: HTTPMessage.request(host: host, path: path)
      ),
      TCPPlan.Exchange(
        from: .server,
        wait: UInt64(working) * 1_000_000,
        content: response
      ),
    ]
  }
}
