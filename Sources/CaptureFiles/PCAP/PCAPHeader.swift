/// The header of a pcap file: 24 bytes, or 28 in the files of Ixia devices.
struct PCAPHeader: Equatable {
  /// Whether the two lengths of each record are in the order of versions before 2.3.
  enum LengthOrder {
    case capturedFirst
    case originalFirst
    /// Version 2.3 exists with both; only the larger one can be the original length.
    case larger
  }

  var byteOrder: ByteOrder
  /// Variants that the magic number and the version allow, the most usual first.
  var candidates: [CaptureFormat]
  var majorVersion: UInt16
  var minorVersion: UInt16
  var snapLength: UInt32
  var linkType: UInt16
  /// Bytes of the frame check sequence, where the header says so.
  var frameCheckLength: UInt8?
  var lengthOrder: LengthOrder
  /// Bytes of the header itself.
  var length: Int

  /// Bytes that decide what a file is.
  static let usualLength = 24

  /// Magic numbers, read in the byte order of the file.
  private enum Magic {
    static let microseconds: UInt32 = 0xA1B2_C3D4
    static let nanoseconds: UInt32 = 0xA1B2_3C4D
    static let modified: UInt32 = 0xA1B2_CD34
    static let ixiaHardware: UInt32 = 0x1C00_01AC
    static let ixiaSoftware: UInt32 = 0x1C00_01AB
  }

  /// Whether a file begins like pcap, in either byte order.
  static func matches(_ bytes: RawSpan) -> Bool {
    bytes.byteCount >= 4 && [.little, .big].contains { variants(bytes.load32(0, $0)) != nil }
  }

  private static func variants(_ magic: UInt32) -> [CaptureFormat]? {
    switch magic {
    case Magic.microseconds: [.pcap, .pcapRedHat61, .pcapNokia]
    case Magic.nanoseconds, Magic.ixiaHardware: [.pcapNanoseconds]
    case Magic.modified: [.pcapModified, .pcapSuSE63]
    case Magic.ixiaSoftware: [.pcap]
    default: nil
    }
  }

  /// Reads the header; at least 28 bytes, or all that the file has, must be given.
  init(_ bytes: RawSpan, path: String) throws(CaptureFileError) {
    guard bytes.byteCount >= Self.usualLength else {
      throw .unsupported(path: path, reason: "the file ends inside its header")
    }
    let order: ByteOrder = Self.variants(bytes.load32(0, .little)) != nil ? .little : .big
    let magic = bytes.load32(0, order)
    candidates = Self.variants(magic) ?? []
    byteOrder = order
    majorVersion = bytes.load16(4, order)
    minorVersion = bytes.load16(6, order)
    snapLength = bytes.load32(16, order)
    let network = bytes.load32(20, order)
    length = magic == Magic.ixiaHardware || magic == Magic.ixiaSoftware ? 28 : Self.usualLength
    guard bytes.byteCount >= length else {
      throw .unsupported(path: path, reason: "the file ends inside its header")
    }
    guard majorVersion >= 2 else {
      let version = "\(majorVersion).\(minorVersion)"
      throw .unsupported(path: path, reason: "pcap version \(version) is unknown")
    }
    // The upper half: FCS length in units of 16 bits, a flag that it is there, reserved bits.
    guard network & 0x03FF_0000 == 0 else {
      throw .unsupported(path: path, reason: "the link type has reserved bits set")
    }
    linkType = UInt16(truncatingIfNeeded: network)
    if network & 0x0400_0000 != 0 { frameCheckLength = UInt8(network >> 28) * 2 }
    lengthOrder = .capturedFirst
    applyVersion(isUsualMagic: magic == Magic.microseconds)
  }

  /// Old versions order the lengths differently, and none of the later dialects uses them.
  private mutating func applyVersion(isUsualMagic: Bool) {
    switch (majorVersion, minorVersion) {
    case (2, 0...2), (543, _):
      lengthOrder = .originalFirst
      candidates = [candidates.first ?? .pcap]
    case (2, 3):
      lengthOrder = .larger
      candidates = [candidates.first ?? .pcap]
    default:
      break
    }
    guard isUsualMagic, majorVersion == 2, minorVersion == 2 else { return }
    // AIX writes interface types of RFC 1573 instead of link types.
    let translated: UInt16? =
      switch linkType {
      case 6: 1
      case 9: 6
      case 15: 10
      case 24: 0
      default: nil
      }
    guard let translated else { return }
    linkType = translated
    candidates = [.pcapAIX]
  }
}
