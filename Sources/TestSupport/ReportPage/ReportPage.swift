/// The page of `--html`, read without anything that wrote it.
package struct ReportPage: Sendable {
  package struct Failure: Error {
    package var reason: String
  }

  /// The whole page.
  package let text: String
  /// The data of each section, decompressed, by its name.
  package private(set) var sections: [String: [UInt8]] = [:]

  package init(_ bytes: [UInt8]) throws {
    text = String(decoding: bytes, as: UTF8.self)
    let opening = "<script type=\"application/octet-stream\" id=\"apus-"
    for part in text.split(separator: opening, omittingEmptySubsequences: false).dropFirst() {
      let name = part.prefix { $0 != "\"" }
      let content = part.utf8.dropFirst(name.utf8.count + 2).prefix { $0 != UInt8(ascii: "<") }
      sections[String(name)] = try Inflate.bytes(of: Self.decode(Array(content)))
    }
  }

  /// A table of the page.
  package func table(_ name: String) throws -> DecodedTable {
    guard let bytes = sections[name] else { throw Failure(reason: "no section \(name)") }
    return try DecodedTable(bytes)
  }

  /// Base64 of RFC 4648 §4, padded.
  static func decode(_ text: [UInt8]) throws -> [UInt8] {
    guard text.count % 4 == 0 else { throw Failure(reason: "Base64 of \(text.count) characters") }
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var values = [UInt32?](repeating: nil, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt32(value) }
    var bytes: [UInt8] = []
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    for start in stride(from: 0, to: text.count, by: 4) {
      var bits: UInt32 = 0
      for (offset, letter) in text[start..<start + 4].enumerated() {
        let isPadding = start + offset >= text.count - padding
        guard let value = isPadding ? 0 : values[Int(letter)] else {
          throw Failure(reason: "no Base64: \(letter)")
        }
        bits = bits << 6 | value
      }
      for shift in [16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }
    return bytes.dropLast(padding)
  }
}
