import Crypto

/// A fingerprint of a hello: the numbers of its fields in their order, and their MD5.
///
/// JA3 and JA3S as published by Salesforce and computed by Wireshark, GREASE left out. Clients that
/// shuffle their extensions have another JA3 with every connection; see ``JA4``.
package struct JA3: Equatable, Sendable {
  /// The fields in decimal, separated by commas, their values by hyphens.
  package var text: String

  /// MD5 of ``text`` as 32 hexadecimal digits.
  package var hash: String {
    Insecure.MD5.hash(data: Array(text.utf8)).hexadecimalText
  }

  /// JA3 of a client: version, suites, extensions, groups, point formats.
  package init(_ hello: ClientHello) {
    text = [
      "\(hello.legacyVersion.rawValue)",
      Self.join(hello.cipherSuites.map(\.rawValue)), Self.join(hello.extensions),
      Self.join(hello.supportedGroups.map(\.rawValue)),
      Self.join(hello.pointFormats.map(UInt16.init)),
    ].joined(separator: ",")
  }

  /// JA3S of a server: version, suite, extensions.
  package init(_ hello: ServerHello) {
    text =
      "\(hello.legacyVersion.rawValue),\(hello.cipherSuite.rawValue),"
      + Self.join(hello.extensions)
  }

  private static func join(_ numbers: [UInt16]) -> String {
    numbers.lazy.filter { !$0.isGREASE }.map { String($0) }.joined(separator: "-")
  }
}
