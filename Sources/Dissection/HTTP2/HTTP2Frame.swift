/// The header that every frame begins with (RFC 9113 §4.1).
struct HTTP2Frame: Equatable, Sendable {
  static let headerLength = 9

  var length: Int
  var type: UInt8
  var flags: UInt8
  var stream: UInt32

  static let data: UInt8 = 0
  static let headers: UInt8 = 1
  static let reset: UInt8 = 3
  static let settings: UInt8 = 4
  static let pushPromise: UInt8 = 5
  static let continuation: UInt8 = 9

  init(parsing bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    length = Int(try reader.readUInt24())
    type = try reader.readUInt8()
    flags = try reader.readUInt8()
    stream = try reader.readUInt32() & 0x7fff_ffff
  }

  var endsStream: Bool { flags & 1 != 0 }
  var endsHeaders: Bool { flags & 4 != 0 }
  var isPadded: Bool { flags & 8 != 0 }
  var hasPriority: Bool { flags & 0x20 != 0 }

  /// Whether the payload has to be seen as a whole, rather than counted.
  var isCollected: Bool {
    switch type {
    case Self.headers, Self.pushPromise, Self.continuation: length <= HTTP2Limits.block
    case Self.settings: length <= HTTP2Limits.settings
    default: false
    }
  }

  /// Whether a header could be one, for finding frames again: types of RFC 9113, lengths of the
  /// default maximum, and the stream that the type asks for.
  var isPlausible: Bool {
    guard type <= 9, length <= 16_384 else { return false }
    switch type {
    case 2: return stream != 0 && length == 5
    case Self.reset: return stream != 0 && length == 4
    case Self.settings: return stream == 0 && length % 6 == 0
    case 6: return stream == 0 && length == 8
    case 7: return stream == 0 && length >= 8
    case 8: return length == 4
    default: return stream != 0
    }
  }
}
