/// What a rule wants to be told of: nothing else reaches it.
package struct RuleInterests: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let flows = RuleInterests(rawValue: 1)
  package static let neighbors = RuleInterests(rawValue: 2)
  /// DNS between clients and servers.
  package static let dns = RuleInterests(rawValue: 4)
  package static let http = RuleInterests(rawValue: 8)
  package static let tls = RuleInterests(rawValue: 16)
  package static let quic = RuleInterests(rawValue: 32)
  package static let media = RuleInterests(rawValue: 64)
  package static let dhcp = RuleInterests(rawValue: 128)
}
