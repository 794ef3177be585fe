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

  /// Transactions by the number of their protocol.
  private var transactions = [UInt64](repeating: 0, count: ApplicationProtocol.allCases.count)
  /// Messages that could not be read, or not to their end, in protocols whose messages stand alone.
  package var malformedMessages: [ApplicationProtocol: UInt64] = [:]
  package private(set) var dns = DNSTotals()
  package private(set) var http = HTTPTotals()
  package private(set) var tls = TLSTotals()
  package private(set) var quic = QUICTotals()
  package private(set) var rtp = RTPTotals()

  package init() {}

  /// Transactions by the name of their protocol.
  package var counts: [String: UInt64] {
    let all = ApplicationProtocol.allCases.map {
      ("\($0.filterName)", transactions[Int($0.rawValue)])
    }
    return Dictionary(uniqueKeysWithValues: all.filter { $0.1 > 0 })
  }

  /// Takes in something that an application did.
  package mutating func add(_ transaction: borrowing ApplicationTransaction) {
    transactions[Int(transaction.content.applicationProtocol.rawValue)] += 1
    switch transaction.content {
    case .dns(let content):
      let server = transaction.endpoint(of: content.value.asker.peer)
      dns.add(content.value, name: transaction.name, server: server)
    case .http(let content):
      http.add(content.value, host: transaction.name, server: transaction.endpoint(of: .server))
    case .tls(let content):
      tls.add(content.value, name: transaction.name, server: transaction.endpoint(of: .server))
    case .quic(let content):
      quic.add(content.value, name: transaction.name, server: transaction.endpoint(of: .server))
    case .rtp(let content): rtp.add(content.value)
    default: break
    }
  }

  package mutating func merge(_ other: ApplicationTotals) {
    for number in transactions.indices { transactions[number] += other.transactions[number] }
    malformedMessages.merge(other.malformedMessages) { $0 + $1 }
    dns.merge(other.dns)
    http.merge(other.http)
    tls.merge(other.tls)
    quic.merge(other.quic)
    rtp.merge(other.rtp)
  }
}

extension HeavyHitters where Tally == CountBin {
  /// A list of words and how often each was said.
  static var words: Self { Self(limit: ApplicationTotals.wordLimit) }

  @inline(__always)
  mutating func count(_ word: Key?) {
    guard let word else { return }
    add(word, weight: 1) { $0.count &+= 1 }
  }
}
