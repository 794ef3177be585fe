/// What the media of an RTP packet are (RFC 3551 §6).
package struct RTPPayloadType: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Whether only signalling tells what it is.
  package var isDynamic: Bool { (96...127).contains(rawValue) }

  /// Whether packets can have it: assigned for good, or dynamic.
  var isPlausible: Bool { isDynamic || Self.assigned[rawValue] != nil }

  /// Comfort noise, which has its own rhythm (RFC 3389; 19 in old implementations).
  var isComfortNoise: Bool { rawValue == 13 || rawValue == 19 }

  /// The encoding's name, where the type is assigned for good.
  package var encoding: String? { Self.assigned[rawValue]?.name }

  /// Ticks of the timestamp in a second, where the type is assigned for good.
  package var clockRate: Int? { Self.assigned[rawValue]?.clockRate }

  private static let assigned: [UInt8: (name: String, clockRate: Int)] = [
    0: ("PCMU", 8_000), 3: ("GSM", 8_000), 4: ("G723", 8_000), 5: ("DVI4", 8_000),
    6: ("DVI4", 16_000), 7: ("LPC", 8_000), 8: ("PCMA", 8_000), 9: ("G722", 8_000),
    10: ("L16", 44_100), 11: ("L16", 44_100), 12: ("QCELP", 8_000), 13: ("CN", 8_000),
    14: ("MPA", 90_000), 15: ("G728", 8_000), 16: ("DVI4", 11_025), 17: ("DVI4", 22_050),
    18: ("G729", 8_000), 19: ("CN", 8_000), 25: ("CelB", 90_000), 26: ("JPEG", 90_000),
    28: ("nv", 90_000), 31: ("H261", 90_000), 32: ("MPV", 90_000), 33: ("MP2T", 90_000),
    34: ("H263", 90_000),
  ]
}
