extension String {
  /// The text without the names and passwords in front of hosts (RFC 3986 §3.2.1), wherever a URL
  /// begins in it: "http://user:secret@host/" becomes "http://host/".
  ///
  /// A URL inside another may be percent-encoded, once. What browsers and servers take for a URL
  /// counts as one: "http:/user:secret@host", "http:\\user:secret@host".
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
    var lead = AuthorityLead()
    var index = 0
    // A text without a slash in front of the "@" may be an authority itself, as of CONNECT.
    if let end = endOfUserInfo(from: 0) { index = end }
    while index < count {
      let character = character(at: index)
      kept += self[index..<(index + character.length)]
      lead.take(character.byte, isEncoded: character.length > 1, isFirst: index == 0)
      index += character.length
      guard lead.mayEnd, index < count, !self.character(at: index).byte.isSlash else { continue }
      let end = lead.isEncoded ? endOfEncodedUserInfo(from: index) : endOfUserInfo(from: index)
      if let end, lead.isSure || hasPassword(index..<end) { index = end }
    }
    return kept
  }

  /// What stands in front of an authority: "//" by the rules, and what programs take for it.
  ///
  /// Browsers take any number of slashes and backslashes behind the colon of a scheme (WHATWG URL,
  /// "special authority slashes state"), and servers a path that begins with two for a place of its
  /// own.
  private struct AuthorityLead {
    private var slashes = 0
    private var isBehindColon = false
    private var isAtStart = false
    private(set) var isEncoded = false

    /// An authority may follow.
    var mayEnd: Bool { slashes > 1 || slashes == 1 && isBehindColon }

    /// Nothing else can follow; in the middle of a path it may be a folder with an "@" in its name.
    var isSure: Bool { isBehindColon || isAtStart && slashes == 2 }

    mutating func take(_ byte: UInt8, isEncoded: Bool, isFirst: Bool) {
      if byte.isSlash {
        if slashes == 0 { isAtStart = isFirst }
        slashes += 1
        self.isEncoded = self.isEncoded || isEncoded
      } else {
        slashes = 0
        isBehindColon = byte == UInt8(ascii: ":")
        self.isEncoded = isBehindColon && isEncoded
      }
    }
  }

  /// Whether there is a colon, percent-encoded or not.
  private func hasPassword(_ range: Range<Int>) -> Bool {
    range.contains { character(at: $0).byte == UInt8(ascii: ":") }
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

extension UInt8 {
  /// A slash, or what browsers take for one.
  fileprivate var isSlash: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: "\\") }
}
