extension FaultScenario {
  static let arpSpoof = FaultScenario(
    "arp-spoof",
    expects: .arpConflict,
    "A host claims the gateway's address for its own hardware address."
  ) { service in
    service.ordinaryTraffic()
    var claim = ServiceScript.Hosts.gateway
    claim.mac = ServiceScript.Hosts.client(12).mac
    for round in 0..<8 {
      for number in 0..<4 {
        let victim = ServiceScript.Hosts.client(number)
        let frame = FrameBuilder.arp(from: claim, to: victim, isReply: true)
        service.add(
          .frames(FrameScript(frames: [(0, frame)], isFlow: false)),
          at: 3000 + round * 1000 + number
        )
      }
    }
  }
}
