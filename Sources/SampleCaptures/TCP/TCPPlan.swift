/// What a connection is to do, and what the path does to it.
package struct TCPPlan {
  /// How the server meets the SYN.
  package enum Answer: Sendable {
    case accepts
    case refuses
    case silent
  }

  package enum Ending: Sendable {
    case fin(Side)
    case reset(Side)
    /// The capture sees no end of it.
    case open
  }

  /// One message of the conversation, sent when the one before it has been received.
  package struct Exchange {
    package var from: Side
    /// Nanoseconds the sender takes to think before it sends.
    package var wait: UInt64
    package var content: [Content]
  }

  package enum Content {
    case bytes([UInt8])
    /// Bytes without meaning, as many as given.
    case noise(Int)
  }

  /// Something that befalls the Nth sequence-consuming segment that a side puts on the path.
  package struct Impairment {
    package enum Kind: Sendable {
      case lostBeforeTap
      case lostAfterTap
      /// Held back for so many nanoseconds before the capture point.
      case delayed(UInt64)
    }

    package var side: Side
    /// Counted from 1, the SYN included.
    package var transmission: Int
    package var kind: Kind
  }

  /// A receiving application that stops reading for a while.
  package struct ReadingPause: Sendable {
    package var side: Side
    /// Received stream bytes after which the application stops reading.
    package var after: UInt64
    /// Nanoseconds until it goes on.
    package var length: UInt64
  }

  package var client: Host
  package var server: Host
  package var clientPort: UInt16
  package var serverPort: UInt16
  package var vlan: UInt16?
  /// One-way delays between the client and the capture point, and from there to the server, in
  /// nanoseconds.
  package var clientDelay: UInt64 = 100_000
  package var serverDelay: UInt64 = 10_000_000
  /// Bytes per second through the narrowest link.
  package var rate: UInt64 = 12_500_000
  package var usesTimestamps = true
  package var usesSACK = true
  package var windowScale: UInt8 = 7
  /// Receive buffers of client and server, in bytes.
  package var clientBuffer = 262_144
  package var serverBuffer = 262_144
  package var answer = Answer.accepts
  package var ending = Ending.fin(.client)
  package var exchanges: [Exchange] = []
  package var impairments: [Impairment] = []
  package var pause: ReadingPause?
  /// Chances that a segment is lost before or after the capture point, or overtaken before it.
  package var lossBeforeTap = 0.0
  package var lossAfterTap = 0.0
  package var reordering = 0.0
  package var synRetries = 3
  /// The client sends its SYN and is never heard of again.
  package var abandonsHandshake = false
  package var keepAlive: KeepAlive?
  package var farPath: FarPath?
  package var injectedReset: InjectedReset?
  package var blindSpot: BlindSpot?

  package init(client: Host, clientPort: UInt16, server: Host, serverPort: UInt16) {
    self.client = client
    self.clientPort = clientPort
    self.server = server
    self.serverPort = serverPort
  }

  /// The MSS that a 1,500-byte Ethernet leaves.
  var maximumSegmentSize: Int { client.address.isV6 ? 1440 : 1460 }

  /// The most payload a segment carries beside its options.
  var payloadLimit: Int { maximumSegmentSize - (usesTimestamps ? 12 : 0) }
}
