extension HTTP2Dissector {
  mutating func handle(
    _ reading: HTTP2FrameReader.Reading,
    from role: Role,
    at moment: Moment
  ) {
    let frame = reading.frame
    switch frame.type {
    case HTTP2Frame.data: handleData(reading, from: role, at: moment)
    case HTTP2Frame.headers, HTTP2Frame.pushPromise:
      guard frame.isCollected, let block = Self.block(of: reading) else {
        change(role) { $0.loseBlocks() }
        return
      }
      change(role) { $0.block = block }
      if frame.endsHeaders { endBlock(from: role, at: moment) }
    case HTTP2Frame.continuation:
      continueBlock(reading, from: role)
      if frame.endsHeaders { endBlock(from: role, at: moment) }
    case HTTP2Frame.reset: reset(frame.stream)
    case HTTP2Frame.settings: readSettings(reading.payload, from: role)
    default: break
    }
  }

  /// The beginning of a field block, without padding and priority (RFC 9113 §6.2, §6.6).
  private static func block(of reading: HTTP2FrameReader.Reading) -> HTTP2Side.Block? {
    var reader = ByteReader(reading.payload.span.bytes)
    let frame = reading.frame
    let isPromise = frame.type == HTTP2Frame.pushPromise
    do throws(DissectionError) {
      let padding = frame.isPadded ? Int(try reader.readUInt8()) : 0
      var promised: UInt32?
      if isPromise {
        promised = try reader.readUInt32() & 0x7fff_ffff
      } else if frame.hasPriority {
        try reader.skip(5)
      }
      let bytes = try reader.readBytes(reader.remaining - padding)
      return HTTP2Side.Block(
        stream: frame.stream,
        promised: promised,
        bytes: bytes.withUnsafeBytes { Array($0) },
        endsStream: !isPromise && frame.endsStream,
        start: reading.start
      )
    } catch {
      return nil
    }
  }

  private mutating func continueBlock(_ reading: HTTP2FrameReader.Reading, from role: Role) {
    change(role) { side in
      guard let block = side.block, block.stream == reading.frame.stream,
        block.bytes.count + reading.payload.count <= HTTP2Limits.block
      else { return side.loseBlocks() }
      side.block?.bytes += reading.payload
    }
  }

  private mutating func endBlock(from role: Role, at moment: Moment) {
    var fields: [HPACKField]?
    var ended: HTTP2Side.Block?
    change(role) { side in
      guard let block = side.block else { return }
      ended = block
      side.block = nil
      fields = try? side.decoder.decode(block.bytes.span.bytes)
      if fields == nil { side.loseBlocks() }
    }
    guard let ended else { return }
    let list = HTTP2FieldList(fields ?? [])
    let isRequest = role == .client || ended.promised != nil
    let place = open(ended.promised ?? ended.stream)
    if isRequest {
      streams[place].request(list, start: ended.start, end: moment)
      if ended.promised != nil { streams[place].end(.client, at: moment) }
    } else {
      streams[place].respond(list, start: ended.start, end: moment)
    }
    if ended.endsStream { end(place, role, at: moment) }
  }

  private mutating func handleData(
    _ reading: HTTP2FrameReader.Reading,
    from role: Role,
    at moment: Moment
  ) {
    let frame = reading.frame
    guard let place = streams.firstIndex(where: { $0.id == frame.stream }) else { return }
    let padding = frame.isPadded ? 1 + Int(reading.payload.first ?? 0) : 0
    let length = Int64(max(0, frame.length - padding))
    streams[place].count(length, missing: min(length, reading.missing), from: role)
    if frame.endsStream { end(place, role, at: moment) }
  }

  private mutating func end(_ place: Int, _ role: Role, at moment: Moment) {
    streams[place].end(role, at: moment)
    if streams[place].isComplete { finished.append(streams.remove(at: place).transaction) }
  }

  /// A side gives a stream up: nothing more comes of it.
  private mutating func reset(_ id: UInt32) {
    guard let place = streams.firstIndex(where: { $0.id == id }) else { return }
    finished.append(streams.remove(at: place).transaction)
  }

  /// The place of a stream, which is new if it is not there.
  private mutating func open(_ id: UInt32) -> Int {
    if let place = streams.firstIndex(where: { $0.id == id }) { return place }
    if streams.count >= HTTP2Limits.streams {
      finished.append(streams.removeFirst().transaction)
    }
    depth += 1
    streams.append(HTTP2Stream(id: id, depth: depth))
    return streams.count - 1
  }

  /// The table size that a side allows its peer's encoder (RFC 9113 §6.5.2).
  private mutating func readSettings(_ payload: [UInt8], from role: Role) {
    var reader = ByteReader(payload.span.bytes)
    while let identifier = try? reader.readUInt16(), let value = try? reader.readUInt32() {
      if identifier == 1 { change(role.peer) { $0.decoder.allow(Int(value)) } }
    }
  }
}
