import Packets

extension IPAddress {
  /// Multicast, reserved or limited broadcast (RFC 1112 §4, RFC 919 §7, RFC 4291 §2.7): it names many
  /// hosts or none, and never sends.
  var isGroup: Bool { isIPv4 ? v4 >> 29 == 7 : high >> 56 == 0xff }
}
