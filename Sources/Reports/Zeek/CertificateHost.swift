internal import Dissection

/// Whether a certificate is for a host (RFC 9525 §6.3, and the common name where there are no others).
enum CertificateHost {
  static func matches(_ host: String, _ certificate: X509Certificate) -> Bool {
    var names: [String] = []
    for case .dns(let name) in certificate.alternativeNames { names.append(name) }
    if names.isEmpty, let name = certificate.subject.commonName { names.append(name) }
    let host = ZeekText.lowercased(host)
    return names.contains { matches(host, pattern: ZeekText.lowercased($0)) }
  }

  /// A `*` stands for one whole label at the left.
  private static func matches(_ host: String, pattern: String) -> Bool {
    guard pattern.hasPrefix("*.") else { return host == pattern }
    guard let dot = host.firstIndex(of: "."), dot > host.startIndex else { return false }
    return host[dot...] == pattern.dropFirst()
  }
}
