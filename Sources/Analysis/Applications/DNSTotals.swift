package import Dissection
import Flows
package import Packets

/// Name look-ups of a capture.
///
/// Multicast is counted apart: nobody has to answer it, and answers come from other flows.
package struct DNSTotals: Mergeable {
  package private(set) var queries: UInt64 = 0
  /// Queries that were sent again.
  package private(set) var repeats: UInt64 = 0
  package private(set) var answered: UInt64 = 0
  package private(set) var unanswered: UInt64 = 0
  /// Responses to nothing that was seen.
  package private(set) var unsolicited: UInt64 = 0
  package private(set) var truncated: UInt64 = 0
  /// Questions and announcements of mDNS and LLMNR.
  package private(set) var multicast: UInt64 = 0
  /// Responses by their code; twelve bits at most.
  package private(set) var codes: [DNSResponseCode: UInt64] = [:]
  /// From the first query to the response.
  package private(set) var times = DurationHistogram()
  /// By the name asked for, in small letters.
  package private(set) var names = HeavyHitters<String, DNSTally>(limit: ApplicationTotals.limit)
  package private(set) var servers = HeavyHitters<IPAddress, DNSTally>(
    limit: ApplicationTotals.limit
  )

  package init() {}

  mutating func add(_ transaction: borrowing DNSTransaction, name: String?, server: Endpoint) {
    guard transaction.transport.expectsResponse else {
      multicast += 1
      return
    }
    if let code = transaction.responseCode { codes[code, default: 0] += 1 }
    if transaction.isTruncated { truncated += 1 }
    guard !transaction.isUnsolicited else {
      unsolicited += 1
      return
    }
    queries += 1
    repeats &+= UInt64(max(0, transaction.tries - 1))
    if transaction.isUnanswered { unanswered += 1 } else { answered += 1 }
    if let time = transaction.totalTime { times.add(time) }
    servers.add(server.address, weight: 1) { $0.add(transaction) }
    if let name { names.add(name, weight: 1) { $0.add(transaction) } }
  }

  package mutating func merge(_ other: DNSTotals) {
    queries += other.queries
    repeats &+= other.repeats
    answered += other.answered
    unanswered += other.unanswered
    unsolicited += other.unsolicited
    truncated += other.truncated
    multicast += other.multicast
    codes.merge(other.codes) { $0 + $1 }
    times.merge(other.times)
    names.merge(other.names)
    servers.merge(other.servers)
  }
}

/// The look-ups of one name, or at one server.
package struct DNSTally: Mergeable {
  package private(set) var queries: UInt64 = 0
  /// NXDOMAIN.
  package private(set) var nonexistent: UInt64 = 0
  /// Any other code that is not NOERROR.
  package private(set) var failures: UInt64 = 0
  package private(set) var unanswered: UInt64 = 0
  package private(set) var times = DurationBin()

  package init() {}

  mutating func add(_ transaction: DNSTransaction) {
    queries += 1
    switch transaction.responseCode {
    case .noError?: break
    case .nonExistentDomain?: nonexistent += 1
    case .some: failures += 1
    case nil: unanswered += 1
    }
    if let time = transaction.totalTime { times.add(time) }
  }

  package mutating func merge(_ other: DNSTally) {
    queries += other.queries
    nonexistent += other.nonexistent
    failures += other.failures
    unanswered += other.unanswered
    times.merge(other.times)
  }
}
