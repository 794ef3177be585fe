import Dissection
import Flows

/// What was asked for by HTTP.
package struct HTTPTotals: Mergeable {
  package private(set) var requests: UInt64 = 0
  package private(set) var unanswered: UInt64 = 0
  /// Responses by the first digit of their status; 0 for any other.
  package private(set) var classes = InlineArray<6, UInt64>(repeating: 0)
  package private(set) var methods = HeavyHitters<String, CountBin>.words
  /// Bytes of content.
  package private(set) var requestBytes: UInt64 = 0
  package private(set) var responseBytes: UInt64 = 0
  /// From the first byte of the request to the first of the response.
  package private(set) var timesToFirstByte = DurationHistogram()
  /// By the host that requests name, or the server's address.
  package private(set) var hosts = HeavyHitters<String, HTTPTally>(limit: ApplicationTotals.limit)

  package init() {}

  mutating func add(_ transaction: borrowing HTTPTransaction, host: String?, server: Endpoint) {
    let statusClass = transaction.statusClass
    let isAnswered = transaction.response != nil
    if let response = transaction.response {
      classes[statusClass] += 1
      responseBytes &+= UInt64(clamping: response.body.seen)
    } else if transaction.request != nil {
      unanswered += 1
    }
    guard let request = transaction.request else { return }
    requests += 1
    requestBytes &+= UInt64(clamping: request.body.seen)
    methods.count(request.method)
    let time = transaction.timeToFirstByte
    if let time { timesToFirstByte.add(time) }
    hosts.add(host ?? "\(server.address)", weight: 1) { tally in
      tally.requests += 1
      if !isAnswered { tally.unanswered += 1 }
      if statusClass == 4 { tally.clientErrors += 1 }
      if statusClass == 5 { tally.serverErrors += 1 }
      if let time { tally.timesToFirstByte.add(time) }
    }
  }

  package mutating func merge(_ other: HTTPTotals) {
    requests += other.requests
    unanswered += other.unanswered
    for index in 0..<6 { classes[index] += other.classes[index] }
    methods.merge(other.methods)
    requestBytes &+= other.requestBytes
    responseBytes &+= other.responseBytes
    timesToFirstByte.merge(other.timesToFirstByte)
    hosts.merge(other.hosts)
  }
}

/// What was asked of one host.
package struct HTTPTally: Mergeable {
  package var requests: UInt64 = 0
  package var clientErrors: UInt64 = 0
  package var serverErrors: UInt64 = 0
  package var unanswered: UInt64 = 0
  package var timesToFirstByte = DurationBin()

  package init() {}

  package mutating func merge(_ other: HTTPTally) {
    requests += other.requests
    clientErrors += other.clientErrors
    serverErrors += other.serverErrors
    unanswered += other.unanswered
    timesToFirstByte.merge(other.timesToFirstByte)
  }
}

extension HTTPTransaction {
  /// The first digit of the final status; 0 for none, and what is none.
  fileprivate var statusClass: Int {
    let digit = Int(response?.status ?? 0) / 100
    return (1...5).contains(digit) ? digit : 0
  }
}
