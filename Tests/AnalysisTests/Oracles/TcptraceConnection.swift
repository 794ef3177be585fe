import TestSupport

/// What tcptrace says of one connection.
struct TcptraceConnection {
  /// Ports of the side that sent the first packet ("a") and of the other.
  var portA: UInt16
  var portB: UInt16
  /// When the first packet was captured, in microseconds.
  var first: Int64
  /// Round trips of data from a to b, and from b to a.
  var aToB: RoundTrips
  var bToA: RoundTrips
  /// Segments that tcptrace counts as sent again, from a and from b.
  var retransmissionsA: UInt64
  var retransmissionsB: UInt64

  /// Round-trip times in milliseconds; tcptrace prints tenths.
  struct RoundTrips: Equatable {
    var count: UInt64
    var minimum: Double
    var mean: Double
  }

  /// The connections that tcptrace finds in a capture; `nil` where it cannot read the file.
  static func all(in path: String, by tcptrace: Tool) throws -> [TcptraceConnection]? {
    let result = try tcptrace.run(["-l", "-r", "-n", "--csv", path])
    guard result.status == 0 else { return nil }
    let rows = result.lines.filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        String($0.filter { $0 != " " })
      }
    }
    guard let names = rows.first, names.first == "conn_#" else { return nil }
    return rows.dropFirst().compactMap { row in
      guard row.count >= names.count - 1 else { return nil }
      return TcptraceConnection(row: Dictionary(zip(names, row)) { first, _ in first })
    }
  }

  private init?(row: [String: String]) {
    func roundTrips(_ side: String) -> RoundTrips? {
      guard let count = row["RTT_samples_" + side].flatMap({ UInt64($0) }),
        let minimum = row["RTT_min_" + side].flatMap({ Double($0) }),
        let mean = row["RTT_avg_" + side].flatMap({ Double($0) })
      else { return nil }
      return RoundTrips(count: count, minimum: minimum, mean: mean)
    }
    guard let portA = row["port_a"].flatMap({ UInt16($0) }),
      let portB = row["port_b"].flatMap({ UInt16($0) }),
      let time = row["first_packet"]?.split(separator: "."), time.count == 2,
      let seconds = Int64(time[0]), let micros = Int64(time[1]),
      let aToB = roundTrips("a2b"), let bToA = roundTrips("b2a"),
      let retransmissionsA = row["rexmt_data_pkts_a2b"].flatMap({ UInt64($0) }),
      let retransmissionsB = row["rexmt_data_pkts_b2a"].flatMap({ UInt64($0) })
    else { return nil }
    self.portA = portA
    self.portB = portB
    first = seconds &* 1_000_000 &+ micros
    self.aToB = aToB
    self.bToA = bToA
    self.retransmissionsA = retransmissionsA
    self.retransmissionsB = retransmissionsB
  }
}
