extension ServiceScript {
  /// What befalls a packet of voice before the capture point.
  enum VoiceFate {
    case arrives
    case isLost
    /// Comes so many nanoseconds late.
    case isLate(UInt64)
  }

  /// A call of so many seconds with a host behind the gateway; `fate` decides about the packets of
  /// the far side.
  mutating func call(
    _ client: Host,
    seconds: Int,
    at time: Int,
    fate: (Int, inout RandomSource) -> VoiceFate
  ) {
    let ports = (near: nextPort() & ~1, far: nextPort() & ~1)
    let out = Route(source: client, destination: Hosts.database)
    var frames: [(delay: UInt64, bytes: [UInt8])] = []
    for number in 0..<seconds * 50 {
      let moment = UInt64(number) * RTPMessage.interval
      let sent = RTPMessage.voice(source: 0x1111_0001, number: number)
      frames.append(
        (moment, FrameScript.datagram(out, from: ports.near, to: ports.far, payload: sent))
      )
      let received = FrameScript.datagram(
        out.reversed,
        from: ports.far,
        to: ports.near,
        payload: RTPMessage.voice(source: 0x2222_0002, number: number)
      )
      switch fate(number, &random) {
      case .arrives: frames.append((moment + 7_000_000, received))
      case .isLost: break
      case .isLate(let delay): frames.append((moment + 7_000_000 + delay, received))
      }
    }
    frames.sort { $0.delay < $1.delay }
    add(.frames(FrameScript(frames: frames, isFlow: true)), at: time)
  }
}
