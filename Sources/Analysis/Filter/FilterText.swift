import Packets

/// Reads the values of the filter language: addresses, networks, ranges and times.
enum FilterText {
  /// An IPv4 or IPv6 address (RFC 4291 §2.2).
  static func address(_ text: Substring) -> IPAddress? {
    text.contains(":") ? ipv6(text) : ipv4(text).map { IPAddress(v4: $0) }
  }

  /// `ADDRESS/LENGTH`; bits beyond the length are ignored.
  static func network(_ text: Substring) -> (network: IPAddress, mask: IPAddress)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = address(parts[0]),
      let length = number(parts[1], UInt8.self)
    else { return nil }
    let bits = parts[0].contains(":") ? Int(length) : Int(length) + 96
    guard bits <= 128, parts[0].contains(":") || length <= 32 else { return nil }
    let mask = IPAddress(high: ones(bits), low: ones(bits - 64))
    return (address.masked(by: mask), mask)
  }

  /// `A:PORT` or `[A]:PORT`.
  static func endpoint(_ text: Substring) -> (address: IPAddress, port: UInt16)? {
    guard let colon = text.lastIndex(of: ":"),
      let port = number(text[text.index(after: colon)...], UInt16.self)
    else { return nil }
    var host = text[..<colon]
    if host.first == "[" {
      guard host.last == "]" else { return nil }
      host = host.dropFirst().dropLast()
      return ipv6(host).map { ($0, port) }
    }
    return ipv4(host).map { (IPAddress(v4: $0), port) }
  }

  /// `N` or `N-M` with N ≤ M.
  static func range<Number: FixedWidthInteger>(of text: Substring) -> ClosedRange<Number>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, let lower = number(first, Number.self)
    else { return nil }
    guard parts.count == 2 else { return lower...lower }
    guard let upper = number(parts[1], Number.self), lower <= upper else { return nil }
    return lower...upper
  }

  /// Decimal digits only: no sign, no space.
  static func number<Number: FixedWidthInteger>(_ text: Substring, _: Number.Type) -> Number? {
    guard !text.isEmpty, text.utf8.allSatisfy(isDigit) else { return nil }
    return Number(text)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// A word with its `count` highest bits set.
  private static func ones(_ count: Int) -> UInt64 {
    count <= 0 ? 0 : (count >= 64 ? .max : ~(UInt64.max >> UInt64(count)))
  }

  private static func ipv4(_ text: Substring) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt32 = 0
    for part in parts {
      guard part.utf8.count <= 3, let byte = number(part, UInt8.self) else { return nil }
      address = address << 8 | UInt32(byte)
    }
    return address
  }

  private static func ipv6(_ text: Substring) -> IPAddress? {
    let halves = halves(of: text)
    guard let head = groups(halves.head), let tail = groups(halves.tail ?? "") else { return nil }
    let missing = 8 - head.count - tail.count
    // "::" stands for at least one group (RFC 4291 §2.2).
    guard halves.tail == nil ? missing == 0 : missing >= 1 else { return nil }
    let all = head + [UInt16](repeating: 0, count: missing) + tail
    let words = all.map(UInt64.init)
    return IPAddress(
      high: words[0] << 48 | words[1] << 32 | words[2] << 16 | words[3],
      low: words[4] << 48 | words[5] << 32 | words[6] << 16 | words[7]
    )
  }

  /// What stands before and after the first "::"; no tail without one.
  private static func halves(of text: Substring) -> (head: Substring, tail: Substring?) {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix("::") {
        return (text[..<index], text[text.index(index, offsetBy: 2)...])
      }
      index = text.index(after: index)
    }
    return (text, nil)
  }

  /// Groups between colons, the last of which may be an IPv4 address; none of an empty text.
  private static func groups(_ text: Substring) -> [UInt16]? {
    if text.isEmpty { return [] }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var groups: [UInt16] = []
    for (position, part) in parts.enumerated() {
      if position == parts.count - 1, part.contains(".") {
        guard let address = ipv4(part) else { return nil }
        groups += [UInt16(address >> 16), UInt16(truncatingIfNeeded: address)]
      } else {
        let isHex = part.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
        guard (1...4).contains(part.utf8.count), isHex, let group = UInt16(part, radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return groups.count <= 8 ? groups : nil
  }
}
