internal import Dissection

/// Fingerprints of hellos that have been made before: most clients of a network are of a few kinds.
struct HelloFingerprints {
  /// What both fingerprints follow from.
  private struct Shape: Hashable {
    var versions: [UInt16]
    var suites: [UInt16]
    var extensions: [UInt16]
    var groups: [UInt16]
    var pointFormats: [UInt8]
    var schemes: [UInt16]
    var application: [UInt8]?
    var isQUIC: Bool
  }

  /// Shapes that are remembered; what comes beyond is made anew.
  private static let limit = 4_096

  private var known: [Shape: (ja3: String, ja4: String)] = [:]

  /// JA3 and JA4 of a hello.
  mutating func of(_ hello: ClientHello, over transport: JA4.Transport) -> (
    ja3: String, ja4: String
  ) {
    let shape = Shape(
      versions: [hello.legacyVersion.rawValue, hello.highestVersion.rawValue],
      suites: hello.cipherSuites.map(\.rawValue),
      extensions: hello.extensions,
      groups: hello.supportedGroups.map(\.rawValue),
      pointFormats: hello.pointFormats,
      schemes: hello.signatureAlgorithms,
      application: hello.applicationProtocols.first,
      isQUIC: transport == .quic
    )
    if let prints = known[shape] { return prints }
    let prints = (ja3: JA3(hello).hash, ja4: JA4(hello, over: transport).text)
    if known.count < Self.limit { known[shape] = prints }
    return prints
  }
}
