package import Analysis
package import Flows

/// The tables of an HTML report, filled while an analysis runs.
package struct ReportRows {
  /// Flows whose name is remembered until they end; those alive beyond have none.
  private static let rememberedNames = 500_000

  private var flows = FlowRows()
  private var dns = DNSRows()
  private var http = HTTPRows()
  private var tls = TLSRows()
  /// What flows that have not ended were opened for.
  private var names: [UInt64: String] = [:]

  package init() {}

  /// Takes flows that have ended.
  package mutating func append(_ records: ContiguousArray<FlowRecord>) {
    records.withUnsafeBufferPointer { records in
      guard let first = records.baseAddress else { return }
      for index in records.indices {
        let name = names.isEmpty ? nil : names.removeValue(forKey: records[index].id)
        flows.append(first + index, name: name)
      }
    }
  }

  /// Takes what applications did; that of a flow comes before the flow.
  package mutating func append(_ transactions: ContiguousArray<ApplicationTransaction>) {
    for place in transactions.indices { append(transactions[place]) }
  }

  private mutating func append(_ transaction: borrowing ApplicationTransaction) {
    remember(transaction)
    // A mirror's copy says nothing new.
    guard !transaction.flow.isMirror else { return }
    switch transaction.content {
    case .dns(let question): dns.append(question.value, of: transaction)
    case .http(let request): http.append(request.value, of: transaction)
    case .tls(let session): tls.append(session.value, of: transaction)
    case .quic(let connection): tls.append(connection.value, of: transaction)
    default: break
    }
  }

  /// Keeps the first name that is asked for in a flow.
  private mutating func remember(_ transaction: borrowing ApplicationTransaction) {
    guard let name = transaction.name, !name.isEmpty, names.count < Self.rememberedNames,
      names[transaction.flow.id] == nil
    else { return }
    names[transaction.flow.id] = name
  }

  /// The tables of a capture that begins at `start`, and in which these flows have traces.
  consuming func tables(start: Int64, traced: Set<UInt64>) -> [ReportTable] {
    [
      flows.table(start: start, traced: traced), dns.table(start: start), http.table(start: start),
      tls.table(start: start),
    ]
  }
}
