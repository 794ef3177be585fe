extension String {
  /// The text without the names and passwords in front of hosts (RFC 3986 §3.2.1), wherever a URL
  /// begins in it: "http://user:secret@host/" becomes "http://host/".
  ///
  /// Outputs are passed on and kept for years; a password in a request is nobody's business there.
  package var withoutUserInfo: String {
    let at = UInt8(ascii: "@")
    // Nearly all texts have none, which is quick to see in their storage.
    guard utf8.withContiguousStorageIfAvailable({ $0.contains(at) }) ?? utf8.contains(at) else {
      return self
    }
    let bytes = Array(utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    // A text without a slash in front of the "@" may be an authority itself, as of CONNECT.
    if let end = Self.endOfUserInfo(bytes[...]), !bytes[..<end].contains(UInt8(ascii: "/")) {
      index = end
    }
    while index < bytes.count {
      kept.append(bytes[index])
      index += 1
      let startsAuthority =
        kept.suffix(3).elementsEqual("://".utf8) || kept.elementsEqual("//".utf8)
      if startsAuthority, let end = Self.endOfUserInfo(bytes[index...]) { index = end }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Where the host begins in an authority with user information.
  private static func endOfUserInfo(_ text: ArraySlice<UInt8>) -> Int? {
    let authority = text.prefix { !"/?#\\ \t".utf8.contains($0) }
    return authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 }
  }
}
