import Crypto

/// The JA4 fingerprint of a client's hello, which survives shuffled extensions.
///
/// As specified by FoxIO in "JA4: TLS Client Fingerprinting".
package struct JA4: Equatable, Sendable {
  /// What carries the hello.
  package enum Transport: Character, Sendable {
    case tcp = "t"
    case quic = "q"
  }

  /// Shape of the hello: transport, version, server name or not, counts, first ALPN name.
  package var a: String
  /// Suites, sorted, in four hexadecimal digits each.
  package var suites: String
  /// Extensions, sorted, without server name and ALPN; after "_" the signature schemes in order.
  package var extensions: String

  package init(_ hello: ClientHello, over transport: Transport) {
    let numbers = hello.cipherSuites.map(\.rawValue).filter { !$0.isGREASE }
    let types = hello.extensions.filter { !$0.isGREASE }
    let carried: Set = [ExtensionType.serverName, ExtensionType.applicationProtocols]
    let schemes = hello.signatureAlgorithms.filter { !$0.isGREASE }
    a =
      "\(transport.rawValue)" + Self.code(hello.highestVersion)
      + (types.contains(ExtensionType.serverName) ? "d" : "i") + Self.twoDigits(numbers.count)
      + Self.twoDigits(types.count) + Self.ends(of: hello.applicationProtocols.first ?? [])
    suites = Self.join(numbers.sorted())
    extensions = Self.join(types.filter { !carried.contains($0) }.sorted())
    if !schemes.isEmpty, !extensions.isEmpty { extensions += "_" + Self.join(schemes) }
  }

  /// The fingerprint: ``a`` and the two lists as truncated SHA-256.
  package var text: String { "\(a)_\(Self.digest(suites))_\(Self.digest(extensions))" }

  /// The lists themselves instead of their hashes ("JA4_r").
  package var rawText: String { "\(a)_\(suites)_\(extensions)" }

  private static func code(_ version: TLSVersion) -> String {
    switch version {
    case .tls13: "13"
    case .tls12: "12"
    case .tls11: "11"
    case .tls10: "10"
    case .ssl3: "s3"
    case .ssl2: "s2"
    default: "00"
    }
  }

  private static func twoDigits(_ count: Int) -> String {
    count < 10 ? "0\(count)" : "\(min(count, 99))"
  }

  /// First and last character of a name; of its hexadecimal digits where one is no letter or digit.
  private static func ends(of name: [UInt8]) -> String {
    guard let first = name.first, let last = name.last else { return "00" }
    if first.isLetterOrDigit, last.isLetterOrDigit {
      return String(decoding: [first, last], as: UTF8.self)
    }
    return String(first >> 4, radix: 16) + String(last & 15, radix: 16)
  }

  private static func join(_ numbers: [UInt16]) -> String {
    numbers.map(\.hexadecimal).joined(separator: ",")
  }

  private static func digest(_ list: String) -> String {
    guard !list.isEmpty else { return "000000000000" }
    return String(SHA256.hash(data: Array(list.utf8)).hexadecimalText.prefix(12))
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: false
    }
  }
}
