import Dissection

extension FuzzTarget {
  /// A conversation of HTTP of any version (see ``DialogueScript``).
  func runHTTP(_ bytes: [UInt8]) {
    _ = HTTPDissector.recognise(bytes.span.bytes)
    var script = DialogueScript(FuzzInput(bytes))
    var lastDepth = 0
    for transaction in script.run(HTTPDissector()) {
      check(transaction)
      precondition(
        transaction.streamID != nil || transaction.depth > lastDepth,
        "transactions out of order"
      )
      lastDepth = transaction.depth
    }
  }

  /// Field blocks of one connection, each with two bytes of length.
  func runHPACK(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    var decoder = HPACKDecoder()
    if input.byte() & 1 != 0 { decoder.allow(Int(input.word()) << 4) }
    while !input.isAtEnd {
      let block = input.take(Int(input.word() & 0xfff))
      let fields = try? decoder.decode(block.span.bytes)
      precondition((fields?.count ?? 0) <= HTTP2Limits.fields, "more fields than allowed")
      precondition(decoder.tableSize <= HTTP2Limits.table, "a larger table than allowed")
      precondition(decoder.tableSize >= decoder.tableCount * 32, "a table of the wrong size")
    }
  }

  /// Datagrams of RTP and RTCP (see ``DialogueScript``).
  func runMedia(_ bytes: [UInt8]) {
    _ = RTPDissector.recognise(bytes.span.bytes)
    var script = DialogueScript(FuzzInput(bytes))
    for session in script.run(RTPDissector()) {
      precondition(session.streams.count <= RTPLimits.sources, "more sources than allowed")
      for stream in session.streams {
        precondition(stream.lost >= 0 && stream.packets > 1, "a stream that nobody sent")
        precondition(!stream.jitter.mean.isNaN, "a jitter that is no number")
      }
    }
  }

  private func check(_ transaction: HTTPTransaction) {
    precondition(transaction.depth > 0, "a transaction without number")
    precondition(transaction.informational.count <= HTTPLimits.informational)
    if let request = transaction.request { check(request.times, request.body) }
    if let response = transaction.response { check(response.times, response.body) }
    _ = transaction.request?.fullURI
  }

  private func check(_ times: HTTPTimes, _ body: HTTPBody) {
    precondition(body.seen >= 0 && body.missing >= 0, "content of negative size")
    guard let end = times.end else { return }
    precondition(times.start.frame <= end.frame, "a message that ends before it begins")
  }
}
