extension IPAddress: CustomStringConvertible {
  /// Dotted decimal for IPv4, the canonical form of RFC 5952 for IPv6.
  package var description: String {
    isIPv4 ? dottedDecimal : hexadecimal
  }

  private var dottedDecimal: String {
    var text = AddressText()
    for shift in stride(from: UInt32(24), through: 0, by: -8) {
      if shift < 24 { text.append(UInt8(ascii: ".")) }
      text.append(v4 >> shift & 0xff, radix: 10)
    }
    return text.string
  }

  private var hexadecimal: String {
    let zeros = longestZeroRun
    var text = AddressText()
    var index = 0
    while index < 8 {
      if index == zeros.start, zeros.count >= 2 {
        text.append(UInt8(ascii: ":"))
        text.append(UInt8(ascii: ":"))
        index += zeros.count
        continue
      }
      if let last = text.last, last != UInt8(ascii: ":") { text.append(UInt8(ascii: ":")) }
      text.append(UInt32(group(index)), radix: 16)
      index += 1
    }
    return text.string
  }

  /// One of the eight 16-bit groups, the first being the most significant.
  private func group(_ index: Int) -> UInt16 {
    let half = index < 4 ? high : low
    return UInt16(truncatingIfNeeded: half >> UInt64(48 - 16 * (index & 3)))
  }

  /// The first of the longest runs of zero groups (RFC 5952 §4.2.3).
  private var longestZeroRun: (start: Int, count: Int) {
    var best = (start: 0, count: 0)
    var current = 0
    for index in 0..<8 {
      current = group(index) == 0 ? current + 1 : 0
      if current > best.count { best = (index + 1 - current, current) }
    }
    return best
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

/// The characters of an address, of which there are 39 at most; strings put together from pieces
/// cost ten times as much.
private struct AddressText {
  private var characters = InlineArray<40, UInt8>(repeating: 0)
  private var count = 0

  var last: UInt8? { count > 0 ? characters[count - 1] : nil }

  var string: String {
    characters.span.withUnsafeBufferPointer { String(decoding: $0.prefix(count), as: UTF8.self) }
  }

  mutating func append(_ character: UInt8) {
    characters[count] = character
    count += 1
  }

  /// Appends a number below 65536 without leading zeros.
  mutating func append(_ number: UInt32, radix: UInt32) {
    if number >= radix { append(number / radix, radix: radix) }
    let digit = UInt8(truncatingIfNeeded: number % radix)
    append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }
}
