import Dissection

/// What applications did in all: counts, times and whom they spoke with.
///
/// Its memory is bounded, whatever the capture says: lists keep their heaviest entries, and keys are
/// cut to ``keyLength``.
package struct ApplicationTotals: Mergeable {
  /// At least so many names, hosts and servers of a protocol are known, twice as many exactly.
  package static let limit = 512
  /// At least so many methods, versions, cipher suites and alerts are known.
  package static let wordLimit = 64
  /// Characters of a key.
  package static let keyLength = 255

  /// Transactions by the name of their type.
  package private(set) var counts: [String: UInt64] = [:]
  package private(set) var dns = DNSTotals()
  package private(set) var http = HTTPTotals()
  package private(set) var tls = TLSTotals()
  package private(set) var quic = QUICTotals()
  package private(set) var rtp = RTPTotals()

  package init() {}

  /// Takes in something that an application did.
  package mutating func add(_ transaction: ApplicationTransaction) {
    counts["\(transaction.content.name)", default: 0] += 1
    switch transaction.content {
    case .dns(let dns): self.dns.add(dns, server: transaction.endpoint(of: dns.asker.peer))
    case .http(let http): self.http.add(http, server: transaction.endpoint(of: .server))
    case .tls(let tls): self.tls.add(tls, server: transaction.endpoint(of: .server))
    case .quic(let quic): self.quic.add(quic, server: transaction.endpoint(of: .server))
    case .rtp(let rtp): self.rtp.add(rtp)
    default: break
    }
  }

  package mutating func merge(_ other: ApplicationTotals) {
    counts.merge(other.counts) { $0 + $1 }
    dns.merge(other.dns)
    http.merge(other.http)
    tls.merge(other.tls)
    quic.merge(other.quic)
    rtp.merge(other.rtp)
  }
}

extension HeavyHitters where Key == String, Tally == CountBin {
  /// A list of words and how often each was said.
  static var words: Self { Self(limit: ApplicationTotals.wordLimit) }

  mutating func count(_ word: String?) {
    guard let word else { return }
    add(word, weight: 1) { $0.count &+= 1 }
  }
}
