import Flows
import Packets
import TestSupport

@testable import Analysis

/// Packets and bytes of both directions of one stream.
struct StreamTotals: Hashable, CustomStringConvertible {
  /// By source port; where both ports are equal the directions cannot be told apart by port and
  /// are ordered by size.
  var low = Direction()
  var high = Direction()

  struct Direction: Hashable, Comparable {
    var packets: UInt64 = 0
    var bytes: UInt64 = 0

    static func < (left: Direction, right: Direction) -> Bool {
      (left.packets, left.bytes) < (right.packets, right.bytes)
    }
  }

  var description: String {
    "\(low.packets)/\(low.bytes) and \(high.packets)/\(high.bytes)"
  }

  /// The totals of each flow of a transport, by stream number.
  static func byStream(_ flows: [FlowRecord], of transport: StreamTransport) -> [UInt32:
    StreamTotals]
  {
    var streams: [UInt32: StreamTotals] = [:]
    for flow in flows where flow.transport == transport.kind {
      let forward = Direction(packets: flow.forward.packets, bytes: flow.forward.wireBytes)
      let backward = Direction(packets: flow.backward.packets, bytes: flow.backward.wireBytes)
      let isForwardLow =
        flow.originator.port == flow.responder.port
        ? forward < backward : flow.originator.port < flow.responder.port
      streams[flow.stream] = StreamTotals(
        low: isForwardLow ? forward : backward,
        high: isForwardLow ? backward : forward
      )
    }
    return streams
  }
}

/// A transport whose streams Wireshark numbers.
enum StreamTransport: String, CaseIterable {
  case tcp
  case udp

  var kind: TransportKind { self == .tcp ? .tcp : .udp }
}

extension StreamTotals {
  /// The totals of each stream that tshark sees in the capture at `path`.
  ///
  /// A packet quoted in an ICMP error also has a stream number in tshark; it did not travel in that
  /// stream, so it is left out.
  static func byStream(
    _ path: String,
    of transport: StreamTransport,
    by tshark: Tshark
  ) throws -> [UInt32: StreamTotals] {
    let name = transport.rawValue
    let rows = try tshark.fields(
      [
        "frame.len", "frame.protocols", name + ".stream", name + ".srcport", name + ".dstport",
        "ip.src", "ipv6.src",
      ],
      of: path
    )
    var sums: [UInt32: [String: Direction]] = [:]

    for row in rows where row.count == 7 && !row[2].isEmpty {
      guard let length = UInt64(row[0]) else { continue }
      let streams = row[2].split(separator: ";")
      let sources = row[3].split(separator: ";")
      let destinations = row[4].split(separator: ";")
      for index in Self.own(transport, in: row[1]) where index < streams.count {
        guard let stream = UInt32(streams[index]), index < sources.count,
          index < destinations.count
        else { continue }
        let isSame = sources[index] == destinations[index]
        let key = isSame ? "\(row[5]) \(row[6])" : String(sources[index])
        sums[stream, default: [:]][key, default: Direction()].packets += 1
        sums[stream, default: [:]][key, default: Direction()].bytes += length
        guard !isSame else { continue }
        sums[stream, default: [:]][String(destinations[index]), default: Direction()].packets += 0
      }
    }
    return sums.mapValues { directions in
      let byPort = directions.compactMap { key, value in Int(key).map { ($0, value) } }
      if byPort.count == 2 {
        let sorted = byPort.sorted { $0.0 < $1.0 }
        return StreamTotals(low: sorted[0].1, high: sorted[1].1)
      }
      let sorted = directions.values.sorted()
      guard let last = sorted.last else { return StreamTotals() }
      return StreamTotals(low: sorted.count > 1 ? sorted[0] : Direction(), high: last)
    }
  }

  /// Which of a frame's headers of that transport are not quoted in an ICMP error.
  private static func own(_ transport: StreamTransport, in protocols: Substring) -> [Int] {
    var indices: [Int] = []
    var count = 0
    var isQuoted = false
    for name in protocols.split(separator: ":") {
      if name == "icmp" || name == "icmpv6" { isQuoted = true }
      guard name == transport.rawValue else { continue }
      if !isQuoted { indices.append(count) }
      count += 1
    }
    return indices
  }
}
