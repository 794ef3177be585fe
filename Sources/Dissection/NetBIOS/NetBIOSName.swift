/// A NetBIOS name: fifteen bytes and a suffix that says what it names (RFC 1001 §14).
package struct NetBIOSName: Hashable, Sendable, CustomStringConvertible {
  /// Without the blanks that fill it up.
  package var text: String
  /// 0x00 for a workstation, 0x20 for a file server, 0x1b to 0x1e for browsers of a domain.
  package var suffix: UInt8
  /// The NetBIOS scope, mostly empty.
  package var scope = ""

  /// The name with its suffix in hexadecimal ("SERVER<20>").
  package var description: String {
    "\(text)<\(suffix < 16 ? "0" : "")\(String(suffix, radix: 16))>"
  }
}

extension NetBIOSName {
  /// Decodes the first label of a domain name: two letters A to P for each byte (RFC 1001 §14.1).
  package init(firstLevel name: String) throws(DissectionError) {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1)
    guard let first = parts.first, first.count == 32 else {
      throw .malformed("name not of sixteen bytes")
    }
    var bytes: [UInt8] = []
    var upper: UInt8?
    for letter in first {
      guard (UInt8(ascii: "A")...UInt8(ascii: "P")).contains(letter) else {
        throw .malformed("letter beyond P in a NetBIOS name")
      }
      let half = letter - UInt8(ascii: "A")
      if let high = upper {
        bytes.append(high << 4 | half)
        upper = nil
      } else {
        upper = half
      }
    }
    suffix = bytes.removeLast()
    // A wildcard is an asterisk and zeros.
    while let last = bytes.last, last == UInt8(ascii: " ") || last == 0 { bytes.removeLast() }
    text = String(decoding: bytes, as: UTF8.self)
    if parts.count > 1 { scope = String(parts[1]) ?? "" }
  }

  /// Reads a name that is written as a domain name.
  init(_ reader: inout ByteReader) throws(DissectionError) {
    try self.init(firstLevel: try reader.readDNSName())
  }
}
