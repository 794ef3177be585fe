extension IPAddress: CustomStringConvertible {
  /// Dotted decimal for IPv4, the canonical form of RFC 5952 for IPv6.
  package var description: String {
    IPAddressText(self).withCharacters { String(decoding: $0, as: UTF8.self) }
  }
}

extension IPAddress {
  /// The address that `text` writes in dotted decimal or in a form of RFC 4291 §2.2, or nil.
  ///
  /// A zone (`%eth0`) is not accepted: captures do not carry it.
  package init?(_ text: some StringProtocol) {
    if let v4 = Self.dottedDecimal(text) {
      self.init(v4: v4)
    } else if let groups = Self.groups(text) {
      self.init(
        high: groups[0..<4].reduce(0) { $0 << 16 | UInt64($1) },
        low: groups[4..<8].reduce(0) { $0 << 16 | UInt64($1) }
      )
    } else {
      return nil
    }
  }

  private static func dottedDecimal(_ text: some StringProtocol) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      // A leading zero would be octal to some readers and decimal to others.
      guard part.count <= 3, part.utf8.allSatisfy({ (48...57).contains($0) }),
        part.count == 1 || !part.hasPrefix("0"), let byte = UInt8(part)
      else { return nil }
      value = value << 8 | UInt32(byte)
    }
    return value
  }

  private static func groups(_ text: some StringProtocol) -> [UInt16]? {
    guard text.utf8.count <= 45 else { return nil }
    let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
    guard let head = halves.first.flatMap({ groupList($0) }) else { return nil }
    if halves.count == 1 { return head.count == 8 ? head : nil }
    guard halves.count == 2, let tail = groupList(halves[1]), head.count + tail.count < 8 else {
      return nil
    }
    return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
  }

  /// Groups between colons; the last may be an IPv4 address, which stands for two.
  private static func groupList(_ text: some StringProtocol) -> [UInt16]? {
    if text.isEmpty { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, let v4 = dottedDecimal(part) {
        groups.append(UInt16(truncatingIfNeeded: v4 >> 16))
        groups.append(UInt16(truncatingIfNeeded: v4))
      } else {
        guard (1...4).contains(part.utf8.count), !part.hasPrefix("+"), !part.hasPrefix("-"),
          let group = UInt16(part, radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return groups.count <= 8 ? groups : nil
  }
}
