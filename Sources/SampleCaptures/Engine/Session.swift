/// A unit of traffic: a TCP connection that runs by its own rules, or frames at set times.
package enum Session {
  case tcp(TCPPlan)
  case frames(FrameScript)
}

/// Frames that do not react to each other: a DNS exchange, a ping, an ARP request.
package struct FrameScript {
  /// Frames in order of time, each with nanoseconds after the session's start.
  package var frames: [(delay: UInt64, bytes: [UInt8])]
  /// Whether the frames are a flow, as an IP conversation is and ARP is not.
  package var isFlow: Bool
}
