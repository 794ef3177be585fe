import Packets

extension FuzzTarget {
  /// Frames as link type, flags, two bytes of length, and the bytes.
  func runFrames(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    var decoder = PacketDecoder()
    var packets: ContiguousArray<PacketHeaders> = []
    var frame: UInt64 = 0
    var time: Int64 = 0
    while !input.isAtEnd {
      let link = UInt16(input.byte())
      let flags = input.byte()
      let captured = input.take(Int(input.word() & 0x3ff))
      frame += 1
      // Fragments wait for seconds; some of these are longer, some go back.
      time &+= flags & 8 == 0 ? 1_000_000 : Int64(Int8(bitPattern: flags)) << (flags & 7 * 8)
      let context = FrameContext(
        frame: frame,
        time: Timestamp(nanoseconds: time),
        wireLength: UInt32(captured.count) + (flags & 1 == 0 ? 0 : 500),
        interface: 0,
        // The highest bit reaches the link types above 255.
        linkType: LinkType(rawValue: flags & 2 == 0 ? link : link | 0x100)
      )
      packets.removeAll(keepingCapacity: true)
      captured.withUnsafeBytes { decoder.decode($0.bytes, of: context, into: &packets) }
      precondition(!packets.isEmpty, "a frame without any level")
      for packet in packets { check(packet, decoder, frameLength: captured.count) }
    }
  }

  private func check(
    _ packet: PacketHeaders,
    _ decoder: borrowing PacketDecoder,
    frameLength: Int
  ) {
    let space = packet.payloadReassembled ? decoder.reassembled.count : frameLength
    // The payload of a cut frame begins behind what was captured.
    precondition(
      packet.payloadCaptured == 0
        || Int(packet.payloadOffset) + Int(packet.payloadCaptured) <= space,
      "a payload outside of its frame"
    )
    precondition(packet.tcp.options.sackCount <= 4, "more SACK blocks than there is room for")
    _ = decoder.path(packet.path)
    _ = decoder.path(packet.flowPath)
  }
}
