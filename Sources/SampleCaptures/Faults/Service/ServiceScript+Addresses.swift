extension ServiceScript {
  /// A host that wants an address asks at the moments given, in milliseconds after `time`, and is
  /// answered by nobody.
  mutating func askForAddress(_ client: Host, at time: Int, again moments: [Int]) {
    let id = UInt32(truncatingIfNeeded: random.next())
    let frames = ([0] + moments).map { moment in
      (
        delay: UInt64(moment) * 1_000_000,
        bytes: fromNowhere(
          client,
          DHCPMessage.question(.discover, id: id, mac: client.mac)
        )
      )
    }
    add(.frames(FrameScript(frames: frames, isFlow: true)), at: time)
  }

  /// A host gets an address from the first of the servers that make it an offer; each names itself
  /// as router unless one is given.
  mutating func getAddress(
    _ client: Host,
    from servers: [Host],
    router: Host? = nil,
    at time: Int
  ) {
    let id = UInt32(truncatingIfNeeded: random.next())
    var frames = [
      (delay: UInt64(0), DHCPMessage.question(.discover, id: id, mac: client.mac), Host?.none)
    ]
    for (number, server) in servers.enumerated() {
      let offer = DHCPMessage.answer(
        .offer,
        id: id,
        mac: client.mac,
        lease: lease(server, client, router)
      )
      frames.append((UInt64(2 + number) * 1_000_000, offer, server))
    }
    if let chosen = servers.first {
      let lease = lease(chosen, client, router)
      frames += [
        (
          10_000_000,
          DHCPMessage.question(.request, id: id, mac: client.mac, taking: lease), nil
        ),
        (
          12_000_000,
          DHCPMessage.answer(.acknowledgment, id: id, mac: client.mac, lease: lease), chosen
        ),
      ]
    }
    let script = frames.map { delay, message, server in
      (delay: delay, bytes: server.map { toAll($0, message) } ?? fromNowhere(client, message))
    }
    add(.frames(FrameScript(frames: script, isFlow: true)), at: time)
  }

  private static let everybody = Host(
    mac: 0xFFFF_FFFF_FFFF,
    address: .v4(255, 255, 255, 255)
  )

  private func lease(_ server: Host, _ client: Host, _ router: Host?) -> DHCPMessage.Lease {
    guard case .v4(let own) = server.address, case .v4(let given) = client.address,
      case .v4(let way) = (router ?? server).address
    else {
      return DHCPMessage.Lease(server: 0, address: 0, router: 0)
    }
    return DHCPMessage.Lease(server: own, address: given, router: way)
  }

  private func fromNowhere(_ client: Host, _ message: [UInt8]) -> [UInt8] {
    let source = Host(mac: client.mac, address: .v4(0, 0, 0, 0))
    let route = Route(source: source, destination: Self.everybody)
    return FrameScript.datagram(route, from: 68, to: 67, payload: message)
  }

  private func toAll(_ server: Host, _ message: [UInt8]) -> [UInt8] {
    let route = Route(source: server, destination: Self.everybody)
    return FrameScript.datagram(route, from: 67, to: 68, payload: message)
  }
}
