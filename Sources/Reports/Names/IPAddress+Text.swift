package import Packets

extension IPAddress {
  /// The address as text (RFC 5952 for IPv6).
  package var text: String {
    var writer = ByteWriter()
    writer.put(self)
    return String(decoding: writer.takeBytes(), as: UTF8.self)
  }
}
