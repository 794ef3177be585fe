internal import Dissection
internal import Flows
internal import Packets

/// Finds what Zeek calls weird in events, flows and transactions.
///
/// Events do not say between whom they happened: they wait for their flow to end. Of each kind and
/// side of a connection one waits, so that none can fill the memory alone.
struct ZeekWeirds {
  /// Connections whose events wait, and hosts that are remembered because they get a line once only;
  /// what is beyond it is counted and gets no line.
  static let limit = 65_536

  fileprivate struct Waiting {
    var time: Int64
    var kind: FlowEventKind
    var direction: FlowDirection
    var value: Int64
  }

  /// A bad checksum is said once for each sender.
  private struct Sender: Hashable {
    var name: String
    var host: IPAddress
  }

  private let seed: UInt64
  private let limit: Int
  private var waiting: [UInt64: [Waiting]] = [:]
  private var senders: Set<Sender> = []
  /// What had no place under the limit.
  private(set) var leftOut: UInt64 = 0

  init(seed: UInt64, limit: Int = Self.limit) {
    self.seed = seed
    self.limit = limit
  }

  mutating func receive(_ event: FlowEvent) {
    guard Self.name(of: event.kind) != nil else { return }
    guard waiting.count < limit || waiting[event.flow] != nil else {
      leftOut &+= 1
      return
    }
    waiting[event.flow, default: []].keep(
      Waiting(
        time: event.time.nanoseconds,
        kind: event.kind,
        direction: event.direction,
        value: event.value
      )
    )
  }

  /// The lines of a flow that has ended.
  mutating func end(_ flow: borrowing FlowRecord) -> [WeirdLogRow] {
    let connection = ZeekConnectionID(flow, seed: seed)
    var rows = Self.opening(of: flow, connection)
    for event in waiting.removeValue(forKey: flow.id) ?? [] {
      guard let name = Self.name(of: event.kind) else { continue }
      // Less than the window's unit may be rounding.
      if event.kind == .windowShrink, event.value < Self.windowUnit(of: flow, event.direction) {
        continue
      }
      let sender = event.direction == .originator ? flow.originator : flow.responder
      if event.kind == .badChecksum, !say(name, sender.address) { continue }
      rows.append(
        WeirdLogRow(
          time: event.time,
          connection: connection,
          name: name,
          source: event.kind == .windowShrink ? nil : "TCP"
        )
      )
    }
    return rows + badChecksums(of: flow, connection)
  }

  /// The lines of a flow without events, which only counts its bad checksums.
  private mutating func badChecksums(
    of flow: borrowing FlowRecord,
    _ connection: ZeekConnectionID
  ) -> [WeirdLogRow] {
    let source: String
    switch flow.transport {
    case .udp: source = "UDP"
    case .icmp, .icmpv6: source = "ICMP"
    default: return []
    }
    let name = "bad_\(source)_checksum"
    var rows: [WeirdLogRow] = []
    for (totals, sender) in [(flow.forward, flow.originator), (flow.backward, flow.responder)]
    where totals.badChecksums > 0 && say(name, sender.address) {
      rows.append(
        WeirdLogRow(
          time: flow.first.nanoseconds,
          connection: connection,
          name: name,
          source: source
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

  /// Whether a line about a sender is due.
  private mutating func say(_ name: String, _ host: IPAddress) -> Bool {
    let sender = Sender(name: name, host: host)
    guard !senders.contains(sender) else { return false }
    guard senders.count < limit else {
      leftOut &+= 1
      return false
    }
    senders.insert(sender)
    return true
  }

  /// Zeek's name of an event; `nil` where it takes no notice.
  private static func name(of kind: FlowEventKind) -> String? {
    switch kind {
    case .dataAfterReset: "data_after_reset"
    case .windowShrink: "window_recision"
    case .simultaneousOpen: "simultaneous_open"
    case .badChecksum: "bad_TCP_checksum"
    default: nil
    }
  }

  /// `HTTP::http_methods`.
  private static let methods: Set<String> = [
    "GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "CONNECT", "PROPFIND",
    "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "POLL", "REPORT", "SUBSCRIBE",
    "BMOVE", "SEARCH",
  ]
}

extension [ZeekWeirds.Waiting] {
  /// Keeps the first event of each kind and side, but the largest loss of window, and one
  /// simultaneous open.
  fileprivate mutating func keep(_ event: ZeekWeirds.Waiting) {
    let place = firstIndex {
      $0.kind == event.kind
        && ($0.direction == event.direction || event.kind == .simultaneousOpen)
    }
    guard let place else { return append(event) }
    if event.kind == .windowShrink, event.value > self[place].value { self[place] = event }
  }
}
