/// The header of a snoop file (RFC 1761): "snoop" and three NULs, version, link type.
struct SnoopHeader: Equatable {
  static let length = 16

  var version: UInt32
  var linkType: UInt16
  /// Written by a Shomiti analyser rather than by Solaris.
  var isShomiti: Bool

  /// Whether a file begins like snoop.
  static func matches(_ bytes: RawSpan) -> Bool {
    bytes.byteCount >= 8 && bytes.load64(0, .big) == 0x736E_6F6F_7000_0000
  }

  init(_ bytes: RawSpan, path: String) throws(CaptureFileError) {
    guard bytes.byteCount >= Self.length else {
      throw .unsupported(path: path, reason: "the file ends inside its header")
    }
    version = bytes.load32(8, .big)
    guard version == 2 || version == 3 || version == 4 || version == 5 else {
      throw .unsupported(path: path, reason: "snoop version \(version) is unknown")
    }
    let network = bytes.load32(12, .big)
    isShomiti = version != 2
    guard let linkType = Self.linkType(network, isShomiti: isShomiti) else {
      throw .unsupported(path: path, reason: "snoop link type \(network) is unknown")
    }
    self.linkType = linkType
  }

  /// The LINKTYPE_ value for a data link type of RFC 1761 or of Shomiti.
  private static func linkType(_ network: UInt32, isShomiti: Bool) -> UInt16? {
    switch (network, isShomiti) {
    // IEEE 802.3 and Ethernet; Shomiti has codes of its own for faster kinds.
    case (0, _), (4, _): 1
    case (6, true), (7, true): 1
    // Token Ring, then FDDI.
    case (2, _): 6
    case (8, _): 10
    // Later Solaris types: IP over InfiniBand, IPNET.
    case (26, false): 226
    default: nil
    }
  }
}
