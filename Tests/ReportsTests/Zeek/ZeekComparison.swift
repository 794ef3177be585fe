import Analysis

/// The differences between two connection logs, one line each.
struct ZeekComparison {
  /// What is compared beside `service`; `tunnel_parents` are not, being uids.
  private static let columns = [
    "id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p", "proto", "duration", "orig_bytes",
    "resp_bytes", "conn_state", "local_orig", "local_resp", "missed_bytes", "history", "orig_pkts",
    "orig_ip_bytes",
    "resp_pkts", "resp_ip_bytes", "ip_proto", "community_id",
  ]

  private(set) var differences: [String] = []

  /// Connections are matched by their ends and then by order.
  init(theirs: [[String: String]], ours: [[String: String]]) {
    let hasEnds = theirs.contains { $0["id.orig_h"] != nil }
    let theirGroups = Dictionary(grouping: theirs) { hasEnds ? Self.ends(of: $0) : "" }
    let ourGroups = Dictionary(grouping: ours) { hasEnds ? Self.ends(of: $0) : "" }
    for ends in Set(theirGroups.keys).union(ourGroups.keys).sorted() {
      compare(ends, theirGroups[ends] ?? [], ourGroups[ends] ?? [])
    }
  }

  private mutating func compare(
    _ ends: String,
    _ theirs: [[String: String]],
    _ ours: [[String: String]]
  ) {
    guard theirs.count == ours.count else {
      // Where one connection of the one is several of the other, the sums have to agree.
      differences.append("\(ends): Zeek has \(theirs.count), Apus \(ours.count)")
      for (packets, bytes) in [("orig_pkts", "orig_ip_bytes"), ("resp_pkts", "resp_ip_bytes")] {
        for column in [packets, bytes] where theirs.allSatisfy({ $0[column] != nil }) {
          let (their, our) = (Self.sum(of: column, in: theirs), Self.sum(of: column, in: ours))
          if their != our, !theirs.isEmpty, !ours.isEmpty {
            differences.append("\(ends): sum of \(column): Zeek \(their), Apus \(our)")
          }
        }
      }
      return
    }
    for (their, our) in zip(theirs, ours) {
      for column in Self.columns {
        guard let value = their[column], value != our[column] else { continue }
        differences.append("\(ends): \(column): Zeek \(value), Apus \(our[column] ?? "none")")
      }
      guard their["service"] != nil else { continue }
      let (theirs, ours) = (Self.services(of: their), Self.services(of: our))
      if theirs != ours {
        differences.append("\(ends): service: Zeek \(theirs.sorted()), Apus \(ours.sorted())")
      }
    }
  }

  /// The services that both programs know; Zeek names several where one carries another.
  private static func services(of row: [String: String]) -> Set<String> {
    let known = Set(ApplicationProtocol.allCases.map(\.name))
    return known.intersection((row["service"] ?? "").split(separator: ",").map(String.init))
  }

  private static func ends(of row: [String: String]) -> String {
    let sides = [("id.orig_h", "id.orig_p"), ("id.resp_h", "id.resp_p")].map {
      "\(row[$0.0] ?? "") \(row[$0.1] ?? "")"
    }
    return sides.sorted().joined(separator: " - ")
  }

  private static func sum(of column: String, in rows: [[String: String]]) -> UInt64 {
    rows.reduce(0) { $0 + (UInt64($1[column] ?? "0") ?? 0) }
  }
}
