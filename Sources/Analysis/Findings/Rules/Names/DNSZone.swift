/// The part of DNS names that somebody runs a zone for, as far as names tell.
enum DNSZone {
  private static let dot = UInt8(ascii: ".")

  /// Names under one registered domain are taken together: the last two labels, or three where the
  /// second is as short as those of "co.uk".
  static func registered(_ name: String) -> String {
    var name = name.lowercased()
    // Read from its end, and as bytes: this is done for every answer.
    return name.withUTF8 { text in
      let end = text.last == dot ? text.count - 1 : text.count
      let first = startOfLabel(before: end, in: text)
      let second = startOfLabel(before: first - 1, in: text)
      var start = second
      if second > 0, end - first == 2, first - 1 - second <= 3 {
        start = startOfLabel(before: second - 1, in: text)
      }
      return String(decoding: text[start..<end], as: UTF8.self)
    }
  }

  /// What two names have in common at their ends, from a whole label on.
  static func common(_ one: String, _ other: String) -> String {
    let pairs = zip(labels(one).reversed(), labels(other).reversed())
    return pairs.prefix { $0 == $1 }.map { String($0.0) }.reversed().joined(separator: ".")
  }

  /// A name without its first label: the zone that it may be in.
  static func parent(_ name: String) -> String { labels(name).dropFirst().joined(separator: ".") }

  /// Whether a name has an address turned round in it, as those have that tell of addresses
  /// (RFC 1035 §3.5, RFC 3596 §2.5, lists of senders of mail by RFC 5782).
  static func hasReversedAddress(_ name: String) -> Bool {
    let text = name.utf8
    // Most names have none, which shows without taking them apart.
    guard let first = text.first,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        || text.last == UInt8(ascii: "a") || text.last == UInt8(ascii: "A")
    else { return false }
    let labels = labels(name)
    if labels.suffix(2).elementsEqual(["ip6", "arpa"]) { return true }
    return labels.count > 4 && labels.prefix(4).allSatisfy { UInt8($0) != nil }
  }

  /// Where the label that ends before `end` begins; 0 where there is none.
  private static func startOfLabel(before end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard end > 0 else { return 0 }
    return text[..<end].lastIndex(of: dot).map { $0 + 1 } ?? 0
  }

  private static func labels(_ name: String) -> [Substring] {
    name.lowercased().split(separator: ".").map { $0 }
  }
}
