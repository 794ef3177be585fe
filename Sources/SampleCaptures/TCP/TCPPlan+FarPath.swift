extension TCPPlan {
  /// What the path between the capture point and the server does to the client's segments.
  package struct FarPath: Sendable {
    /// A time in which everything is held, to be let go at its end.
    package struct Freeze: Sendable {
      /// Nanoseconds after the connection's first SYN.
      package var start: UInt64
      package var length: UInt64

      package init(start: UInt64, length: UInt64) {
        self.start = start
        self.length = length
      }
    }

    /// Bytes per second of a link with an endless queue before it.
    package var rate: UInt64?
    /// Each segment is late by up to so many nanoseconds; none overtakes another.
    package var jitter: UInt64 = 0
    package var freezes: [Freeze] = []
    /// The largest IP packet that gets through, in bytes.
    package var mtu: Int?
    /// A router says so by ICMP; the client does not listen.
    package var reportsMTU = false

    package init() {}
  }

  /// Probes of an idle connection by the client (RFC 9293 §3.8.4).
  package struct KeepAlive: Sendable {
    /// Nanoseconds.
    package var interval: UInt64
    package var count: Int
  }

  /// A reset that a middlebox sends to the client in the server's name.
  package struct InjectedReset: Sendable {
    /// Stream bytes of the client after which it comes.
    package var after: UInt64
    /// What is left of its packet's time to live, unlike the server's.
    package var timeToLive: UInt8
  }

  /// What passes the capture point and is not captured.
  package enum BlindSpot: Sendable {
    case side(Side)
    /// The last `missing` of each `period` data segments of the server.
    case serverBursts(period: Int, missing: Int)
  }
}
