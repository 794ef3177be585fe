import TestSupport
import Testing

/// Traces say of each packet what tshark says.
struct ReportTraceTests {
  static let captures = [
    "arkime__wireshark-retrans.pcap", "zeek__http-206_example_a.pcap", "ndpi__ipp.pcap",
    "chrissanders__http_espn.pcapng", "zeek__tls-tls1.2.pcap", "zeek__tcp-retransmit-fast009.pcap",
    "pcapplusplus__Pcap++Test-one_tcp_stream_max_seq.pcap", "apus-truth__nosack-loss-s1-B.pcap",
    "apus-truth__zerowin-s1-B.pcap",
  ]

  private static let fields = [
    "frame.number", "tcp.stream", "tcp.seq", "tcp.ack", "tcp.len", "tcp.flags", "tcp.window_size",
    "tcp.options.sack_le", "tcp.options.sack_re",
  ]

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: captures
  )
  func packetsAreThoseOfTshark(name: String) throws {
    let path = Corpus.path(for: name)
    let rows = try #require(Tshark()).fields(Self.fields, of: path, where: "tcp && !icmp")
    let page = try ReportRun([path]).page
    let flows = try page.table("flows")
    var streams: [Int64: Int64] = [:]
    for (index, id) in try flows.integers("id").enumerated() {
      guard try flows.texts("transport")[index] == "tcp", let id else { continue }
      streams[id] = try flows.integers("stream")[index]
    }
    var compared = 0
    for flow in try page.table("traces").integers("flow").compactMap(\.self) {
      guard let stream = streams[flow] else { continue }
      let expected = rows.filter { $0[1] == "\(stream)" }
      let trace = try page.table("trace-\(flow)")
      #expect(try trace.integers("frame").map { "\($0 ?? 0)" } == expected.map { String($0[0]) })
      guard trace.rows == expected.count else { continue }
      for (index, row) in expected.enumerated() {
        let context = "\(name) frame \(row[0])"
        let flags = try trace.integers("flags")[index] ?? 0
        let isReset = flags & 4 != 0
        #expect(Int64(row[5].dropFirst(2), radix: 16).map { $0 & 0xff } == flags, "\(context)")
        #expect(try trace.integers("length")[index] == Int64(row[4]), "\(context)")
        // A reset may have any numbers, and one side's base is known late.
        guard !isReset else { continue }
        #expect(try trace.integers("seq")[index] == Int64(row[2]), "\(context)")
        if flags & 16 != 0 {
          #expect(try trace.integers("ack")[index] == Int64(row[3]), "\(context)")
        }
        #expect(try trace.integers("window")[index] == Int64(row[6]), "\(context)")
        #expect(try trace.texts("sack")[index] == Self.blocks(row), "\(context)")
        compared += 1
      }
    }
    #expect(compared > 20)
  }

  /// `left-right` of each block; tshark's are relative as well.
  private static func blocks(_ row: [Substring]) -> String? {
    guard row.count > 8, !row[7].isEmpty else { return nil }
    return zip(row[7].split(separator: ";"), row[8].split(separator: ";"))
      .map { "\($0)-\($1)" }.joined(separator: ",")
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
  func statesAndRoundTripsOfAnOrdinaryConnection() throws {
    let page = try ReportRun([Corpus.path(for: "zeek__tls-tls1.2.pcap")]).page
    let flow = try #require(try page.table("traces").integers("flow").first ?? nil)
    let trace = try page.table("trace-\(flow)")
    let client = try trace.texts("state_client")
    let server = try trace.texts("state_server")
    #expect(client[..<3] == ["syn_sent", nil, "established"])
    #expect(server[..<3] == ["listen", "syn_received", "established"])
    let times = try trace.integers("time_ns").compactMap(\.self)
    #expect(try trace.integers("rtt_ns")[1] == times[1] - times[0])
    #expect(try trace.integers("from")[..<3] == [0, 1, 0])
  }
}
