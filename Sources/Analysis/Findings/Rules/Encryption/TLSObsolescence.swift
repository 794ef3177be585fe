import Dissection

/// Since when versions and cipher suites of TLS should not be used any more.
enum TLSObsolescence {
  /// Seconds since the epoch from which on a version is obsolete; `nil` for those that are not.
  static func start(of version: TLSVersion) -> Int64? {
    switch version {
    // RFC 6176, March 2011.
    case .ssl2: 1_298_937_600
    // RFC 7568, June 2015.
    case .ssl3: 1_433_116_800
    // RFC 8996, March 2021.
    case .tls10, .tls11: 1_614_556_800
    default: nil
    }
  }

  /// The same of a cipher suite.
  static func start(of suite: CipherSuite) -> Int64? { suites[suite.rawValue] }

  /// Looked up once, because searching in names is slow.
  private static let suites: [UInt16: Int64] = CipherSuite.named.reduce(into: [:]) {
    $0[$1.rawValue] = start(ofNamed: $1.description)
  }

  private static func start(ofNamed name: String) -> Int64? {
    let parts = name.split(separator: "_")
    // Never secret, never authentic, or made to be broken: forbidden since TLS 1.1 (RFC 4346 §A.5).
    if ["NULL", "anon", "EXPORT"].contains(where: parts.contains) { return 0 }
    // RFC 7465, February 2015.
    if parts.contains("RC4") { return 1_422_748_800 }
    // RFC 5469, February 2009, and for 3DES RFC 9325 §4.1, November 2022.
    if parts.contains("DES") { return 1_233_446_400 }
    if parts.contains("3DES") { return 1_667_260_800 }
    return nil
  }
}
