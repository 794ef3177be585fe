import Dissection
import TestSupport

@testable import Analysis

/// Frames of a capture by the kind of message that they complete.
struct MessageFrames {
  /// HTTP requests over TCP.
  var requests: Set<UInt64> = []
  /// ClientHellos over TCP.
  var hellos: Set<UInt64> = []
  /// DNS queries; in ours, one that was repeated counts only where it was sent first.
  var queries: Set<UInt64> = []

  init(_ transactions: [ApplicationTransaction]) {
    for transaction in transactions {
      switch transaction.content {
      case .http(let exchange):
        // tshark names the frame with which a request's content is complete.
        let times = exchange.value.request?.times
        if let frame = (times?.end ?? times?.headEnd)?.frame { requests.insert(frame) }
      case .tls(let session):
        for message in session.value.messages where message.kind == .handshake(.clientHello) {
          hellos.insert(message.moment.frame)
        }
      case .dns(let exchange):
        if let frame = exchange.value.query?.frame { queries.insert(frame) }
      default: break
      }
    }
  }

  init(of path: String, by tshark: Tshark) throws {
    let fields = [
      "frame.number", "tcp.stream", "http.request.method", "tls.handshake.type",
      "dns.flags.response",
    ]
    for row in try tshark.fields(fields, of: path) where row.count == fields.count {
      guard let frame = UInt64(row[0]) else { continue }
      let isTCP = !row[1].isEmpty
      if isTCP, !row[2].isEmpty { requests.insert(frame) }
      if isTCP, row[3].split(separator: ";").contains("1") { hellos.insert(frame) }
      if row[4].split(separator: ";").contains("0") { queries.insert(frame) }
    }
  }
}
