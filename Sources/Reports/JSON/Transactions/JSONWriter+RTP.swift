internal import Analysis
internal import Dissection

extension JSONWriter {
  mutating func write(_ rtp: RTPSession) {
    beginObject("rtp")
    beginArray("streams")
    for stream in rtp.streams { write(stream) }
    endArray()
    beginArray("reporters")
    for reporter in rtp.reporters { write(reporter) }
    endArray()
    field("other_datagrams", rtp.others)
    endObject()
  }

  private mutating func write(_ stream: RTPStream) {
    beginObject()
    field("sender", stream.sender.name)
    field("source", stream.source)
    beginArray("payload_types")
    for (index, type) in stream.payloadTypes.enumerated() {
      let told = index < stream.encodings.count ? stream.encodings[index] : nil
      beginObject()
      field("number", UInt16(type.rawValue))
      field("encoding", told == "\(type.rawValue)" ? nil : told ?? type.encoding)
      endObject()
    }
    endArray()
    field("clock_rate_hz", stream.clockRate.map(Int64.init))
    field("first_frame", stream.first.frame)
    field("last_frame", stream.last.frame)
    field("first_ns", stream.first.time)
    field("last_ns", stream.last.time)
    field("packets", stream.packets)
    field("payload_bytes", stream.payloadBytes)
    field("expected", stream.expected)
    field("lost", stream.lost)
    field("reordered", stream.reordered)
    field("duplicates", stream.duplicates)
    field("restarts", stream.restarts)
    write("delta", stream.delta)
    if stream.clockRate == nil { null("jitter") } else { write("jitter", stream.jitter) }
    endObject()
  }

  /// Milliseconds as nanoseconds.
  private mutating func write(_ key: StaticString, _ statistic: RTPStatistic) {
    guard let minimum = statistic.minimum else { return null(key) }
    beginObject(key)
    field("min_ns", Self.nanoseconds(minimum))
    field("mean_ns", Self.nanoseconds(statistic.mean))
    field("max_ns", Self.nanoseconds(statistic.maximum))
    endObject()
  }

  private static func nanoseconds(_ milliseconds: Double) -> Int64 {
    Int64(exactly: (milliseconds * 1e6).rounded()) ?? 0
  }

  private mutating func write(_ reporter: RTCPReporter) {
    beginObject()
    field("sender", reporter.sender.name)
    field("source", reporter.source)
    field("name", reporter.name)
    field("sender_reports", reporter.senderReports)
    field("receiver_reports", reporter.receiverReports)
    field("has_left", reporter.hasLeft)
    beginArray("last_reports")
    for block in reporter.lastReports {
      beginObject()
      field("source", block.source)
      field("fraction_lost", ratio: Double(block.fractionLost) / 256)
      field("lost", block.lost)
      field("jitter_ticks", block.jitter)
      endObject()
    }
    endArray()
    endObject()
  }
}
