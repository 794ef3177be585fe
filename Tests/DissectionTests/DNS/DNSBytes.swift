import TestSupport

/// DNS messages made by hand.
enum DNSBytes {
  static func header(
    id: UInt16 = 7,
    flags: UInt16 = 0x0100,
    questions: UInt16 = 0,
    answers: UInt16 = 0,
    authorities: UInt16 = 0,
    additionals: UInt16 = 0
  ) -> [UInt8] {
    [id, flags, questions, answers, authorities, additionals].flatMap(FrameBuilder.bigEndian)
  }

  static func name(_ text: String) -> [UInt8] {
    text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
  }

  static func question(_ text: String, type: UInt16 = 1, class: UInt16 = 1) -> [UInt8] {
    name(text) + FrameBuilder.bigEndian(type) + FrameBuilder.bigEndian(`class`)
  }

  /// A record whose name is the one behind the header.
  static func record(
    type: UInt16,
    class: UInt16 = 1,
    ttl: UInt32 = 60,
    name: [UInt8] = [0xc0, 12],
    _ data: [UInt8]
  ) -> [UInt8] {
    name + FrameBuilder.bigEndian(type) + FrameBuilder.bigEndian(`class`)
      + FrameBuilder.bigEndian(ttl) + FrameBuilder.bigEndian(UInt16(data.count)) + data
  }

  static func query(_ name: String, id: UInt16 = 7, type: UInt16 = 1) -> [UInt8] {
    header(id: id, questions: 1) + question(name, type: type)
  }

  static func response(
    _ name: String,
    id: UInt16 = 7,
    flags: UInt16 = 0x8180,
    _ records: [[UInt8]] = []
  ) -> [UInt8] {
    header(id: id, flags: flags, questions: 1, answers: UInt16(records.count)) + question(name)
      + records.flatMap { $0 }
  }
}
