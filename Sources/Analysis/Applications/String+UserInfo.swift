extension String {
  /// The text without the names and passwords in front of hosts (RFC 3986 §3.2.1), wherever a URL
  /// begins in it: "http://user:secret@host/" becomes "http://host/".
  ///
  /// A URL inside another may be percent-encoded, once.
  ///
  /// Outputs are passed on and kept for years; a password in a request is nobody's business there.
  package var withoutUserInfo: String {
    // Nearly all texts have no "@", which is quick to see in their storage.
    guard utf8.withContiguousStorageIfAvailable(\.mayHaveUserInfo) ?? true else { return self }
    return String(decoding: Array(utf8).withoutUserInfo, as: UTF8.self)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether there is an "@", percent-encoded or not.
  fileprivate var mayHaveUserInfo: Bool {
    if contains(UInt8(ascii: "@")) { return true }
    guard contains(UInt8(ascii: "%")) else { return false }
    return indices.dropLast(2).contains { index in
      self[index] == UInt8(ascii: "%") && self[index + 1] == UInt8(ascii: "4")
        && self[index + 2] == UInt8(ascii: "0")
    }
  }
}

extension [UInt8] {
  /// The same for text whose encoding is not known.
  package var withoutUserInfo: [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(count)
    // The last three characters, decoded, and whether one of them was percent-encoded.
    var last: (UInt8, UInt8, UInt8) = (0, 0, 0)
    var encoded = (false, false, false)
    var index = 0
    // A text without a slash in front of the "@" may be an authority itself, as of CONNECT.
    if let end = endOfUserInfo(from: 0), !self[..<end].contains(UInt8(ascii: "/")) {
      index = end
    }
    while index < count {
      let character = character(at: index)
      kept += self[index..<(index + character.length)]
      index += character.length
      last = (last.1, last.2, character.byte)
      encoded = (encoded.1, encoded.2, character.length > 1)
      let isEncoded = encoded.0 || encoded.1 || encoded.2
      let startsAuthority =
        last == (UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "/"))
        || kept.elementsEqual("//".utf8)
      guard startsAuthority else { continue }
      let end = isEncoded ? endOfEncodedUserInfo(from: index) : endOfUserInfo(from: index)
      if let end { index = end }
    }
    return kept
  }

  /// A byte, or the one that three percent-encode (RFC 3986 §2.1).
  private func character(at index: Int) -> (byte: UInt8, length: Int) {
    guard self[index] == UInt8(ascii: "%"), index + 2 < count,
      let high = Self.digit(self[index + 1]), let low = Self.digit(self[index + 2])
    else { return (self[index], 1) }
    return (high << 4 | low, 3)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }

  /// Where the host begins in an authority with user information.
  private func endOfUserInfo(from start: Int) -> Int? {
    let authority = self[start...].prefix { !"/?#\\ \t".utf8.contains($0) }
    return authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 }
  }

  /// The same in a URL that is the value of a parameter, where "&" ends it as well.
  private func endOfEncodedUserInfo(from start: Int) -> Int? {
    var index = start
    var end: Int?
    while index < count {
      let character = character(at: index)
      if "/?#\\ \t".utf8.contains(character.byte) || self[index] == UInt8(ascii: "&") { break }
      index += character.length
      if character.byte == UInt8(ascii: "@") { end = index }
    }
    return end
  }
}
