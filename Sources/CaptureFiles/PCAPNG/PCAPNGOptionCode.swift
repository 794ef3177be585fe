/// The option codes of pcapng that are used here; each block type has its own from 2 on.
enum PCAPNGOptionCode {
  static let end: UInt16 = 0
  static let comment: UInt16 = 1

  static let sectionHardware: UInt16 = 2
  static let sectionSystem: UInt16 = 3
  static let sectionApplication: UInt16 = 4

  static let interfaceName: UInt16 = 2
  static let interfaceDescription: UInt16 = 3
  static let interfaceIPv4: UInt16 = 4
  static let interfaceIPv6: UInt16 = 5
  static let interfaceMAC: UInt16 = 6
  static let interfaceSpeed: UInt16 = 8
  static let interfaceTimeResolution: UInt16 = 9
  static let interfaceFilter: UInt16 = 11
  static let interfaceSystem: UInt16 = 12
  static let interfaceFrameCheckLength: UInt16 = 13
  static let interfaceTimeOffset: UInt16 = 14
  static let interfaceHardware: UInt16 = 15

  static let packetDropCount: UInt16 = 4

  static let statisticsStart: UInt16 = 2
  static let statisticsEnd: UInt16 = 3
  static let statisticsReceived: UInt16 = 4
  static let statisticsDroppedByInterface: UInt16 = 5
  static let statisticsAcceptedByFilter: UInt16 = 6
  static let statisticsDroppedBySystem: UInt16 = 7
  static let statisticsDelivered: UInt16 = 8
}
