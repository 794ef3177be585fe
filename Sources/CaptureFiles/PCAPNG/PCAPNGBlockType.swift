/// The block types of pcapng.
enum PCAPNGBlockType {
  static let sectionHeader: UInt32 = 0x0A0D_0D0A
  static let interfaceDescription: UInt32 = 1
  /// Obsolete packet block.
  static let packet: UInt32 = 2
  static let simplePacket: UInt32 = 3
  static let nameResolution: UInt32 = 4
  static let interfaceStatistics: UInt32 = 5
  static let enhancedPacket: UInt32 = 6
  static let systemdJournal: UInt32 = 9
  static let decryptionSecrets: UInt32 = 10
  static let custom: UInt32 = 0x0000_0BAD
  static let customNoCopy: UInt32 = 0x4000_0BAD

  /// Types that a search behind damage believes in.
  static func isKnown(_ type: UInt32) -> Bool {
    switch type {
    case 1...6, systemdJournal, decryptionSecrets, sectionHeader, custom, customNoCopy: true
    default: false
    }
  }
}
