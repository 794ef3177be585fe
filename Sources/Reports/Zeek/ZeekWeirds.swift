internal import Dissection
internal import Flows
internal import Packets

/// Finds what Zeek calls weird in events, flows and transactions.
///
/// Events do not say between whom they happened: they wait for their flow to end.
struct ZeekWeirds {
  /// Events that wait at most; those beyond it are written without the ends of their flow.
  static let waitingLimit = 65_536
  /// Hosts and connections that are remembered because they get a line once only.
  static let rememberedLimit = 65_536

  /// What is said once for each connection or host.
  private struct Once: Hashable {
    var name: String
    var flow: UInt64?
    var host: IPAddress?
  }

  private struct Waiting {
    var time: Int64
    var kind: FlowEventKind
    var direction: FlowDirection
    var value: Int64
  }

  private let seed: UInt64
  private var waiting: [UInt64: [Waiting]] = [:]
  private var waitingCount = 0
  private var said: Set<Once> = []

  init(seed: UInt64) { self.seed = seed }

  /// Takes an event; a line where it cannot wait.
  mutating func receive(_ event: FlowEvent) -> WeirdLogRow? {
    guard let name = Self.name(of: event.kind, .tcp) else { return nil }
    guard waitingCount < Self.waitingLimit else {
      return WeirdLogRow(time: event.time.nanoseconds, name: name)
    }
    waitingCount += 1
    waiting[event.flow, default: []].append(
      Waiting(
        time: event.time.nanoseconds,
        kind: event.kind,
        direction: event.direction,
        value: event.value
      )
    )
    return nil
  }

  /// The lines of a flow that has ended.
  mutating func end(_ flow: borrowing FlowRecord) -> [WeirdLogRow] {
    let connection = ZeekConnectionID(flow, seed: seed)
    var rows = Self.opening(of: flow, connection)
    let events = waiting.removeValue(forKey: flow.id) ?? []
    waitingCount -= events.count
    for event in events {
      guard let name = Self.name(of: event.kind, flow.transport) else { continue }
      // Less than the window's unit may be rounding.
      if event.kind == .windowShrink, event.value < Self.windowUnit(of: flow, event.direction) {
        continue
      }
      let sender = event.direction == .originator ? flow.originator : flow.responder
      guard say(name, event.kind, flow.id, sender.address) else { continue }
      rows.append(
        WeirdLogRow(
          time: event.time,
          connection: connection,
          name: name,
          source: Self.source(of: event.kind, flow.transport)
        )
      )
    }
    return rows
  }

  /// Bytes that one more in the window field stands for.
  private static func windowUnit(
    of flow: borrowing FlowRecord,
    _ direction: FlowDirection
  ) -> Int64 {
    1 << Int64(flow.tcp?[direction].windowScale ?? 0)
  }

  /// A line for a method that is not in Zeek's list.
  func receive(_ transaction: HTTPTransaction, _ connection: ZeekConnectionID) -> WeirdLogRow? {
    guard let request = transaction.request, request.version.major < 2,
      !Self.methods.contains(request.method)
    else { return nil }
    return WeirdLogRow(
      time: request.times.start.time,
      connection: connection,
      name: "unknown_HTTP_method",
      detail: request.method
    )
  }

  /// What the SYNs of a connection show.
  private static func opening(
    of flow: borrowing FlowRecord,
    _ connection: ZeekConnectionID
  ) -> [WeirdLogRow] {
    guard let tcp = flow.tcp else { return [] }
    var rows: [WeirdLogRow] = []
    let time = flow.first.nanoseconds
    switch tcp.portReuse {
    case .active:
      rows.append(
        WeirdLogRow(
          time: time,
          connection: connection,
          name: "active_connection_reuse",
          source: "TCP"
        )
      )
    case .synChanged:
      rows.append(
        WeirdLogRow(time: time, connection: connection, name: "SYN_seq_jump", source: "TCP")
      )
    default: break
    }
    // Once for a connection, as in Zeek.
    if let scale = [tcp.originator.offeredWindowScale, tcp.responder.offeredWindowScale]
      .compactMap({ $0 }).first(where: { $0 > 14 })
    {
      rows.append(
        WeirdLogRow(
          time: time,
          connection: connection,
          name: "TCP_scale_range",
          detail: "\(scale)",
          source: "TCP"
        )
      )
    }
    return rows
  }

  /// Whether a line is due: bad checksums once for each sender, simultaneous opens once for each
  /// connection, others always.
  private mutating func say(
    _ name: String,
    _ kind: FlowEventKind,
    _ flow: UInt64,
    _ host: IPAddress
  ) -> Bool {
    let once: Once
    switch kind {
    case .badChecksum: once = Once(name: name, host: host)
    case .simultaneousOpen: once = Once(name: name, flow: flow)
    default: return true
    }
    guard said.count < Self.rememberedLimit else { return !said.contains(once) }
    return said.insert(once).inserted
  }

  /// Zeek's name of an event; `nil` where it takes no notice.
  private static func name(of kind: FlowEventKind, _ transport: TransportKind) -> String? {
    switch kind {
    case .dataAfterReset: return "data_after_reset"
    case .windowShrink: return "window_recision"
    case .simultaneousOpen: return "simultaneous_open"
    case .badChecksum:
      switch transport {
      case .tcp: return "bad_TCP_checksum"
      case .udp: return "bad_UDP_checksum"
      case .icmp, .icmpv6: return "bad_ICMP_checksum"
      default: return nil
      }
    default: return nil
    }
  }

  private static func source(of kind: FlowEventKind, _ transport: TransportKind) -> String? {
    switch (kind, transport) {
    case (.windowShrink, _): nil
    case (_, .tcp): "TCP"
    case (_, .udp): "UDP"
    default: "ICMP"
    }
  }

  /// `HTTP::http_methods`.
  private static let methods: Set<String> = [
    "GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "CONNECT", "PROPFIND",
    "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "POLL", "REPORT", "SUBSCRIBE",
    "BMOVE", "SEARCH",
  ]
}
