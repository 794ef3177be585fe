/// The part of DNS names that somebody runs a zone for, as far as names tell.
enum DNSZone {
  /// Names under one registered domain are taken together: the last two labels, or three where the
  /// second is as short as those of "co.uk".
  static func registered(_ name: String) -> String {
    let labels = labels(name)
    let isShort =
      labels.count > 2 && labels[labels.count - 1].count == 2 && labels[labels.count - 2].count <= 3
    return labels.suffix(isShort ? 3 : 2).joined(separator: ".")
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
    let labels = labels(name)
    if labels.suffix(2).elementsEqual(["ip6", "arpa"]) { return true }
    return labels.count > 4 && labels.prefix(4).allSatisfy { UInt8($0) != nil }
  }

  private static func labels(_ name: String) -> [Substring] {
    name.lowercased().split(separator: ".").map { $0 }
  }
}
