extension FrameBuilder {
  /// A TCP header as it goes on the wire, the payload apart.
  struct TCPFields {
    var sourcePort: UInt16
    var destinationPort: UInt16
    var sequence: UInt32
    var acknowledgment: UInt32
    var flags: UInt8
    var window: UInt16
    var options: TCPOptionFields
  }

  struct TCPOptionFields {
    var maximumSegmentSize: UInt16?
    var windowScale: UInt8?
    var permitsSACK = false
    var timestamps: (value: UInt32, echo: UInt32)?
    var sack: [(left: UInt32, right: UInt32)] = []
  }

  /// Starts a TCP segment; the payload follows, then `finishTCP`.
  mutating func beginTCP(_ route: Route, _ fields: TCPFields, identification: UInt16) {
    beginIP(route, protocol: IPProtocolNumber.tcp, identification: identification)
    put16(fields.sourcePort)
    put16(fields.destinationPort)
    put32(fields.sequence)
    put32(fields.acknowledgment)
    let headerLength = 20 + fields.options.length
    put8(UInt8(headerLength / 4) << 4)
    put8(fields.flags)
    put16(fields.window)
    put32(0)
    put(fields.options)
  }

  mutating func finishTCP(_ route: Route) {
    finishIP(route, protocol: IPProtocolNumber.tcp, checksum: 16)
  }

  private mutating func put(_ options: TCPOptionFields) {
    if let size = options.maximumSegmentSize {
      put16(0x0204)
      put16(size)
    }
    if options.permitsSACK { put32(0x0101_0402) }
    if let timestamps = options.timestamps {
      put32(0x0101_080A)
      put32(timestamps.value)
      put32(timestamps.echo)
    }
    if let scale = options.windowScale {
      put32(0x0103_0300 | UInt32(scale))
    }
    if !options.sack.isEmpty {
      put32(0x0101_0500 | UInt32(2 + 8 * options.sack.count))
      for block in options.sack {
        put32(block.left)
        put32(block.right)
      }
    }
  }
}

extension FrameBuilder.TCPOptionFields {
  /// Bytes on the wire, a multiple of four.
  var length: Int {
    (maximumSegmentSize == nil ? 0 : 4) + (permitsSACK ? 4 : 0) + (timestamps == nil ? 0 : 12)
      + (windowScale == nil ? 0 : 4) + (sack.isEmpty ? 0 : 4 + 8 * sack.count)
  }
}
