extension ServiceScript {
  /// A login that works and an upload whose full segments are too big for the path.
  mutating func tunnelledUploadPlan(from client: Int, reportsMTU: Bool) -> TCPPlan {
    var plan = plan(from: Hosts.client(client), to: Hosts.api, port: 80)
    plan.exchanges = request(
      host: "api.example.com",
      path: "/login",
      thinking: 1,
      working: 3,
      response: HTTPMessage.jsonResponse(count: 3)
    )
    plan.exchanges.append(
      message(
        .client,
        20,
        HTTPMessage.upload(host: "api.example.com", path: "/photo", length: 40_000)
      )
    )
    var path = TCPPlan.FarPath()
    path.mtu = 1400
    path.reportsMTU = reportsMTU
    plan.farPath = path
    return plan
  }
}
